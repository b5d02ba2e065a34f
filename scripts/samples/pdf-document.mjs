import PDFDocument from 'pdfkit'

export const A4 = {width: 595.28, height: 841.89}

/** The day on which every sample says it was made, so that each run gives the same bytes. */
export const SAMPLE_DATE = new Date('2024-03-12T09:30:00Z')

/**
 * Collects one pdfkit document.
 * @param {object} options pdfkit's options beside size, dates and pages
 * @param {(doc: PDFDocument) => void} draw
 * @returns {Promise<Buffer>}
 */
export function pdfDocument({info, ...options}, draw) {
  const doc = new PDFDocument({
    size: 'A4',
    info: {...info, CreationDate: SAMPLE_DATE, ModDate: SAMPLE_DATE},
    ...options,
  })
  const chunks = []
  doc.on('data', (chunk) => chunks.push(chunk))
  return new Promise((resolve, reject) => {
    doc.on('end', () => resolve(Buffer.concat(chunks)))
    doc.on('error', reject)
    draw(doc)
    doc.end()
  })
}
