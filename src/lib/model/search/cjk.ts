/**
 * Chinese, Japanese and Korean are written without spaces, or with endings grown on to the words. They are looked up
 * by pairs of neighbouring characters, which finds any run of two or more wherever it stands (the way of Lucene's
 * CJKBigramFilter).
 */
const CJK = '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Hangul}ー々〆'

export const CJK_RUN = new RegExp(`[${CJK}]+`, 'gu')

/** What may stand between the characters of one name or term: a blank, as between 田中 and 花子, or a middle dot. */
export const CJK_GAP = '[ \\t\\u00a0\\u3000\u30fb\u00b7]'

const CJK_STRETCH = new RegExp(`[${CJK}]+(?:${CJK_GAP}+[${CJK}]+)*`, 'gu')

const ANY_CJK = new RegExp(`[${CJK}]`, 'u')

export function hasCjk(text: string): boolean {
  return ANY_CJK.test(text)
}

/**
 * The runs of a text without the gaps in them, so that a name is found whether it is written with a blank or without
 * one.
 */
export function stretches(text: string): string[] {
  const gaps = new RegExp(`${CJK_GAP}+`, 'gu')
  return [...text.normalize('NFKC').matchAll(CJK_STRETCH)].map(([stretch]) => stretch.replace(gaps, ''))
}

/** `山田太郎` is `山田 田太 太郎 郎`: the last character alone keeps pairs of different runs apart. */
export function pairs(run: string): string[] {
  const characters = [...run.normalize('NFKC')]
  return characters.map((character, i) => character + (characters[i + 1] ?? ''))
}

/** The pieces of a word: runs of CJK, and what stands between them. */
export function splitScripts(word: string): {cjk: boolean; text: string}[] {
  const pieces: {cjk: boolean; text: string}[] = []
  let end = 0
  for (const match of word.matchAll(CJK_RUN)) {
    if (match.index > end) pieces.push({cjk: false, text: word.slice(end, match.index)})
    pieces.push({cjk: true, text: match[0]})
    end = match.index + match[0].length
  }
  if (end < word.length) pieces.push({cjk: false, text: word.slice(end)})
  return pieces
}
