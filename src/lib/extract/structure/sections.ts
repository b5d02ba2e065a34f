import type {Section, SectionKind} from '../../model/section.js'
import {type Candidate, candidatesOf} from './candidates.js'
import {speaksOfLanguages} from './language-names.js'
import {pageOfLine} from './page-starts.js'

/** So many sections set in one manner show how this CV sets its headings. */
const SHOWS_MANNER = 3
/** A hundred CVs; what is longer is none, and must not cost minutes. */
const MAX_LINES = 20_000
/** Characters of a line that are looked at. */
const MAX_LINE = 4000
/** Known headings to one unknown, at least. */
const FEW = 6
/** Entries of these have parts of their own that are called like sections. */
const HOLDS_LANGUAGES: ReadonlySet<SectionKind> = new Set(['skills', 'work', 'projects'])
/** What a line of a job may begin with: `Main activities: …`, `Projects: …`. */
const TOLD_OF_JOBS: ReadonlySet<SectionKind> = new Set([
  'interests',
  'summary',
  'projects',
  'courses',
  'awards',
])
/** Lines below a heading within which a language has to be named. */
const LOOK_AHEAD = 6

/**
 * The sections of a CV, by the words of their headings in the languages of `headings/`, whether they are marked with
 * `#` or only stand alone, in capitals, numbered, beside their text or before a colon.
 *
 * @param text light Markdown or plain text
 * @param pageStarts the line, from 1, at which each page begins
 * @returns in the order of the text
 */
export function findSections(text: string, pageStarts: readonly number[] = [1]): Section[] {
  const lines = text.split('\n', MAX_LINES).map((line) => line.slice(0, MAX_LINE))
  const candidates = inTheManner(candidatesOf(lines))
  const kept: Candidate[] = []
  for (const candidate of withoutContents(candidates, lines)) {
    if (!isSublabel(candidate, kept.at(-1), lines)) kept.push(candidate)
  }
  return kept.flatMap(({line, heading, kinds}) =>
    kinds.map((kind) => ({kind, heading, page: pageOfLine(line, pageStarts), line})),
  )
}

/**
 * A CV sets its headings alike. Once the manner is clear, what is set less strongly is a section only where it stands
 * apart and names one that would be missing otherwise.
 */
function inTheManner(candidates: readonly Candidate[]): Candidate[] {
  const manner = [2, 1].find((rank) => showsManner(candidates, rank)) ?? 0
  const level = sectionLevel(candidates)
  const named = kindsIn(candidates.filter(({form, rank}) => form === 'alone' && rank >= manner))
  const runIns = timesOf(candidates.filter(({form}) => form === 'run-in').map(({kinds}) => kinds.join()))
  const beside = besideTheirText(candidates)
  const unknown = rareUnknowns(candidates, level)
  return candidates.filter((candidate) => {
    const {form, rank, kinds, standsApart} = candidate
    const isNew = kinds.some((kind) => !named.has(kind))
    if (form === 'beside') return beside.has(candidate)
    if (form === 'unknown') return unknown.has(candidate)
    if (form === 'run-in') return isNew && runIns.get(kinds.join()) === 1
    if (candidate.level > level) return isNew && kinds.some((kind) => kind !== 'courses' && kind !== 'other')
    return rank >= manner || (isNew && standsApart)
  })
}

/**
 * Headings that are marked as the sections are and say what no CV says: a part of its own, as long as there are few of
 * them. Where there are many, entries are marked so too.
 */
function rareUnknowns(candidates: readonly Candidate[], level: number): ReadonlySet<Candidate> {
  const marked = candidates.filter((candidate) => candidate.level === level)
  const known = marked.filter(({form}) => form !== 'unknown')
  const [first] = known
  if (!first || kindsIn(known).size < SHOWS_MANNER) return new Set()
  const unknown = marked.filter(({form, line}) => form === 'unknown' && line > first.line)
  return new Set(FEW * unknown.length <= known.length ? unknown : [])
}

function showsManner(candidates: readonly Candidate[], rank: number): boolean {
  const alike = candidates.filter(({rank: own, form}) => own === rank && form === 'alone')
  return kindsIn(alike).size >= SHOWS_MANNER
}

/** The level of Markdown heading that sections have here; those below it are parts of entries. */
function sectionLevel(candidates: readonly Candidate[]): number {
  for (const level of [1, 2, 3, 4, 5, 6]) {
    if (kindsIn(candidates.filter((candidate) => candidate.level === level)).size >= SHOWS_MANNER)
      return level
  }
  return 6
}

/** Headings in a margin share a line with the beginning of their text: believed only where the CV does so throughout. */
function besideTheirText(candidates: readonly Candidate[]): ReadonlySet<Candidate> {
  const beside = candidates.filter(({form}) => form === 'beside')
  const alone = kindsIn(candidates.filter(({form}) => form === 'alone'))
  const unmatched = beside.filter(({kinds}) => !kinds.some((kind) => alone.has(kind)))
  if (kindsIn(unmatched).size < SHOWS_MANNER || alone.size > kindsIn(unmatched).size) return new Set()
  const firsts = new Map<string, Candidate>()
  for (const candidate of unmatched) {
    const key = candidate.kinds.join()
    if (!firsts.has(key)) firsts.set(key, candidate)
  }
  return new Set(firsts.values())
}

/** Without what a table of contents or a menu says: a heading with nothing below it that comes again. */
function withoutContents(candidates: readonly Candidate[], lines: readonly string[]): Candidate[] {
  const dropped = new Set<Candidate>()
  const last = new Map(candidates.map((candidate) => [candidate.heading, candidate]))
  for (const [index, candidate] of candidates.entries()) {
    const [before, next] = [candidates[index - 1], candidates[index + 1]]
    const isEmpty = next && lines.slice(candidate.line, next.line - 1).every((line) => line.trim() === '')
    const endsList = before && dropped.has(before) && before.line === candidate.line - 1
    const comesAgain = last.get(candidate.heading) !== candidate
    if (comesAgain && (isEmpty || endsList)) dropped.add(candidate)
  }
  return candidates.filter((candidate) => !dropped.has(candidate))
}

function timesOf(values: readonly string[]): ReadonlyMap<string, number> {
  const times = new Map<string, number>()
  for (const value of values) times.set(value, (times.get(value) ?? 0) + 1)
  return times
}

/**
 * `Languages` among the skills are those that programs are written in, `Skills:` in a job belongs to the job, and
 * `Courses` that are set less strongly than the education before them are those of a school.
 */
function isSublabel(candidate: Candidate, before: Candidate | undefined, lines: readonly string[]): boolean {
  const {kinds, form, line, rank, standsApart} = candidate
  const inside = before?.kinds.at(-1)
  if (!before || !inside) return false
  const isInRow = lines[line - 1]?.includes('\t')
  if (kinds.join() === inside && rank === 0 && (!standsApart || isInRow)) return true
  if (kinds.join() === 'courses' && inside === 'education') return isBelow(candidate, before)
  if (form === 'run-in' && inside === 'work' && !standsApart && kinds.every((kind) => TOLD_OF_JOBS.has(kind)))
    return true
  if (
    inside === 'work' &&
    form === 'alone' &&
    rank < before.rank &&
    !standsApart &&
    endsWithColon(lines, line)
  )
    return true
  if (form === 'run-in' && kinds.includes('skills')) return HOLDS_LANGUAGES.has(inside)
  if (!kinds.includes('languages') || !HOLDS_LANGUAGES.has(inside) || candidate.level > 0) return false
  const reach = form === 'run-in' ? line : line + LOOK_AHEAD
  return !speaksOfLanguages(lines.slice(line - 1, reach).join('\n'))
}

/** `Schwerpunkte:` below the lines of a job heads a list in it. */
function endsWithColon(lines: readonly string[], line: number): boolean {
  return /[:：]\s*$/u.test(lines[line - 1] ?? '')
}

/** Whether a heading is deeper than another, less stressed, or alone indented. */
function isBelow(candidate: Candidate, {level, rank, indent}: Candidate): boolean {
  if (candidate.level > 0 && level > 0) return candidate.level > level
  return candidate.rank < rank || candidate.indent > indent
}

function kindsIn(candidates: readonly Candidate[]): ReadonlySet<SectionKind> {
  return new Set(candidates.flatMap(({kinds}) => kinds))
}
