import {constants, inflateSync} from 'node:zlib'
import type {PDFPageProxy} from 'pdfjs-dist/legacy/build/pdf.mjs'

/** The marked-content sequences that one content stream begins, in its order. */
export type Marks = readonly Mark[]

interface Mark {
  tag: string
  /** What the marked glyphs stand for (ISO 32000-1, 14.9.4); undefined where they stand for themselves. */
  actualText: string | undefined
}

type Item = Awaited<ReturnType<PDFPageProxy['getTextContent']>>['items'][number]

/** Bytes of a content stream, packed and unpacked, beyond which it is no CV's page. */
const MOST_PACKED = 1_000_000
const MOST_UNPACKED = 8_000_000
/** Bytes before a stream in which its dictionary is looked for. */
const DICTIONARY = 600
const OTHER_STREAM =
  /\/(Image|DCTDecode|JPXDecode|Length1|Type1C|CIDFontType0C|OpenType|XRef|ObjStm|Metadata)\b/
const MARK = /\/(\w+)\s*(?:BMC|(?:\/\w+|<<([\s\S]{0,2000}?)>>)\s*BDC)\b/g
const ACTUAL_TEXT = /\/ActualText\s*(?:<([0-9A-Fa-f\s]*)>|\(((?:\\[\s\S]|[^\\)])*)\))/

/**
 * Finds the content streams of a PDF that name the text of glyphs, which pdf.js does not tell. The dictionaries of
 * streams stand in plain bytes in every PDF (ISO 32000-1, 7.5.7), so they can be found without parsing it; those of
 * an encrypted one cannot be unpacked, and count as absent.
 */
export function findActualText(bytes: Buffer): Marks[] {
  const found: Marks[] = []
  for (let at = bytes.indexOf('stream'); at >= 0; at = bytes.indexOf('stream', at + 6)) {
    if (bytes.toString('latin1', at - 3, at) === 'end') continue
    const content = contentAt(bytes, at)
    if (content?.includes('/ActualText')) found.push(marksIn(content))
  }
  return found
}

function contentAt(bytes: Buffer, at: number): string | undefined {
  const before = bytes.toString('latin1', Math.max(0, at - DICTIONARY), at)
  const dictionary = before.slice(before.lastIndexOf(' obj') + 1)
  const start = at + 6 + (bytes[at + 6] === 13 ? 2 : 1)
  const end = bytes.indexOf('endstream', start)
  if (end < 0 || end - start > MOST_PACKED || OTHER_STREAM.test(dictionary)) return undefined
  const packed = bytes.subarray(start, end)
  if (!dictionary.includes('/Filter')) return packed.toString('latin1')
  if (!/\/Fl(ateDecode)?\b/.test(dictionary)) return undefined
  try {
    const options = {maxOutputLength: MOST_UNPACKED, finishFlush: constants.Z_SYNC_FLUSH}
    return inflateSync(packed, options).toString('latin1')
  } catch {
    return undefined
  }
}

function marksIn(content: string): Marks {
  return [...content.matchAll(MARK)].map(([, tag = '', properties = '']) => {
    const [whole, hex, literal = ''] = ACTUAL_TEXT.exec(properties) ?? []
    if (whole === undefined) return {tag, actualText: undefined}
    return {
      tag,
      actualText: decode(hex === undefined ? unescaped(literal) : Buffer.from(hex.replace(/\s/g, ''), 'hex')),
    }
  })
}

const ESCAPES: Record<string, string> = {n: '\n', r: '\r', t: '\t', b: '\b', f: '\f'}

function unescaped(literal: string): Buffer {
  const plain = literal.replace(/\\([0-7]{1,3}|[\s\S])/g, (_, code: string) =>
    /^[0-7]/.test(code) ? String.fromCharCode(Number.parseInt(code, 8)) : (ESCAPES[code] ?? code),
  )
  return Buffer.from(plain, 'latin1')
}

/** UTF-16 with its mark, or, near enough for what is left, Latin-1. */
function decode(bytes: Buffer): string {
  if (bytes[0] !== 0xfe || bytes[1] !== 0xff) return bytes.toString('latin1')
  return new TextDecoder('utf-16be').decode(bytes.subarray(2))
}

/**
 * Writes what marked glyphs stand for in their place. The stream that a page came from is told by its marks, which
 * have to be the page's, one for one.
 *
 * @param items with those that begin and end marked content
 */
export function writeActualText(items: readonly Item[], streams: readonly Marks[]): Item[] {
  const tags = items.flatMap((item) =>
    !('str' in item) && item.type.startsWith('begin') ? [tagOf(item)] : [],
  )
  const marks = streams.find(
    (stream) => stream.length === tags.length && stream.every(({tag}, at) => tag === tags[at]),
  )
  return marks ? replaceMarked(items, marks) : [...items]
}

/** pdf.js's types do not tell of it. */
function tagOf(item: object): unknown {
  return (item as {tag?: unknown}).tag
}

function replaceMarked(items: readonly Item[], marks: Marks): Item[] {
  const open: {actualText: string | undefined; isWritten: boolean}[] = []
  let begun = 0
  return items.map((item) => {
    if (!('str' in item)) {
      if (item.type === 'endMarkedContent') open.pop()
      else open.push({actualText: marks[begun++]?.actualText, isWritten: false})
      return item
    }
    const mark = open.find(({actualText}) => actualText !== undefined)
    if (!mark || item.str.trim() === '') return item
    const str = mark.isWritten ? '' : (mark.actualText ?? '')
    mark.isWritten = true
    return {...item, str}
  })
}
