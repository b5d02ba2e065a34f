import {CJK_GAP, hasCjk, splitScripts} from './cjk.js'
import {ENDINGS, isPart, SHORTEST_COMPOUND} from './compounds.js'
import type {SearchQuery, TextField, Words} from './query.js'
import {spellingPattern, spellings} from './spellings.js'
import {joinedWord, spokenSymbol} from './symbols.js'
import {fold, WORD} from './words.js'

/** A stretch of a text that was looked for: indices of its first character and of the one after its last. */
export interface Highlight {
  start: number
  end: number
  /** Which of the query's words it is. */
  term: number
}

/** Finds what a query looks for in texts. */
export class Highlighter {
  readonly #terms: readonly {pattern: RegExp; field: TextField | undefined}[]

  /** @param options `compounds`: the last part of a long word counts too */
  constructor(query: SearchQuery, {compounds}: {compounds: boolean}) {
    this.#terms = wanted(query).map((words) => ({pattern: patternOf(words, compounds), field: words.field}))
  }

  /**
   * In the order of the text; where two overlap, the longer.
   *
   * @param isOf whether a place in the text belongs to another field that it was looked for in
   */
  find(text: string, field: TextField, isOf: (field: TextField, at: number) => boolean): Highlight[] {
    const folded = fold(text)
    const all = this.#terms.flatMap(({pattern, field: only}, term) =>
      placesOf(folded, pattern)
        .filter(({start}) => only === undefined || only === field || isOf(only, start))
        .map((place) => ({...place, term})),
    )
    return withoutOverlaps(all)
  }
}

/** A part of a compound stands for the whole word. */
function placesOf(folded: string, pattern: RegExp): {start: number; end: number}[] {
  return [...folded.matchAll(pattern)].map(({0: found, index}) => {
    const isLatin = !hasCjk(found)
    let start = index
    while (isLatin && start > 0 && /\p{L}/u.test(folded[start - 1] ?? '')) start -= 1
    return {start, end: index + found.length}
  })
}

/** The words that a document must or may have. */
function wanted(query: SearchQuery): Words[] {
  switch (query.kind) {
    case 'and':
    case 'or':
      return query.parts.flatMap(wanted)
    case 'words':
      return [query]
    default:
      return []
  }
}

const BEGIN = '(?<![\\p{L}\\p{N}\\p{M}])'
const END = '(?![\\p{L}\\p{N}\\p{M}])'
const ENDING = `(?:${ENDINGS.join('|')})`
const BETWEEN = '[^\\p{L}\\p{N}]+'

function patternOf(words: Words, compounds: boolean): RegExp {
  return new RegExp(alternatives(words, compounds).join('|'), 'gu')
}

function alternatives({text, prefix, quoted}: Words, compounds: boolean): string[] {
  const folded = fold(text)
  if (hasCjk(text)) return words(folded).map(withGaps)
  if (!prefix && spokenSymbol(text) !== undefined)
    return [`${BEGIN}${literal(folded)}`, `${BEGIN}${spokenSymbol(text)}${END}`]
  const written = words(text)
    .map((word) => oneOf(forms(word).map((form) => spellingPattern(literal(form)))))
    .join(BETWEEN)
  const whole = `${BEGIN}${written}${prefix ? '[\\p{L}\\p{N}\\p{M}]*' : END}`
  if (quoted || prefix) return [whole]
  const joined = joinedWord(text)
  const isWord = /^\p{L}{4,}$/u.test(text)
  return [
    whole,
    ...(isWord ? [`${BEGIN}${hyphenated(folded)}${compounds ? ENDING : ''}${END}`] : []),
    ...(joined === undefined ? [] : [`${BEGIN}${literal(fold(joined))}${END}`]),
    ...(compounds && isPart(text) ? [compoundPattern(folded)] : []),
  ]
}

function withGaps(word: string): string {
  const pieces = splitScripts(word).map(({cjk, text}) =>
    cjk ? [...text].map(literal).join(`${CJK_GAP}*`) : literal(text),
  )
  return pieces.join('')
}

function compoundPattern(part: string): string {
  const before = Math.max(0, SHORTEST_COMPOUND - part.length - 2)
  return `(?<=\\p{L}{${before}})${spellingPattern(literal(part))}${ENDING}${END}`
}

/** `frontend` as it may be written: `front-end`. */
function hyphenated(word: string): string {
  return [...word].map(literal).join('[-\u2010\u2011]?')
}

/** The word with its letters written out, too. */
function forms(text: string): string[] {
  return [...new Set([text, ...spellings(text)].map(fold))]
}

function words(text: string): string[] {
  return [...text.matchAll(WORD)].map(([word]) => word)
}

function oneOf(patterns: readonly string[]): string {
  return patterns.length > 1 ? `(?:${patterns.join('|')})` : (patterns[0] ?? '')
}

function literal(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')
}

function withoutOverlaps(highlights: readonly Highlight[]): Highlight[] {
  const ordered = highlights.toSorted((a, b) => a.start - b.start || b.end - a.end)
  let end = 0
  return ordered.filter((one) => {
    if (one.start < end || one.end === one.start) return false
    end = one.end
    return true
  })
}
