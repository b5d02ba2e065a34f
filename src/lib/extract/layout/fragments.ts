import {isRightToLeft} from './direction.js'
import {spellOutLigatures} from './ligatures.js'
import {type Fragment, PICTURE, type Piece} from './piece.js'

// In multiples of the font size.
const SPACE = 0.2
/** pdf.js takes smaller gaps for spaces than anybody sets between words. */
const LEAST_SPACE = 0.13
/** From here on words stand in columns of their own, or at opposite ends of a line. */
export const WIDE_GAP = 1.8
/** From here on words in letters of another size or weight are no part of the same words, but stand beside them. */
const APART = 0.7
const OTHER_SIZE = 1.1
const OVERLAP = 1
const BASELINE_SHIFT = 0.6
const PICTURES = new RegExp(`\\s*${PICTURE}[\\s${PICTURE}]*`, 'gu')
const HAS_LETTER = /\p{L}/u
const FAKE_BOLD_SHIFT = 0.15
/** How many pieces back a second drawing of the same string is looked for. */
const FAKE_BOLD_REACH = 40

/** Joins the pieces of a page to fragments, in the order in which the page draws them. */
export function joinFragments(pieces: readonly Piece[]): Fragment[] {
  const fragments: Fragment[] = []
  let current: Fragment | undefined
  let spaced = false
  const runsLeft = isRightToLeft(pieces.map(({text}) => text).join(''))
  for (const piece of withoutFakeBold(pieces)) {
    if (piece.text.trim() === '') spaced ||= piece.width > LEAST_SPACE * piece.size && piece.text !== ''
    else {
      const joined = current && join(current, piece, runsLeft, spaced)
      if (!joined) {
        current = begin(piece)
        fragments.push(current)
      }
      spaced = false
    }
    if (piece.endsLine) {
      current = undefined
      spaced = false
    }
  }
  return fragments.map(cleaned).filter(({text}) => text !== '')
}

/** The runs of fragments that are set in several ways, in the place of these. */
export function splitIntoRuns(fragments: readonly Fragment[]): Fragment[] {
  return fragments.flatMap((fragment) => fragment.runs ?? fragment)
}

function cleaned(fragment: Fragment): Fragment {
  const text = spellOutLigatures(withoutPictures(fragment.text))
  return {...fragment, text, ...(fragment.runs && {runs: fragment.runs.map(cleaned)})}
}

/** Adds the piece to the fragment, where it stands beside it; tells whether it does. */
function join(fragment: Fragment, piece: Piece, runsLeft: boolean, spaced: boolean): boolean {
  const fromRight = (runsLeft || isRightToLeft(fragment.text)) && isRightToLeft(fragment.text + piece.text)
  const gap = fromRight ? gapBeside(fragment, piece) : gapBetween(fragment, piece)
  if (gap === undefined || gap > WIDE_GAP * fragment.size) return false
  if (fromRight) appendFromRight(fragment, piece, gap, spaced)
  else {
    const runs = runsWith(fragment, piece, gap, spaced)
    append(fragment, piece, gap, spaced)
    if (runs) fragment.runs = runs
  }
  return true
}

/** The fragment's runs when the piece is added; undefined while it has but one. */
function runsWith(fragment: Fragment, piece: Piece, gap: number, spaced: boolean): Fragment[] | undefined {
  const {runs = [{...fragment}]} = fragment
  const last = runs.at(-1) as Fragment
  if (gap > APART * Math.min(last.size, piece.size) && isSetApart(last, piece)) return [...runs, begin(piece)]
  if (fragment.runs) append(last, piece, gap, spaced)
  return fragment.runs
}

/** Whether they are set in letters that differ, as a heading's and those of the text beside it do. */
function isSetApart(fragment: Fragment, piece: Piece): boolean {
  if (!HAS_LETTER.test(fragment.text)) return false
  const [small, large] = [Math.min(fragment.size, piece.size), Math.max(fragment.size, piece.size)]
  return large > OTHER_SIZE * small || fragment.isBold !== piece.isBold
}

function withoutPictures(text: string): string {
  return text.includes(PICTURE) ? text.replace(PICTURES, ' ').trim() : text
}

function begin({text, x, y, width, size, angle, isBold}: Piece): Fragment {
  return {text: text.trimStart(), x, right: x + width, y, size, angle, isBold}
}

function append(fragment: Fragment, piece: Piece, gap: number, spaced: boolean) {
  const apart = spaced || gap > SPACE * Math.min(fragment.size, piece.size)
  fragment.isBold = weightOf(fragment, piece)
  fragment.text += apart && !fragment.text.endsWith(' ') ? ` ${piece.text.trimStart()}` : piece.text
  fragment.right = fragment.x + offsetAlong(fragment, piece) + piece.width
  // A superscript leaves the line where it is.
  if (piece.size > fragment.size) Object.assign(fragment, {size: piece.size, y: piece.y})
}

/** Words that run from right to left are drawn in the order of reading or in that of the page; either is told by where they stand. */
function appendFromRight(fragment: Fragment, piece: Piece, gap: number, spaced: boolean) {
  const [text, between] = [
    piece.text.trim(),
    spaced || gap > SPACE * Math.min(fragment.size, piece.size) ? ' ' : '',
  ]
  fragment.isBold = weightOf(fragment, piece)
  fragment.text = piece.x < fragment.x ? fragment.text + between + text : text + between + fragment.text
  fragment.x = Math.min(fragment.x, piece.x)
  fragment.right = Math.max(fragment.right, piece.x + piece.width)
  fragment.runs = undefined
}

/** The distance between a fragment and a piece on either side of it; undefined where it stands on another line. */
function gapBeside(fragment: Fragment, piece: Piece): number | undefined {
  const size = Math.max(fragment.size, piece.size)
  if (piece.angle !== 0 || fragment.angle !== 0 || Math.abs(piece.y - fragment.y) > BASELINE_SHIFT * size)
    return undefined
  const gap = Math.max(piece.x - fragment.right, fragment.x - piece.x - piece.width)
  return gap < -OVERLAP * size ? undefined : gap
}

/** A mark, such as the dot of a list, says nothing about the weight of the words beside it. */
function weightOf(fragment: Fragment, piece: Piece): boolean {
  if (!HAS_LETTER.test(piece.text)) return fragment.isBold
  return HAS_LETTER.test(fragment.text) ? fragment.isBold && piece.isBold : piece.isBold
}

/** The distance along the baseline from the fragment's end to the piece; undefined where it begins another line. */
function gapBetween(fragment: Fragment, piece: Piece): number | undefined {
  if (piece.angle !== fragment.angle) return undefined
  const size = Math.max(fragment.size, piece.size)
  if (Math.abs(offsetAcross(fragment, piece)) > BASELINE_SHIFT * size) return undefined
  const gap = offsetAlong(fragment, piece) - (fragment.right - fragment.x)
  return gap < -OVERLAP * size ? undefined : gap
}

function offsetAlong(from: Fragment, to: Piece): number {
  const radians = (from.angle * Math.PI) / 180
  return (to.x - from.x) * Math.cos(radians) + (to.y - from.y) * Math.sin(radians)
}

function offsetAcross(from: Fragment, to: Piece): number {
  const radians = (from.angle * Math.PI) / 180
  return (to.y - from.y) * Math.cos(radians) - (to.x - from.x) * Math.sin(radians)
}

/** Some programs make bold by drawing a string twice, a hair's breadth apart. */
function withoutFakeBold(pieces: readonly Piece[]): Piece[] {
  const kept: Piece[] = []
  for (const piece of pieces) {
    const at = drawnBefore(kept, piece)
    if (at === undefined) kept.push(piece)
    else {
      kept[at] = {...(kept[at] as Piece), isBold: true}
      if (piece.endsLine) endLine(kept)
    }
  }
  return kept
}

/** Where among the last pieces the same string stands in the same place. */
function drawnBefore(kept: readonly Piece[], piece: Piece): number | undefined {
  if (piece.text.trim() === '') return undefined
  const near = FAKE_BOLD_SHIFT * piece.size
  const at = kept.findLastIndex(
    ({text, x, y}, index) =>
      index >= kept.length - FAKE_BOLD_REACH &&
      text === piece.text &&
      Math.abs(x - piece.x) < near &&
      Math.abs(y - piece.y) < near,
  )
  return at < 0 ? undefined : at
}

function endLine(kept: Piece[]) {
  const last = kept.at(-1)
  if (last) kept[kept.length - 1] = {...last, endsLine: true}
}
