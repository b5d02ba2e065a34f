import {isHeading, isSectionTitle} from './heading.js'
import type {Fragment} from './piece.js'

const LEAST_LINES = 6
const LEAST_GUTTER = 8
const STEP = 2
/** Points between lines that are set to begin at one x. */
const NEAR = 2

const FEW_MATES = 0.6
const NEARLY_ALL = 0.8
/** Characters on average; dates, places and the names of skills are short. */
const SHORT = 24
/** Share of a column's lines that begin, or end, where others do. */
const ALIGNED = 0.5
/** Share of lines that begin with a small letter, as the lines of a paragraph do. */
const PROSE = 0.25

/** Text on either side of a strip that nothing crosses, and what stands above and below the strip. */
export interface Columns {
  above: Fragment[]
  left: Fragment[]
  right: Fragment[]
  below: Fragment[]
}

/** A vertical line between two heights that no fragment crosses. */
interface Strip {
  at: number
  top: number
  bottom: number
  /** Fragments beside it. */
  beside: number
  /** How many neighbouring positions divide the same fragments. */
  width: number
}

/**
 * Finds the strip that divides the most text into two columns, each a text of its own.
 *
 * @param fragments upright ones
 */
export function findColumns(fragments: readonly Fragment[]): Columns | undefined {
  const rows = fragments.toSorted((a, b) => a.y - b.y)
  const strips = findStrips(rows).sort((a, b) => b.beside - a.beside || b.width - a.width)
  return strips.map((strip) => divide(rows, strip)).find(areColumns)
}

/** The columns' own headings, or lines at heights of their own, show that each is read by itself. */
export function areIndependent({left, right}: Columns): boolean {
  const body = medianSize([...left, ...right])
  const haveHeadings = [left, right].every((column) => column.some((one) => isHeading(one, body)))
  return haveHeadings || Math.max(shareOfMates(left, right), shareOfMates(right, left)) < FEW_MATES
}

function areColumns({left, right}: Columns): boolean {
  if (left.length < LEAST_LINES || right.length < LEAST_LINES) return false
  return (
    isFlush(left) &&
    isAligned(right) &&
    sideBySide(left, right) &&
    !isMargin(left, right) &&
    !isMargin(right, left) &&
    !isDivided(left, right) &&
    !isDivided(right, left)
  )
}

/** Headings of one side with nothing beside them on the other are those of both: the page is a table below each. */
function isDivided(column: readonly Fragment[], other: readonly Fragment[]): boolean {
  const titles = column.filter(({text}) => isSectionTitle(text))
  const isAlone = ({y, size}: Fragment) =>
    other.every((one) => one.y < y - size - 0.25 * one.size || one.y > y + one.size)
  return (
    titles.length > 1 &&
    titles.every(isAlone) &&
    shareOfMates(
      column.filter((one) => !titles.includes(one)),
      other,
    ) >= FEW_MATES
  )
}

/** Dates, places or labels beside a text: each stands on one of its lines, and headings are on one side only. */
function isMargin(notes: readonly Fragment[], text: readonly Fragment[]): boolean {
  const length = notes.reduce((sum, note) => sum + note.text.length, 0) / notes.length
  const isProse = notes.filter((note) => /^\p{Ll}/u.test(note.text)).length > PROSE * notes.length
  if (isProse || length > SHORT) return false
  const body = medianSize(text)
  const labels = notes.filter((note) => !isHeading(note, body))
  // A heading may stand above what it is the heading of.
  if (shareOfMates(labels.length > 0 ? labels : notes, text) < NEARLY_ALL) return false
  const headings = notes.length - labels.length
  return headings === 0 || headings >= NEARLY_ALL * notes.length || !hasHeadings(text, body)
}

/** One larger line may be the title of the page. */
function hasHeadings(column: readonly Fragment[], bodySize: number): boolean {
  const headings = column.filter((one) => isHeading(one, bodySize))
  return headings.length > 1 || headings.some(({text}) => isSectionTitle(text))
}

/** Share of the fragments that have one of the others on their baseline. */
function shareOfMates(some: readonly Fragment[], others: readonly Fragment[]): number {
  const mated = some.filter(({y, size}) => others.some((other) => Math.abs(other.y - y) <= 0.25 * size))
  return mated.length / some.length
}

function divide(rows: readonly Fragment[], strip: Strip): Columns {
  const {top, bottom} = withoutNotes(rows, strip)
  const beside = rows.filter(({y}) => y >= top && y <= bottom)
  return {
    above: rows.filter(({y}) => y < top),
    left: beside.filter(({right}) => right <= strip.at),
    right: beside.filter(({x}) => x >= strip.at),
    below: rows.filter(({y}) => y > bottom),
  }
}

/** Cuts rows with right-hand dates off either end of a strip: they end at the edge, and begin where no other line does. */
function withoutNotes(rows: readonly Fragment[], {at, top, bottom}: Strip): {top: number; bottom: number} {
  const right = rows.filter(({x, y}) => x >= at && y >= top && y <= bottom)
  const to = Math.max(...right.map((one) => one.right))
  const isShared = (x: number) => right.filter((one) => Math.abs(one.x - x) <= NEAR).length > 1
  const own = right.filter((one) => one.right < to - NEAR || isShared(one.x))
  const [first, last] = [own.at(0)?.y ?? top, own.at(-1)?.y ?? bottom]
  return {
    top: right.some(({y}) => y < first) ? first : top,
    bottom: right.some(({y}) => y > last) ? last : bottom,
  }
}

/** Strips between a tenth and nine tenths of the width, each at the middle of the positions that divide alike. */
function findStrips(rows: readonly Fragment[]): Strip[] {
  const from = Math.min(...rows.map(({x}) => x))
  const to = Math.max(...rows.map(({right}) => right))
  const found = new Map<string, {strip: Strip; positions: number[]}>()
  for (let at = from + 0.1 * (to - from); at < to - 0.1 * (to - from); at += STEP) {
    for (const strip of stripsAt(rows, at)) {
      const key = `${strip.top} ${strip.bottom} ${strip.width}`
      const same = found.get(key)
      if (same) same.positions.push(at)
      else found.set(key, {strip, positions: [at]})
    }
  }
  return [...found.values()]
    .filter(({positions}) => positions.length * STEP >= LEAST_GUTTER)
    .map(({strip, positions}) => ({
      ...strip,
      at: positions[Math.floor(positions.length / 2)] ?? strip.at,
      width: positions.length,
    }))
}

/** The stretches of a vertical line that no fragment crosses; `width` is the number of fragments to their left. */
function stripsAt(rows: readonly Fragment[], at: number): Strip[] {
  const strips: Strip[] = []
  let isCrossed = true
  for (const {x, right, y} of rows) {
    const crosses = x < at && right > at
    if (!crosses) {
      if (isCrossed) strips.push({at, top: y, bottom: y, beside: 0, width: 0})
      const strip = strips.at(-1) as Strip
      strip.bottom = y
      strip.beside += 1
      if (right <= at) strip.width += 1
    }
    isCrossed = crosses
  }
  return strips.filter(({beside}) => beside >= 2 * LEAST_LINES)
}

/** Text columns begin at a few xs; right-hand dates end at one x instead, and centred lines do neither. */
function isAligned(column: readonly Fragment[]): boolean {
  const [lefts, rights] = [column.map(({x}) => x), column.map(({right}) => right)]
  return mostCommon(lefts) >= mostCommon(rights) && shareInCommon(lefts) >= ALIGNED
}

/** Sidebars may be set flush right. */
function isFlush(column: readonly Fragment[]): boolean {
  return isAligned(column) || shareInCommon(column.map(({right}) => right)) >= ALIGNED
}

/** Share of the positions that are had at least three times. */
function shareInCommon(positions: readonly number[]): number {
  const near = (one: number) => positions.filter((other) => Math.abs(other - one) <= NEAR).length
  return positions.filter((one) => near(one) >= 3).length / positions.length
}

/** How many positions are near the one that is had most often. */
function mostCommon(positions: readonly number[]): number {
  return Math.max(
    ...positions.map((one) => positions.filter((other) => Math.abs(other - one) <= NEAR).length),
  )
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

export function medianSize(fragments: readonly Fragment[]): number {
  const sizes = fragments.map(({size}) => size).sort((a, b) => a - b)
  return sizes[Math.floor(sizes.length / 2)] ?? 0
}
