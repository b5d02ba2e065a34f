import type {Area, Matrix} from './matrix.js'
import {boxIn} from './matrix.js'

/** The only thing that a page shows: an image, whole and opaque. */
export interface LoneImage {
  /** The name that pdf.js has given it. */
  object: string
  /** From the unit square that the image fills to the page's own coordinates. */
  matrix: Matrix
}

const UNIT: Area = [0, 0, 1, 1]
/** Share of an image's sides that may be cut off: scanners round. */
const ROUNDED = 0.02

/** Watches a page's painting, to tell whether it comes to one image alone. */
export class LoneImageWatch {
  readonly #image: LoneImage[] = []
  readonly #frames: Area[]
  #isAlone = true

  /** @param view what is seen of the page */
  constructor(view: Area) {
    this.#frames = [view]
  }

  /** @param object undefined for inline images, masks and repeated ones */
  paint(object: unknown, matrix: Matrix, alpha: number): void {
    if (typeof object === 'string' && alpha === 1) this.#image.push({object, matrix})
    else this.spoil()
  }

  /** Something else is painted, or how the image is painted is out of the ordinary. */
  spoil(): void {
    this.#isAlone = false
  }

  /** Nothing beyond this area is painted, for a while at least. */
  clip(area: Area): void {
    this.#frames.push(area)
  }

  found(): LoneImage | undefined {
    const [image, ...others] = this.#image
    if (!image || others.length > 0 || !this.#isAlone) return undefined
    const area = boxIn(image.matrix, UNIT)
    return this.#frames.every((frame) => isWithin(area, frame)) ? image : undefined
  }
}

function isWithin([left, bottom, right, top]: Area, frame: Area): boolean {
  const [across, down] = [ROUNDED * (right - left), ROUNDED * (top - bottom)]
  return (
    left >= frame[0] - across &&
    bottom >= frame[1] - down &&
    right <= frame[2] + across &&
    top <= frame[3] + down
  )
}
