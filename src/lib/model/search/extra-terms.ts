import {hasCjk, pairs, splitScripts, stretches} from './cjk.js'
import {backwards} from './compounds.js'
import {spellings} from './spellings.js'
import {joinedWords, spokenSymbols} from './symbols.js'
import {WORD} from './words.js'

/**
 * Stands before a compound that is written backwards, so that it is no word of any language: a private-use character,
 * which no extracted text has and which the tokenizer takes for a letter.
 */
export const BACKWARDS_MARK = '\ue001'

/** Both what is plain for the tokenizer and free of CJK. */
const PLAIN = /^[\0-\x7f]*$/

/**
 * What a text is found by besides the words that stand in it: other spellings, pairs of CJK characters, words without
 * their hyphens, names of symbols and, with `compounds`, long words backwards. Each but once.
 */
export function extraTerms(text: string, {compounds}: {compounds: boolean}): string {
  const words = [...text.matchAll(WORD)].map(([word]) => word)
  const joined = joinedWords(text)
  const terms = new Set<string>()
  if (!PLAIN.test(text)) for (const term of [...respelled(words), ...parted(words)]) terms.add(term)
  if (compounds) {
    for (const word of [...words, ...joined])
      for (const backward of backwards(word)) terms.add(BACKWARDS_MARK + backward)
  }
  // One element a stretch, so that its pairs stay neighbours.
  if (hasCjk(text)) for (const stretch of stretches(text)) terms.add(pairs(stretch).join(' '))
  for (const word of joined) terms.add(word.toLowerCase())
  for (const name of spokenSymbols(text)) terms.add(name)
  return [...terms].join(' ')
}

/** Words on either side of one with another spelling that go with it, so that phrases are found. */
const NEIGHBOURS = 2

/**
 * `Peter Müller` as `peter mueller`: each word that has other spellings, among its neighbours. Once with all letters
 * written out and once with all marks left off, as queries are.
 */
function respelled(words: readonly string[]): string[] {
  const others = words.map((word) => (PLAIN.test(word) || hasCjk(word) ? [] : spellings(word)))
  return windows(others.map((spelled) => spelled.length > 0)).flatMap(([from, to]) =>
    [0, -1].map((which) =>
      words
        .slice(from, to)
        .map((word, i) => others[from + i]?.at(which) ?? word.toLowerCase())
        .join(' '),
    ),
  )
}

/** Where marked places and their neighbours are, those that touch as one: first index, and the one after the last. */
function windows(marked: readonly boolean[]): [from: number, to: number][] {
  const found: [from: number, to: number][] = []
  marked.forEach((isMarked, i) => {
    if (!isMarked) return
    const [from, to] = [Math.max(0, i - NEIGHBOURS), Math.min(marked.length, i + NEIGHBOURS + 1)]
    const last = found.at(-1)
    if (last && from <= last[1]) last[1] = to
    else found.push([from, to])
  })
  return found
}

/** `java` of `Javaエンジニア`. */
function parted(words: readonly string[]): string[] {
  return words
    .filter((word) => hasCjk(word))
    .flatMap((word) => splitScripts(word.normalize('NFKC')))
    .filter(({cjk}) => !cjk)
    .map(({text}) => text.toLowerCase())
}
