import {zipOf} from '../../lib/extract/formats/support/zip.ts'
import {wordFile} from '../../support/word-file.ts'

const NAMES = ['Ada Northwind', 'Bram Teller', 'Carla Nunez', 'Dov Harel', 'Edda Stein']
const TRADES = ['rigger', 'nurse', 'typesetter', 'surveyor', 'cellist']

const FORMATS: Record<string, (lines: readonly string[]) => string | Buffer> = {
  txt: text,
  html,
  rtf,
  docx,
  pdf,
  odt,
  doc: wordFile,
}

export interface SmallCv {
  suffix: string
  bytes: Buffer
}

/** A CV of a fictional person in one format after the other; always the same for the same edition. */
export function smallCv(edition: number): SmallCv {
  const suffixes = Object.keys(FORMATS)
  const suffix = suffixes[edition % suffixes.length] ?? 'txt'
  const name = `${NAMES[edition % NAMES.length]} the ${edition}th`
  const trade = String(TRADES[edition % TRADES.length])
  const lines = [name, trade, `edition${edition}@example.org`, ...history(edition)]
  return {suffix, bytes: Buffer.from((FORMATS[suffix] ?? text)(lines) as Buffer)}
}

function history(edition: number): string[] {
  return Array.from(
    {length: 5 + (edition % 20)},
    (_, year) => `${1990 + year}: worked on project ${edition}-${year}`,
  )
}

function text(lines: readonly string[]): string {
  return `${lines.join('\n')}\n`
}

function html(lines: readonly string[]): string {
  const body = lines.map((line) => `<p>${line}</p>`).join('')
  return `<!doctype html><html><head><title>CV</title></head><body>${body}</body></html>`
}

function rtf(lines: readonly string[]): string {
  return `{\\rtf1\\ansi ${lines.map((line) => `${line}\\par`).join('\n')}}`
}

function docx(lines: readonly string[]): Buffer {
  const space = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
  const body = lines.map((line) => `<w:p><w:r><w:t>${line}</w:t></w:r></w:p>`).join('')
  const document = `<w:document xmlns:w="${space}"><w:body>${body}</w:body></w:document>`
  return zipOf({'word/document.xml': document})
}

function odt(lines: readonly string[]): Buffer {
  const spaces = ['office', 'text'].map(
    (name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`,
  )
  const body = lines.map((line) => `<text:p>${line}</text:p>`).join('')
  const text = `<office:body><office:text>${body}</office:text></office:body>`
  const content = `<office:document-content ${spaces.join(' ')}>${text}</office:document-content>`
  return zipOf({mimetype: 'application/vnd.oasis.opendocument.text', 'content.xml': content}, {stored: true})
}

/** The smallest PDF that has a text layer. */
function pdf(lines: readonly string[]): string {
  const shown = lines.map((line) => `(${line}) Tj T*`).join('\n')
  const stream = `BT /F1 11 Tf 14 TL 50 780 Td\n${shown}\nET`
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ]
  return withTable(objects)
}

function withTable(objects: readonly string[]): string {
  let file = '%PDF-1.4\n'
  const offsets = objects.map((object, index) => {
    const offset = file.length
    file += `${index + 1} 0 obj\n${object}\nendobj\n`
    return String(offset).padStart(10, '0')
  })
  const table = ['0000000000 65535 f ', ...offsets.map((offset) => `${offset} 00000 n `)].join('\n')
  const size = objects.length + 1
  return `${file}xref\n0 ${size}\n${table}\ntrailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${file.length}\n%%EOF\n`
}
