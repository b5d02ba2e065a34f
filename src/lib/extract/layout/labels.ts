import {isDate} from './dates.js'
import {joinsWords} from './hyphen.js'
import {isListItem} from './list-item.js'
import type {Fragment} from './piece.js'

const MOST_LINES = 5
/** Characters of a line. */
const LONGEST = 32
/** In multiples of the font size. */
const SAME_BASELINE = 0.25
const TIGHT = 1.6
const BLANK = 0.25
/** Points. */
const ALIGNED = 2
const SAME_SIZE = 1.05
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u
/** Single letters of an alphabet are no label. */
const LETTERS = /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}](\s\S)*$/u
const ONE_SYLLABLE = /^\p{Script=Hangul}$/u

/** Lines of a cell, each by its place in the order of drawing. */
interface Cell {
  at: number[]
  lines: Fragment[]
  /** What stands beside it, to its right or, where words run from right to left, to its left. */
  beside: Fragment | undefined
  isRowByRow: boolean
}

/** An edge that labels share, and where the text beside them begins. */
interface Margin {
  left: number
  right: number
  text: Fragment
}

/**
 * Makes one fragment of a label or a date that takes several lines beside a text, as "sept. 2013 –" over "août 2019"
 * or "Occupational" over "field": it stands on the baseline on which the text beside it begins.
 *
 * @param fragments in the order of drawing
 */
export function foldLabels(fragments: readonly Fragment[]): readonly Fragment[] {
  const page = new FoldedPage(fragments)
  page.foldLabels()
  return page.fragments()
}

class FoldedPage {
  readonly #drawn: readonly Fragment[]
  /** Undefined where a line has gone into the one above. */
  readonly #folded: (Fragment | undefined)[]
  readonly #margins: Margin[] = []

  constructor(drawn: readonly Fragment[]) {
    this.#drawn = drawn
    this.#folded = [...drawn]
  }

  fragments(): readonly Fragment[] {
    return this.#margins.length === 0 ? this.#drawn : this.#folded.filter((one) => one !== undefined)
  }

  /** From the last on, so that the next cell of a row is folded before its neighbours ask where it begins. */
  foldLabels() {
    for (let at = this.#drawn.length - 1; at >= 0; at--) {
      const cell = cellAt(this.#folded, at)
      if (!cell) this.#raise(at)
      else if (cell.beside && isLabel(cell)) {
        this.#margins.push({...extent(cell.lines), text: cell.beside})
        this.#fold(cell, cell.beside.y)
      }
    }
    if (this.#margins.length === 0) return
    for (let at = 0; at < this.#drawn.length; at++) {
      const cell = cellAt(this.#folded, at)
      if (!cell || cell.beside) continue
      if (isAloneInMargin(cell, this.#margins) || this.#endsRow(at, cell)) this.#fold(cell, topOf(cell))
    }
  }

  #fold({at, lines}: Cell, y: number) {
    const [first, ...rest] = at as [number, ...number[]]
    const text = lines.map((line) => line.text).reduce(joinLines)
    const {left, right} = extent(lines)
    const cellMiddle = middleOf(lines)
    this.#folded[first] = {...(lines[0] as Fragment), x: left, right, y, text, runs: undefined, cellMiddle}
    for (const index of rest) this.#folded[index] = undefined
  }

  /** Brings a cell of one line to the baseline of the next cell, beside whose middle it stands. */
  #raise(at: number) {
    const single = this.#folded[at]
    const next = this.#folded.slice(at + 1).find((one) => one !== undefined)
    const above = this.#drawn[at - 1]
    if (!single || next?.cellMiddle === undefined || single.right > next.x) return
    if (above && standsUnder(above, single)) return
    if (Math.abs(single.y - next.cellMiddle) > SAME_BASELINE * single.size) return
    this.#folded[at] = {...single, y: next.y, cellMiddle: next.cellMiddle}
  }

  /** Whether two cells of the same row were drawn right before, so that this is the last of a table with several columns. */
  #endsRow(at: number, {lines}: Cell): boolean {
    const before = this.#folded
      .slice(0, at)
      .filter((one) => one !== undefined)
      .slice(-2)
    const isInRow = ({cellMiddle, y, right}: Fragment) =>
      cellMiddle !== undefined &&
      right < extent(lines).left &&
      Math.abs(y - (lines[0] as Fragment).y) < SAME_BASELINE * (lines[0] as Fragment).size
    return before.length === 2 && before.every(isInRow) && lines.every(({text}) => text.length <= LONGEST)
  }
}

function topOf({lines}: Cell): number {
  return (lines[0] as Fragment).y
}

function middleOf(lines: readonly Fragment[]): number {
  return ((lines[0] as Fragment).y + (lines.at(-1) as Fragment).y) / 2
}

function joinLines(text: string, next: string): string {
  if (joinsWords(text, next, '')) return text.slice(0, -1) + next
  const isUnspaced = UNSPACED.test(text.slice(-1)) || ONE_SYLLABLE.test(next) || /\S[-–—]$/u.test(text)
  return isUnspaced ? text + next : `${text} ${next}`
}

/** The lines that stand close under each other from this fragment on, where they are at least two and not a whole text. */
function cellAt(fragments: readonly (Fragment | undefined)[], start: number): Cell | undefined {
  const [at, lines]: [number[], Fragment[]] = [[], []]
  let beside: Fragment | undefined
  let isRowByRow = false
  let next = start
  for (; next < fragments.length && lines.length <= MOST_LINES; next++) {
    const fragment = fragments[next]
    const last = lines.at(-1)
    if (!fragment) continue
    if (!last || standsUnder(last, fragment)) {
      isRowByRow = beside !== undefined
      at.push(next)
      lines.push(fragment)
    } else if (lines.length > 0 && standsBeside(last, fragment))
      beside ??= lines.length === 1 ? fragment : undefined
    else break
  }
  if (lines.length < 2 || lines.length > MOST_LINES) return undefined
  const after = fragments.slice(next, next + 2 * MOST_LINES).filter((fragment) => fragment !== undefined)
  const above = fragments
    .slice(Math.max(0, start - MOST_LINES), start)
    .findLast((fragment) => fragment !== undefined)
  const isHead = !above || !standsUnder(above, lines[0] as Fragment)
  return {at, lines, beside: beside ?? besideCell(lines, after, isHead), isRowByRow}
}

function standsUnder(upper: Fragment, lower: Fragment): boolean {
  if (upper.angle !== 0 || lower.angle !== 0 || upper.isBold !== lower.isBold || lower.runs) return false
  const [small, large] = [Math.min(upper.size, lower.size), Math.max(upper.size, lower.size)]
  const drop = lower.y - upper.y
  return large <= SAME_SIZE * small && drop > 0.8 * small && drop <= TIGHT * large && areAligned(upper, lower)
}

function areAligned(a: Fragment, b: Fragment): boolean {
  const centre = ({x, right}: Fragment) => (x + right) / 2
  return [a.x - b.x, a.right - b.right, centre(a) - centre(b)].some((shift) => Math.abs(shift) <= ALIGNED)
}

function standsBeside(a: Fragment, b: Fragment): boolean {
  const isOnLine = Math.abs(a.y - b.y) <= SAME_BASELINE * Math.max(a.size, b.size)
  return b.angle === 0 && isOnLine && (b.x > a.right || b.right < a.x)
}

/** The next cell, where it begins on the first line's baseline or its middle is at the same height. */
function besideCell(
  lines: readonly Fragment[],
  [next, ...after]: readonly Fragment[],
  isHead: boolean,
): Fragment | undefined {
  const {left, right} = extent(lines)
  const first = lines[0] as Fragment
  if (next?.angle !== 0 || (next.x < right && next.right > left)) return undefined
  if (standsBeside(first, next)) return next
  if (!isHead) return undefined
  let bottom = next
  for (const fragment of after) {
    if (!standsUnder(bottom, fragment)) break
    bottom = fragment
  }
  const middle = next.cellMiddle ?? middleOf([next, bottom])
  const isCentred = Math.abs(middle - middleOf(lines)) <= SAME_BASELINE * first.size
  return isCentred ? next : undefined
}

/** Whether the lines are one date or one phrase that had no room on a line, and not several words under each other. */
function isLabel({lines, beside, isRowByRow}: Cell): boolean {
  const [first, ...rest] = lines as [Fragment, ...Fragment[]]
  if (lines.some(({text}) => text.length > LONGEST) || !beside || isDate(beside)) return false
  if (lines.every(({text}) => LETTERS.test(text)) || lines.some(({text}) => isListItem(text))) return false
  const isPeriod = isDate(first)
  if (isRowByRow) return isPeriod && rest.every((line, at) => goesOn(lines[at] as Fragment, line, undefined))
  return isPeriod || rest.every((line, at) => goesOn(lines[at] as Fragment, line, beside))
}

/** Whether the second line goes on with the phrase of the first. */
function goesOn(line: Fragment, next: Fragment, beside: Fragment | undefined): boolean {
  if (/[-–—/,&:]$/u.test(line.text) || /^[\p{Ll}(]/u.test(next.text)) return true
  if (!beside) return false
  if (ONE_SYLLABLE.test(next.text)) return true
  const letter = (next.right - next.x) / next.text.length
  const [word = ''] = /^\S+/u.exec(next.text) ?? []
  const room = beside.x > line.right ? beside.x - line.right : line.x - beside.right
  return room < (word.length + 1) * letter + BLANK * next.size
}

/** A heading or label with no text beside it. */
function isAloneInMargin({lines}: Cell, margins: readonly Margin[]): boolean {
  const {left, right} = extent(lines)
  const isIn = (margin: Margin) =>
    (Math.abs(margin.left - left) <= ALIGNED || Math.abs(margin.right - right) <= ALIGNED) &&
    (right < margin.text.x || left > margin.text.right)
  const isShort = lines.every(({text}) => text.length <= LONGEST)
  return (
    isShort &&
    margins.some(isIn) &&
    lines.slice(1).every((line, at) => goesOn(lines[at] as Fragment, line, undefined))
  )
}

function extent(lines: readonly Fragment[]): {left: number; right: number} {
  return {left: Math.min(...lines.map(({x}) => x)), right: Math.max(...lines.map(({right}) => right))}
}
