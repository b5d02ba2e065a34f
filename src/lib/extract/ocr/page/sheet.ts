import {type Grey, otsuThreshold} from './grey.js'
import {shrink} from './shrink.js'

/** Pixels along the longer side at which the edges of a sheet are looked for. */
const SIDE = 500
/** Share of the picture that a sheet covers at least, and of its four-sided outline that is paper. */
const LEAST_SHARE = 0.25
const LEAST_FILLED = 0.88
/** What lies outside the outline is no more than this share of it; a round light has bulges. */
const MOST_OUTSIDE = 0.05
/** How far a corner must be from the picture's own, in shares of its sides, for the sheet to be cut out. */
const OFF_CORNER = 0.03
/** A side lies on the picture's border when its ends are no further from it, in shares of the picture's sides. */
const ON_BORDER = 0.015
/** What surrounds the sheet is so much darker. */
const LEAST_CONTRAST = 40

type Point = readonly [x: number, y: number]
/** Top left, top right, bottom right, bottom left. */
type Corners = readonly [Point, Point, Point, Point]

/**
 * Cuts a sheet of paper out of a photo of it and straightens what the camera's angle did to it. A picture without a
 * lighter four-sided sheet on darker ground is left as it is.
 */
export function cutOutSheet(picture: Grey): Grey {
  const corners = findSheet(picture)
  return corners ? unwarp(picture, corners) : picture
}

function findSheet(picture: Grey): Corners | undefined {
  const small = shrink(picture, SIDE)
  const threshold = otsuThreshold(small)
  const {sheet, size} = largestLightArea(small, threshold)
  if (size < LEAST_SHARE * sheet.length || !isOnDarkerGround(small, sheet)) return undefined
  const corners = cornersOf(sheet, small.width, small.height)
  const {width, height} = small
  const area = areaOf(corners)
  if (size < LEAST_FILLED * area || size > (1 + MOST_OUTSIDE) * area) return undefined
  if (!isApart(corners, width, height) || sidesOnBorder(corners, width, height) > 1) return undefined
  return corners.map(([x, y]) => [(x + 0.5) * small.factor, (y + 0.5) * small.factor]) as unknown as Corners
}

/** The largest area of connected light pixels, with what is written on it. */
function largestLightArea({data, width, height}: Grey, threshold: number) {
  const areas = new Int32Array(data.length)
  let largest = {area: 0, size: 0}
  let count = 0
  for (let start = 0; start < data.length; start++) {
    if (areas[start] !== 0 || (data[start] as number) <= threshold) continue
    count += 1
    const size = fillFrom(
      start,
      (at) => areas[at] === 0 && (data[at] as number) > threshold,
      width,
      height,
      (at) => {
        areas[at] = count
      },
    )
    if (size > largest.size) largest = {area: count, size}
  }
  return withHolesFilled(
    areas.map((area) => (area === largest.area ? 1 : 0)),
    width,
    height,
  )
}

/** Whatever cannot be reached from the picture's border without crossing the sheet lies on the sheet. */
function withHolesFilled(sheet: Int32Array, width: number, height: number) {
  const outside = new Uint8Array(sheet.length)
  const free = (at: number) => sheet[at] === 0 && outside[at] === 0
  const mark = (at: number) => {
    outside[at] = 1
  }
  for (let x = 0; x < width; x++) {
    for (const at of [x, (height - 1) * width + x]) if (free(at)) fillFrom(at, free, width, height, mark)
  }
  for (let y = 0; y < height; y++) {
    for (const at of [y * width, y * width + width - 1]) if (free(at)) fillFrom(at, free, width, height, mark)
  }
  const filled = outside.map((isOutside) => (isOutside ? 0 : 1))
  return {sheet: filled, size: filled.reduce((sum, value) => sum + value, 0)}
}

function fillFrom(
  start: number,
  belongs: (at: number) => boolean,
  width: number,
  height: number,
  mark: (at: number) => void,
): number {
  const waiting = [start]
  mark(start)
  let size = 0
  while (waiting.length > 0) {
    const at = waiting.pop() as number
    size += 1
    const x = at % width
    const y = (at - x) / width
    for (const next of [
      x > 0 ? at - 1 : -1,
      x < width - 1 ? at + 1 : -1,
      y > 0 ? at - width : -1,
      y < height - 1 ? at + width : -1,
    ]) {
      if (next < 0 || !belongs(next)) continue
      mark(next)
      waiting.push(next)
    }
  }
  return size
}

function isOnDarkerGround({data}: Grey, sheet: Uint8Array): boolean {
  let [inside, outside, around] = [0, 0, 0]
  for (let at = 0; at < data.length; at++) {
    if (sheet[at]) inside += data[at] as number
    else {
      outside += data[at] as number
      around += 1
    }
  }
  if (around === 0) return false
  return inside / (data.length - around) - outside / around > LEAST_CONTRAST
}

/** The sheet's points that lie furthest towards each corner of the picture. */
function cornersOf(sheet: Uint8Array, width: number, height: number): Corners {
  const furthest = (towards: (x: number, y: number) => number): Point => {
    let best: Point = [0, 0]
    let most = Number.NEGATIVE_INFINITY
    for (let y = 0; y < height; y++) {
      for (let x = 0; x < width; x++) {
        if (!sheet[y * width + x] || towards(x, y) <= most) continue
        most = towards(x, y)
        best = [x, y]
      }
    }
    return best
  }
  return [
    furthest((x, y) => -x - y),
    furthest((x, y) => x - y),
    furthest((x, y) => x + y),
    furthest((x, y) => y - x),
  ]
}

function areaOf(corners: Corners): number {
  let sum = 0
  for (const [index, [x, y]] of corners.entries()) {
    const [nextX, nextY] = corners[(index + 1) % 4] as Point
    sum += x * nextY - nextX * y
  }
  return Math.abs(sum) / 2
}

function isApart(corners: Corners, width: number, height: number): boolean {
  const own = [
    [0, 0],
    [width - 1, 0],
    [width - 1, height - 1],
    [0, height - 1],
  ] as const
  return corners.some(
    ([x, y], index) =>
      Math.abs(x - (own[index]?.[0] ?? 0)) > OFF_CORNER * width ||
      Math.abs(y - (own[index]?.[1] ?? 0)) > OFF_CORNER * height,
  )
}

/**
 * How many sides of the sheet are the picture's own. A sheet on a table has one at most; the white part of a page with
 * a dark band or sidebar has two or three, and what is written on the dark part must not be cut off.
 */
function sidesOnBorder(corners: Corners, width: number, height: number): number {
  const [topLeft, topRight, bottomRight, bottomLeft] = corners
  const isNear = (distance: number, side: number) => distance <= ON_BORDER * side
  return [
    [topLeft, topRight].every(([, y]) => isNear(y, height)),
    [topRight, bottomRight].every(([x]) => isNear(width - 1 - x, width)),
    [bottomRight, bottomLeft].every(([, y]) => isNear(height - 1 - y, height)),
    [bottomLeft, topLeft].every(([x]) => isNear(x, width)),
  ].filter(Boolean).length
}

/** Draws what lies between the corners as a rectangle. */
function unwarp({data, width, height}: Grey, corners: Corners): Grey {
  const [topLeft, topRight, bottomRight, bottomLeft] = corners
  const across = Math.round(Math.max(distance(topLeft, topRight), distance(bottomLeft, bottomRight)))
  const down = Math.round(Math.max(distance(topLeft, bottomLeft), distance(topRight, bottomRight)))
  const {a, b, d, e, g, h} = projection(corners)
  const result = new Uint8Array(across * down)
  for (let y = 0; y < down; y++) {
    const v = y / down
    for (let x = 0; x < across; x++) {
      const u = x / across
      const w = g * u + h * v + 1
      const fromX = (a * u + b * v + topLeft[0]) / w
      const fromY = (d * u + e * v + topLeft[1]) / w
      const left = Math.min(width - 2, Math.max(0, Math.floor(fromX)))
      const top = Math.min(height - 2, Math.max(0, Math.floor(fromY)))
      const [rx, ry] = [fromX - left, fromY - top]
      const at = top * width + left
      const upper = (data[at] as number) * (1 - rx) + (data[at + 1] as number) * rx
      const lower = (data[at + width] as number) * (1 - rx) + (data[at + width + 1] as number) * rx
      result[y * across + x] = upper * (1 - ry) + lower * ry
    }
  }
  return {data: result, width: across, height: down}
}

function distance([x, y]: Point, [otherX, otherY]: Point): number {
  return Math.hypot(x - otherX, y - otherY)
}

/** The projection of the unit square onto four corners (P. Heckbert, Fundamentals of Texture Mapping, 1989, 2.2.3). */
function projection([[x0, y0], [x1, y1], [x2, y2], [x3, y3]]: Corners) {
  const [dx1, dx2, sx] = [x1 - x2, x3 - x2, x0 - x1 + x2 - x3]
  const [dy1, dy2, sy] = [y1 - y2, y3 - y2, y0 - y1 + y2 - y3]
  const determinant = dx1 * dy2 - dx2 * dy1
  const g = (sx * dy2 - dx2 * sy) / determinant
  const h = (dx1 * sy - sx * dy1) / determinant
  return {a: x1 - x0 + g * x1, b: x3 - x0 + h * x3, d: y1 - y0 + g * y1, e: y3 - y0 + h * y3, g, h}
}
