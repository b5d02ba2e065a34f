import type {Piece} from '../../layout/piece.js'

/** A string whose letters are set apart, as those of many headings are, with blanks only between its words. */
export interface SpacedString {
  text: string
  /** Where the string begins. */
  x: number
  y: number
}

/** What pdf.js tells of a shown string: glyphs, and between them shifts to the left in thousandths of the font size. */
export type Glyphs = readonly ({unicode?: string} | number | null)[]

/** A glyph, and what sets it apart from the one before, in multiples of the font size. */
interface Letter {
  unicode: string
  /** By a shift of its own, which may stand for a blank. */
  shift: number
  /** By the spacing that all letters have, which does not. */
  spacing: number
}

/** pdf.js takes a tenth for a blank. */
const LEAST_SPACING = 0.08
const MOST_SPACING = 0.8
/** Wider shifts between the glyphs of a string without a blank are between words of a letter, such as grades. */
const MOST_SHIFT = 0.22
/** So much more than between letters is between words. */
const WORD_GAP = 0.18
const LEAST_GLYPHS = 3

/** Points. */
const NEAR = 2

/** Gathers the strings of a font that follow each other without another position between. */
export class SpacedLetters {
  readonly #letters: Letter[] = []
  readonly #found: SpacedString[] = []
  #start = {x: 0, y: 0}
  #shift = 0
  #spacing = 0

  /**
   * @param start where the string begins, if it does not follow on the one before
   * @param spacing what is added after each glyph, in multiples of the font size
   */
  add(glyphs: Glyphs, spacing: number, start: {x: number; y: number}): void {
    if (this.#letters.length === 0) this.#start = start
    for (const glyph of glyphs) {
      if (typeof glyph === 'number') this.#shift -= glyph / 1000
      else if (glyph?.unicode) {
        this.#letters.push({unicode: glyph.unicode, shift: this.#shift, spacing: this.#spacing})
        this.#shift = 0
        this.#spacing = spacing
      }
    }
  }

  /** The next string stands elsewhere, or is set in another font. */
  end(): void {
    const text = spacedWords(this.#letters)
    if (text) this.#found.push({text, ...this.#start})
    this.#letters.length = 0
    this.#shift = 0
    this.#spacing = 0
  }

  strings(): SpacedString[] {
    this.end()
    return this.#found
  }
}

/** The words of letters that are set apart; undefined where they are not. */
function spacedWords(letters: readonly Letter[]): string | undefined {
  if (letters.length < LEAST_GLYPHS) return undefined
  const inner = letters.slice(1)
  const shifts = inner.map(({shift}) => shift).sort((a, b) => a - b)
  const usual = shifts[Math.floor(shifts.length / 2)] ?? 0
  const hasBlanks = inner.some(({unicode}) => unicode === ' ')
  const widest = Math.max(...inner.map(({spacing}) => spacing)) + usual
  if (usual > (hasBlanks ? MOST_SPACING : MOST_SHIFT)) return undefined
  if (widest < LEAST_SPACING || widest > MOST_SPACING) return undefined
  return letters
    .map(({unicode, shift}, at) => (at > 0 && shift - usual > WORD_GAP ? ` ${unicode}` : unicode))
    .join('')
    .replace(/\s+/gu, ' ')
    .trim()
}

/**
 * pdf.js puts a blank after each letter that stands apart from the next: such words are made whole.
 *
 * @param strings in display coordinates
 */
export function joinSpacedLetters(pieces: readonly Piece[], strings: readonly SpacedString[]): Piece[] {
  const joined = [...pieces]
  for (const string of strings) {
    const first = joined.findIndex((piece) => holdsStart(piece, string))
    const count = first < 0 ? 0 : countSpelling(joined.slice(first), string)
    if (count > 0) joined.splice(first, count, merge(joined.slice(first, first + count), string))
  }
  return joined
}

function holdsStart({text, x, y, width}: Piece, string: SpacedString): boolean {
  const isBeside = string.x >= x - NEAR && string.x <= x + width
  return text.trim() !== '' && isBeside && Math.abs(y - string.y) <= NEAR
}

/** How many of the pieces, from the first on, spell the string; 0 where none do. */
function countSpelling(pieces: readonly Piece[], {text}: SpacedString): number {
  const letters = patternOf(text)
  let spelt = ''
  for (const [index, piece] of pieces.entries()) {
    spelt += piece.text
    if (letters.test(spelt)) return index + 1
    if (piece.endsLine || index > text.length) return 0
  }
  return 0
}

function merge(pieces: readonly Piece[], {text}: SpacedString): Piece {
  const [first, last] = [pieces[0], pieces.at(-1)] as [Piece, Piece]
  const spelt = pieces.map((piece) => piece.text).join('')
  return {
    ...first,
    text: spelt.replace(patternOf(text), () => text),
    width: last.x + last.width - first.x,
    endsLine: last.endsLine,
  }
}

/** The letters, with blanks between any of them. */
function patternOf(text: string): RegExp {
  const letters = [...text.replace(/\s+/gu, '')].map((letter) =>
    letter.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&'),
  )
  return new RegExp(letters.join('\\s*'))
}
