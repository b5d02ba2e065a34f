import {pairs, splitScripts} from './cjk.js'
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
 * their hyphens, names of symbols and, with `compounds`, long words backwards. Each but once, in the order of the text.
 */
export function extraTerms(text: string, {compounds}: {compounds: boolean}): string {
  const terms = new Set<string>()
  for (const [word] of text.matchAll(WORD)) {
    if (!PLAIN.test(word)) for (const term of otherForms(word)) terms.add(term)
    if (compounds) for (const backward of backwards(word)) terms.add(BACKWARDS_MARK + backward)
  }
  for (const word of joinedWords(text)) terms.add(word.toLowerCase())
  for (const name of spokenSymbols(text)) terms.add(name)
  return [...terms].join(' ')
}

function otherForms(word: string): string[] {
  const pieces = splitScripts(word.normalize('NFKC'))
  if (!pieces.some(({cjk}) => cjk)) return spellings(word)
  // One element a run, so that its pairs stay neighbours.
  return pieces.map(({cjk, text}) => (cjk ? pairs(text).join(' ') : text.toLowerCase()))
}
