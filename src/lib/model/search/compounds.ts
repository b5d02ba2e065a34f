import {fold} from './words.js'

/** Languages that write a compound as one word, by ISO 639-1. */
const COMPOUNDING = new Set([
  'de',
  'nl',
  'sv',
  'da',
  'no',
  'nb',
  'nn',
  'is',
  'fi',
  'et',
  'hu',
  'af',
  'fy',
  'lb',
])

/** Words of those languages that hardly any CV in them is without, and that other languages do not have. */
const GIVEAWAY = /(?<!\p{L})(?:und|für|mit|bei|och|för|med|til|het|voor|een|ja)(?!\p{L})/giu
const GIVEAWAYS = 3

/** The shortest part that is looked for, and the shortest word that may have one. */
export const SHORTEST_PART = 4
export const SHORTEST_COMPOUND = 7

/**
 * What may follow the part that was asked for. A compound is inflected like its last part, and names of professions
 * have a feminine form.
 */
export const ENDINGS = ['', 'e', 'n', 's', 'en', 'es', 'in', 'innen'] as const

/** Whether a text in this language has compounds; a text of unknown language is looked at. */
export function writesCompounds(language: string | null, text: string): boolean {
  if (language !== null) return COMPOUNDING.has(language)
  let found = 0
  for (const _ of text.matchAll(GIVEAWAY)) {
    found += 1
    if (found >= GIVEAWAYS) return true
  }
  return false
}

/**
 * What the last parts of a word are found under: the word backwards, as it is and without each ending that it may
 * have. None for a word that is too short to have parts.
 */
export function backwards(word: string): string[] {
  if (word.length < SHORTEST_COMPOUND || !/^\p{L}+$/u.test(word)) return []
  const folded = fold(word)
  const bases = ENDINGS.filter((ending) => folded.endsWith(ending)).map((ending) =>
    folded.slice(0, folded.length - ending.length),
  )
  return bases.filter((base) => base.length >= SHORTEST_COMPOUND).map(reverse)
}

/** The beginning of one of `backwards(word)` of every word that ends in this part; undefined for what is no part. */
export function backwardsPart(part: string): string | undefined {
  return isPart(part) ? reverse(fold(part)) : undefined
}

export function isPart(word: string): boolean {
  return word.length >= SHORTEST_PART && /^\p{L}+$/u.test(word)
}

function reverse(word: string): string {
  return [...word].reverse().join('')
}
