import type {PDFPageProxy} from 'pdfjs-dist/legacy/build/pdf.mjs'
import type {Piece} from '../../layout/piece.js'

interface Annotation {
  subtype?: string
  url?: string
  unsafeUrl?: string
  rect?: number[]
  overlaidText?: string
  fieldName?: string
  fieldType?: string
  fieldValue?: unknown
  alternativeText?: string
  checkBox?: boolean
  radioButton?: boolean
  pushButton?: boolean
  hidden?: boolean
  contentsObj?: {str?: string}
}

interface Box {
  left: number
  right: number
  top: number
  bottom: number
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
  const annotations = (await page.getAnnotations({intent: 'display'})) as Annotation[]
  const viewport = page.getViewport({scale: 1})
  const woven = pieces.map((piece) => ({...piece}))
  const loose: string[] = []
  const shown = comparable(pieces.map(({text}) => text).join(''))
  const told = new Set<string>()
  for (const annotation of annotations) {
    const addition = additionOf(annotation)
    if (!addition || annotation.hidden) continue
    if (addition.kind === 'link') {
      if (told.has(addition.text) || shown.includes(comparable(addition.text))) continue
      told.add(addition.text)
    }
    const box = toBox(viewport.convertToViewportRectangle(annotation.rect ?? [0, 0, 0, 0]))
    if (
      !(addition.kind === 'link'
        ? linkAt(woven, box, annotation, addition.text)
        : fillIn(woven, box, addition.text))
    )
      loose.push(addition.label ? `${addition.label}: ${addition.text}` : addition.text)
  }
  return {pieces: woven, loose}
}

interface Addition {
  kind: 'link' | 'value'
  text: string
  label?: string
}

function additionOf(annotation: Annotation): Addition | undefined {
  const {subtype} = annotation
  if (subtype === 'Link') {
    const url = (annotation.url ?? annotation.unsafeUrl)?.trim()
    return url && /^(https?|mailto|tel|ftp):|^www\./i.test(url) ? {kind: 'link', text: url} : undefined
  }
  if (subtype === 'FreeText') return toValue(annotation.contentsObj?.str)
  if (subtype !== 'Widget' || annotation.checkBox || annotation.radioButton || annotation.pushButton)
    return undefined
  const value = annotation.fieldValue
  return toValue(
    Array.isArray(value) ? value.join(', ') : value,
    annotation.alternativeText || annotation.fieldName,
  )
}

function toValue(value: unknown, label?: string): Addition | undefined {
  if (typeof value !== 'string' || value.trim() === '') return undefined
  return {kind: 'value', text: value.trim(), ...(label && {label})}
}

/** Two spellings of one address compare equal: no scheme, no `www.`, no punctuation. */
function comparable(text: string): string {
  return decoded(text)
    .replace(/^(mailto:|tel:|[a-z]+:\/\/)/i, '')
    .replace(/^www\./i, '')
    .replace(/[?#].*$/, '')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase()
}

function decoded(text: string): string {
  try {
    return decodeURI(text)
  } catch {
    return text
  }
}

function toBox([x1 = 0, y1 = 0, x2 = 0, y2 = 0]: number[]): Box {
  return {left: Math.min(x1, x2), right: Math.max(x1, x2), top: Math.min(y1, y2), bottom: Math.max(y1, y2)}
}

/** Writes the target after the linked words; false where no text is linked. */
function linkAt(pieces: Piece[], box: Box, {overlaidText = ''}: Annotation, url: string): boolean {
  const linked = pieces.filter((piece) => piece.text.trim() !== '' && overlaps(piece, box))
  const last = linked.at(-1)
  if (!last) return false
  const words = overlaidText.trim().split('\n').at(-1) ?? ''
  const at = words === '' ? -1 : last.text.lastIndexOf(words)
  const end = at < 0 ? last.text.trimEnd().length : at + words.length
  last.text = `${last.text.slice(0, end)} (${url})${last.text.slice(end)}`
  return true
}

function overlaps({x, y, width, size, angle}: Piece, {left, right, top, bottom}: Box): boolean {
  if (angle !== 0) return x >= left && x <= right && y >= top && y <= bottom
  const middle = y - 0.3 * size
  return (
    middle >= top &&
    middle <= bottom &&
    Math.min(right, x + width) - Math.max(left, x) > 0.3 * Math.min(width, right - left)
  )
}

/** Writes the value behind the nearest text to the left on its line, which is its label; false where none is. */
function fillIn(pieces: Piece[], {left, top, bottom}: Box, value: string): boolean {
  const labels = pieces.filter(
    ({text, x, y, size, angle}) =>
      text.trim() !== '' && angle === 0 && x < left && y - 0.3 * size >= top && y - 0.3 * size <= bottom,
  )
  const label = labels.sort((a, b) => a.x - b.x).at(-1)
  if (label) label.text = `${label.text.trimEnd()} ${value}`
  return label !== undefined
}
