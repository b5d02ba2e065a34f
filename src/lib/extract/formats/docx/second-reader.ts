import type {ExtractionLimits, ReadResult} from '../../../model/extraction.js'
import {openArchive} from '../archive.js'
import {htmlToText} from '../html-text.js'

/** It needs about a hundred times the memory of the XML that it reads; this leaves half of the heap. */
const MOST_XML_BYTES = 2 * 1024 * 1024
const XML_PART = /\.(xml|rels)$/i
/** Styles may hide text too, but most that do are never used. */
const STYLE_PART = /(styles\w*|numbering)\.xml$/i
const HIDES_TEXT = /<(\w+:)?vanish[\s/>]/
const BY_SECOND_READER =
  'the file is damaged; its body was read by a second reader, which leaves out headers and footers and flags no hidden text'

/**
 * Reads a Word package with mammoth. It looks parts up by other rules and takes some XML that is not well-formed (two
 * declarations, something before the first element), so that it reads some packages whole where the reader of our own
 * stops. Sizes are counted before it sees the bytes, since it has no limits, and what hides text is not given to it,
 * since it would show it.
 *
 * @returns undefined where it cannot read the package either, or finds no text in it
 */
export async function askSecondReader(
  bytes: Buffer,
  limits: ExtractionLimits,
): Promise<ReadResult | undefined> {
  try {
    if (!(await isFit(bytes, limits))) return undefined
    const {text} = htmlToText(await toHtml(bytes))
    if (text.trim() === '') return undefined
    return {
      pages: [{text, method: 'text'}],
      warnings: [{code: 'SALVAGED', message: BY_SECOND_READER}],
    }
  } catch {
    // It was only asked: what is wrong with the file, our own reader has said.
    return undefined
  }
}

/** @throws AtsError `TOO_LARGE` when the package unpacks to more than the limit, `CORRUPT` when it does not unpack */
async function isFit(bytes: Buffer, limits: ExtractionLimits): Promise<boolean> {
  const archive = await openArchive(bytes, limits)
  let size = 0
  for (const name of archive.names) {
    const part = await archive.read(name)
    if (!part || !XML_PART.test(name)) continue
    size += part.length
    if (size > MOST_XML_BYTES) return false
    if (!STYLE_PART.test(name) && HIDES_TEXT.test(part.toString('latin1'))) return false
  }
  return true
}

/** Pictures are left out; they would come as text in base64. */
async function toHtml(buffer: Buffer): Promise<string> {
  const {default: mammoth} = await import('mammoth')
  const convertImage = mammoth.images.imgElement(async () => ({src: ''}))
  return (await mammoth.convertToHtml({buffer}, {convertImage})).value
}
