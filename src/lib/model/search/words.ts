/**
 * How words compare in a search: case and diacritics do not count. The same rules hold for the index, the query and
 * the highlights.
 */

/** A run of letters, digits and the marks on them. */
export const WORD = /[\p{L}\p{N}\p{M}]+/gu

/** Letters whose stroke, dot or bar is no combining mark in Unicode, so that taking marks off leaves them as they are. */
const UNMARKED: Record<string, string> = {ł: 'l', ø: 'o', đ: 'd', ð: 'd', ħ: 'h', ŧ: 't', ı: 'i'}

const MARKS = /[\u0300-\u036f]/g

const NOT_ASCII = /[^\0-\x7f]/
const EACH_NOT_ASCII = /[^\0-\x7f]/gu

/** Small letters without diacritics, each at the place where it was: the result is as long as the text. */
export function fold(text: string): string {
  const lower = lowerInPlace(text)
  return NOT_ASCII.test(lower) ? lower.replace(EACH_NOT_ASCII, foldCharacter) : lower
}

/** What SQLite's `unicode61` with `remove_diacritics 2` makes of a word: it knows combining marks only. */
export function foldMarks(word: string): string {
  return word.normalize('NFD').replace(MARKS, '').normalize('NFC').toLowerCase()
}

const folded = new Map<string, string>()

function foldCharacter(character: string): string {
  let result = folded.get(character)
  if (result === undefined) {
    const bare = foldMarks(character)
    const plain = UNMARKED[bare] ?? bare
    result = plain.length === character.length ? plain : character
    folded.set(character, result)
  }
  return result
}

/** `İ` grows when it is made small; it is left to `foldCharacter`. */
function lowerInPlace(text: string): string {
  const lower = text.toLowerCase()
  return lower.length === text.length ? lower : text.replaceAll(/[^İ]+/g, (part) => part.toLowerCase())
}
