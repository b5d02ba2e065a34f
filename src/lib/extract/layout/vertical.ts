import type {Piece} from './piece.js'

/** Characters that are set above each other: ideographs, kana and the punctuation between them. */
const SET_UPRIGHT =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\u30fc\ufe10-\ufe4f\uff00-\uffef]$/u
/** A column of fewer may be a narrow cell of a table, and a page with fewer such letters is written across. */
const LEAST_LETTERS = 4
const LEAST_SHARE = 0.5
/** In multiples of the font size. */
const SAME_COLUMN = 0.1
const LEAST_STEP = 0.7
const MOST_STEP = 1.7
/** A wider step is between words. */
const WORD_STEP = 1.3
/** What is set across within a column, such as a year in Latin digits. */
const LONGEST_ACROSS = 4
/** Letters of one column, from the top down. */
type Column = Piece[]

/**
 * Turns vertical writing, where each letter stands under the one before and the next column to the left, so that every
 * column is a line from the left to the right and follows the column to its right. Pages written across stay as they are.
 */
export function turnVertical(pieces: readonly Piece[]): readonly Piece[] {
  const written = pieces.filter(({text}) => text.trim() !== '')
  const upright = written.filter(({text, angle}) => angle === 0 && SET_UPRIGHT.test(text.trim()))
  if (upright.length < Math.max(LEAST_LETTERS, LEAST_SHARE * written.length)) return pieces
  const columns = columnsOf(written)
  const set = columns.filter((column) => column.length >= LEAST_LETTERS).flat().length
  return set < LEAST_SHARE * written.length ? pieces : linesOf(columns)
}

function columnsOf(pieces: readonly Piece[]): Column[] {
  const columns: Column[] = []
  for (const piece of pieces) {
    const last = columns.at(-1)
    if (last && goesDown(last.at(-1) as Piece, piece)) last.push(piece)
    else columns.push([piece])
  }
  return columns
}

function goesDown(upper: Piece, lower: Piece): boolean {
  const size = Math.max(upper.size, lower.size)
  const step = (lower.y - upper.y) / size
  const isShort = [upper, lower].every(({text}) => text.trim().length <= LONGEST_ACROSS)
  return (
    isShort &&
    Math.abs(middleOf(upper) - middleOf(lower)) <= SAME_COLUMN * size &&
    step >= LEAST_STEP &&
    step <= MOST_STEP
  )
}

function middleOf({x, width}: Piece): number {
  return x + width / 2
}

/** Each column where a line would stand, in the order of reading; what ends and goes on in the next column at the same height is close to it. */
function linesOf(columns: readonly Column[]): Piece[] {
  const sorted = columns.toSorted(
    (a, b) => middleOf(b[0] as Piece) - middleOf(a[0] as Piece) || topOf(a) - topOf(b),
  )
  const right = Math.max(...columns.flat().map(({x, width}) => x + width))
  return sorted.flatMap((column) => {
    const [first] = column as [Piece]
    const text = column
      .map((piece, at) => blankBefore(column[at - 1], piece) + acrossForm(piece.text.trim()))
      .join('')
    const height = (column.at(-1) as Piece).y - first.y + first.size
    const x = first.y - first.size
    return {...first, text, x, y: right - middleOf(first), width: height, endsLine: true}
  })
}

/** Punctuation has forms of its own for vertical writing. */
function acrossForm(text: string): string {
  return text.replace(/[\ufe10-\ufe19\ufe30-\ufe48]/gu, (form) => form.normalize('NFKC'))
}

function topOf([first]: Column): number {
  return first?.y ?? 0
}

function blankBefore(above: Piece | undefined, {y, size}: Piece): string {
  return above && y - above.y > WORD_STEP * size ? '\u3000' : ''
}
