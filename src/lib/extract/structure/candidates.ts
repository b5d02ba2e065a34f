import type {SectionKind} from '../../model/section.js'
import {headingLine} from './heading-line.js'
import {isDocumentTitle, kindsOfHeading} from './headings/lexicon.js'

/** A line that names a section; whether it opens one, the others tell. */
export interface Candidate {
  /** From 1, in the whole text. */
  line: number
  heading: string
  kinds: SectionKind[]
  /** Alone on its line, before a colon and its text, beside the first words of its text; or marked, and no words known. */
  form: 'alone' | 'run-in' | 'beside' | 'unknown'
  /** Markdown's, or 0. */
  level: number
  /** How strongly it is set: 2 by a mark, 1 by capitals and the like, 0 by standing alone. */
  rank: 0 | 1 | 2
  /** Blanks at the beginning of its line. */
  indent: number
  /** Whether a blank line is before it. */
  standsApart: boolean
}

/** Sections short enough to stand on the line of their own heading. */
const RUN_IN: ReadonlySet<SectionKind> = new Set([
  'summary',
  'education',
  'skills',
  'languages',
  'certificates',
  'interests',
  'references',
])
/** The document's title stands among the first lines. */
const TITLE_LINES = 4
/** Words of a heading in the margin. */
const MOST_MARGIN_WORDS = 3
const MOST_UNKNOWN_WORDS = 3
/** A line that ends so goes on in the next one. */
const GOES_ON =
  /[,;&(/–-]$|(?<!\p{L})(?:and|or|of|the|a|an|in|on|to|for|with|my|und|oder|der|die|das|von|mit|für|im|in|et|ou|de|des|du|la|le|les|en|y|o|el|del|e|di|da|do|of|van|het|een|with)$/iu

export function candidatesOf(lines: readonly string[]): Candidate[] {
  const candidates: Candidate[] = []
  let seen = 0
  for (const [index, line] of lines.entries()) {
    if (line.trim() === '') continue
    seen += 1
    if (seen <= TITLE_LINES && isDocumentTitle(line.replace(/^#+ /, ''))) continue
    const candidate =
      alone(lines, index) ?? runIn(lines, index) ?? beside(lines, index) ?? unknown(lines, index)
    if (candidate) candidates.push(candidate)
  }
  return candidates
}

/** The heading and nothing else on its line; of a table's row, in its first cell. */
function alone(lines: readonly string[], index: number): Candidate | undefined {
  const [line = '', ...cells] = (lines[index] ?? '').split('\t')
  const parsed = headingLine(line)
  if (!parsed) return undefined
  const {words, level, stressed} = parsed
  const isMarked = level > 0 || stressed
  if (!isMarked && (/[.,;]$/.test(line.trim()) || isInSentence(lines, index))) return undefined
  const kinds = kindsOfHeading(words, {lenient: level > 0})
  if (kinds.length === 0 || (cells.length > 0 && kinds.includes('contact'))) return undefined
  const rank = level > 0 ? 2 : stressed ? 1 : 0
  return {
    line: index + 1,
    heading: words,
    kinds,
    form: 'alone',
    level,
    rank,
    ...placeOf(lines, index),
  }
}

/** `Languages: German, English`. */
function runIn(lines: readonly string[], index: number): Candidate | undefined {
  const match = /^([^:：\t]{2,40})[:：]\s*\S/u.exec(lines[index] ?? '')
  const parsed = match?.[1] === undefined ? undefined : headingLine(match[1])
  if (!parsed || parsed.level > 0 || !startsLikeHeading(parsed.words)) return undefined
  const kinds = kindsOfHeading(parsed.words)
  if (kinds.length === 0 || !kinds.every((kind) => RUN_IN.has(kind))) return undefined
  return found(lines, index, parsed.words, kinds, 'run-in')
}

/** `Education University of Exampleton`: the heading is in the margin of its text. */
function beside(lines: readonly string[], index: number): Candidate | undefined {
  const line = lines[index] ?? ''
  if (!/^\p{Lu}/u.test(line)) return undefined
  const words = line.split(/\s+/)
  for (let count = Math.min(MOST_MARGIN_WORDS, words.length - 1); count > 0; count -= 1) {
    const [heading, next] = [words.slice(0, count).join(' '), words[count] ?? '']
    const kinds = /^[\p{Lu}\p{N}"“„]/u.test(next) ? kindsOfHeading(heading) : []
    if (kinds.length > 0 && !/[.,;:]$/.test(heading)) return found(lines, index, heading, kinds, 'beside')
  }
  return undefined
}

/** `## Hackathons`: short, and without what the heading of an entry has, a date or a place. */
function unknown(lines: readonly string[], index: number): Candidate | undefined {
  const parsed = headingLine(lines[index] ?? '')
  if (!parsed || parsed.level === 0 || /[\t,|@–—]/u.test(parsed.words)) return undefined
  if (parsed.words.split(/\s+/).length > MOST_UNKNOWN_WORDS) return undefined
  return {...found(lines, index, parsed.words, ['other'], 'unknown'), level: parsed.level, rank: 2}
}

function found(
  lines: readonly string[],
  index: number,
  heading: string,
  kinds: SectionKind[],
  form: Candidate['form'],
): Candidate {
  return {line: index + 1, heading, kinds, form, level: 0, rank: 0, ...placeOf(lines, index)}
}

/** Whether a line is one of a paragraph that happens to hold nothing but such a word. */
function isInSentence(lines: readonly string[], index: number): boolean {
  const [before = '', line = '', after = ''] = [lines[index - 1], lines[index], lines[index + 1]].map((one) =>
    one?.trim(),
  )
  if (before === '') return false
  if (!startsLikeHeading(line) || GOES_ON.test(before)) return true
  return /^\p{Ll}/u.test(after) && !/[.!?:]$/.test(before)
}

/** With a capital, or in a script that has none. */
function startsLikeHeading(words: string): boolean {
  const [first = ''] = words.match(/\p{L}/u) ?? []
  return first !== '' && first === first.toUpperCase()
}

function placeOf(lines: readonly string[], index: number): Pick<Candidate, 'indent' | 'standsApart'> {
  return {
    indent: (lines[index] ?? '').search(/\S/),
    standsApart: (lines[index - 1] ?? '').trim() === '',
  }
}
