import {isSectionTitle} from '../../layout/heading.js'
import type {Piece} from '../../layout/piece.js'

/** A string whose letters are set apart, as those of many headings are, with blanks only between its words. */
export interface SpacedString {
  text: string
  /** Where the string begins. */
  x: number
  y: number
}

/** What pdf.js tells of a shown string: glyphs, and between them shifts to the left; both in thousandths of the font size. */
export type Glyphs = readonly ({unicode?: string; width?: number} | number | null)[]

/** Where a string begins, in points. */
export interface Start {
  x: number
  y: number
  /** The font size along the baseline; 0 where the text is turned. */
  em: number
}

/** A glyph, and what sets it apart from the one before, in multiples of the font size. */
interface Letter {
  unicode: string
  /** By a shift of its own, which may stand for a blank. */
  shift: number
  /** By the spacing that all letters have, which does not. */
  spacing: number
  /** It was set at a place of its own, as browsers set each letter; they draw the blanks between words too. */
  isPlaced: boolean
}

/** pdf.js takes a tenth for a blank. */
const LEAST_SPACING = 0.08
const MOST_SPACING = 0.8
/** Wider shifts between the glyphs of a string without a blank are between words of a letter, such as grades. */
const MOST_SHIFT = 0.22
/** Letters set at places of their own may stand so far apart, where all gaps between them are alike. */
const MOST_EVEN_SPACING = 1.6
const EVEN = 0.06
/** So much more than between letters is between words. */
const WORD_GAP = 0.18
const LEAST_GLYPHS = 3
/** In multiples of the font size. */
const SAME_LINE = 0.05

/** Points. */
const NEAR = 2

/** Gathers the strings of a font that follow each other on a baseline. */
export class SpacedLetters {
  readonly #letters: Letter[] = []
  readonly #found: SpacedString[] = []
  #start: Start = {x: 0, y: 0, em: 0}
  /** From the start to where the last glyph ends, in multiples of the font size. */
  #advance = 0
  #shift = 0
  #spacing = 0
  #isPlaced = false

  /**
   * @param start where the string begins, if it does not follow on the one before
   * @param spacing what is added after each glyph, in multiples of the font size
   */
  add(glyphs: Glyphs, spacing: number, start: Start): void {
    if (this.#isPlaced) this.#goOnAt(start)
    if (this.#letters.length === 0) this.#start = start
    for (const glyph of glyphs) {
      if (typeof glyph === 'number') this.#shiftBy(-glyph / 1000)
      else if (glyph?.unicode) this.#letter(glyph.unicode, (glyph.width ?? 0) / 1000, spacing)
    }
  }

  /** The next string has a place of its own, which may be on the same line. */
  place(): void {
    this.#isPlaced = this.#letters.length > 0
  }

  /** The next string stands elsewhere, or is set in another font. */
  end(): void {
    const text = spacedWords(this.#letters)
    if (text) this.#found.push({text, x: this.#start.x, y: this.#start.y})
    this.#letters.length = 0
    this.#advance = 0
    this.#shift = 0
    this.#spacing = 0
    this.#isPlaced = false
  }

  #goOnAt({x, y, em}: Start) {
    const {x: from, y: line, em: size} = this.#start
    const gap = size > 0 ? (x - from) / size - this.#advance : Number.NaN
    const isOnLine = em === size && Math.abs(y - line) < SAME_LINE * size
    if (!isOnLine || !(gap > -MOST_SPACING && gap < MOST_EVEN_SPACING)) this.end()
    else {
      this.#shiftBy(gap)
      this.#spacing = 0
    }
  }

  #shiftBy(ems: number) {
    this.#shift += ems
    this.#advance += ems
  }

  #letter(unicode: string, width: number, spacing: number) {
    this.#letters.push({unicode, shift: this.#shift, spacing: this.#spacing, isPlaced: this.#isPlaced})
    this.#advance += width + spacing
    this.#shift = 0
    this.#spacing = spacing
    this.#isPlaced = false
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
  const most = inner.every(({isPlaced}) => isPlaced) ? mostPlaced(letters) : MOST_SPACING
  const hasBlanks = inner.some(({unicode, isPlaced}) => unicode === ' ' || isPlaced)
  const widest = Math.max(...inner.map(({spacing}) => spacing)) + usual
  if (usual > (hasBlanks ? most : MOST_SHIFT) && !isSectionTitle(wordsOf(letters, usual))) return undefined
  if (widest < LEAST_SPACING || widest > most) return undefined
  return wordsOf(letters, usual)
}

/** How far letters may stand apart that were each set at a place of their own. */
function mostPlaced(letters: readonly Letter[]): number {
  const shifts = letters.slice(1).map(({shift}) => shift)
  const areEven = Math.max(...shifts) - Math.min(...shifts) < EVEN
  return areEven && letters.every(({unicode}) => /\p{L}| /u.test(unicode)) ? MOST_EVEN_SPACING : MOST_SPACING
}

function wordsOf(letters: readonly Letter[], usual: number): string {
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
    if (piece.endsLine || index > 2 * text.length) return 0
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
