import type {ExtractionWarning} from '../../model/extraction.js'

const QUOTE_LENGTH = 80

/** `same colour`: as the ground that it stands on; `white` where both are white. */
export type HidingTrick =
  | 'hidden'
  | 'invisible'
  | 'off the page'
  | 'same colour'
  | 'tiny'
  | 'transparent'
  | 'white'

/** Gathers the text of a file that a person who opens it would not see, for one warning. */
export class HiddenText {
  readonly #texts: string[] = []
  readonly #tricks = new Set<HidingTrick>()

  add(trick: HidingTrick, text: string): void {
    if (text.trim() === '') return
    this.#tricks.add(trick)
    this.#texts.push(text)
  }

  /** Keeps the words of two paragraphs apart. */
  endParagraph(): void {
    if (this.#texts.length > 0) this.#texts.push(' ')
  }

  /** None, or one `HIDDEN_TEXT` that quotes the first 80 characters. */
  warnings(): ExtractionWarning[] {
    if (this.#texts.length === 0) return []
    const text = this.#texts.join('').replace(/\s+/g, ' ').trim()
    const quote = text.length > QUOTE_LENGTH ? `${text.slice(0, QUOTE_LENGTH - 1)}…` : text
    const tricks = [...this.#tricks].sort().join(', ')
    return [{code: 'HIDDEN_TEXT', message: `text that a reader does not see (${tricks}): “${quote}”`}]
  }
}
