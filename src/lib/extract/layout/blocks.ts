import type {Line} from './piece.js'

/** Lines that follow each other down the page without a wide gap. */
interface Block {
  lines: Line[]
  left: number
  right: number
  top: number
  bottom: number
}

/** A page with more is a drawing or a table. */
const MOST_BLOCKS = 300
/** In multiples of the font size. */
const WIDE_DROP = 2.2
const LARGER = 1.3
/** A name is set so much larger than the text. */
const TITLE = 1.4

/**
 * Brings blocks that were drawn late, such as a name after all other text, or early, such as a footer before it, to
 * where they stand. A block that has nothing above it that was drawn later stays where it is.
 */
export function inBlockOrder(lines: readonly Line[]): Line[] {
  const drawn = splitIntoBlocks(lines)
  if (drawn.length > MOST_BLOCKS) return [...lines]
  return titleColumnFirst(topDown(drawn)).flatMap((block) => block.lines)
}

function splitIntoBlocks(lines: readonly Line[]): Block[] {
  const blocks: Block[] = []
  for (const line of lines) {
    const block = blocks.at(-1)
    if (block && continues(block, line)) extend(block, line)
    else {
      const {x, right, y, size} = line
      blocks.push({lines: [line], left: x, right, top: y - size, bottom: y})
    }
  }
  return blocks
}

function continues({lines, left, right}: Block, line: Line): boolean {
  const last = lines.at(-1) as Line
  if (last.angle !== line.angle || line.right < left || line.x > right) return false
  const drop = line.y - last.y
  const [small, large] = [Math.min(last.size, line.size), Math.max(last.size, line.size)]
  return drop >= -0.5 * line.size && drop <= WIDE_DROP * large && large <= LARGER * small
}

function extend(block: Block, line: Line) {
  block.lines.push(line)
  block.left = Math.min(block.left, line.x)
  block.right = Math.max(block.right, line.right)
  block.bottom = Math.max(block.bottom, line.y)
}

/** Takes, again and again, the first block in the order of drawing that none of those left over stands above. */
function topDown(blocks: readonly Block[]): Block[] {
  const left = [...blocks]
  const ordered: Block[] = []
  while (left.length > 0) {
    const free = left.findIndex(
      (block) => !left.some((other) => other !== block && standsAbove(other, block)),
    )
    ordered.push(...left.splice(Math.max(0, free), 1))
  }
  return ordered
}

/** Whether the whole of one block stands over the other, for at least half the width of the narrower. */
function standsAbove(upper: Block, lower: Block): boolean {
  if (isTurned(upper) || isTurned(lower) || upper.bottom > lower.top + 1) return false
  const shared = Math.min(upper.right, lower.right) - Math.max(upper.left, lower.left)
  return shared > 0.5 * Math.min(upper.right - upper.left, lower.right - lower.left)
}

function isTurned({lines}: Block): boolean {
  return lines[0]?.angle !== 0
}

/** A left column with the name at its head is read first, also where it was drawn last. */
function titleColumnFirst(blocks: readonly Block[]): readonly Block[] {
  const at = blocks.findIndex(isTitle(blocks))
  const [before, column] = [blocks.slice(0, at), blocks.slice(at)]
  if (at <= 0 || blocks.some(isTurned)) return blocks
  const [edge, others] = [
    Math.max(...column.map(({right}) => right)),
    Math.min(...before.map(({left}) => left)),
  ]
  return edge <= others ? [...column, ...before] : blocks
}

function isTitle(blocks: readonly Block[]): (block: Block) => boolean {
  const sizes = blocks.flatMap(({lines}) => lines.map(({size}) => size)).sort((a, b) => a - b)
  const [largest, usual] = [sizes.at(-1) ?? 0, sizes[Math.floor(sizes.length / 2)] ?? 0]
  return ({lines}) => largest >= TITLE * usual && lines.some(({size}) => size === largest)
}
