import sharp from 'sharp'
import type {ExtractionWarning, FileType, ReadPage, ReadResult} from '../../model/extraction.js'
import {imageError} from '../ocr/page/prepare-page.js'
import type {Format, ReadContext} from './format.js'
import {decodeBmp} from './image/bmp.js'
import {imageWithoutText} from './image-without-text.js'

export const jpeg = imageFormat('jpeg')
export const png = imageFormat('png')
export const tiff = imageFormat('tiff')
export const webp = imageFormat('webp')
export const gif = imageFormat('gif')
export const bmp = imageFormat('bmp', decodeBmp)

type Decode = (bytes: Buffer, maxPixels: number) => Promise<Buffer>

/** @param decode turns a format that sharp cannot read into one that it can */
function imageFormat(type: FileType, decode?: Decode): Format {
  return {
    type,
    read: async (context) => {
      if (!decode) return readFrames(context, context.bytes)
      return readFrames(context, await decode(context.bytes, context.limits.maxPixels))
    },
  }
}

/** Each page of a TIFF is a page; of an animation only the first frame counts. */
async function readFrames(context: ReadContext, bytes: Buffer): Promise<ReadResult> {
  const frames = await countFrames(context, bytes)
  const count = Math.min(frames, context.limits.maxPages)
  const pages: ReadPage[] = []
  const warnings: ExtractionWarning[] = []
  const failures: unknown[] = []
  for (let number = 1; number <= count; number++) {
    try {
      const page = await readFrame(context, bytes, number, count)
      pages.push(page)
      if (page.method === 'empty') warnings.push(imageWithoutText(number))
    } catch (error) {
      failures.push(error)
      pages.push({text: '', method: 'empty'})
      warnings.push({code: 'PAGE_FAILED', message: `page ${number} could not be read`, page: number})
    }
    context.onPage({page: number, pages: count, method: (pages.at(-1) as ReadPage).method})
  }
  if (failures.length === count) throw imageError(failures[0])
  if (frames > count)
    warnings.push({code: 'TRUNCATED', message: `only the first ${count} of ${frames} pages were read`})
  return {pages, warnings}
}

async function countFrames({limits}: ReadContext, bytes: Buffer): Promise<number> {
  try {
    const {format, pages = 1} = await sharp(bytes, {limitInputPixels: limits.maxPixels}).metadata()
    return format === 'tiff' ? pages : 1
  } catch (error) {
    throw imageError(error)
  }
}

async function readFrame(
  {limits, recognizer, onPage}: ReadContext,
  bytes: Buffer,
  number: number,
  count: number,
): Promise<ReadPage> {
  if (!recognizer) return {text: '', method: 'skipped'}
  onPage({page: number, pages: count, method: 'ocr'})
  const frame = count === 1 && number === 1 ? bytes : await decodeFrame(bytes, number - 1, limits.maxPixels)
  const {text, confidence} = await recognizer.recognize(frame)
  return text === '' ? {text, method: 'empty'} : {text, method: 'ocr', confidence}
}

/** One of several frames, as an image of its own. */
function decodeFrame(bytes: Buffer, page: number, maxPixels: number): Promise<Buffer> {
  return sharp(bytes, {page, limitInputPixels: maxPixels, failOn: 'error'})
    .autoOrient()
    .flatten({background: '#ffffff'})
    .greyscale()
    .png({compressionLevel: 1})
    .toBuffer()
}
