import {confidenceOf, type Word, type WordLine} from './word.js'

/** A line below this is what Tesseract makes of a picture, unless a word in it is sure. */
const HOPELESS = 30
/** Of a word like those of languages. */
const SURE_WORD = 70
/** A line below this must look like words. */
const DOUBTFUL = 55
/** A sign without letters or digits, such as an icon read as `©)`, must be surer than this. */
const SURE_SIGN = 60
/** Signs that stand alone in good text. */
const ORDINARY_SIGN = /^[-–—•·|/&+:]$/
const WORDLIKE =
  /^[^\p{L}\p{N}]*(?:\p{Lu}?[\p{Ll}\p{Lo}]{2,}|\p{Lu}{2,}|\p{N}{2,}|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])/u

/** Leaves out what pictures, icons and dirt were read as. */
export function withoutNoise(lines: readonly WordLine[]): WordLine[] {
  return lines.map(withoutStraySigns).filter((line) => line.length > 0 && !isNoise(line))
}

function withoutStraySigns(line: WordLine): WordLine {
  return line.filter(
    ({text, confidence}) => /[\p{L}\p{N}]/u.test(text) || confidence >= SURE_SIGN || ORDINARY_SIGN.test(text),
  )
}

function isNoise(line: WordLine): boolean {
  if (!line.some(({text}) => /[\p{L}\p{N}]/u.test(text))) return true
  if (line.some(isSureWord)) return false
  const confidence = confidenceOf(line)
  if (confidence < HOPELESS) return true
  return confidence < DOUBTFUL && letters(line.filter(isWordlike)) < 0.5 * letters(line)
}

function isSureWord(word: Word): boolean {
  return word.confidence >= SURE_WORD && isWordlike(word)
}

function isWordlike({text}: Word): boolean {
  return WORDLIKE.test(text)
}

function letters(words: readonly Word[]): number {
  return words.reduce((sum, {text}) => sum + text.length, 0)
}
