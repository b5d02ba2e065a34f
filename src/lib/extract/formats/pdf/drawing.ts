import {AnnotationMode, OPS, type PDFPageProxy, Util} from 'pdfjs-dist/legacy/build/pdf.mjs'
import {toBox} from './box.js'
import {isDot} from './drawn-bullets.js'
import {type LoneImage, LoneImageWatch} from './lone-image.js'
import {type Area, boxIn, type Matrix, pointIn} from './matrix.js'
import {type Hidden, Painting} from './painting.js'
import {SOFT_HYPHEN, type SoftHyphen} from './soft-hyphens.js'
import {type Glyphs, SpacedLetters, type SpacedString} from './spaced-letters.js'

/** What a page shows besides mapped text, and what it hides. */
export interface Drawing {
  /** Share of the page that its images cover, 0 to 1; overlapping images count twice, up to 1. */
  imageShare: number
  /** Pixels per inch of the largest image as the page shows it; undefined where no image says. */
  imageDpi: number | undefined
  /** The image that is all that the page shows; undefined for most pages. */
  loneImage: LoneImage | undefined
  /** How many paths are filled or stroked: letters drawn as outlines are many. */
  paths: number
  /** How often a tiling pattern becomes the paint. */
  tilings: number
  /** Filled shapes of the size of the dots before list items, in the page's own coordinates. */
  dots: Area[]
  /** Soft hyphens at the ends of strings, in the page's own coordinates. */
  softHyphens: SoftHyphen[]
  /** Strings whose letters are set apart, in the page's own coordinates. */
  spacedStrings: SpacedString[]
  /** How many strings are shown, mapped to characters or not. */
  strings: number
  /** How many of them a reader sees: neither invisible, as the OCR layer of a scan, nor under an image of the page. */
  visibleStrings: number
  /** Text that no reader of the page can see; undefined for nearly every page. */
  hidden: Hidden | undefined
}

const POINTS_PER_INCH = 72
/** An image that covers so much of the page hides what was drawn before. */
const WHOLE_PAGE = 0.85
const INVISIBLE_MODE = 3
/** A page with more is a drawing. */
const MOST_DOTS = 300
const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0]

const IMAGES = new Set([
  OPS.paintImageXObject,
  OPS.paintInlineImageXObject,
  OPS.paintImageMaskXObject,
  OPS.paintImageXObjectRepeat,
  OPS.paintImageMaskXObjectRepeat,
  OPS.paintSolidColorImageMask,
])

/** Operators after which the page shows more than its strings, paths and images. */
const PAINTS_MORE = new Set([OPS.shadingFill, OPS.beginGroup, OPS.paintImageMaskXObjectGroup])

const FILLS = new Set([OPS.fill, OPS.eoFill, OPS.fillStroke, OPS.eoFillStroke])

/** Operators after which a string does not follow on the one before. */
const ENDS = new Set([OPS.beginText, OPS.setFont, OPS.setLeadingMoveText, OPS.nextLine])
/** Operators that say where the next string stands, which may be right after the one before. */
const PLACES = new Set([OPS.setTextMatrix, OPS.moveText])

interface State {
  matrix: Matrix
  /** `#rrggbb`; undefined for patterns. */
  color: string | undefined
  alpha: number
  mode: number
  size: number
  leading: number
  /** Between glyphs. */
  spacing: number
}

/** Walks the page's drawing operators, which costs the decoding of its images. */
export async function readDrawing(page: PDFPageProxy): Promise<Drawing> {
  const {fnArray, argsArray} = await page.getOperatorList({annotationMode: AnnotationMode.DISABLE})
  const walk = new Walk(page.view as [number, number, number, number])
  for (const [index, operator] of fnArray.entries()) walk.take(operator, argsArray[index] ?? [])
  return walk.drawing()
}

/** Follows the graphics state as far as the questions asked of a page need it. */
class Walk {
  readonly #view: readonly [number, number, number, number]
  readonly #painting: Painting
  readonly #loneImage: LoneImageWatch
  readonly #saved: State[] = []
  #state: State = {matrix: IDENTITY, color: '#000000', alpha: 1, mode: 0, size: 1, leading: 0, spacing: 0}
  #textMatrix: Matrix = IDENTITY
  #imageShare = 0
  #largest = 0
  #imageDpi: number | undefined
  #paths = 0
  #tilings = 0
  readonly #dots: Area[] = []
  readonly #softHyphens: SoftHyphen[] = []
  readonly #spacedLetters = new SpacedLetters()
  #strings = 0
  #visibleStrings = 0

  constructor(view: readonly [number, number, number, number]) {
    this.#view = view
    this.#painting = new Painting(view)
    this.#loneImage = new LoneImageWatch(view)
  }

  // biome-ignore lint/suspicious/noExplicitAny: pdf.js types the arguments of its operators so.
  take(operator: number, args: any): void {
    const state = this.#state
    if (PAINTS_MORE.has(operator)) this.#loneImage.spoil()
    if (operator === OPS.save) this.#saved.push({...state})
    else if (operator === OPS.restore || operator === OPS.paintFormXObjectEnd) this.#restore()
    else if (operator === OPS.transform) this.#transform(args)
    else if (operator === OPS.paintFormXObjectBegin) {
      this.#saved.push({...state})
      if (args[0]) this.#transform(args[0])
      if (args[1]) this.#loneImage.clip(boxIn(state.matrix, args[1]))
    } else if (operator === OPS.beginMarkedContentProps) this.#optional(args[0])
    else if (operator === OPS.setFillRGBColor) state.color = args[0]
    else if (operator === OPS.setFillColorN || operator === OPS.shadingFill)
      this.#fillWithPattern(operator, args)
    else if (operator === OPS.setGState) this.#setGraphicsState(args[0])
    else if (operator === OPS.constructPath) this.#path(args)
    else if (IMAGES.has(operator)) this.#image(operator, args)
    else this.#text(operator, args)
  }

  drawing(): Drawing {
    return {
      imageShare: Math.min(1, this.#imageShare),
      imageDpi: this.#imageDpi,
      loneImage: this.#loneImage.found(),
      paths: this.#paths,
      tilings: this.#tilings,
      dots: this.#dots,
      softHyphens: this.#softHyphens,
      spacedStrings: this.#spacedLetters.strings(),
      strings: this.#strings,
      visibleStrings: this.#visibleStrings,
      hidden: this.#painting.hidden(),
    }
  }

  // biome-ignore lint/suspicious/noExplicitAny: as above.
  #text(operator: number, args: any) {
    const state = this.#state
    if (ENDS.has(operator)) this.#spacedLetters.end()
    else if (PLACES.has(operator)) this.#spacedLetters.place()
    if (operator === OPS.beginText) this.#textMatrix = IDENTITY
    else if (operator === OPS.setFont) state.size = args[1]
    else if (operator === OPS.setCharSpacing) state.spacing = args[0]
    else if (operator === OPS.setLeading) state.leading = -args[0]
    else if (operator === OPS.setTextRenderingMode) state.mode = args[0]
    else if (operator === OPS.setTextMatrix) this.#textMatrix = Array.from(args[0]) as Matrix
    else if (operator === OPS.moveText) this.#move(args[0], args[1])
    else if (operator === OPS.setLeadingMoveText) {
      state.leading = args[1]
      this.#move(args[0], args[1])
    } else if (operator === OPS.nextLine) this.#move(0, state.leading)
    else if (operator === OPS.showText || operator === OPS.showSpacedText) this.#show(args[0])
  }

  #show(glyphs: Glyphs) {
    this.#strings += 1
    if (this.#state.mode !== INVISIBLE_MODE) {
      this.#visibleStrings += 1
      this.#loneImage.spoil()
    }
    const text = glyphs.map((glyph) => (typeof glyph === 'number' ? '' : (glyph?.unicode ?? ''))).join('')
    const matrix = Util.transform(this.#state.matrix, this.#textMatrix) as Matrix
    const size = Math.abs(this.#state.size) * Math.hypot(matrix[2], matrix[3])
    const [x, y] = pointIn(matrix, 0, 0)
    this.#painting.show({...this.#state, text, x, y, size})
    const shown = text.trimEnd()
    if (shown.endsWith(SOFT_HYPHEN)) this.#softHyphens.push({x, y, before: shown.slice(0, -1)})
    const em = matrix[1] === 0 ? this.#state.size * matrix[0] : 0
    this.#spacedLetters.add(glyphs, this.#state.spacing / Math.abs(this.#state.size || 1), {x, y, em})
  }

  #move(x: number, y: number) {
    this.#textMatrix = Util.transform(this.#textMatrix, [1, 0, 0, 1, x, y]) as Matrix
  }

  #path([operator, , bounds]: [number, unknown, ArrayLike<number> | null]) {
    this.#paths += 1
    if (operator !== OPS.endPath) this.#loneImage.spoil()
    else if (bounds) this.#loneImage.clip(boxIn(this.#state.matrix, bounds))
    if (!FILLS.has(operator) || !bounds || this.#state.alpha < 0.5) return
    const area = boxIn(this.#state.matrix, bounds)
    this.#painting.fill(area, this.#state.color)
    if (isDot(toBox([...area])) && this.#dots.length < MOST_DOTS) this.#dots.push(area)
  }

  #image(operator: number, args: readonly unknown[]) {
    const {matrix, alpha} = this.#state
    this.#loneImage.paint(operator === OPS.paintImageXObject ? args[0] : undefined, matrix, alpha)
    const [left, bottom, right, top] = this.#view
    const share = Math.abs(matrix[0] * matrix[3] - matrix[1] * matrix[2]) / ((right - left) * (top - bottom))
    this.#imageShare += share
    if (share >= WHOLE_PAGE) this.#visibleStrings = 0
    this.#painting.fill(boxIn(matrix, [0, 0, 1, 1]), undefined)
    if (share <= this.#largest || typeof args[1] !== 'number') return
    this.#largest = share
    this.#imageDpi = (args[1] * POINTS_PER_INCH) / Math.hypot(matrix[0], matrix[1])
  }

  /** What follows may be on a layer that is not shown. */
  #optional(tag: unknown) {
    if (tag === 'OC') this.#loneImage.spoil()
  }

  #fillWithPattern(operator: number, [kind]: readonly unknown[]) {
    if (kind === 'TilingPattern') this.#tilings += 1
    if (operator === OPS.setFillColorN) this.#state.color = undefined
    else this.#painting.fill(this.#view, undefined)
  }

  #setGraphicsState(entries: readonly [string, unknown][]) {
    for (const [key, value] of entries) {
      if (key === 'ca') this.#state.alpha = Number(value)
      if ((key === 'SMask' && value) || (key === 'BM' && value !== 'source-over')) this.#loneImage.spoil()
    }
  }

  #transform(matrix: ArrayLike<number>) {
    this.#state.matrix = Util.transform(this.#state.matrix, Array.from(matrix)) as Matrix
  }

  #restore() {
    this.#state = this.#saved.pop() ?? this.#state
  }
}
