import {isRightToLeft} from './direction.js'
import {WIDE_GAP} from './fragments.js'
import {PICTURE, type Piece} from './piece.js'

/** In multiples of the font size. */
const SAME_BASELINE = 0.25
const SPACE = 0.2
const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u
const DIGITS = /^[\p{N}+#]/u
/** pdf.js sets a blank before a mark that has a character of its own for standing alone. */
const MARK = /^\s*\p{L}?\p{M}+$/u
const MARK_SHIFT = 0.6
/** Signs before and after the words of a piece are ordered by themselves. */
const EDGED = /^([^\p{L}\p{M}\p{N}+#@]*)(.*?)([^\p{L}\p{M}\p{N}%+#]*)$/su
/** Between figures without a blank these keep the direction of the figures. */
const WITHIN_NUMBER = /^[-.,:/]$/u
const BAR = /[|•·,;]/u
const BRACKET = /[()[\]{}«»]/u
const OPENS = /[([{«]/u
const MIRRORED: Record<string, string> = {
  '(': ')',
  ')': '(',
  '[': ']',
  ']': '[',
  '{': '}',
  '}': '{',
  '«': '»',
  '»': '«',
}
const PERIOD = /^(\D*?(\d{4})\D*?)(\s*[–—-]\s*)(\D*?(\d{4})\D*?)$/u

/** Words of one direction, or what stands between words. */
interface Token {
  text: string
  kind: 'right' | 'left' | 'number' | 'sign' | 'blank'
}

/**
 * Makes one piece, in the order of reading, of all that stands close together on a line that runs from right to left.
 * Words of Latin letters and numbers keep their own direction in it, and what stands between them that of the line, as
 * the Unicode bidirectional algorithm has set them. Pages of another direction stay as they are.
 */
export function joinRightToLeft(pieces: readonly Piece[]): readonly Piece[] {
  if (!isRightToLeft(pieces.map(({text}) => text).join(''))) return pieces
  return linesOf(pieces).flatMap((line) => clustersOf(line).map(joined))
}

/** Pieces drawn one after the other on a baseline. */
function linesOf(pieces: readonly Piece[]): Piece[][] {
  const lines: Piece[][] = []
  for (const piece of pieces) {
    if (piece.text.trim() === '') continue
    const line = lines.at(-1)
    const first = line?.[0]
    const isOn =
      first &&
      piece.angle === 0 &&
      first.angle === 0 &&
      Math.abs(piece.y - first.y) <= (MARK.test(piece.text) ? MARK_SHIFT : SAME_BASELINE) * first.size
    if (line && isOn) line.push(piece)
    else lines.push([piece])
  }
  return lines
}

/** What stands without a wide gap between, from right to left. A mark stands over its letter, so it follows it. */
function clustersOf(line: readonly Piece[]): Piece[][] {
  const clusters: Piece[][] = []
  let left = Number.POSITIVE_INFINITY
  for (const piece of line.toSorted((a, b) => placeOf(b) - placeOf(a))) {
    const cluster = clusters.at(-1)
    if (cluster && left - piece.x - piece.width <= WIDE_GAP * piece.size) {
      cluster.push(piece)
      left = Math.min(left, piece.x)
    } else {
      clusters.push([piece])
      left = piece.x
    }
  }
  return clusters
}

/** Its right edge; the second letter of a ligature has no width of its own, and comes before what is to its left. */
function placeOf({text, x, width, size}: Piece): number {
  const isInLigature = width === 0 && !MARK.test(text)
  return x + width + (isInLigature ? SPACE * size : 0)
}

/** @param cluster from right to left */
function joined(cluster: readonly Piece[]): Piece {
  const [first] = cluster as [Piece]
  const x = Math.min(...cluster.map((piece) => piece.x))
  const right = Math.max(...cluster.map((piece) => piece.x + piece.width))
  const text = cluster.some(({text}) => RIGHT_TO_LEFT.test(text))
    ? write(cluster)
    : writePeriod(fromLeft(cluster))
  const size = Math.max(...cluster.map((piece) => piece.size))
  const isBold = cluster.every((piece) => piece.isBold || !/\p{L}/u.test(piece.text))
  return {...first, text, x, width: right - x, size, isBold, endsLine: true}
}

function write(cluster: readonly Piece[]): string {
  const tokens: Token[] = []
  let left = Number.POSITIVE_INFINITY
  for (const piece of cluster) {
    const isMark = MARK.test(piece.text)
    if (!isMark && left - piece.x - piece.width > SPACE * piece.size) tokens.push({text: ' ', kind: 'blank'})
    tokens.push(...tokensOf(isMark ? piece.text.trim() : piece.text).reverse())
    left = Math.min(left, piece.x)
  }
  const ordered = inDirection(tokens)
  // Where the file names the text of its glyphs, brackets are told as they are read, and else as they look.
  const areRead = OPENS.test(
    ordered.find(({text, kind}) => kind === 'sign' && BRACKET.test(text))?.text ?? '',
  )
  return ordered
    .map(({text, kind}) => (kind === 'sign' && !areRead ? mirror(text) : text))
    .join('')
    .replace(/(^|\s)%(\d[\d.,]*)/gu, '$1$2%')
}

/** In the order of the page, from left to right. */
function tokensOf(text: string): Token[] {
  if (RIGHT_TO_LEFT.test(text)) return [{text: withMirrored(text), kind: 'right'}]
  const [, before = '', words = '', after = ''] = EDGED.exec(text) ?? []
  const kind = /\p{L}/u.test(words) ? 'left' : DIGITS.test(words) ? 'number' : 'sign'
  return [...signs(before), ...(words === '' ? [] : [{text: words, kind} as Token]), ...signs(after)]
}

function signs(text: string): Token[] {
  return [...text].map((sign) => ({text: sign, kind: sign.trim() === '' ? 'blank' : 'sign'}))
}

/** Turns the runs of the other direction, which are read from left to right. */
function inDirection(tokens: readonly Token[]): Token[] {
  const ordered: Token[] = []
  for (let at = 0; at < tokens.length; ) {
    const end = endOfRun(tokens, at)
    ordered.push(...tokens.slice(at, end).reverse())
    at = end
  }
  return ordered
}

/** Behind the last token, going left, that belongs to the run of words and numbers that begins here. */
function endOfRun(tokens: readonly Token[], start: number): number {
  if (!isLeft(tokens[start])) return start + 1
  let end = start + 1
  for (let at = end; at < tokens.length; at++) {
    const token = tokens[at] as Token
    if (token.kind === 'right') break
    if (!isLeft(token)) continue
    if (!keepsDirection(tokens.slice(end, at), token, tokens[end - 1] as Token)) break
    end = at + 1
  }
  return end
}

function isLeft(token: Token | undefined): boolean {
  return token?.kind === 'left' || token?.kind === 'number'
}

/**
 * Words go on over signs, numbers only over the signs that are set in numbers, and over the blanks of telephone numbers.
 * A number to the right of a word may come before or after it: behind a bar it is another matter, and is read first.
 */
function keepsDirection(between: readonly Token[], left: Token, right: Token): boolean {
  if (left.kind === 'left') return right.kind === 'left' || between.every(({text}) => !BAR.test(text))
  if (right.kind === 'left') return between.length === 0
  if (between.every(({kind}) => kind === 'blank')) return true
  return between.length === 1 && WITHIN_NUMBER.test(between[0]?.text ?? '')
}

/** pdf.js turns the words of a piece and leaves its brackets as they look on the page. */
function withMirrored(text: string): string {
  return /[()[\]{}]/u.test(text) && !/[A-Za-z]/u.test(text) ? [...text].map(mirror).join('') : text
}

function mirror(sign: string): string {
  return MIRRORED[sign] ?? sign
}

/** A piece without a word of either direction: nothing but numbers, signs and Latin words. */
function fromLeft(cluster: readonly Piece[]): string {
  return cluster
    .toReversed()
    .map(({text, x, size}, at, all) => {
      const before = all[at - 1]
      return before && x - before.x - before.width > SPACE * size ? ` ${text.trim()}` : text.trim()
    })
    .join('')
    .replaceAll(PICTURE, ' ')
}

/** The years of a period stand from right to left too, so that the later is on the left of the page. */
function writePeriod(text: string): string {
  const [, first, from = '', dash, second, to = ''] = PERIOD.exec(text) ?? []
  return first && Number(from) > Number(to) ? `${second}${dash}${first}` : text
}
