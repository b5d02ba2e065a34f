const CODE_POINTS: Record<string, string> = {
  Ĳ: 'IJ',
  ĳ: 'ij',
  ﬀ: 'ff',
  ﬁ: 'fi',
  ﬂ: 'fl',
  ﬃ: 'ffi',
  ﬄ: 'ffl',
  ﬅ: 'st',
  ﬆ: 'st',
}

const LIGATURE = new RegExp(`[${Object.keys(CODE_POINTS).join('')}]`, 'gu')

/** A glyph that Chrome's PDF writer had no character for; it wrote NUL instead. Within a word it is a ligature. */
const UNMAPPED = /(?<![\p{Co}\0])\0(?=(\p{Ll}*))/gu

/** After `fl` comes a vowel; after `fi` mostly a consonant, or one of these. */
const FL = /^(?!ed|el|er(?!t)|en|es|at\b|anc|asco)[aeouyäöü]|^i(?:[cgprt]|n[egt])/u

/** Writes ligatures as their letters, and guesses those that the PDF does not name. */
export function spellOutLigatures(text: string): string {
  return text
    .replace(LIGATURE, (ligature) => CODE_POINTS[ligature] ?? ligature)
    .replace(UNMAPPED, (glyph, after: string, offset: number) => {
      const isInWord = after !== '' && (offset === 0 || /[\p{L}\s\p{P}]/u.test(text[offset - 1] ?? ''))
      return isInWord ? (FL.test(after) ? 'fl' : 'fi') : glyph
    })
}
