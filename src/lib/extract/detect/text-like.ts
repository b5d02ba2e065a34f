import type {FileType} from '../../model/extraction.js'
import {markedEncoding, wideEncoding} from '../formats/decode-text.js'

/** Bytes that are looked at. */
const SAMPLE = 64 * 1024

/** Whether the bytes are text in some encoding: few control characters, NULs as UTF-16 or as padding. */
export function looksLikeText(bytes: Buffer): boolean {
  const sample = bytes.subarray(0, SAMPLE)
  if (markedEncoding(sample) !== undefined || wideEncoding(whole(sample)) !== undefined) return true
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

const FLAT_OPEN_DOCUMENT =
  /^(<\?xml[^>]*>\s*)?<office:document\s[^>]*office:mimetype="application\/vnd\.oasis\.opendocument\.text"/
/** Word's XML of 2003, and its package of today in one file. */
const FLAT_WORD = /^<\?xml[^>]*>\s*(<\?mso-application[^>]*>\s*)?<(w:wordDocument|pkg:package)\s/
/** A page with its pictures in one file, as browsers and word processors save it. */
const WEB_ARCHIVE = /^(?:[\w-]+:.*\r?\n(?:[ \t].*\r?\n)*){1,20}/

/** HTML and the flat forms of word processors by their markup, Markdown by its name. */
export function textType(bytes: Buffer, fileName: string): FileType {
  const start = bytes
    .toString('latin1', 0, 4096)
    .replaceAll('\0', '')
    .replace(/^[^<\w#]+/, '')
  if (FLAT_OPEN_DOCUMENT.test(start)) return 'odt'
  if (FLAT_WORD.test(start)) return 'docx'
  if (isWebArchive(start)) return 'html'
  if (/^<(!doctype html|html|head|body|!--[\s\S]*?-->\s*<(!doctype|html))/i.test(start)) return 'html'
  if (/^<\?xml[^>]*>\s*(<!doctype html|<html)/i.test(start)) return 'html'
  if (/^<\w+[^>]*>/.test(start) && /<\/(p|div|table|ul|span|h[1-6])>/i.test(start)) return 'html'
  return /\.(md|markdown)$/i.test(fileName) ? 'md' : 'txt'
}

/** A letter has the same form, and says whom it is for. */
function isWebArchive(start: string): boolean {
  const [head = ''] = WEB_ARCHIVE.exec(start) ?? []
  const isPage = /^mime-version:/im.test(head) && /^content-type:\s*multipart\/related/im.test(head)
  return isPage && !/^(to|received):/im.test(head)
}

/** Cut where no character of two or four bytes is torn. */
function whole(sample: Buffer): Buffer {
  return sample.length < SAMPLE ? sample : sample.subarray(0, sample.length & ~3)
}

function isAscii(bytes: Buffer): boolean {
  return bytes.every((byte) => byte < 0x80)
}

function isControl(byte: number): boolean {
  return (byte < 0x20 && ![0x09, 0x0a, 0x0b, 0x0c, 0x0d, 0x1b].includes(byte)) || byte === 0x7f
}
