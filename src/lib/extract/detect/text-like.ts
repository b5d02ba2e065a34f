import type {FileType} from '../../model/extraction.js'

/** Bytes that are looked at. */
const SAMPLE = 64 * 1024

/** Whether the bytes are text in some encoding: few control characters, NULs as UTF-16 or as padding. */
export function looksLikeText(bytes: Buffer): boolean {
  const sample = bytes.subarray(0, SAMPLE)
  if (hasMark(sample) || isUtf16(sample)) return true
  let nuls = 0
  let controls = 0
  for (const byte of sample) {
    if (byte === 0) nuls += 1
    else if (isControl(byte)) controls += 1
  }
  // Programs leave NULs as padding in text that has nothing else odd in it.
  if (controls === 0 && isAscii(sample)) return nuls <= sample.length / 10
  return nuls + controls <= sample.length / 100
}

/** HTML and flat OpenDocument by their markup, Markdown by its name. */
export function textType(bytes: Buffer, fileName: string): FileType {
  const start = bytes
    .toString('latin1', 0, 4096)
    .replaceAll('\0', '')
    .replace(/^[^<\w#]+/, '')
  if (
    /^(<\?xml[^>]*>\s*)?<office:document\s[^>]*office:mimetype="application\/vnd\.oasis\.opendocument\.text"/.test(
      start,
    )
  )
    return 'odt'
  if (/^<(!doctype html|html|head|body|!--[\s\S]*?-->\s*<(!doctype|html))/i.test(start)) return 'html'
  if (/^<\?xml[^>]*>\s*(<!doctype html|<html)/i.test(start)) return 'html'
  if (/^<\w+[^>]*>/.test(start) && /<\/(p|div|table|ul|span|h[1-6])>/i.test(start)) return 'html'
  return /\.(md|markdown)$/i.test(fileName) ? 'md' : 'txt'
}

function hasMark(bytes: Buffer): boolean {
  const [first, second, third] = bytes
  return (
    (first === 0xff && second === 0xfe) ||
    (first === 0xfe && second === 0xff) ||
    (first === 0xef && second === 0xbb && third === 0xbf)
  )
}

/** Latin text in UTF-16 has a NUL in nearly every other byte, and none in the ones between. */
function isUtf16(bytes: Buffer): boolean {
  const nuls = [0, 0]
  for (let at = 0; at < bytes.length; at += 1) if (bytes[at] === 0) nuls[at % 2] = (nuls[at % 2] ?? 0) + 1
  const [even = 0, odd = 0] = nuls
  const most = Math.max(even, odd)
  return most > bytes.length / 5 && Math.min(even, odd) < most / 20
}

function isAscii(bytes: Buffer): boolean {
  return bytes.every((byte) => byte < 0x80)
}

function isControl(byte: number): boolean {
  return (byte < 0x20 && ![0x09, 0x0a, 0x0b, 0x0c, 0x0d, 0x1b].includes(byte)) || byte === 0x7f
}
