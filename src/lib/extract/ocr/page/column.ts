import type {Box} from './box.js'
import type {Grey} from './grey.js'
import {shrink} from './shrink.js'

/** Cells along the longer side of the page that gutters are looked for in. */
const SIDE = 600
/** A cell that is so much darker than the paper has ink in it. */
const INK = 20
/** Share of the page's width that a gutter is wide at least; words and list items stand nearer to one another. */
const GUTTER = 0.013
/** Share of the page's height that nothing crosses a gutter on, and that a column is high at least. */
const LEAST_TALL = 0.35
const LEAST_COLUMN = 0.17
/** In heights of the lines below it. */
const TITLE = 1.4
/** Share of the page's width that the ink of a column is wide at least: marks of lists are narrower. */
const LEAST_WIDE = 0.12
/** As many rows as its neighbour has, in shares of each one's height, a column has too: dates at a margin have fewer. */
const LEAST_DENSE = 0.7
/** Cells with ink that make a row one of letters, and not of a rule that stands beside the column. */
const LETTERS = 3

/** Cells of the page, and where ink is: for each row the sums of ink cells up to each column. */
interface InkMap {
  width: number
  height: number
  factor: number
  /** `height` rows of `width + 1` sums. */
  sums: Uint16Array
}

/** Rows of cells; bottom is the first one below. */
interface Rows {
  top: number
  bottom: number
}

/** Columns of cells; to is the first one to the right. */
interface Side {
  from: number
  to: number
}

/** A part of the page without ink. */
type Gutter = Side & Rows

/**
 * The narrower of two columns of text with white between them; undefined where a page has one column. Tesseract joins
 * lines over a gutter or not as chance has it.
 *
 * @param page dark on light
 * @param paper shade of what is written on
 */
export function findColumn(page: Grey, paper: number): Box | undefined {
  const ink = inkOf(page, paper)
  const gutter = guttersOf(ink)
    .map((one) => belowTitle(ink, one))
    .find((one) => areColumns(ink, one))
  return gutter && boxOf(ink, gutter, page)
}

/** Without the line at a gutter's head that is so large: a gap between two of its words happens to be there. */
function belowTitle(ink: InkMap, gutter: Gutter): Gutter {
  const lines = sidesOf(ink, gutter).map((side) => linesOf(ink, side, gutter))
  const [left, right] = lines.map(([first]) => first)
  const usual = median(lines.flat().map(height))
  if (!left || !right || Math.max(left.top, right.top) >= Math.min(left.bottom, right.bottom)) return gutter
  const isTitle = [left, right].every((line) => height(line) >= TITLE * usual)
  return isTitle ? {...gutter, top: Math.max(left.bottom, right.bottom)} : gutter
}

/** The stretches of rows with ink. */
function linesOf(ink: InkMap, side: Side, {top, bottom}: Rows): Rows[] {
  const lines: Rows[] = []
  for (let y = top; y < bottom; y++) {
    if (inkBetween(ink, y, side) === 0) continue
    const last = lines.at(-1)
    if (last?.bottom === y) last.bottom = y + 1
    else lines.push({top: y, bottom: y + 1})
  }
  return lines
}

function median(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0
}

function sidesOf(ink: InkMap, gutter: Gutter): [left: Side, right: Side] {
  return [
    {from: 0, to: gutter.from},
    {from: gutter.to, to: ink.width},
  ]
}

function inkOf(page: Grey, paper: number): InkMap {
  const {data, width, height, factor} = shrink(page, SIDE)
  const sums = new Uint16Array((width + 1) * height)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const hasInk = (data[y * width + x] as number) < paper - INK
      sums[y * (width + 1) + x + 1] = (sums[y * (width + 1) + x] as number) + (hasInk ? 1 : 0)
    }
  }
  return {width, height, factor, sums}
}

function inkBetween({sums, width}: InkMap, y: number, {from, to}: Side): number {
  const row = y * (width + 1)
  return (sums[row + to] as number) - (sums[row + from] as number)
}

/** White strips, the longest first; neighbours of one length are one. */
function guttersOf(ink: InkMap): Gutter[] {
  const wide = Math.max(2, Math.round(GUTTER * ink.width))
  const gutters: Gutter[] = []
  for (let from = Math.round(LEAST_WIDE * ink.width); from + wide < (1 - LEAST_WIDE) * ink.width; from++) {
    const run = longestRun(ink, {from, to: from + wide})
    if (run.bottom - run.top < LEAST_TALL * ink.height) continue
    const last = gutters.at(-1)
    const isSame = last?.to === from + wide - 1 && last.top === run.top && last.bottom === run.bottom
    if (last && isSame) last.to = from + wide
    else gutters.push({from, to: from + wide, ...run})
  }
  return gutters.sort((one, other) => height(other) - height(one))
}

function height({top, bottom}: Rows): number {
  return bottom - top
}

/** The longest stretch of rows on which a strip is white, without white rows at either end. */
function longestRun(ink: InkMap, strip: Side): Rows {
  const whole = {from: 0, to: ink.width}
  let best = {top: 0, bottom: 0}
  let top: number | undefined
  for (let y = 0; y < ink.height; y++) {
    if (inkBetween(ink, y, strip) > 0) top = undefined
    else if (inkBetween(ink, y, whole) > 0) {
      top ??= y
      if (y + 1 - top > best.bottom - best.top) best = {top, bottom: y + 1}
    }
  }
  return best
}

function areColumns(ink: InkMap, gutter: Gutter): boolean {
  const sides = sidesOf(ink, gutter)
  const density = sides.map((side) => shareOfRows(ink, side, gutter))
  const isWide = sides.every((side) => inkWidth(ink, side, gutter) >= LEAST_WIDE * ink.width)
  return isWide && Math.min(...density) >= LEAST_DENSE * Math.max(...density)
}

/** Share of the rows between the first and the last with ink that have some. */
function shareOfRows(ink: InkMap, side: Side, {top, bottom}: Gutter): number {
  const rows = Array.from({length: bottom - top}, (_, row) => top + row).filter(
    (y) => inkBetween(ink, y, side) >= LETTERS,
  )
  const extent = (rows.at(-1) ?? 0) - (rows[0] ?? 0) + 1
  // A few words in one place are no column.
  return extent < LEAST_COLUMN * ink.height ? 0 : rows.length / extent
}

function inkWidth(ink: InkMap, {from, to}: Side, {top, bottom}: Gutter): number {
  let [first, last] = [to, from]
  for (let x = from; x < to; x++) {
    for (let y = top; y < bottom; y++) {
      if (inkBetween(ink, y, {from: x, to: x + 1}) === 0) continue
      first = Math.min(first, x)
      last = x + 1
      break
    }
  }
  return Math.max(0, last - first)
}

/** The narrower column, from the middle of the gutter to the page's border, cut between lines. */
function boxOf(ink: InkMap, gutter: Gutter, page: Grey): Box | undefined {
  const [left, right] = sidesOf(ink, gutter)
  const isLeft = inkWidth(ink, left, gutter) < inkWidth(ink, right, gutter)
  const isWritten = (y: number) => inkBetween(ink, y, isLeft ? left : right) > 0
  let {top, bottom} = gutter
  // The line at either end may be one that began, or goes on, beyond the gutter.
  if (top > 0) while (top < bottom && isWritten(top) && isWritten(top - 1)) top += 1
  if (bottom < ink.height) while (bottom > top && isWritten(bottom) && isWritten(bottom - 1)) bottom -= 1
  if (bottom - top < LEAST_COLUMN * ink.height) return undefined
  const middle = Math.round(((gutter.from + gutter.to) / 2) * ink.factor)
  return {
    left: isLeft ? 0 : middle,
    right: isLeft ? middle : page.width,
    top: top * ink.factor,
    bottom: Math.min(page.height, bottom * ink.factor),
  }
}
