/** An upright rectangle of pixels; right and bottom are the first ones outside. */
export interface Box {
  left: number
  top: number
  right: number
  bottom: number
}

export function widthOf({left, right}: Box): number {
  return right - left
}

export function heightOf({top, bottom}: Box): number {
  return bottom - top
}

/** How many pixels two boxes have in common from top to bottom, and from left to right; negative where they are apart. */
export function sharedHeight(one: Box, other: Box): number {
  return Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top)
}

export function sharedWidth(one: Box, other: Box): number {
  return Math.min(one.right, other.right) - Math.max(one.left, other.left)
}
