/** FNV-1a over UTF-16 code units, finished as MurmurHash3 does, so that all 32 bits are even. */
export function hash32(text: string, seed = 0): number {
  let hash = 0x811c9dc5 ^ seed
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return mix(hash)
}

/** 53 bits: a whole number that JavaScript and SQLite both keep exactly. */
export function hash53(text: string): number {
  return hash32(text) * 0x200000 + (hash32(text, 0x9e3779b9) >>> 11)
}

export function mix(value: number): number {
  let hash = value
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}
