import {fold, foldMarks} from './words.js'

/** How German, Danish, Norwegian, Swedish and Icelandic letters are written where there are none. */
const WRITTEN_OUT: Record<string, string> = {
  ä: 'ae',
  ö: 'oe',
  ü: 'ue',
  å: 'aa',
  ø: 'oe',
  æ: 'ae',
  œ: 'oe',
  ß: 'ss',
  þ: 'th',
  ð: 'd',
}

/** Letters of which no plain one is the base. */
const NO_BASE = /[æœßþ]/g

/**
 * Other spellings by which a word shall be found: `müller` also as `mueller`, `łukasz` also as `lukasz`, `straße` also
 * as `strasse`, full-width `ＪＡＶＡ` also as `java`. What the index makes of the word by itself is not among them.
 */
export function spellings(word: string): string[] {
  const lower = word.normalize('NFKC').toLowerCase()
  const outwritten = lower.replace(/[äöüåøæœßþð]/g, (letter) => WRITTEN_OUT[letter] ?? letter)
  const plain = lower.replace(NO_BASE, (letter) => WRITTEN_OUT[letter] ?? letter)
  const own = foldMarks(word)
  return [...new Set([fold(plain), fold(outwritten)])].filter((spelling) => spelling !== own)
}

/** The same letters as they may stand in a text that was folded: for highlights. */
export function spellingPattern(foldedWord: string): string {
  return foldedWord.replace(/ss|ae|oe|ue|th|[ßæœþ]/g, (letters) => PATTERNS[letters] ?? letters)
}

const PATTERNS: Record<string, string> = {
  ss: '(?:ss|ß)',
  ß: '(?:ss|ß)',
  ae: '(?:ae|a|æ)',
  æ: '(?:ae|æ)',
  oe: '(?:oe|o|œ)',
  œ: '(?:oe|œ)',
  ue: '(?:ue|u)',
  th: '(?:th|þ)',
  þ: '(?:th|þ)',
}
