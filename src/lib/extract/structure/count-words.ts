/** Scripts that set no spaces between words; in runs that the dictionary gets through. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}ー]{1,2000}/gu
/** A run of letters and figures; an apostrophe, a hyphen or a full stop between two of them divides nothing. */
const WORD = /[\p{L}\p{N}\p{M}]+(?:['’.\-‐\u00ad][\p{L}\p{N}\p{M}]+)*/gu

let segmenter: Intl.Segmenter | undefined

/**
 * The words of a text, as a person would count them: link targets and Markdown's marks are none, and Chinese,
 * Japanese and Thai are divided by the dictionary of the Unicode rules (UAX #29).
 */
export function countWords(text: string): number {
  const shown = text.replace(/\((?:https?|mailto|tel):[^\s)]{0,1000}\)/gi, ' ')
  let words = 0
  const spaced = shown.replace(UNSPACED, (run) => {
    segmenter ??= new Intl.Segmenter('ja', {granularity: 'word'})
    for (const {isWordLike} of segmenter.segment(run)) if (isWordLike) words += 1
    return ' '
  })
  return words + (spaced.match(WORD)?.length ?? 0)
}
