import sharp, {type Sharp} from 'sharp'
import {AtsError} from '../../../model/errors.js'
import type {Box} from './box.js'
import {type EvenPage, evenGrounds} from './even-grounds.js'
import {type Grey, shadeOf} from './grey.js'
import {evenLight} from './light.js'
import {cutOutSheet} from './sheet.js'
import {findSkew} from './skew.js'

sharp.cache(false)
sharp.concurrency(1)

/** Pixels along the longer side of an A4 page at 235 dpi, to which smaller images are enlarged, which measurably helps. */
const ENOUGH = 2750
/** From 190 dpi there is nothing to gain. */
const NEARLY = 0.8
const MOST_ENLARGED = 3
/** Pixels of a photo of a page beyond which more show no more. */
const PLENTY = 3600
/** Degrees of skew below which words of one line still stand on one line. */
const LEVEL = 0.1

export interface PreparedPage extends EvenPage {
  /** It seems to lie on its side; whether it does, and on the left or the right one, letters must tell. */
  isSideways: boolean
}

/**
 * Makes an image fit for OCR: upright by its own tag, dark on light all over, the sheet of a photo cut out and evenly
 * lit, lines level, neither tiny nor huge. No filters and no thresholds: they cost more words than they save.
 *
 * @throws AtsError `CORRUPT`, or `TOO_LARGE` above `maxPixels`
 */
export async function preparePage(image: Uint8Array, maxPixels: number): Promise<PreparedPage> {
  try {
    const sheet = cutOutSheet(await decode(image, maxPixels))
    const {degrees, isSideways} = findSkew(evenLight(sheet))
    const level = await scaleAndTurn(sheet, Math.abs(degrees) < LEVEL ? 0 : -degrees)
    // Fields are found before light is evened, which takes pale ones for shadows.
    const {page, fields} = evenGrounds(level)
    return {page: evenLight(page), fields, isSideways}
  } catch (error) {
    throw imageError(error)
  }
}

/** Turns a page clockwise by quarters. */
export async function turnPage({page, fields}: EvenPage, degrees: number): Promise<EvenPage> {
  if (degrees === 0) return {page, fields}
  const turned = await toGrey(fromGrey(page).rotate(degrees))
  return {page: turned, fields: fields.map((field) => turnBox(field, page, degrees))}
}

function turnBox(box: Box, page: Grey, degrees: number): Box {
  if (degrees === 0) return box
  const {left, top, right, bottom} = box
  const once = {left: page.height - bottom, top: left, right: page.height - top, bottom: right}
  return turnBox(once, {...page, width: page.height, height: page.width}, degrees - 90)
}

/** Enlarges a page; by 1 it stays what it is. */
export async function enlargePage(page: Grey, factor: number): Promise<Grey> {
  return factor === 1 ? page : toGrey(fromGrey(page).resize({width: Math.round(factor * page.width)}))
}

async function decode(image: Uint8Array, maxPixels: number): Promise<Grey> {
  const options = {limitInputPixels: maxPixels, failOn: 'error'} as const
  const {width, height} = await sharp(image, options).metadata()
  const upright = sharp(image, options).autoOrient().flatten({background: '#ffffff'}).greyscale()
  const fitting =
    Math.max(width, height) > PLENTY
      ? upright.resize({width: PLENTY, height: PLENTY, fit: 'inside'})
      : upright
  return toGrey(fitting)
}

async function scaleAndTurn(page: Grey, degrees: number): Promise<Grey> {
  const longer = Math.max(page.width, page.height)
  const factor = longer >= NEARLY * ENOUGH ? 1 : Math.min(MOST_ENLARGED, ENOUGH / longer)
  if (degrees === 0) return enlargePage(page, factor)
  const [along, across] = [
    factor * Math.cos((degrees * Math.PI) / 180),
    factor * Math.sin((degrees * Math.PI) / 180),
  ]
  const matrix: [[number, number], [number, number]] = [
    [along, -across],
    [across, along],
  ]
  // White corners on grey paper would make Tesseract take the paper for ink.
  const shade = shadeOf(page)
  const background = {r: shade, g: shade, b: shade}
  return toGrey(fromGrey(page).affine(matrix, {background, interpolator: 'bicubic'}))
}

function fromGrey({data, width, height}: Grey) {
  return sharp(data, {raw: {width, height, channels: 1}})
}

async function toGrey(image: Sharp): Promise<Grey> {
  const {data, info} = await image
    .toColourspace('b-w')
    .extractChannel(0)
    .raw()
    .toBuffer({resolveWithObject: true})
  return {data, width: info.width, height: info.height}
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
