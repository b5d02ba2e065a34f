import {ImageKind, type PDFPageProxy, Util} from 'pdfjs-dist/legacy/build/pdf.mjs'
import type {LoneImage} from './lone-image.js'
import type {Matrix} from './matrix.js'

/** What pdf.js decodes an image to, where there is no browser. */
interface DecodedImage {
  width: number
  height: number
  kind: number
  data?: Uint8Array | Uint8ClampedArray
}

/** Pixels along the longer side beyond which letters show no more. */
const PLENTY = 3600
/** Share by which pixels may be wider than high, or higher than wide. */
const SQUARE = 0.02
/** Of a matrix's numbers: what is less is none. */
const NONE = 0.001
/** Annotations that show nothing of their own. */
const INVISIBLE_ANNOTATIONS = new Set(['Link', 'Popup'])

/**
 * The pixels of a page that is one image, as they are: nothing is drawn again at another resolution, and nothing decoded
 * twice.
 *
 * @returns an uncompressed TIFF in shades of grey, turned as the page shows it; undefined where the page must be drawn, as
 * when the image is mirrored, askew, transparent, or has annotations on it
 */
export async function scanImage(page: PDFPageProxy, image: LoneImage): Promise<Uint8Array | undefined> {
  const decoded = await decodedImage(page, image.object)
  const degrees = decoded && turnOf(page, image.matrix, decoded)
  if (!decoded?.data || degrees === undefined || (await hasNotes(page))) return undefined
  const {default: sharp} = await import('sharp')
  const {width, height, data} = decoded
  const pixels =
    decoded.kind === ImageKind.GRAYSCALE_1BPP
      ? sharp(unpackBits(data, width, height), {raw: {width, height, channels: 1}})
      : sharp(data, {raw: {width, height, channels: 3}}).greyscale()
  const fit = {width: PLENTY, height: PLENTY, fit: 'inside', withoutEnlargement: true} as const
  return pixels.resize(fit).rotate(degrees).tiff({compression: 'none'}).toBuffer()
}

/** Undefined also for what has transparent parts, and for what cannot be decoded. */
async function decodedImage(page: PDFPageProxy, name: string): Promise<DecodedImage | undefined> {
  // pdf.js keeps images of several pages apart, under names that begin so.
  const objects = name.startsWith('g_') ? page.commonObjs : page.objs
  const image = await new Promise<DecodedImage | null>((resolve) => objects.get(name, resolve))
  const isOpaque = image?.kind === ImageKind.GRAYSCALE_1BPP || image?.kind === ImageKind.RGB_24BPP
  return image?.data && isOpaque ? image : undefined
}

/** By how many degrees clockwise the image is turned on the page; undefined where quarters do not do. */
function turnOf(page: PDFPageProxy, matrix: Matrix, {width, height}: DecodedImage): number | undefined {
  const shown = Util.transform(page.getViewport({scale: 1}).transform, matrix) as Matrix
  const [a, b, c, d] = shown
  const size = Math.max(Math.abs(a), Math.abs(b))
  const isNone = (number: number) => Math.abs(number) <= NONE * size
  const pixel = {across: Math.hypot(a, b) / width, down: Math.hypot(c, d) / height}
  if (Math.abs(pixel.across / pixel.down - 1) > SQUARE) return undefined
  // Rows of an image go down its unit square, columns to the right; on the page y grows downward.
  if (isNone(b) && isNone(c) && a > 0 && d < 0) return 0
  if (isNone(a) && isNone(d) && b > 0 && c > 0) return 90
  if (isNone(b) && isNone(c) && a < 0 && d > 0) return 180
  if (isNone(a) && isNone(d) && b < 0 && c < 0) return 270
  return undefined
}

async function hasNotes(page: PDFPageProxy): Promise<boolean> {
  const annotations = (await page.getAnnotations()) as {subtype?: string}[]
  return annotations.some(({subtype = ''}) => !INVISIBLE_ANNOTATIONS.has(subtype))
}

/** Eight pixels a byte, rows padded to whole bytes, 1 for white. */
function unpackBits(bits: Uint8Array | Uint8ClampedArray, width: number, height: number): Uint8Array {
  const pixels = new Uint8Array(width * height)
  const bytesPerRow = (width + 7) >> 3
  for (let y = 0; y < height; y++) {
    const row = y * bytesPerRow
    for (let x = 0; x < width; x++) {
      const byte = bits[row + (x >> 3)] as number
      pixels[y * width + x] = byte & (0x80 >> (x & 7)) ? 255 : 0
    }
  }
  return pixels
}
