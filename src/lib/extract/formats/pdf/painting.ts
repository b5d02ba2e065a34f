import type {HidingTrick} from '../hidden-text.js'
import type {Area} from './matrix.js'

interface Shown {
  text: string
  x: number
  y: number
  /** In points as the page shows it. */
  size: number
  /** `#rrggbb`; undefined for patterns. */
  color: string | undefined
  alpha: number
  /** PDF's text rendering mode. */
  mode: number
}

/** Text that no reader of the page can see, and how it is hidden. */
export interface Hidden {
  text: string
  /** In alphabetical order. */
  tricks: HidingTrick[]
}

interface Suspect {
  text: string
  trick: HidingTrick
  isHidden: () => boolean
}

interface Filled {
  area: Area
  /** Undefined for images and patterns, on which nothing is taken for hidden. */
  color: string | undefined
}

const INVISIBLE_MODE = 3
const FILL_MODE = 0
const LEAST_ALPHA = 0.05
/** Largest difference in any of red, green and blue, 0 to 255, that no eye sees. */
const SAME_COLOR = 20
const TINY = 2
const PAPER = '#ffffff'
/** Fills looked back at; pages with more are drawings. */
const REACH = 400
const LEAST_LETTERS = 3

/** Remembers what is painted on a page, to tell which of its text cannot be seen. */
export class Painting {
  readonly #view: Area
  readonly #fills: Filled[] = []
  readonly #suspects: Suspect[] = []

  constructor(view: Area) {
    this.#view = view
  }

  fill(area: Area, color: string | undefined): void {
    this.#fills.push({area, color})
  }

  show(shown: Shown): void {
    const suspect = /\S/.test(shown.text) ? this.#suspect(shown) : undefined
    if (suspect) this.#suspects.push({text: shown.text, ...suspect})
  }

  hidden(): Hidden | undefined {
    const found = this.#suspects.filter(({isHidden}) => isHidden())
    const text = found
      .map((one) => (one.text.length > 1 ? ` ${one.text}` : one.text))
      .join('')
      .replace(/\s+/g, ' ')
      .trim()
    if ((text.match(/[\p{L}\p{N}]/gu)?.length ?? 0) < LEAST_LETTERS) return undefined
    return {text, tricks: [...new Set(found.map(({trick}) => trick))].sort()}
  }

  /** What decides, once the whole page is painted, whether the text is hidden; undefined where it plainly is not. */
  #suspect(shown: Shown): Omit<Suspect, 'text'> | undefined {
    const surely = () => true
    if (!contains(this.#view, shown.x, shown.y)) return {trick: 'off the page', isHidden: surely}
    if (shown.mode === INVISIBLE_MODE) {
      return {trick: 'invisible', isHidden: () => !this.#standsOnPicture(shown)}
    }
    if (shown.size < TINY) return {trick: 'tiny', isHidden: surely}
    if (shown.alpha < LEAST_ALPHA) {
      return {trick: 'transparent', isHidden: () => !this.#standsOnOutlines(shown)}
    }
    if (shown.mode !== FILL_MODE || !this.#isOwnGround(shown)) return undefined
    return {trick: isSameColor(PAPER, shown.color) ? 'white' : 'same colour', isHidden: surely}
  }

  /** The OCR layer of a scan is invisible too, and honest. */
  #standsOnPicture({x, y}: Shown): boolean {
    return this.#fills.some(({area, color}) => color === undefined && contains(area, x, y))
  }

  /** Chrome draws some text as outlines and lays transparent text over them. */
  #standsOnOutlines({x, y, size}: Shown): boolean {
    return this.#fills.some(
      ({area: [left, bottom, right, top]}) =>
        top - bottom < 3 * size && right > x - size && left < x + size && top > y - size && bottom < y + size,
    )
  }

  #isOwnGround({x, y, size, color}: Shown): boolean {
    if (color === undefined) return false
    // A little above the baseline and inside the first letter.
    const ground = this.#fills
      .slice(-REACH)
      .findLast(({area}) => contains(area, x + 0.3 * size, y + 0.3 * size))
    return isSameColor(color, ground ? ground.color : PAPER)
  }
}

function contains([left, bottom, right, top]: Area, x: number, y: number): boolean {
  return x >= left && x <= right && y >= bottom && y <= top
}

function isSameColor(a: string, b: string | undefined): boolean {
  if (b === undefined) return false
  const [first, second] = [channels(a), channels(b)]
  return first.every((value, index) => Math.abs(value - (second[index] ?? 0)) <= SAME_COLOR)
}

function channels(color: string): number[] {
  return [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16))
}
