import type {Word, WordLine} from './word.js'

/** A line with what the boxes of its words tell of it, in pixels. */
export interface MeasuredLine {
  words: WordLine
  left: number
  right: number
  /** Of the letters' feet. */
  baseline: number
  /** Of the font. */
  size: number
  block: number
}

/** Heights in shares of the font size, as in the usual text faces. */
const X_HEIGHT = 0.5
const ASCENT = 0.72
const DESCENT = 0.21
const IDEOGRAPH = 0.92
const IDEOGRAPH_DESCENT = 0.1

const DESCENDS = /[gjpqyQ,;()[\]{}|/@$ß§ç]/u
const ASCENDS = /[\p{Lu}\p{N}bdfhklißt()[\]{}|/@$§&!?%'"“”äöüáéíóúàèìòùâêîôûñ]/u

/** Chinese, Japanese and Korean characters, which stand without blanks between them. */
export const IDEOGRAPHS = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー、。，：；（）「」]/u

export function measure(words: WordLine): MeasuredLine {
  const size = median(words.map(sizeOf))
  return {
    words,
    size,
    baseline: median(words.map((word) => word.bottom - depthOf(word.text, size))),
    left: Math.min(...words.map(({left}) => left)),
    right: Math.max(...words.map(({right}) => right)),
    block: words[0]?.block ?? 0,
  }
}

function sizeOf({text, top, bottom}: Word): number {
  if (IDEOGRAPHS.test(text)) return (bottom - top) / IDEOGRAPH
  const share = (ASCENDS.test(text) ? ASCENT : X_HEIGHT) + (DESCENDS.test(text) ? DESCENT : 0)
  return (bottom - top) / share
}

function depthOf(text: string, size: number): number {
  if (IDEOGRAPHS.test(text)) return IDEOGRAPH_DESCENT * size
  return DESCENDS.test(text) ? DESCENT * size : 0
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? 0
}
