import type {Place} from './file-information.js'

/** Where the name stands in a font's description ([MS-DOC] 2.9.84, FFN). */
const NAME_AT = 40

/** The names of a Word file's fonts by their index. */
export function readFonts(table: Buffer, {at, length}: Place): string[] {
  const bytes = table.subarray(at, at + length)
  if (bytes.length < 4) return []
  const fonts: string[] = []
  const count = bytes.readUInt16LE(0)
  for (let font = 0, next = 4; font < count && next < bytes.length; font++) {
    const size = (bytes[next] ?? 0) + 1
    const name = bytes.toString('utf16le', next + NAME_AT, Math.min(next + size, bytes.length))
    fonts.push(name.split('\0')[0] ?? '')
    next += size
  }
  return fonts
}
