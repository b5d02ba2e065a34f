import type {Fragment, Line} from './piece.js'

const SAME_BASELINE = 0.25
/** A group of notes beside the text, such as place and dates, is at most so many lines. */
const MOST_NOTES = 3

const POINT = /^\s*[•◦▪▸►◆○●■⋄∗‣⁃·*–—-]\s/u

/** Joins fragments that stand side by side to lines, and brings notes drawn later to the line that they belong to. */
export function joinLines(fragments: readonly Fragment[]): Line[] {
  return placeNotes(joinNeighbours(fragments))
}

function joinNeighbours(fragments: readonly Fragment[]): Line[] {
  const lines: Line[] = []
  for (const fragment of fragments) {
    const last = lines.at(-1)
    if (last && standsBeside(last, fragment)) lines[lines.length - 1] = join(last, fragment)
    else lines.push(fragment)
  }
  return lines
}

function standsBeside(a: Fragment, b: Fragment): boolean {
  if (a.angle !== 0 || b.angle !== 0) return false
  if (Math.abs(a.y - b.y) > SAME_BASELINE * Math.max(a.size, b.size)) return false
  return a.right <= b.x + 1 || b.right <= a.x + 1
}

function join(a: Fragment, b: Fragment): Line {
  const [first, second] = a.x <= b.x ? [a, b] : [b, a]
  const text = `${first.text.trimEnd()} ${second.text.trimStart()}`
  return {...first, text, right: second.right, size: Math.max(a.size, b.size)}
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
    } else placed.push(lines[index++] as Line)
  }
  return placed
}

/** Notes beside the points of a list belong to the line above the list. */
function attach(placed: Line[], notes: readonly Line[], hosts: readonly number[]) {
  let inList = false
  let to = hosts[0] as number
  for (const [index, note] of notes.entries()) {
    const host = hosts[index] as number
    inList ||= index > 0 && POINT.test((placed[host] as Line).text)
    if (!inList) to = host
    placed[to] = join(placed[to] as Line, note)
  }
}

/** The lines from `start` that stand to the right of and not below the line before, up to where the text goes on. */
function notesAt(lines: readonly Line[], start: number): Line[] {
  const before = lines[start - 1]
  if (!before) return []
  const notes: Line[] = []
  for (const line of lines.slice(start, start + MOST_NOTES + 1)) {
    if (line.angle !== 0 || line.x < before.x + 10 || line.y > before.y + SAME_BASELINE * line.size) break
    if (notes.length > 0 && line.y <= (notes.at(-1) as Line).y) break
    notes.push(line)
  }
  return notes.length <= MOST_NOTES ? notes : []
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
