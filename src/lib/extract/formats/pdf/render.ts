import type {Canvas} from '@napi-rs/canvas'
import type {PDFDocumentProxy, PDFPageProxy} from 'pdfjs-dist/legacy/build/pdf.mjs'

import {AtsError} from '../../../model/errors.js'

const POINTS_PER_INCH = 72
/** For drawn letters. */
const DRAWN_DPI = 250
const LEAST_DPI = 100
/** Tesseract needs some ten bytes a pixel. */
const MOST_PIXELS = 20_000_000

/** pdf.js paints each on a canvas of up to 36 MB, whatever the scale, and lets none go before the page is drawn. */
const MOST_TILINGS = 16

/** @throws AtsError `TOO_LARGE` where drawing the page would take memory out of all proportion */
export function refuseTilings(tilings: number): void {
  if (tilings > MOST_TILINGS)
    throw new AtsError('TOO_LARGE', `a page of the PDF is painted with ${tilings} tiling patterns`)
}

interface CanvasFactory {
  create(width: number, height: number): {canvas: Canvas; context: unknown}
  destroy(canvas: {canvas: Canvas; context: unknown}): void
}

/**
 * Draws a page for OCR: a scan at its own resolution, for pdf.js enlarges coarsely and the recognizer well.
 *
 * @param imageDpi resolution of the scan, where the page is one
 * @param maxPixels of the drawing; a page that would have more is drawn smaller
 * @returns an uncompressed TIFF in shades of grey: lossy compression costs faint scans words
 */
export async function renderPage(
  document: PDFDocumentProxy,
  page: PDFPageProxy,
  maxPixels: number,
  imageDpi: number = DRAWN_DPI,
): Promise<Uint8Array> {
  await loadFonts()
  const viewport = page.getViewport({scale: scaleFor(page, Math.min(maxPixels, MOST_PIXELS), imageDpi)})
  const factory = document.canvasFactory as CanvasFactory
  const drawn = factory.create(toPixels(viewport.width), toPixels(viewport.height))
  try {
    await page.render({canvas: drawn.canvas as never, canvasContext: drawn.context as never, viewport})
      .promise
    return await toTiff(drawn.canvas)
  } finally {
    factory.destroy(drawn)
  }
}

let hasFonts = false

/** The machine's own, for text whose font is not in the file. Children do not load them before one is needed. */
async function loadFonts(): Promise<void> {
  if (hasFonts) return
  hasFonts = true
  const {GlobalFonts} = await import('@napi-rs/canvas')
  // The library's types leave it out.
  const fonts = GlobalFonts as unknown as {loadSystemFonts(): number}
  fonts.loadSystemFonts()
}

async function toTiff(canvas: Canvas): Promise<Uint8Array> {
  const {default: sharp} = await import('sharp')
  const {width, height} = canvas
  return sharp(canvas.data(), {raw: {width, height, channels: 4}})
    .removeAlpha()
    .greyscale()
    .tiff({compression: 'none'})
    .toBuffer()
}

/** Rounded, so that a scan is drawn pixel by pixel where its size in points is not quite even. */
function toPixels(length: number): number {
  return Math.max(1, Math.round(length))
}

function scaleFor(page: PDFPageProxy, maxPixels: number, imageDpi: number): number {
  const {width, height} = page.getViewport({scale: 1})
  const dpi = Math.min(DRAWN_DPI, Math.max(LEAST_DPI, imageDpi))
  return Math.min(dpi / POINTS_PER_INCH, Math.sqrt(maxPixels / (width * height)))
}
