import {areIndependent, type Columns, findColumns} from './columns.js'
import {bringDatesHome, isDate} from './dates.js'
import {isRightToLeft} from './direction.js'
import {isSectionTitle} from './heading.js'
import {foldLabels} from './labels.js'
import type {Fragment} from './piece.js'

/** A page is out of order when so many fragments, and this share, stand above one that was drawn before them. */
const LEAST_INVERTED = 3
const INVERTED = 0.1
/** A page with more is a drawing or a table, and comparing all of them with each other takes too long. */
const MOST_FRAGMENTS = 1500
const LEAST_UPRIGHT = 0.9
const MOST_SHARED_ROWS = 0.4

/**
 * Puts a page's fragments in reading order. The order of drawing is right for nearly every generator, so it stays
 * but in two cases. One: the page has columns, each with headings or with lines at heights of its own, and the
 * drawing zigzags between them. Two: much is drawn above what was drawn before in the same column, as browsers do
 * that paint layer by layer.
 */
export function inReadingOrder(drawn: readonly Fragment[]): readonly Fragment[] {
  if (drawn.length > MOST_FRAGMENTS) return drawn
  const fragments = bringDatesHome(foldLabels(drawn))
  const upright = fragments.filter(({angle}) => angle === 0)
  if (upright.length < LEAST_UPRIGHT * fragments.length) return fragments
  const columns = findColumns(upright)
  const isRowByRow = columns !== undefined && zigzags(upright, columns) && areIndependent(columns)
  if (!isRowByRow && !isScrambled(upright)) return fragments
  if (!columns && !hasOneColumn(upright)) return fragments
  return [...byColumns(upright, columns), ...fragments.filter(({angle}) => angle !== 0)]
}

/** Sorting by rows would tear columns apart that no gutter was found between. */
function hasOneColumn(fragments: readonly Fragment[]): boolean {
  const rows = inRows(fragments)
  return (
    rows.filter((row) => row.filter((one) => !isDate(one)).length > 1).length < MOST_SHARED_ROWS * rows.length
  )
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

function zigzags(fragments: readonly Fragment[], {left, right}: Columns): boolean {
  const onLeft = new Set(left)
  const onRight = new Set(right)
  const beside = fragments.filter((one) => onLeft.has(one) || onRight.has(one))
  const switches = beside.filter(
    (one, index) => index > 0 && onLeft.has(one) !== onLeft.has(beside[index - 1] as Fragment),
  ).length
  return switches >= Math.max(4, 0.5 * Math.min(left.length, right.length))
}

/**
 * What stands above the columns, the left one, the right one and what stands below, each read the same way; where the
 * words run from right to left, so do the columns.
 */
function byColumns(fragments: readonly Fragment[], columns = findColumns(fragments)): Fragment[] {
  if (!columns) return inRows(fragments).flat()
  const {above, left, right, below} = columns
  if (isRightToLeft([...left, ...right].map(({text}) => text).join(''))) {
    return [...byColumns(above), ...byColumns(right), ...byColumns(left), ...byColumns(below)]
  }
  const title = titleOver([...left, ...right], left)
  const rest = right.filter((one) => !title.includes(one))
  return [...byColumns(above), ...title, ...byColumns(left), ...byColumns(rest), ...byColumns(below)]
}

/** A name in the page's largest letters stands over both columns, even where it is set at the head of the right one. */
function titleOver(fragments: readonly Fragment[], left: readonly Fragment[]): Fragment[] {
  const top = Math.min(...left.map(({y}) => y))
  const rows = inRows(fragments.filter(({y}) => y < top)).flat()
  const heading = rows.findIndex(({text}) => isSectionTitle(text))
  const above = heading < 0 ? rows : rows.slice(0, heading)
  const largest = Math.max(...fragments.map(({size}) => size))
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
