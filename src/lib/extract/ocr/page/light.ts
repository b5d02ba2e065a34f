import type {Grey} from './grey.js'

/** Pixels along a side of the squares that the ground is measured in. */
const CELL = 32
/** Paper whose brightness differs less than this between its darker and its lighter parts is evenly lit. */
const UNEVEN = 30
/** Ground darker than this is no paper in shadow but a dark field. */
const DARKEST_PAPER = 60
/** Share of paper among the squares below which this is no page. */
const LEAST_PAPER = 0.5
/** A square holds light letters when its lightest parts stand out by so much from its middle. */
const LIGHT_LETTERS = 25
/** Ground that differs by less belongs to one field. */
const SAME_FIELD = 20
/** What paper is brought to. */
const WHITE = 245

/**
 * Makes the paper of a photo equally white all over: divides by the light that falls on each part of it. Dark fields
 * with light letters are designs, not shadows, and stay as they are. A scan, whose light is even, is left alone.
 */
export function evenLight(page: Grey): Grey {
  const ground = groundOf(page)
  return isUneven(ground) ? divide(page, smooth(ground)) : page
}

/** A value for each square of a page. */
interface Squares {
  values: Float32Array
  columns: number
  rows: number
}

/** The brightness of the paper in each square; 0 where there is none. */
function groundOf(page: Grey): Squares {
  const columns = Math.ceil(page.width / CELL)
  const rows = Math.ceil(page.height / CELL)
  const values = new Float32Array(columns * rows)
  const inverse: number[] = []
  for (let at = 0; at < values.length; at++) {
    const {ground, isInverse} = square(page, at % columns, Math.floor(at / columns))
    values[at] = ground < DARKEST_PAPER ? 0 : ground
    if (isInverse) inverse.push(at)
  }
  const squares = {values, columns, rows}
  for (const at of inverse) clearField(squares, at)
  return squares
}

function square({data, width, height}: Grey, column: number, row: number) {
  const histogram = new Uint16Array(256)
  let count = 0
  for (let y = row * CELL; y < Math.min(height, (row + 1) * CELL); y += 2) {
    for (let x = column * CELL; x < Math.min(width, (column + 1) * CELL); x += 2) {
      const value = data[y * width + x] as number
      histogram[value] = (histogram[value] as number) + 1
      count += 1
    }
  }
  const [dark, middle, ground, light] = [0.05, 0.5, 0.75, 0.98].map((share) =>
    percentile(histogram, share * count),
  ) as [number, number, number, number]
  const isInverse = light - middle > LIGHT_LETTERS && light - middle > 1.5 * (middle - dark)
  return {ground: isInverse ? middle : ground, isInverse}
}

function percentile(histogram: Uint16Array, wanted: number): number {
  let seen = 0
  for (let value = 0; value < 256; value++) {
    seen += histogram[value] as number
    if (seen >= wanted) return value
  }
  return 255
}

/** Takes the whole field around a square of light letters out of the paper. */
function clearField(squares: Squares, start: number): void {
  const {values} = squares
  const ground = values[start] as number
  const waiting = [start]
  while (waiting.length > 0) {
    const at = waiting.pop() as number
    const value = values[at] as number
    if (value === 0 || Math.abs(value - ground) > SAME_FIELD) continue
    values[at] = 0
    waiting.push(...neighbours(squares, at))
  }
}

function neighbours({columns, rows}: Squares, at: number): number[] {
  const [column, row] = [at % columns, Math.floor(at / columns)]
  return [
    ...(column > 0 ? [at - 1] : []),
    ...(column < columns - 1 ? [at + 1] : []),
    ...(row > 0 ? [at - columns] : []),
    ...(row < rows - 1 ? [at + columns] : []),
  ]
}

function isUneven({values}: Squares): boolean {
  const paper = values.filter((value) => value > 0).sort()
  if (paper.length < LEAST_PAPER * values.length) return false
  const at = (share: number) => paper[Math.floor(share * (paper.length - 1))] as number
  return at(0.9) - at(0.1) > UNEVEN
}

/** Each square takes the mean of those around it, so that a letter or two in one do not show. */
function smooth({values, columns, rows}: Squares): Squares {
  const means = new Float32Array(values.length)
  for (let at = 0; at < values.length; at++) {
    if (values[at] === 0) {
      means[at] = WHITE
      continue
    }
    const around = neighbours({values, columns, rows}, at).map((one) => values[one] as number)
    const paper = [values[at] as number, ...around.filter((value) => value > 0)]
    means[at] = paper.reduce((sum, value) => sum + value, 0) / paper.length
  }
  return {values: means, columns, rows}
}

/** The light between the middles of four squares is interpolated, so that no edge appears. */
function divide({data, width, height}: Grey, {values, columns, rows}: Squares): Grey {
  const result = new Uint8Array(data.length)
  const light = new Float32Array(columns)
  for (let y = 0; y < height; y++) {
    const [top, bottom, down] = between(y, rows)
    for (let column = 0; column < columns; column++) {
      const above = values[top * columns + column] as number
      light[column] = above + down * ((values[bottom * columns + column] as number) - above)
    }
    for (let x = 0; x < width; x++) {
      const [left, right, along] = between(x, columns)
      const first = light[left] as number
      const there = first + along * ((light[right] as number) - first)
      const at = y * width + x
      result[at] = Math.min(255, ((data[at] as number) * WHITE) / there)
    }
  }
  return {data: result, width, height}
}

/** The squares whose middles a pixel lies between, and how far it is from the first to the second. */
function between(pixel: number, count: number): [number, number, number] {
  const at = Math.min(count - 1, Math.max(0, (pixel + 0.5) / CELL - 0.5))
  const first = Math.floor(at)
  return [first, Math.min(count - 1, first + 1), at - first]
}
