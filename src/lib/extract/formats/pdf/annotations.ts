import type {PDFPageProxy} from 'pdfjs-dist/legacy/build/pdf.mjs'
import type {Piece} from '../../layout/piece.js'
import {type Box, isNear, overlaps, toBox} from './box.js'
import {formValue, type PdfAnnotation, TICKED, type Value} from './form-value.js'

/** From a box to the words it is the box of, in multiples of the font size. */
const FARTHEST_LABEL = 2.5

interface Link {
  url: string
  /** One for each line, or for an icon and its text. */
  boxes: Box[]
  /** The linked words of the last box, where pdf.js knows them. */
  words: string
}

/**
 * Weaves what stands in a page's annotations into its pieces: the target of a link after its text, unless the page
 * shows it anyway; the value of a form field and the words of a note where they stand.
 *
 * @returns new pieces, and lines that have no place on the page
 */
export async function weaveAnnotations(
  page: PDFPageProxy,
  pieces: readonly Piece[],
): Promise<{pieces: Piece[]; loose: string[]}> {
  const annotations: PdfAnnotation[] = await page.getAnnotations({intent: 'display'})
  const viewport = page.getViewport({scale: 1})
  const boxOf = ({rect}: PdfAnnotation) => toBox(viewport.convertToViewportRectangle(rect ?? [0, 0, 0, 0]))
  const woven = pieces.map((piece) => ({...piece}))
  const loose: string[] = []
  for (const annotation of annotations) {
    const value = formValue(annotation)
    if (value && !place(woven, boxOf(annotation), value)) loose.push(labelled(value))
  }
  for (const link of untold(joinLinks(annotations, boxOf), pieces)) {
    if (!linkAt(woven, link)) loose.push(link.url)
  }
  return {pieces: woven, loose}
}

/** A link over several lines, or over an icon and its text, is several annotations in a row. */
function joinLinks(annotations: readonly PdfAnnotation[], boxOf: (annotation: PdfAnnotation) => Box): Link[] {
  const links: Link[] = []
  for (const annotation of annotations) {
    const url = targetOf(annotation)
    if (url === undefined) continue
    const box = boxOf(annotation)
    const words = annotation.overlaidText?.trim().split('\n').at(-1) ?? ''
    const last = links.at(-1)
    if (last?.url === url && isNear(last.boxes.at(-1), box)) {
      last.boxes.push(box)
      last.words = words
    } else links.push({url, boxes: [box], words})
  }
  return links
}

function targetOf({subtype, url, unsafeUrl}: PdfAnnotation): string | undefined {
  const target = subtype === 'Link' ? (url ?? unsafeUrl)?.trim() : undefined
  return target && /^(https?|mailto|tel|ftp):|^www\./i.test(target) ? target : undefined
}

/** Each target once, and none that can be read on the page. */
function untold(links: readonly Link[], pieces: readonly Piece[]): Link[] {
  const told = new Set<string>()
  const shown = bare(pieces.map(({text}) => text).join(''))
  return links.filter(({url}) => {
    const isNew = !told.has(url) && !shown.includes(bare(withoutScheme(url)))
    told.add(url)
    return isNew
  })
}

/** Two spellings of one address compare equal. */
function bare(text: string): string {
  return text.replace(/[^\p{L}\p{N}]/gu, '').toLowerCase()
}

function withoutScheme(url: string): string {
  return decoded(url)
    .replace(/^(mailto:|tel:|[a-z]+:\/\/)/i, '')
    .replace(/^www\./i, '')
    .replace(/[?#].*$/, '')
}

function decoded(text: string): string {
  try {
    return decodeURI(text)
  } catch {
    return text
  }
}

/** Writes the target after the linked words; false where no text is linked. */
function linkAt(pieces: Piece[], {url, boxes, words}: Link): boolean {
  const last = pieces.findLast(
    (piece) => piece.text.trim() !== '' && boxes.some((box) => overlaps(piece, box)),
  )
  if (!last) return false
  const at = words === '' ? -1 : last.text.lastIndexOf(words)
  const end = at < 0 ? last.text.trimEnd().length : at + words.length
  last.text = `${last.text.slice(0, end)} (${url})${last.text.slice(end)}`
  return true
}

/** Writes a value where it stands on the page; false where it has no place there, as comments have none. */
function place(pieces: Piece[], box: Box, {text, isComment, isTick}: Value): boolean {
  if (isComment) return false
  return isTick ? tick(pieces, box) : fillIn(pieces, box, text)
}

/** Writes the value behind the nearest text to the left on its line, which is its label; false where none is. */
function fillIn(pieces: Piece[], {left, top, bottom}: Box, value: string): boolean {
  const onLine = ({y, size}: Piece) => y - 0.3 * size >= top && y - 0.3 * size <= bottom
  const label = pieces
    .filter((piece) => piece.text.trim() !== '' && piece.angle === 0 && piece.x < left && onLine(piece))
    .sort((a, b) => a.x - b.x)
    .at(-1)
  if (label) label.text = `${label.text.trimEnd()} ${value}`
  return label !== undefined
}

/** Sets a cross before the words right of a box that is ticked, or else behind those to its left; false where none are. */
function tick(pieces: Piece[], box: Box): boolean {
  const {left, right, top, bottom} = box
  const after = pieces
    .filter(({text, angle, x, y, size}) => {
      const isOnLine = y - 0.3 * size >= top && y - 0.3 * size <= bottom
      return (
        text.trim() !== '' && angle === 0 && isOnLine && x >= right - 1 && x - right < FARTHEST_LABEL * size
      )
    })
    .sort((a, b) => a.x - b.x)[0]
  if (!after) return fillIn(pieces, {left, right, top, bottom}, TICKED)
  after.text = `${TICKED} ${after.text.trimStart()}`
  return true
}

function labelled({label, text}: Value): string {
  return label ? `${label}: ${text}` : text
}
