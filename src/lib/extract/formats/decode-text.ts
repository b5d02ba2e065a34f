import iconv from 'iconv-lite'
import {guessEncoding} from './encoding-guess.js'

/** Statistics read no further: enough to tell encodings apart, and quick on a file of 100 MB. */
const SAMPLE_BYTES = 64 * 1024

export interface DecodedText {
  text: string
  /** A WHATWG-like name: `utf-8`, `windows-1252`, … */
  encoding: string
  /** True when statistics chose the encoding, so that single letters may be wrong. */
  guessed: boolean
}

/** Decodes bytes of unknown encoding: byte order mark, valid UTF-8, UTF-16 by its pattern, then statistics. */
export function decodeText(bytes: Buffer): DecodedText {
  const marked = markedEncoding(bytes)
  if (marked) return {text: iconv.decode(bytes, marked), encoding: marked, guessed: false}
  const wide = wideEncoding(bytes)
  if (wide) return {text: iconv.decode(bytes, wide), encoding: wide, guessed: false}
  if (isIso2022Jp(bytes)) {
    return {text: new TextDecoder('iso-2022-jp').decode(bytes), encoding: 'iso-2022-jp', guessed: false}
  }
  const utf8 = asUtf8(bytes)
  if (utf8 !== undefined) return {text: utf8, encoding: 'utf-8', guessed: false}
  const encoding = guessEncoding(bytes.subarray(0, SAMPLE_BYTES))
  return {text: iconv.decode(bytes, encoding), encoding, guessed: true}
}

/** Decodes by byte order mark, else by an XML declaration, else as UTF-8, whatever the bytes are. */
export function decodeMarkedText(bytes: Buffer): string {
  const declared = /^<\?xml[^>]*encoding=["']([\w.:-]+)["']/.exec(bytes.toString('latin1', 0, 200))?.[1]
  return decodeAs(bytes, markedEncoding(bytes) ?? declared ?? 'utf-8')
}

/** Decodes as named; an unknown name counts as UTF-8. */
export function decodeAs(bytes: Buffer, encoding: string): string {
  return iconv.decode(bytes, iconv.encodingExists(encoding) ? encoding : 'utf-8')
}

export function isKnownEncoding(encoding: string): boolean {
  return iconv.encodingExists(encoding)
}

/** The encoding that a byte order mark names. */
export function markedEncoding(bytes: Buffer): string | undefined {
  const start = bytes.toString('hex', 0, 4)
  if (start.startsWith('efbbbf')) return 'utf-8'
  if (start === 'fffe0000') return 'utf-32le'
  if (start === '0000feff') return 'utf-32be'
  if (start.startsWith('fffe')) return 'utf-16le'
  if (start.startsWith('feff')) return 'utf-16be'
  return undefined
}

/** UTF-16 or UTF-32 without a mark, by their patterns. */
export function wideEncoding(bytes: Buffer): string | undefined {
  return utf32ByPattern(bytes) ?? utf16ByPattern(bytes)
}

/** Japanese mail's encoding: seven bits, with escape sequences that switch to two-byte characters and back. */
function isIso2022Jp(bytes: Buffer): boolean {
  const sample = bytes.subarray(0, SAMPLE_BYTES)
  return ['\x1b$B', '\x1b$@'].some((shift) => sample.includes(shift)) && sample.every((byte) => byte < 0x80)
}

/** Every fourth byte is zero, the one beside it nearly so. */
function utf32ByPattern(bytes: Buffer): string | undefined {
  if (bytes.length < 8 || bytes.length % 4 !== 0) return undefined
  const sample = bytes.subarray(0, SAMPLE_BYTES)
  const isCharacter = (code: number) => code >= 0x09 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff)
  const all = (read: (at: number) => number): boolean => {
    for (let at = 0; at + 4 <= sample.length; at += 4) if (!isCharacter(read(at))) return false
    return true
  }
  if (all((at) => sample.readUInt32LE(at))) return 'utf-32le'
  return all((at) => sample.readUInt32BE(at)) ? 'utf-32be' : undefined
}

function asUtf8(bytes: Buffer): string | undefined {
  try {
    return new TextDecoder('utf-8', {fatal: true}).decode(bytes)
  } catch {
    return undefined
  }
}

/** Cyrillic or Arabic in UTF-16 can be valid UTF-8 too, but one full of control characters. */
function isPlainUtf8(bytes: Buffer): boolean {
  const text = asUtf8(bytes)
  return text !== undefined && !/[^\P{Cc}\t\n\r\f]/u.test(text)
}

/** Latin text in UTF-16 has a NUL in nearly every second byte; other scripts show by what the units decode to. */
function utf16ByPattern(bytes: Buffer): string | undefined {
  if (bytes.length < 4 || bytes.length % 2 === 1) return undefined
  const sample = bytes.subarray(0, SAMPLE_BYTES)
  const [even, odd] = countNuls(sample)
  const units = sample.length / 2
  if (odd > units * 0.4 && even < units * 0.05) return 'utf-16le'
  if (even > units * 0.4 && odd < units * 0.05) return 'utf-16be'
  if (isPlainUtf8(bytes)) return undefined
  return ['utf-16le', 'utf-16be'].find((encoding) => isPlausibleUtf16(iconv.decode(sample, encoding)))
}

function countNuls(bytes: Buffer): [even: number, odd: number] {
  const counts: [number, number] = [0, 0]
  for (const [index, byte] of bytes.entries()) {
    if (byte === 0) counts[index & 1 ? 1 : 0]++
  }
  return counts
}

/**
 * Text of a script without NULs still has UTF-16's own blanks, digits, line ends or full stops, which 8-bit or
 * multi-byte text read as UTF-16 almost never hits; and it stays within a few scripts.
 */
function isPlausibleUtf16(text: string): boolean {
  const marks = text.match(/[ \n\r\t\d.,:@\u3000-\u3002\uff0c\uff1a]/g)?.length ?? 0
  const odd = text.match(/[^\p{L}\p{M}\p{N}\p{P}\p{S}\p{Zs}\n\r\t]/gu)?.length ?? 0
  if (odd > 0 || marks < text.length * 0.02) return false
  const rows = new Map<number, number>()
  for (const char of text) {
    const row = scriptRow(char.codePointAt(0) ?? 0)
    rows.set(row, (rows.get(row) ?? 0) + 1)
  }
  const largest = [...rows.values()].sort((a, b) => b - a).slice(0, 3)
  return largest.reduce((sum, count) => sum + count, 0) > text.length * 0.9
}

/** All Han and Hangul count as one row of 256 each, since real text spreads over them. */
function scriptRow(code: number): number {
  if (code >= 0x4e00 && code <= 0x9fff) return 0x4e
  if (code >= 0xac00 && code <= 0xd7a3) return 0xac
  return code >> 8
}
