import type {MeasuredLine} from './measured-line.js'

/** In multiples of the font size: lines whose feet are no further apart stand on one line. */
const SAME_BASELINE = 0.35
/** Share of the width of all text that notes, such as dates, are wide at most. */
const NARROW = 0.35
/** Share of a block's lines that must stand beside another line. */
const MOST = 0.75
/** In multiples of the font size: margins that differ by less are one. */
const ALIGNED = 0.7
/** A block of so many lines is a column of its own unless it has gaps. */
const FEW = 3
/** Notes fill at most this share of the lines that there is room for. */
const SPARSE = 0.7
const LEADING = 1.2

/**
 * Tesseract takes the dates at the margin for a column and gives them after, or before, the whole text. They are
 * brought to the lines that they stand beside; a real column, whose lines are as close as its neighbour's, is left.
 */
export function bringNotesToLines(lines: readonly MeasuredLine[]): MeasuredLine[] {
  const width = Math.max(...lines.map(({right}) => right)) - Math.min(...lines.map(({left}) => left))
  const hosts = new Map<MeasuredLine, MeasuredLine>()
  for (const block of columnsOf(blocksOf(lines))) {
    const found = hostsOf(block, lines, width)
    for (const [note, host] of found) if (!hosts.has(host)) hosts.set(note, host)
  }
  const free = lines.filter((line) => !hosts.has(line))
  return free.flatMap((line) => [line, ...lines.filter((note) => hosts.get(note) === line)].sort(byLeft))
}

function byLeft(one: MeasuredLine, other: MeasuredLine): number {
  return one.left - other.left
}

function blocksOf(lines: readonly MeasuredLine[]): MeasuredLine[][] {
  const blocks = new Map<number, MeasuredLine[]>()
  for (const line of lines) blocks.set(line.block, [...(blocks.get(line.block) ?? []), line])
  return [...blocks.values()].sort((one, other) => one.length - other.length)
}

/** Blocks one above the other that begin, or end, at one margin: a column that Tesseract has cut to pieces. */
function columnsOf(blocks: readonly MeasuredLine[][]): MeasuredLine[][] {
  const columns: MeasuredLine[][] = []
  for (const block of blocks) {
    const column = columns.find((one) => areAligned(one, block))
    if (column) column.push(...block)
    else columns.push([...block])
  }
  return columns
}

function areAligned(one: readonly MeasuredLine[], other: readonly MeasuredLine[]): boolean {
  const [a, b] = [edgesOf(one), edgesOf(other)]
  return Math.min(Math.abs(a.left - b.left), Math.abs(a.right - b.right)) <= ALIGNED * a.size
}

function edgesOf(lines: readonly MeasuredLine[]) {
  return {
    left: Math.min(...lines.map(({left}) => left)),
    right: Math.max(...lines.map(({right}) => right)),
    size: lines[0]?.size ?? 0,
  }
}

/** The lines that a block's lines stand beside; empty where the block is no notes. */
function hostsOf(block: readonly MeasuredLine[], lines: readonly MeasuredLine[], width: number) {
  const none: [MeasuredLine, MeasuredLine][] = []
  if (block.some(({left, right}) => right - left > NARROW * width)) return none
  const found = block.flatMap((line) => {
    const host = hostOf(line, lines)
    return host ? [[line, host] as [MeasuredLine, MeasuredLine]] : []
  })
  if (found.length < MOST * block.length) return none
  if (block.length > FEW && block.length > SPARSE * roomFor(block)) return none
  return found
}

/** The nearest line of another block on the same baseline, if it is longer. */
function hostOf(line: MeasuredLine, lines: readonly MeasuredLine[]): MeasuredLine | undefined {
  const apart = (other: MeasuredLine) => Math.max(other.left - line.right, line.left - other.right)
  return lines
    .filter(
      (other) =>
        other.block !== line.block &&
        Math.abs(other.baseline - line.baseline) <= SAME_BASELINE * Math.min(line.size, other.size) &&
        apart(other) >= 0 &&
        other.right - other.left >= line.right - line.left,
    )
    .sort((one, other) => apart(one) - apart(other))[0]
}

/** How many lines would stand between a block's first and last if they stood as close as lines of text do. */
function roomFor(block: readonly MeasuredLine[]): number {
  const baselines = block.map(({baseline}) => baseline)
  const size = Math.min(...block.map((line) => line.size))
  return (Math.max(...baselines) - Math.min(...baselines)) / (LEADING * size) + 1
}
