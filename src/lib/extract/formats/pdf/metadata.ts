import {PDFDateString, type PDFDocumentProxy} from 'pdfjs-dist/legacy/build/pdf.mjs'

const KEYS = {
  title: 'Title',
  author: 'Author',
  subject: 'Subject',
  keywords: 'Keywords',
  creator: 'Creator',
  producer: 'Producer',
  creation_date: 'CreationDate',
  modification_date: 'ModDate',
}

/** What a PDF says of itself. Damaged metadata is no reason to refuse the text: it counts as absent. */
export async function readMetadata(document: PDFDocumentProxy): Promise<Record<string, string>> {
  const metadata: Record<string, string> = {}
  const info = await document.getMetadata().then(
    (found) => found.info as Record<string, unknown>,
    () => ({}) as Record<string, unknown>,
  )
  for (const [key, name] of Object.entries(KEYS)) {
    const value = info[name]
    if (typeof value !== 'string' || value.trim() === '') continue
    metadata[key] = key.endsWith('_date') ? toIsoDate(value) : value.trim()
  }
  return metadata
}

function toIsoDate(value: string): string {
  const date = PDFDateString.toDateObject(value)
  return date && !Number.isNaN(date.getTime()) ? date.toISOString() : value.trim()
}
