import {type Grey, otsuThreshold} from './grey.js'
import {shrink} from './shrink.js'

/** Pixels along the longer side at which lines of text can still be told apart. */
const SIDE = 1400
/** Degrees to either side. */
const REACH = 20
const COARSE = 1
const FINE = 0.05
/** Ink that is looked at; more tells nothing new. */
const MOST_POINTS = 30_000
const LEAST_POINTS = 300
/** Lines that run up or down must stand out so much more than lines that run across. */
const CLEARLY = 1.6
/** How much sharper the lines must be at an angle than unturned. */
const WORTH = 1.02

export interface Skew {
  /** How far the lines fall to the right, in degrees; turning the picture back by so much levels them. */
  degrees: number
  /** The lines run up or down, it seems: lines that all begin with the same words look like that too. */
  isSideways: boolean
}

/**
 * Finds by how much lines of text are off the level: where all ink of a line falls on few rows, the profile of ink per
 * row is at its sharpest (W. Postl, 1986).
 */
export function findSkew(page: Grey): Skew {
  const {xs, ys, width, height} = inkOf(shrink(page, SIDE))
  if (xs.length < LEAST_POINTS) return {degrees: 0, isSideways: false}
  const across = sharpest(xs, ys, width, height)
  const upward = sharpest(ys, xs, height, width)
  const isSideways = upward.sharpness > CLEARLY * across.sharpness
  return isSideways
    ? {degrees: upward.degrees === 0 ? 0 : -upward.degrees, isSideways}
    : {degrees: across.degrees, isSideways}
}

interface Ink {
  xs: Float32Array
  ys: Float32Array
  width: number
  height: number
}

/** The dark pixels that have a light one above them: upper edges of letters, while pictures count little. */
function inkOf(page: Grey): Ink {
  const {data, width, height} = page
  const threshold = otsuThreshold(page)
  const found: number[] = []
  for (let y = 1; y < height; y++) {
    for (let x = 1; x < width; x++) {
      const at = y * width + x
      if ((data[at] as number) > threshold) continue
      if ((data[at - width] as number) > threshold || (data[at - 1] as number) > threshold) found.push(at)
    }
  }
  const step = Math.max(1, found.length / MOST_POINTS)
  const count = Math.floor(found.length / step)
  const xs = new Float32Array(count)
  const ys = new Float32Array(count)
  for (let index = 0; index < count; index++) {
    const at = found[Math.floor(index * step)] as number
    xs[index] = at % width
    ys[index] = Math.floor(at / width)
  }
  return {xs, ys, width, height}
}

function sharpest(xs: Float32Array, ys: Float32Array, width: number, height: number) {
  const measure = (degrees: number) => ({degrees, sharpness: sharpness(xs, ys, width, height, degrees)})
  const level = measure(0)
  let best = level
  const search = (from: number, to: number, step: number) => {
    for (let degrees = from; degrees <= to; degrees += step) {
      const one = measure(degrees)
      if (one.sharpness > best.sharpness) best = one
    }
  }
  search(-REACH, REACH, COARSE)
  search(best.degrees - COARSE, best.degrees + COARSE, COARSE / 4)
  search(best.degrees - COARSE / 4, best.degrees + COARSE / 4, FINE)
  return best.sharpness > WORTH * level.sharpness ? best : level
}

/** How much the ink changes from row to row, once the rows fall by so many degrees. */
function sharpness(
  xs: Float32Array,
  ys: Float32Array,
  width: number,
  height: number,
  degrees: number,
): number {
  const slope = Math.tan((degrees * Math.PI) / 180)
  const margin = Math.ceil(Math.abs(slope) * width) + 1
  const rows = new Float64Array(height + 2 * margin + 2)
  for (let index = 0; index < xs.length; index++) {
    const row = Math.floor((ys[index] as number) - slope * (xs[index] as number)) + margin
    rows[row] = (rows[row] as number) + 1
  }
  let sum = 0
  for (let row = 1; row < rows.length; row++) sum += ((rows[row] as number) - (rows[row - 1] as number)) ** 2
  return sum
}
