import type {Piece} from '../../layout/piece.js'

/** In display coordinates, y growing downward. */
export interface Box {
  left: number
  right: number
  top: number
  bottom: number
}

export function toBox([x1 = 0, y1 = 0, x2 = 0, y2 = 0]: number[]): Box {
  return {left: Math.min(x1, x2), right: Math.max(x1, x2), top: Math.min(y1, y2), bottom: Math.max(y1, y2)}
}

/** Whether two boxes stand on one line or on lines that follow each other. */
export function isNear(a: Box | undefined, b: Box): boolean {
  if (!a) return false
  const height = Math.min(a.bottom - a.top, b.bottom - b.top)
  return Math.max(a.top, b.top) - Math.min(a.bottom, b.bottom) <= height
}

/** Whether a piece stands in a box, or the box in a part of the piece. */
export function overlaps({x, y, width, size, angle}: Piece, {left, right, top, bottom}: Box): boolean {
  if (angle !== 0) return x >= left && x <= right && y >= top && y <= bottom
  const middle = y - 0.3 * size
  const shared = Math.min(right, x + width) - Math.max(left, x)
  return middle >= top && middle <= bottom && shared > 0.3 * Math.min(width, right - left)
}
