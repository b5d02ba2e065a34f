import PDFDocument from 'pdfkit'
import sharp from 'sharp'
import {openPdf} from '#lib/extract/formats/pdf/document.js'
import {renderPage} from '#lib/extract/formats/pdf/render.js'
import type {Grey} from '#lib/extract/ocr/page/grey.js'
import {DEFAULT_LIMITS} from '#lib/model/extraction.js'

/** The lines as a PDF with the standard Helvetica, drawn by our own renderer: no system font is needed. */
export async function makeScan(
  lines: readonly string[],
  {size = [400, 300], fontSize = 18} = {},
): Promise<Buffer> {
  return drawPage(
    (document) => {
      document.fontSize(fontSize)
      for (const line of lines) document.text(line)
    },
    size as [number, number],
  )
}

/** A JPEG of a page that is drawn with pdfkit, at 250 dpi. */
export async function drawPage(
  draw: (document: PDFKit.PDFDocument) => unknown,
  size: [number, number] = [400, 300],
): Promise<Buffer> {
  const bytes = await makePdf((document) => draw(document.addPage({size, margin: 40})))
  const {document, close} = await openPdf(bytes, DEFAULT_LIMITS.maxPixels)
  try {
    const drawn = await renderPage(document, await document.getPage(1), DEFAULT_LIMITS.maxPixels)
    return await sharp(drawn).jpeg({quality: 90}).toBuffer()
  } finally {
    await close()
  }
}

/** @param draw adds the pages too */
export function makePdf(draw: (document: PDFKit.PDFDocument) => unknown): Promise<Buffer> {
  return new Promise((resolve) => {
    const document = new PDFDocument({autoFirstPage: false})
    const chunks: Buffer[] = []
    document.on('data', (chunk: Buffer) => chunks.push(chunk))
    document.on('end', () => resolve(Buffer.concat(chunks)))
    draw(document)
    document.end()
  })
}

export async function toGrey(image: Buffer): Promise<Grey> {
  const {data, info} = await sharp(image)
    .greyscale()
    .toColourspace('b-w')
    .raw()
    .toBuffer({resolveWithObject: true})
  return {data, width: info.width, height: info.height}
}
