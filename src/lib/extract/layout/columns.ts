import {isHeading} from './heading.js'
import type {Fragment} from './piece.js'

const LEAST_LINES = 6
const LEAST_GUTTER = 8
const STEP = 2
/** Share of the fragments that may lie across the gutter, such as a name above both columns. */
const MOST_SPANNING = 0.2

interface Columns {
  left: Fragment[]
  right: Fragment[]
  gutter: number
}

/** A page is out of order when so many fragments, and this share, stand above one that was drawn before them. */
const LEAST_INVERTED = 5
const INVERTED = 0.25
const LEAST_UPRIGHT = 0.9
const MOST_SHARED_ROWS = 0.4

/**
 * Puts a page's fragments in reading order. The order of drawing is right for nearly every generator, so it stays
 * but in two cases. One: a gutter divides the page, the drawing zigzags over it, and either side has a section
 * heading of its own, which a column of dates has not. Two: much is drawn above what was drawn before in the same
 * column, as browsers do that paint layer by layer.
 */
export function inReadingOrder(fragments: readonly Fragment[]): readonly Fragment[] {
  const upright = fragments.filter(({angle}) => angle === 0)
  if (upright.length < LEAST_UPRIGHT * fragments.length) return fragments
  const columns = findColumns(upright)
  const isDivided = columns !== undefined && zigzags(upright, columns) && hasHeadings(upright, columns)
  if (!isDivided && !isScrambled(upright)) return fragments
  const turned = fragments.filter(({angle}) => angle !== 0)
  if (columns) return [...columnByColumn(upright, columns.gutter), ...turned]
  return hasOneColumn(upright) ? [...inRows(upright).flat(), ...turned] : fragments
}

/** Sorting by rows would tear columns apart that no gutter was found between. */
function hasOneColumn(fragments: readonly Fragment[]): boolean {
  const rows = inRows(fragments)
  return rows.filter((row) => row.length > 1).length < MOST_SHARED_ROWS * rows.length
}

function hasHeadings(fragments: readonly Fragment[], {left, right}: Columns): boolean {
  const body = medianSize(fragments)
  return [left, right].every((column) => column.some((one) => isHeading(one, body)))
}

function isScrambled(fragments: readonly Fragment[]): boolean {
  const inverted = fragments.filter((later, index) =>
    fragments
      .slice(0, index)
      .some((earlier) => earlier.y > later.y + later.size && areStacked(earlier, later)),
  )
  return inverted.length >= Math.max(LEAST_INVERTED, INVERTED * fragments.length)
}

/** Whether one stands over the other for at least half the width of the narrower. */
function areStacked(a: Fragment, b: Fragment): boolean {
  const shared = Math.min(a.right, b.right) - Math.max(a.x, b.x)
  return shared > 0.5 * Math.min(a.right - a.x, b.right - b.x)
}

function findColumns(fragments: readonly Fragment[]): Columns | undefined {
  const gutter = findGutter(fragments)
  if (gutter === undefined) return undefined
  const left = fragments.filter(({right}) => right <= gutter)
  const right = fragments.filter(({x}) => x >= gutter)
  const spanning = fragments.length - left.length - right.length
  if (left.length < LEAST_LINES || right.length < LEAST_LINES) return undefined
  if (spanning > MOST_SPANNING * fragments.length || !isAligned(right)) return undefined
  return sideBySide(left, right) ? {left, right, gutter} : undefined
}

/** The middle of the widest strip that the fewest fragments cross, between a fifth and four fifths of the width. */
function findGutter(fragments: readonly Fragment[]): number | undefined {
  const from = Math.min(...fragments.map(({x}) => x))
  const to = Math.max(...fragments.map(({right}) => right))
  const positions: number[] = []
  for (let x = from + 0.2 * (to - from); x < to - 0.2 * (to - from); x += STEP) positions.push(x)
  const crossings = positions.map((at) => fragments.filter(({x, right}) => x < at && right > at).length)
  const fewest = Math.min(...crossings)
  const strip = longestRun(crossings, fewest)
  if (strip.length * STEP < LEAST_GUTTER) return undefined
  return positions[strip.start + Math.floor(strip.length / 2)]
}

function longestRun(values: readonly number[], wanted: number): {start: number; length: number} {
  let best = {start: 0, length: 0}
  let length = 0
  for (const [index, value] of values.entries()) {
    length = value === wanted ? length + 1 : 0
    if (length > best.length) best = {start: index - length + 1, length}
  }
  return best
}

/** Text columns begin at a few xs; right-hand dates end at one x instead. */
function isAligned(column: readonly Fragment[]): boolean {
  return mostCommon(column.map(({x}) => x)) >= mostCommon(column.map(({right}) => right))
}

function mostCommon(positions: readonly number[]): number {
  const counts = new Map<number, number>()
  for (const position of positions) {
    const near = Math.round(position / 3)
    counts.set(near, (counts.get(near) ?? 0) + 1)
  }
  return Math.max(...counts.values())
}

function sideBySide(left: readonly Fragment[], right: readonly Fragment[]): boolean {
  const [topLeft, bottomLeft] = extent(left)
  const [topRight, bottomRight] = extent(right)
  const shared = Math.min(bottomLeft, bottomRight) - Math.max(topLeft, topRight)
  return shared > 0.4 * Math.min(bottomLeft - topLeft, bottomRight - topRight)
}

function extent(fragments: readonly Fragment[]): [number, number] {
  const heights = fragments.map(({y}) => y)
  return [Math.min(...heights), Math.max(...heights)]
}

function zigzags(fragments: readonly Fragment[], {left, right, gutter}: Columns): boolean {
  const sides = fragments
    .filter((one) => one.right <= gutter || one.x >= gutter)
    .map(({x}) => (x >= gutter ? 'right' : 'left'))
  const switches = sides.filter((side, index) => index > 0 && side !== sides[index - 1]).length
  return switches >= Math.max(4, 0.5 * Math.min(left.length, right.length))
}

/** Whatever crosses the gutter divides the page into bands; in each band the left column comes first. */
function columnByColumn(fragments: readonly Fragment[], gutter: number): Fragment[] {
  const rows = inRows(fragments).flat()
  const ordered = titleOver(rows, gutter)
  let left: Fragment[] = []
  let right: Fragment[] = []
  for (const fragment of rows.slice(ordered.length)) {
    if (fragment.right <= gutter) left.push(fragment)
    else if (fragment.x >= gutter) right.push(fragment)
    else {
      ordered.push(...left, ...right, fragment)
      left = []
      right = []
    }
  }
  return [...ordered, ...left, ...right]
}

/** A name in the page's largest letters stands over both columns, even where it is set at the head of the right one. */
function titleOver(rows: readonly Fragment[], gutter: number): Fragment[] {
  const first = rows.findIndex(({right}) => right <= gutter)
  const above = rows.slice(0, Math.max(0, first))
  const largest = Math.max(...rows.map(({size}) => size))
  return above.some(({size}) => size === largest) ? above : []
}

/** From top to bottom, and from left to right on each baseline. */
function inRows(fragments: readonly Fragment[]): Fragment[][] {
  const rows: Fragment[][] = []
  for (const fragment of fragments.toSorted((a, b) => a.y - b.y)) {
    const row = rows.at(-1)
    const first = row?.[0]
    if (row && first && fragment.y - first.y <= 0.25 * first.size) row.push(fragment)
    else rows.push([fragment])
  }
  return rows.map((row) => row.sort((a, b) => a.x - b.x))
}

function medianSize(fragments: readonly Fragment[]): number {
  const sizes = fragments.map(({size}) => size).sort((a, b) => a - b)
  return sizes[Math.floor(sizes.length / 2)] ?? 0
}
