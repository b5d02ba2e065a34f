import type {CvLine} from './cv-text.js'
import {found, tidy} from './cv-text.js'
import type {Found} from './traced.js'

/** What is told of an entry: its list items, and the prose around them. */
export interface Body {
  highlights: Found[]
  summary?: Found
}

/** Labels that only head a list. */
const LABEL =
  /^(?:highlights?|responsibilities|achievements|key achievements|tasks|aufgaben|tätigkeiten|missions?|réalisations|logros|funciones|工作内容|工作职责|业绩|業務内容|担当業務|実績)\s*[:：]?$/iu

export function readBody(lines: readonly CvLine[]): Body {
  const highlights: Found[] = []
  const prose: CvLine[] = []
  let open: Found | undefined
  for (const line of lines) {
    if (line.kind === 'blank' || LABEL.test(line.text)) {
      open = undefined
    } else if (line.kind === 'item') {
      open = found(line.text, line, 0.9)
      highlights.push(open)
    } else if (open && line.kind === 'text') {
      open.value = joinLines(open.value, line.text)
    } else if (highlights.length === 0 && line.kind === 'text') {
      prose.push(line)
    }
  }
  const summary = joinProse(prose)
  return {
    highlights: highlights.map((item) => ({...item, value: tidyEnd(item.value)})),
    ...(summary ? {summary} : {}),
  }
}

/** Lines of running text as one value. */
export function joinProse(lines: readonly CvLine[]): Found | undefined {
  const [first, ...rest] = lines.filter(({text}) => text !== '')
  if (!first) return undefined
  const value = tidyEnd(rest.reduce((text, line) => joinLines(text, line.text), first.text))
  return value === '' ? undefined : found(value, first, 0.8)
}

/** A word cut at the line's end is mended; scripts without spaces are joined without one. */
function joinLines(before: string, after: string): string {
  if (/\p{Ll}[-\u00AD]$/u.test(before) && /^\p{Ll}/u.test(after)) return before.slice(0, -1) + after
  const cjk =
    /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}、。]$/u.test(before) &&
    /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(after)
  return cjk ? before + after : `${before} ${after}`
}

function tidyEnd(value: string): string {
  return value.replace(/\s+/g, ' ').trim() === ''
    ? ''
    : /[.!?。]$/u.test(value)
      ? value.replace(/\s+/g, ' ').trim()
      : tidy(value)
}
