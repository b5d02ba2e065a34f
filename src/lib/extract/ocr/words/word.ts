/** A word as Tesseract saw it, in pixels of the page. */
export interface Word {
  text: string
  /** 0 to 100. */
  confidence: number
  left: number
  top: number
  right: number
  bottom: number
  /** The number of the block of text that Tesseract found it in. */
  block: number
}

/** The words of one line, from left to right; never empty. */
export type WordLine = readonly Word[]

/** Mean confidence of words, weighted by their letters; 0 without any. */
export function confidenceOf(words: readonly Word[]): number {
  let letters = 0
  let sum = 0
  for (const {text, confidence} of words) {
    letters += text.length
    sum += text.length * confidence
  }
  return letters === 0 ? 0 : sum / letters
}
