import type {Canvas} from '@napi-rs/canvas'
import type {PDFDocumentProxy, PDFPageProxy} from 'pdfjs-dist/legacy/build/pdf.mjs'

const POINTS_PER_INCH = 72
/** For drawn letters. */
const DRAWN_DPI = 250
const LEAST_DPI = 100
/** Tesseract needs some ten bytes a pixel. */
const MOST_PIXELS = 20_000_000
const JPEG_QUALITY = 90

interface CanvasFactory {
  create(width: number, height: number): {canvas: Canvas; context: unknown}
  destroy(canvas: {canvas: Canvas; context: unknown}): void
}

/**
 * Draws a page for OCR: a scan at its own resolution, for pdf.js enlarges coarsely and the recognizer well.
 *
 * @param imageDpi resolution of the scan, where the page is one
 * @param maxPixels of the drawing; a page that would have more is drawn smaller
 * @returns a JPEG
 */
export async function renderPage(
  document: PDFDocumentProxy,
  page: PDFPageProxy,
  maxPixels: number,
  imageDpi: number = DRAWN_DPI,
): Promise<Uint8Array> {
  const viewport = page.getViewport({scale: scaleFor(page, Math.min(maxPixels, MOST_PIXELS), imageDpi)})
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

function scaleFor(page: PDFPageProxy, maxPixels: number, imageDpi: number): number {
  const {width, height} = page.getViewport({scale: 1})
  const dpi = Math.min(DRAWN_DPI, Math.max(LEAST_DPI, imageDpi))
  return Math.min(dpi / POINTS_PER_INCH, Math.sqrt(maxPixels / (width * height)))
}
