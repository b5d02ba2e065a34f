import {joinsWords} from './hyphen.js'
import type {Line} from './piece.js'

/** A gap between baselines that is so much larger than usual begins a new paragraph. */
const WIDER = 1.35
const LEADING = 1.2

/** Writes lines as text: one a line, a blank line where the page leaves room, words divided at a line's end joined. */
export function writeParagraphs(lines: readonly Line[]): string {
  const leading = usualLeading(lines)
  const whole = lines.map(({text}) => text).join('\n')
  let text = ''
  for (const [index, line] of lines.entries()) {
    const before = lines[index - 1]
    const written = line.text.trim()
    if (!before) text = written
    else if (startsParagraph(before, line, leading)) text += `\n\n${written}`
    else if (joinsWords(text, written, whole)) text = text.replace(/[-\u2010]$/, '') + written
    else text += `\n${written}`
  }
  return text
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
