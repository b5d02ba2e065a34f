import {spellOutLigatures} from './ligatures.js'
import type {Fragment, Piece} from './piece.js'

// In multiples of the font size.
const SPACE = 0.2
/** pdf.js takes smaller gaps for spaces than anybody sets between words. */
const LEAST_SPACE = 0.13
const WIDE_GAP = 1.8
const OVERLAP = 1
const BASELINE_SHIFT = 0.6
const FAKE_BOLD_SHIFT = 0.15
/** How many pieces back a second drawing of the same string is looked for. */
const FAKE_BOLD_REACH = 40

/** Joins the pieces of a page to fragments, in the order in which the page draws them. */
export function joinFragments(pieces: readonly Piece[]): Fragment[] {
  const fragments: Fragment[] = []
  let current: Fragment | undefined
  let spaced = false
  for (const piece of withoutFakeBold(pieces)) {
    if (piece.text.trim() === '') spaced ||= piece.width > LEAST_SPACE * piece.size && piece.text !== ''
    else {
      const gap = current && gapBetween(current, piece)
      if (current && gap !== undefined && gap <= WIDE_GAP * current.size) append(current, piece, gap, spaced)
      else {
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
  for (const fragment of fragments) fragment.text = spellOutLigatures(fragment.text)
  return fragments
}

function begin({text, x, y, width, size, angle, font}: Piece): Fragment {
  return {text: text.trimStart(), x, right: x + width, y, size, angle, font}
}

function append(fragment: Fragment, piece: Piece, gap: number, spaced: boolean) {
  const apart = spaced || gap > SPACE * Math.min(fragment.size, piece.size)
  fragment.text += apart && !fragment.text.endsWith(' ') ? ` ${piece.text.trimStart()}` : piece.text
  fragment.right = fragment.x + offsetAlong(fragment, piece) + piece.width
  // A superscript leaves the line where it is.
  if (piece.size > fragment.size) Object.assign(fragment, {size: piece.size, y: piece.y})
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
    if (!isDrawnTwice(kept, piece)) kept.push(piece)
    else if (piece.endsLine) endLine(kept)
  }
  return kept
}

function isDrawnTwice(kept: readonly Piece[], piece: Piece): boolean {
  if (piece.text.trim() === '') return false
  const near = FAKE_BOLD_SHIFT * piece.size
  return kept
    .slice(-FAKE_BOLD_REACH)
    .some(
      ({text, x, y}) => text === piece.text && Math.abs(x - piece.x) < near && Math.abs(y - piece.y) < near,
    )
}

function endLine(kept: Piece[]) {
  const last = kept.at(-1)
  if (last) kept[kept.length - 1] = {...last, endsLine: true}
}
