import type {Piece} from '../../layout/piece.js'
import type {Box} from './box.js'

/** Points. */
const SMALLEST = 1
const LARGEST = 8
const LEAST_ALIGNED = 2
const NEAR = 1
const SAME = 0.1
// In multiples of the font size.
const FARTHEST = 2.5
const LOWEST = 0.1
const HIGHEST = 0.7

/** Whether a filled shape is of the size and form of the dot before a list item. */
export function isDot({left, right, top, bottom}: Box): boolean {
  const [width, height] = [right - left, bottom - top]
  const isSmall = Math.min(width, height) >= SMALLEST && Math.max(width, height) <= LARGEST
  return isSmall && width < 1.5 * height && height < 1.5 * width
}

/**
 * Browsers draw the dots of lists instead of writing them. Where several stand at one x, each is written before the
 * piece that begins beside it.
 *
 * @param dots filled shapes in display coordinates
 */
export function writeDrawnBullets(pieces: readonly Piece[], dots: readonly Box[]): Piece[] {
  const aligned = dots.filter((dot) => dots.filter((other) => isLike(dot, other)).length >= LEAST_ALIGNED)
  const items = new Set(aligned.map((dot) => itemOf(dot, pieces)))
  return pieces.map((piece) => (items.has(piece) ? {...piece, text: `• ${piece.text}`} : piece))
}

/** Icons that stand above each other differ in size. */
function isLike(one: Box, other: Box): boolean {
  const differences = [
    one.right - one.left - other.right + other.left,
    one.bottom - one.top - other.bottom + other.top,
  ]
  return (
    Math.abs(one.left - other.left) <= NEAR && differences.every((difference) => Math.abs(difference) < SAME)
  )
}

/** The piece to the right of a dot, when nothing stands to its left. */
function itemOf({left, right, top, bottom}: Box, pieces: readonly Piece[]): Piece | undefined {
  const middle = (top + bottom) / 2
  const onLine = pieces.filter(
    ({text, angle, y, size}) =>
      text.trim() !== '' && angle === 0 && middle <= y - LOWEST * size && middle >= y - HIGHEST * size,
  )
  const first = onLine.filter(({x}) => x >= right).sort((a, b) => a.x - b.x)[0]
  if (!first || first.x - right > FARTHEST * first.size) return undefined
  const isTaken = onLine.some(({x, width}) => x < left && x + width > left - FARTHEST * first.size)
  return isTaken ? undefined : first
}
