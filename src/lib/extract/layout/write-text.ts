import {joinDivided} from './hyphen.js'
import {toLine} from './lines.js'
import {markListItem} from './list-item.js'
import type {Line} from './piece.js'
import type {Level, Typography} from './typography.js'

/** A gap between baselines that is so much larger than usual begins a new paragraph. */
const WIDER = 1.35
const LEADING = 1.2
const MARKS = ['', '# ', '## '] as const

/** A line and what it is. */
interface Written {
  line: Line
  level: Level
}

/**
 * Writes lines as light Markdown: one a line, `# ` and `## ` before headings, `- ` before list items, a blank line
 * where the page leaves room, words divided at a line's end joined.
 */
export function writeText(lines: readonly Line[], typography: Typography): string {
  const leading = usualLeading(lines)
  const page = lines.map(({text}) => text).join('\n')
  const written: string[] = []
  let before: Written | undefined
  for (const {line, level} of separateHeadings(lines, typography.levels(lines))) {
    const text = line.text.trim()
    const last = written.at(-1) ?? ''
    const isNew = !before || level !== 0 || before.level !== 0 || startsParagraph(before.line, line, leading)
    if (level === 1 && before?.level === 1) written[written.length - 1] = `${last} ${text}`
    else if (isNew) written.push(...(before ? [''] : []), mark(text, level))
    else written.splice(-1, 1, ...joinDivided(last, mark(text, level), page))
    before = {line, level}
  }
  return written.join('\n')
}

/** A heading at the left of its section's first line becomes a line of its own. */
function separateHeadings(lines: readonly Line[], levels: readonly Level[]): Written[] {
  return lines.flatMap((line, at) => {
    const level = levels[at] ?? 0
    const [head, ...rest] = line.parts
    if (level === 0 || !head || rest.length === 0) return {line, level}
    return [
      {line: toLine([head]), level},
      {line: toLine(rest), level: 0},
    ]
  })
}

function mark(text: string, level: Level): string {
  if (level > 0) return MARKS[level] + text
  return markListItem(text).replace(/^#+ /, '\\$&')
}

function startsParagraph(before: Line, line: Line, leading: number): boolean {
  const drop = line.y - before.y
  if (before.angle !== line.angle || drop < -0.5 * line.size) return true
  return drop > WIDER * leading * Math.max(before.size, line.size)
}

/** The median distance between baselines, in multiples of the font size. */
function usualLeading(lines: readonly Line[]): number {
  const ratios = lines
    .slice(1)
    .map(
      (line, index) => (line.y - (lines[index] as Line).y) / Math.max(line.size, (lines[index] as Line).size),
    )
    .filter((ratio) => ratio > 0.8 && ratio < 2.5)
    .sort((a, b) => a - b)
  return ratios[Math.floor(ratios.length / 2)] ?? LEADING
}
