/**
 * Names that their signs tell apart: `C++` and `C#` are not `C`, `.NET` is no net. They are looked up by the word
 * that people say for them.
 */
const SIGNED = /(?<![\p{L}\p{N}])(\p{L}{1,12})(\+\+|#)(?![\p{L}\p{N}])/gu
const DOT_NET = /(?<![\p{L}\p{N}])\.net(?![\p{L}\p{N}])/iu

const SPOKEN: Record<string, string> = {'++': 'plusplus', '#': 'sharp'}

/** Of all such names in a text, in small letters: `cplusplus`, `csharp`, `dotnet`. */
export function spokenSymbols(text: string): string[] {
  const signed = [...text.matchAll(SIGNED)].map(
    ([, letters = '', sign = '']) => `${letters.toLowerCase()}${SPOKEN[sign]}`,
  )
  return DOT_NET.test(text) ? [...signed, 'dotnet'] : signed
}

/** Of a word that is such a name and nothing else. */
export function spokenSymbol(word: string): string | undefined {
  const [spoken, ...more] = spokenSymbols(word)
  const isWhole = /^(?:\p{L}+(?:\+\+|#)|\.net)$/iu.test(word)
  return isWhole && more.length === 0 ? spoken : undefined
}

/** Words that are written with a hyphen here and without one there; `Node.js` likewise. */
const HYPHENATED =
  /(?<![\p{L}\p{N}@.-])\p{L}+(?:[-‐‑]\p{L}+)+(?![\p{L}\p{N}@-])|(?<![\p{L}\p{N}@.])\p{L}+\.(?:js|net)(?![\p{L}\p{N}])/giu

/** `front-end` as `frontend`, for each such word of a text. */
export function joinedWords(text: string): string[] {
  return [...text.matchAll(HYPHENATED)].map(([word]) => word.replace(/[^\p{L}]/gu, ''))
}

/** Of a word that is written with a hyphen. */
export function joinedWord(word: string): string | undefined {
  const [joined] = joinedWords(word)
  return joined !== undefined &&
    joined.length === word.replace(/[^\p{L}]/gu, '').length &&
    !/\p{N}|\s/u.test(word)
    ? joined.toLowerCase()
    : undefined
}
