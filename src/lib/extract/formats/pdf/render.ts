import type {Canvas} from '@napi-rs/canvas'
import type {PDFDocumentProxy, PDFPageProxy} from 'pdfjs-dist/legacy/build/pdf.mjs'

const POINTS_PER_INCH = 72
/** Measured: 200 reads one word in a hundred less, 300 no more. */
export const OCR_DPI = 250
/** Tesseract needs some ten bytes a pixel. */
const MOST_PIXELS = 20_000_000
const JPEG_QUALITY = 90

interface CanvasFactory {
  create(width: number, height: number): {canvas: Canvas; context: unknown}
  destroy(canvas: {canvas: Canvas; context: unknown}): void
}

/**
 * Draws a page for OCR.
 *
 * @param maxPixels of the drawing; a page that would have more is drawn smaller
 * @returns a JPEG
 */
export async function renderPage(
  document: PDFDocumentProxy,
  page: PDFPageProxy,
  maxPixels: number,
): Promise<Uint8Array> {
  const viewport = page.getViewport({scale: scaleFor(page, Math.min(maxPixels, MOST_PIXELS))})
  const factory = document.canvasFactory as CanvasFactory
  const drawn = factory.create(Math.ceil(viewport.width), Math.ceil(viewport.height))
  try {
    await page.render({canvas: drawn.canvas as never, canvasContext: drawn.context as never, viewport})
      .promise
    return drawn.canvas.toBuffer('image/jpeg', JPEG_QUALITY)
  } finally {
    factory.destroy(drawn)
  }
}

function scaleFor(page: PDFPageProxy, maxPixels: number): number {
  const {width, height} = page.getViewport({scale: 1})
  return Math.min(OCR_DPI / POINTS_PER_INCH, Math.sqrt(maxPixels / (width * height)))
}
