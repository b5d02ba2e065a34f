import type {Grey} from './grey.js'

/** Pixels along a side of the squares that the ground is measured in. */
const CELL = 32
/** Paper whose brightness differs less than this between its darker and its lighter parts is evenly lit. */
const UNEVEN = 30
/** Ground darker than this is no paper in shadow but a dark field. */
const DARKEST_PAPER = 60
/** Share of paper among the squares below which this is no page. */
const LEAST_PAPER = 0.5
/** How far letters stand out from their ground. */
const LETTERS = 25
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

/** What stands in a square. */
type Letters = 'dark' | 'light' | 'none'

/** The brightness of the paper in each square; 0 where there is none. */
function groundOf(page: Grey): Squares {
  const columns = Math.ceil(page.width / CELL)
  const rows = Math.ceil(page.height / CELL)
  const found = Array.from({length: columns * rows}, (_, at) =>
    square(page, at % columns, Math.floor(at / columns)),
  )
  const values = Float32Array.from(found, ({ground}) => (ground < DARKEST_PAPER ? 0 : ground))
  const squares = {values, columns, rows}
  const letters = found.map((one) => one.letters)
  const seen = new Set<number>()
  for (const [at, kind] of letters.entries()) {
    if (kind === 'light' && !seen.has(at)) clearDesign(squares, letters, fieldAround(squares, at, seen))
  }
  return squares
}

function square(
  {data, width, height}: Grey,
  column: number,
  row: number,
): {ground: number; letters: Letters} {
  const histogram = new Uint16Array(256)
  let count = 0
  for (let y = row * CELL; y < Math.min(height, (row + 1) * CELL); y += 2) {
    for (let x = column * CELL; x < Math.min(width, (column + 1) * CELL); x += 2) {
      const value = data[y * width + x] as number
      histogram[value] = (histogram[value] as number) + 1
      count += 1
    }
  }
  const at = (share: number) => percentile(histogram, share * count)
  const [dark, middle, light] = [at(0.02), at(0.5), at(0.98)]
  const [below, above] = [middle - dark, light - middle]
  if (above > LETTERS && above > 1.5 * below) return {ground: middle, letters: 'light'}
  return {ground: at(0.75), letters: below > LETTERS ? 'dark' : 'none'}
}

function percentile(histogram: Uint16Array, wanted: number): number {
  let seen = 0
  for (let value = 0; value < 256; value++) {
    seen += histogram[value] as number
    if (seen >= wanted) return value
  }
  return 255
}

/** The squares of about one brightness that are connected with this one. */
function fieldAround(squares: Squares, start: number, seen: Set<number>): number[] {
  const {values} = squares
  const ground = values[start] as number
  const field: number[] = []
  const waiting = [start]
  while (waiting.length > 0) {
    const at = waiting.pop() as number
    const value = values[at] as number
    if (seen.has(at) || value === 0 || Math.abs(value - ground) > SAME_FIELD) continue
    seen.add(at)
    field.push(at)
    waiting.push(...neighbours(squares, at))
  }
  return field
}

/** Takes a field that is written on in light letters out of the paper; edges of shadows look like such letters too. */
function clearDesign({values}: Squares, letters: readonly Letters[], field: readonly number[]): void {
  const count = (kind: Letters) => field.filter((at) => letters[at] === kind).length
  if (count('light') <= count('dark')) return
  for (const at of field) values[at] = 0
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
