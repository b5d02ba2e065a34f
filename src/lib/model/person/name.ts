import {isWithinEdits} from './edit-distance.js'
import {fold, UNSPACED} from './fold.js'

/**
 * How two names stand to each other. `close`: a letter apart, as OCR and typists leave them. `unknown`: nothing can be
 * said, because one is missing, in another script, or a single word of the other.
 */
export type NameRelation = 'same' | 'close' | 'unknown' | 'different'

const TITLES =
  /^(?:dr|prof|mr|mrs|ms|miss|sir|herr|frau|ing|dipl|mag|phd|msc|bsc|mba|med|rer|nat|jr|sr|ii|iii|iv|cv|resume)$/

/** Tells a father from a son. */
const GENERATION = /(?<![\p{L}\p{M}])(?:jr|sr|ii|iii|iv)(?![\p{L}\p{M}])/u

/** The words of a name, folded so that `Müller` and `Mueller` are one; titles are left out. */
export function nameTokens(name: string): string[] {
  const words = fold(name).match(/[\p{L}\p{M}]+/gu) ?? []
  return words.filter((word) => !TITLES.test(word)).map(withoutUmlauts)
}

/** Short words are left as they are: `Doe` is no `Dö`. */
function withoutUmlauts(word: string): string {
  return word.length < 5 ? word : word.replace(/([aou])e/g, '$1')
}

/** Where documents of one name meet: first and last word in any order, or the characters of a Chinese one. */
export function nameKey(name: string): string | undefined {
  const tokens = nameTokens(name)
  if (UNSPACED.test(name)) return sortedCharacters(tokens)
  if (tokens.length < 2) return undefined
  return [tokens[0], tokens.at(-1)].sort().join(' ')
}

export function compareNames(one: string | null, other: string | null): NameRelation {
  if (one === null || other === null) return 'unknown'
  const [generation, otherGeneration] = [generationOf(one), generationOf(other)]
  if (generation && otherGeneration && generation !== otherGeneration) return 'different'
  const tokens = [nameTokens(one), nameTokens(other)].sort((a, b) => a.length - b.length)
  const [shorter = [], longer = []] = tokens
  if (shorter.length === 0 || scriptOf(shorter) !== scriptOf(longer)) return 'unknown'
  if (joins(shorter, longer)) return 'same'
  if (scriptOf(shorter) === 'unspaced') return 'different'
  if (shorter.length === 1) return longer.includes(shorter[0] as string) ? 'unknown' : 'different'
  if (fits(shorter, longer, isSameToken)) return 'same'
  return fits(shorter, longer, isCloseToken) ? 'close' : 'different'
}

function generationOf(name: string): string | undefined {
  return GENERATION.exec(fold(name))?.[0]
}

function scriptOf(tokens: readonly string[]): string {
  const text = tokens.join('')
  if (UNSPACED.test(text)) return 'unspaced'
  return /\p{Script=Latin}/u.test(text) ? 'latin' : /\p{Script=Cyrillic}/u.test(text) ? 'cyrillic' : 'other'
}

/** The same letters, whatever the spaces and the order of the words (`JohnDoe`, `Doe John`). */
function joins(one: readonly string[], other: readonly string[]): boolean {
  if (scriptOf(one) === 'unspaced') return sortedCharacters(one) === sortedCharacters(other)
  const joined = one.join('')
  return joined === other.join('') || joined === other.toReversed().join('')
}

function sortedCharacters(tokens: readonly string[]): string {
  return [...tokens.join('')].sort().join('')
}

/** Whether each word of the shorter name has its own in the longer one, at least one of them in full. */
function fits(
  shorter: readonly string[],
  longer: readonly string[],
  agree: (one: string, other: string) => boolean,
): boolean {
  const left = [...longer]
  let inFull = 0
  for (const token of shorter.toSorted((one, other) => other.length - one.length)) {
    const at = bestMatch(token, left, agree)
    if (at === -1) return false
    if (token.length > 1 && (left[at]?.length ?? 0) > 1) inFull += 1
    left.splice(at, 1)
  }
  return inFull > 0
}

function bestMatch(token: string, others: readonly string[], agree: (one: string, other: string) => boolean) {
  const exact = others.indexOf(token)
  return exact === -1 ? others.findIndex((other) => agree(token, other)) : exact
}

/** Equal, or the initial of the other. */
function isSameToken(one: string, other: string): boolean {
  return one === other || ((one.length === 1 || other.length === 1) && one[0] === other[0])
}

function isCloseToken(one: string, other: string): boolean {
  return isSameToken(one, other) || (Math.min(one.length, other.length) >= 4 && isWithinEdits(one, other, 1))
}

/** Whether an address is made of a name, and so its bearer's own: `anna.nowak@…`, `anowak@…`, `anna@nowak.pl`. */
export function bearsName(address: string, name: string | null): boolean {
  const tokens = name === null ? [] : nameTokens(name)
  if (tokens.length < 2 || scriptOf(tokens) !== 'latin') return false
  const words = fold(address)
    .replace(/^mail:/, '')
    .split(/[@._-]/)
    .map(withoutUmlauts)
  const [local = ''] = words
  if (tokens.filter((token) => token.length > 2 && words.some((word) => word.includes(token))).length >= 2)
    return true
  return tokens.some((token) =>
    tokens.some((other) => other !== token && token.length > 2 && local === `${other[0]}${token}`),
  )
}
