import {isRightToLeft} from './direction.js'
import {WIDE_GAP} from './fragments.js'
import type {Fragment, Line} from './piece.js'

const SAME_BASELINE = 0.25
/** A name in large letters is no part of the small line that happens to end beside it. */
const MOST_LARGER = 1.8
/** A group of notes beside the text, such as place and dates, is at most so many lines. */
const MOST_NOTES = 3

/** In points. */
const ALIGNED = 3
const YEAR = /\b(19|20)\d\d\b/

const POINT = /^\s*[•◦▪▸►◆○●■⋄∗‣⁃·*–—-]\s/u

/** Joins fragments that stand side by side to lines, and brings notes drawn later to the line that they belong to. */
export function joinLines(fragments: readonly Fragment[]): Line[] {
  return placeNotes(joinNeighbours(fragments))
}

function joinNeighbours(fragments: readonly Fragment[]): Line[] {
  const lines: Line[] = []
  for (const fragment of fragments) {
    const last = lines.at(-1)
    if (last && standsBeside(last, fragment))
      lines[lines.length - 1] = toLine(inDirection([...last.parts, fragment]))
    else lines.push(toLine([fragment]))
  }
  return lines
}

function standsBeside(a: Fragment, b: Fragment): boolean {
  if (a.angle !== 0 || b.angle !== 0) return false
  if (Math.max(a.size, b.size) > MOST_LARGER * Math.min(a.size, b.size) && areWorded(a, b)) return false
  if (Math.abs(a.y - b.y) > SAME_BASELINE * Math.max(a.size, b.size)) return false
  return a.right <= b.x + 1 || b.right <= a.x + 1
}

/** A mark before a line may be of any size. */
function areWorded(...fragments: Fragment[]): boolean {
  return fragments.every(({text}) => /\p{L}{2}/u.test(text))
}

/** From left to right, or from right to left where most of the words run so. */
function inDirection(fragments: readonly Fragment[]): Fragment[] {
  const fromLeft = fragments.toSorted((a, b) => a.x - b.x)
  return isRightToLeft(fragments.map(({text}) => text).join('')) ? fromLeft.reverse() : fromLeft
}

/** @param parts at least one */
export function toLine(parts: Fragment[]): Line {
  const [first] = parts as [Fragment]
  return {
    ...first,
    text: writeParts(parts),
    x: Math.min(...parts.map(({x}) => x)),
    right: Math.max(...parts.map(({right}) => right)),
    size: Math.max(...parts.map(({size}) => size)),
    isBold: parts.every(({isBold}) => isBold),
    parts,
  }
}

/** Parts with a wide gap between them are cells of a row: a tab stands for the gap. */
function writeParts(parts: readonly Fragment[]): string {
  return parts
    .map((part, index) => {
      const before = parts[index - 1]
      if (!before) return part.text
      const isWide =
        before.cellMiddle !== undefined ||
        Math.max(part.x - before.right, before.x - part.right) > WIDE_GAP * Math.max(before.size, part.size)
      return `${isWide ? '\t' : ' '}${part.text.trimStart()}`
    })
    .reduce((text, part) => text.trimEnd() + part)
}

/**
 * Some programs draw an entry first and then, going up again, the place and dates to its right. Such notes are moved
 * to their lines; a whole second column, which is longer, is not.
 */
function placeNotes(lines: readonly Line[]): Line[] {
  const placed: Line[] = []
  for (let index = 0; index < lines.length; ) {
    const notes = notesAt(lines, index)
    const hosts = notes.map((note) => hostOf(note, placed))
    if (notes.length > 0 && hosts.every((host) => host !== undefined)) {
      attach(placed, notes, hosts as number[])
      index += notes.length
    } else {
      const line = lines[index++] as Line
      const last = placed.at(-1)
      if (last && isCentredBeside(last, line) && !goesOn([line], lines[index]))
        placed[placed.length - 1] = toLine([...last.parts, ...line.parts])
      else placed.push(line)
    }
  }
  return placed
}

/** A date may stand halfway up two lines, of which the second was drawn just before. */
function isCentredBeside(line: Line, note: Line): boolean {
  if (line.angle !== 0 || note.angle !== 0 || note.x < line.right || !YEAR.test(note.text)) return false
  const rise = line.y - note.y
  return rise > SAME_BASELINE * note.size && rise < note.size
}

/** Notes beside the points of a list belong to the line above the list. */
function attach(placed: Line[], notes: readonly Line[], hosts: readonly number[]) {
  let inList = false
  let to = hosts[0] as number
  for (const [index, note] of notes.entries()) {
    const host = hosts[index] as number
    inList ||= index > 0 && POINT.test((placed[host] as Line).text)
    if (!inList) to = host
    placed[to] = toLine([...(placed[to] as Line).parts, ...note.parts])
  }
}

/** The lines from `start` that stand to the right of and not below the line before, up to where the text goes on. */
function notesAt(lines: readonly Line[], start: number): Line[] {
  const before = lines[start - 1]
  if (!before) return []
  const notes: Line[] = []
  for (const line of lines.slice(start, start + MOST_NOTES + 1)) {
    if (
      line.angle !== 0 ||
      POINT.test(line.text) ||
      line.x < before.x + 10 ||
      line.y > before.y + SAME_BASELINE * line.size
    )
      break
    if (notes.length > 0 && line.y <= (notes.at(-1) as Line).y) break
    notes.push(line)
  }
  const next = lines[start + notes.length]
  return notes.length <= MOST_NOTES && areNotes(notes) && !goesOn(notes, next) ? notes : []
}

/** More text below, at the same x, shows that the lines are not beside a text but one of their own. */
function goesOn(notes: readonly Line[], next: Line | undefined): boolean {
  const last = notes.at(-1)
  return last !== undefined && next?.angle === 0 && Math.abs(next.x - last.x) <= ALIGNED && next.y > last.y
}

/** Several lines are notes when one has a year, or all end, but do not begin, at one x; else they are a cell of a table. */
function areNotes(notes: readonly Line[]): boolean {
  if (notes.length === 1 || notes.some(({text}) => YEAR.test(text))) return true
  const [lefts, rights] = [notes.map(({x}) => x), notes.map(({right}) => right)]
  return spread(rights) < ALIGNED && spread(lefts) >= ALIGNED
}

function spread(values: readonly number[]): number {
  return Math.max(...values) - Math.min(...values)
}

/** The line among the last few that the note continues. */
function hostOf(note: Line, placed: readonly Line[]): number | undefined {
  for (let index = placed.length - 1; index >= 0; index--) {
    const line = placed[index] as Line
    if (standsBeside(line, note)) return line.right <= note.x + 1 ? index : undefined
    if (line.y < note.y - line.size) return undefined
  }
  return undefined
}
