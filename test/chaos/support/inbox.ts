import {mkdirSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {zipOf} from '../../lib/extract/formats/support/zip.ts'
import type {Random} from './random.ts'

const NAMES = ['Ada Northwind', 'Bram Teller', 'Carla Nunez', 'Dov Harel', 'Edda Stein']
const TRADES = ['rigger', 'nurse', 'typesetter', 'surveyor', 'cellist']

/** A folder into which small CVs of fictional people come. */
export class Inbox {
  readonly #directory: string
  readonly #random: Random
  #made = 0

  constructor(directory: string, random: Random) {
    mkdirSync(directory, {recursive: true})
    this.#directory = directory
    this.#random = random
  }

  /** @returns the path of a new file; one in six has the content of an earlier one */
  file(directory = this.#directory): string {
    this.#made += 1
    const edition = this.#random.chance(1 / 6) ? this.#random.between(0, this.#made) : this.#made
    const [suffix, bytes] = cv(edition)
    const path = join(directory, `cv-${this.#made}.${suffix}`)
    writeFileSync(path, bytes)
    return path
  }

  /** @returns the path of a new directory of a few files, one of them without any text */
  directory(): string {
    this.#made += 1
    const path = join(this.#directory, `batch-${this.#made}`)
    mkdirSync(path)
    for (let left = this.#random.between(2, 8); left > 0; left -= 1) this.file(path)
    writeFileSync(join(path, 'empty.txt'), '')
    return path
  }
}

/** Always the same for the same edition. */
function cv(edition: number): [suffix: string, bytes: Buffer] {
  const name = `${NAMES[edition % NAMES.length]} the ${edition}th`
  const lines = [
    name,
    `${TRADES[edition % TRADES.length]}`,
    `edition${edition}@example.org`,
    ...history(edition),
  ]
  const make = [text, text, html, rtf, docx, pdf][edition % 6] ?? text
  return make(lines)
}

function history(edition: number): string[] {
  return Array.from(
    {length: 5 + (edition % 20)},
    (_, year) => `${1990 + year}: worked on project ${edition}-${year}`,
  )
}

function text(lines: string[]): [string, Buffer] {
  return ['txt', Buffer.from(`${lines.join('\n')}\n`)]
}

function html(lines: string[]): [string, Buffer] {
  const body = lines.map((line) => `<p>${line}</p>`).join('')
  return [
    'html',
    Buffer.from(`<!doctype html><html><head><title>CV</title></head><body>${body}</body></html>`),
  ]
}

function rtf(lines: string[]): [string, Buffer] {
  return ['rtf', Buffer.from(`{\\rtf1\\ansi ${lines.map((line) => `${line}\\par`).join('\n')}}`)]
}

function docx(lines: string[]): [string, Buffer] {
  const space = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
  const body = lines.map((line) => `<w:p><w:r><w:t>${line}</w:t></w:r></w:p>`).join('')
  const document = `<w:document xmlns:w="${space}"><w:body>${body}</w:body></w:document>`
  return ['docx', zipOf({'word/document.xml': document})]
}

/** The smallest PDF that has a text layer. */
function pdf(lines: string[]): [string, Buffer] {
  const shown = lines.map((line) => `(${line}) Tj T*`).join('\n')
  const stream = `BT /F1 11 Tf 14 TL 50 780 Td\n${shown}\nET`
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ]
  return ['pdf', Buffer.from(withTable(objects), 'latin1')]
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
