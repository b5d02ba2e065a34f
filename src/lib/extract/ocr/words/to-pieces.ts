import type {Piece} from '../../layout/piece.js'
import {IDEOGRAPHS, type MeasuredLine} from './measured-line.js'
import type {Word} from './word.js'

/** Points along the longer side of an A4 page, which every page is taken for. */
const PAGE_POINTS = 842
/** In multiples of the font size: ideographs with a wider gap between them stand apart. */
const IDEOGRAPH_GAP = 0.7
/** In multiples of the font size: digits and letters nearer to an ideograph belong to it, as in 2019年. */
const NO_GAP = 0.28
const CLOSING = /[,.;:!?)\]/]/
const OPENING = /[([/]/
const ALPHANUMERIC = /[A-Za-z0-9]/

/**
 * Words as the pieces that the layout puts in order.
 *
 * @param page pixels of the page
 */
export function toPieces(lines: readonly MeasuredLine[], page: {width: number; height: number}): Piece[] {
  const points = PAGE_POINTS / Math.max(page.width, page.height)
  return lines.flatMap((line) => {
    const words = joinIdeographs(line)
    return words.map((word, index) => ({
      // Tesseract knows words better than gaps do.
      text: index === 0 ? word.text : ` ${word.text}`,
      x: word.left * points,
      y: line.baseline * points,
      width: (word.right - word.left) * points,
      size: line.size * points,
      angle: 0,
      font: '',
      isBold: false,
      endsLine: index === words.length - 1,
    }))
  })
}

/** Tesseract gives nearly every ideograph as a word. */
function joinIdeographs({words, size}: MeasuredLine): Word[] {
  const joined: Word[] = []
  for (const word of words) {
    const last = joined.at(-1)
    if (last && areOneWord(last, word, size)) {
      joined[joined.length - 1] = {...last, text: last.text + word.text, right: word.right}
    } else joined.push(word)
  }
  return joined
}

/** Ideographs stand without blanks between them and the punctuation around them. */
function areOneWord(one: Word, next: Word, size: number): boolean {
  const [last, first] = [one.text.at(-1) ?? '', next.text[0] ?? '']
  const gap = next.left - one.right
  if (
    IDEOGRAPHS.test(last) !== IDEOGRAPHS.test(first) &&
    [last, first].some((sign) => ALPHANUMERIC.test(sign))
  ) {
    return gap < NO_GAP * size
  }
  const areIdeographs =
    (IDEOGRAPHS.test(last) && (IDEOGRAPHS.test(first) || CLOSING.test(first))) ||
    (OPENING.test(last) && IDEOGRAPHS.test(first))
  return areIdeographs && gap < IDEOGRAPH_GAP * size
}
