const UNITS = ['bytes', 'KiB', 'MiB', 'GiB', 'TiB'] as const

/** `512 bytes`, `1.5 MiB`: for people. */
export function formatBytes(bytes: number): string {
  const power = bytes < 1024 ? 0 : Math.min(Math.floor(Math.log2(bytes) / 10), UNITS.length - 1)
  const value = bytes / 1024 ** power
  return `${power === 0 || value >= 100 ? Math.round(value) : value.toFixed(1)} ${UNITS[power]}`
}
