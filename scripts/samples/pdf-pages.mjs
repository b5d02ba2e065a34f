import {fileURLToPath} from 'node:url'
import {createCanvas} from '@napi-rs/canvas'
import {getDocument} from 'pdfjs-dist/legacy/build/pdf.mjs'

const standardFontDataUrl = fileURLToPath(
  new URL('../../node_modules/pdfjs-dist/standard_fonts/', import.meta.url),
)

/**
 * Renders every page of a PDF on white.
 * @param {Buffer} pdf
 * @param {number} dpi
 * @returns {Promise<{data: Buffer, width: number, height: number}[]>} RGBA, row by row
 */
export async function pdfPages(pdf, dpi) {
  const task = getDocument({data: new Uint8Array(pdf), standardFontDataUrl, verbosity: 0})
  const document = await task.promise
  const pages = []
  for (let number = 1; number <= document.numPages; number++) {
    pages.push(await renderPage(await document.getPage(number), dpi))
  }
  await task.destroy()
  return pages
}

async function renderPage(page, dpi) {
  const viewport = page.getViewport({scale: dpi / 72})
  const width = Math.round(viewport.width)
  const height = Math.round(viewport.height)
  const canvas = createCanvas(width, height)
  await page.render({canvas, viewport, background: '#ffffff'}).promise
  // A copy: `canvas.data()` is the canvas's own memory, freed with it.
  return {data: Buffer.from(canvas.data()), width, height}
}
