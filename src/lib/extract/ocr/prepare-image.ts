import sharp from 'sharp'
import {AtsError} from '../../model/errors.js'

sharp.cache(false)
sharp.concurrency(1)

/** Pixels along the longer side of a page at 250 dpi; smaller images are enlarged, which measurably helps. */
const ENOUGH = 2750
const MOST_ENLARGED = 3
/** Tesseract needs some ten bytes a pixel. */
const MOST_PIXELS = 20_000_000
const JPEG_QUALITY = 90
const ORIENTATION_SIDE = 1800

/**
 * Makes an image fit for Tesseract: upright by its own tag, grey on white, neither tiny nor huge. No filters and
 * no thresholds: they cost more words than they save.
 *
 * @param degrees clockwise turn to apply on top
 * @returns a JPEG
 * @throws AtsError `CORRUPT`, or `TOO_LARGE` above `maxPixels`
 */
export async function prepareImage(image: Uint8Array, maxPixels: number, degrees = 0): Promise<Buffer> {
  try {
    const upright = sharp(image, {limitInputPixels: maxPixels, failOn: 'error'}).autoOrient()
    const {width, height} = await sharp(image, {limitInputPixels: maxPixels}).metadata()
    const factor = scaleFor(width, height)
    return await upright
      .rotate(degrees)
      .flatten({background: '#ffffff'})
      .resize(factor === 1 ? {} : {width: Math.round(Math.max(1, factor * turned(width, height, degrees)))})
      .greyscale()
      .jpeg({quality: JPEG_QUALITY})
      .toBuffer()
  } catch (error) {
    throw imageError(error)
  }
}

/** A smaller copy: which way letters stand shows at any size, and the engine that tells is greedy. */
export function shrinkImage(image: Uint8Array): Promise<Buffer> {
  return sharp(image)
    .resize({width: ORIENTATION_SIDE, height: ORIENTATION_SIDE, fit: 'inside', withoutEnlargement: true})
    .jpeg({quality: JPEG_QUALITY})
    .toBuffer()
}

function turned(width: number, height: number, degrees: number): number {
  return degrees % 180 === 0 ? width : height
}

function scaleFor(width: number, height: number): number {
  const longer = Math.max(width, height)
  if (width * height > MOST_PIXELS) return Math.sqrt(MOST_PIXELS / (width * height))
  return longer >= ENOUGH * 0.9 ? 1 : Math.min(MOST_ENLARGED, ENOUGH / longer)
}

/** Says in our words what sharp says in its. */
export function imageError(error: unknown): AtsError {
  if (error instanceof AtsError) return error
  const reason = error instanceof Error ? error.message : String(error)
  if (/pixel limit/i.test(reason)) {
    return new AtsError('TOO_LARGE', 'the image has more pixels than the limit allows', {cause: error})
  }
  return new AtsError('CORRUPT', 'the image is damaged beyond reading', {cause: error})
}
