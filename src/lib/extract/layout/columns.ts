import {isHeading} from './heading.js'
import type {Fragment} from './piece.js'

const LEAST_LINES = 6
const LEAST_GUTTER = 8
const STEP = 2
/** Share of the fragments that may lie across the gutter, such as a name above both columns. */
const MOST_SPANNING = 0.2
/** Share of a column's lines that begin at one and the same x. */
const LEAST_ALIGNED = 0.5

interface Columns {
  left: Fragment[]
  right: Fragment[]
  gutter: number
}

/**
 * Puts a page's fragments in reading order. The order of drawing is right for nearly every generator, so it stays
 * unless three things hold: a gutter divides the page, the drawing zigzags over it, and either side has a section
 * heading of its own, which a column of dates has not.
 */
export function inReadingOrder(fragments: readonly Fragment[]): readonly Fragment[] {
  if (fragments.some(({angle}) => angle !== 0)) return fragments
  const columns = findColumns(fragments)
  if (!columns || !zigzags(fragments, columns)) return fragments
  const body = medianSize(fragments)
  if (!columns.left.some((one) => isHeading(one, body))) return fragments
  if (!columns.right.some((one) => isHeading(one, body))) return fragments
  return columnByColumn(fragments, columns.gutter)
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

/** Text columns begin at one x; right-hand dates end at one x instead. */
function isAligned(column: readonly Fragment[]): boolean {
  const counts = new Map<number, number>()
  for (const {x} of column) counts.set(Math.round(x / 4), (counts.get(Math.round(x / 4)) ?? 0) + 1)
  return Math.max(...counts.values()) >= LEAST_ALIGNED * column.length
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
  const ordered: Fragment[] = []
  let left: Fragment[] = []
  let right: Fragment[] = []
  for (const fragment of fragments.toSorted((a, b) => a.y - b.y || a.x - b.x)) {
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

function medianSize(fragments: readonly Fragment[]): number {
  const sizes = fragments.map(({size}) => size).sort((a, b) => a - b)
  return sizes[Math.floor(sizes.length / 2)] ?? 0
}
