import type {Box} from './box.js'
import {heightOf, widthOf} from './box.js'
import type {Grey} from './grey.js'
import {shrink} from './shrink.js'

/** Cells along the longer side of the page that fields are looked for in. */
const SIDE = 600
/** Shades that differ by less from where an area begins belong to it; an area begins where nothing differs by more. */
const SAME_SHADE = 10
/** Of the longer side: what is less wide or high is a rule, a bar or a letter. */
const THINNEST = 1 / 75
/** Share of the rectangle that the area and what is written on it fill. */
const FILLED = 0.85
/** A row is one of the field's when the area crosses so much of its width. */
const ACROSS = 0.7
/** Cells from an edge at which the shades on both sides of it are compared; a shadow changes from one to the other. */
const BESIDE = 2
const FURTHER = 6
/** Least step in shade over an edge, and share of it that is there at once. */
const STEP = 6
const AT_ONCE = 0.75

/** A rectangle of one shade that is drawn on the page, such as a sidebar, or the band behind a name. */
export interface Field extends Box {
  shade: number
}

/** What a page is printed on. */
export interface Grounds {
  /** The shade of most of the page. */
  paper: number
  /** Larger ones first. */
  fields: Field[]
}

/** Areas of cells of about one shade. */
interface Area {
  shade: number
  size: number
  /** The first and the last cell of each row that it has cells in. */
  rows: Map<number, [first: number, last: number]>
}

/**
 * Finds the fields of a page whose lines are level. Shadows are none: they have no sharp edges; nor are photos, which
 * are not of one shade.
 */
export function findGrounds(page: Grey): Grounds {
  const small = shrink(page, SIDE)
  const areas = areasOf(small).sort((one, other) => other.size - one.size)
  const [largest, ...others] = areas
  const least = THINNEST * Math.max(small.width, small.height)
  const fields = others.flatMap((area) => {
    const field = rectangleOf(area)
    const isField = field && Math.min(widthOf(field), heightOf(field)) >= least && hasSharpEdges(small, field)
    return isField ? [enlarge(field, small.factor, page)] : []
  })
  const size = (field: Field) => widthOf(field) * heightOf(field)
  return {paper: largest?.shade ?? 255, fields: fields.sort((one, other) => size(other) - size(one))}
}

function areasOf(cells: Grey): Area[] {
  const seen = new Uint8Array(cells.data.length)
  const areas: Area[] = []
  for (let y = 1; y < cells.height - 1; y++) {
    for (let x = 1; x < cells.width - 1; x++) {
      const at = y * cells.width + x
      if (seen[at] === 0 && isFlat(cells, at)) areas.push(grow(cells, at, seen))
    }
  }
  return areas
}

/** Whether the cell and the eight around it are of one shade. */
function isFlat({data, width}: Grey, at: number): boolean {
  const shade = data[at] as number
  for (const row of [at - width, at, at + width]) {
    for (let cell = row - 1; cell <= row + 1; cell++) {
      if (Math.abs((data[cell] as number) - shade) > SAME_SHADE / 2) return false
    }
  }
  return true
}

function grow({data, width, height}: Grey, start: number, seen: Uint8Array): Area {
  const shade = data[start] as number
  const area: Area = {shade, size: 0, rows: new Map()}
  const waiting = [start]
  seen[start] = 1
  const take = (at: number) => {
    if (seen[at] !== 0 || Math.abs((data[at] as number) - shade) > SAME_SHADE) return
    seen[at] = 1
    waiting.push(at)
  }
  while (waiting.length > 0) {
    const at = waiting.pop() as number
    const x = at % width
    const y = (at - x) / width
    area.size += 1
    const row = area.rows.get(y)
    area.rows.set(y, row ? [Math.min(row[0], x), Math.max(row[1], x)] : [x, x])
    if (x > 0) take(at - 1)
    if (x < width - 1) take(at + 1)
    if (y > 0) take(at - width)
    if (y < height - 1) take(at + width)
  }
  return area
}

/** The rectangle that an area fills but for what is written on it; undefined where it has another form. */
function rectangleOf({shade, rows}: Area): Field | undefined {
  const extents = [...rows].sort(([one], [other]) => one - other)
  const left = median(extents.map(([, [first]]) => first))
  const right = median(extents.map(([, [, last]]) => last)) + 1
  const crossed = ([, [first, last]]: (typeof extents)[number]) =>
    Math.max(0, Math.min(last + 1, right) - Math.max(first, left))
  const own = extents.filter((row) => crossed(row) >= ACROSS * (right - left))
  const [top, bottom] = [own.at(0)?.[0] ?? 0, (own.at(-1)?.[0] ?? -1) + 1]
  const filled = own.reduce((sum, row) => sum + crossed(row), 0)
  if (filled < FILLED * (right - left) * (bottom - top) || filled === 0) return undefined
  return {shade, left, top, right, bottom}
}

/** Whether the shade changes at once along every side that is not the page's own. */
function hasSharpEdges(cells: Grey, {left, top, right, bottom}: Field): boolean {
  const {data, width, height} = cells
  const depth = (inside: number) => Math.min(FURTHER, Math.floor(inside / 2))
  const column = (x: number) => shadeAlong(top, bottom, (y) => data[y * width + x] as number)
  const row = (y: number) => shadeAlong(left, right, (x) => data[y * width + x] as number)
  const across = depth(right - left)
  const down = depth(bottom - top)
  return (
    isSharp(column, left, -1, across, width) &&
    isSharp(column, right - 1, 1, across, width) &&
    isSharp(row, top, -1, down, height) &&
    isSharp(row, bottom - 1, 1, down, height)
  )
}

/** @param outwards 1 or -1 */
function isSharp(
  shadeAt: (position: number) => number,
  edge: number,
  outwards: number,
  depth: number,
  length: number,
): boolean {
  const isOnPage = (position: number) => position >= 0 && position < length
  const near = edge + outwards * BESIDE
  if (!isOnPage(near)) return true
  const step = shadeAt(edge - outwards * Math.min(depth, BESIDE)) - shadeAt(near)
  const far = edge + outwards * FURTHER
  const whole = isOnPage(far) ? shadeAt(edge - outwards * depth) - shadeAt(far) : step
  return Math.abs(step) >= STEP && Math.abs(step) >= AT_ONCE * Math.abs(whole)
}

function shadeAlong(from: number, to: number, shadeAt: (position: number) => number): number {
  return median(Array.from({length: to - from}, (_, index) => shadeAt(from + index)))
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other)
  return sorted[Math.floor(sorted.length / 2)] ?? 0
}

/** A field in pixels of the page; what is next to the page's border reaches it. */
function enlarge({shade, left, top, right, bottom}: Field, factor: number, page: Grey): Field {
  const {data, width, height} = page
  const [fromY, toY, fromX, toX] = [top * factor, bottom * factor, left * factor, right * factor]
  const column = (x: number) => shadeAlong(fromY, toY, (y) => data[y * width + x] as number)
  const row = (y: number) => shadeAlong(fromX, toX, (x) => data[y * width + x] as number)
  const low = (edge: number, shadeAt: (position: number) => number, length: number) =>
    edge <= BESIDE * factor ? 0 : sharpest(edge, factor, shadeAt, length)
  const high = (edge: number, shadeAt: (position: number) => number, length: number) =>
    edge >= length - (BESIDE + 1) * factor ? length : sharpest(edge, factor, shadeAt, length)
  return {
    shade,
    left: low(fromX, column, width),
    top: low(fromY, row, height),
    right: high(toX, column, width),
    bottom: high(toY, row, height),
  }
}

/** Where the shade changes most near an edge that is known to a cell. */
function sharpest(edge: number, cell: number, shadeAt: (position: number) => number, length: number): number {
  let best = {position: edge, change: 0}
  const from = Math.max(1, edge - cell - 1)
  let before = shadeAt(from - 1)
  for (let position = from; position <= Math.min(length - 1, edge + cell + 1); position++) {
    const shade = shadeAt(position)
    if (Math.abs(shade - before) > best.change) best = {position, change: Math.abs(shade - before)}
    before = shade
  }
  return best.position
}
