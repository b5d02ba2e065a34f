import {writeFileSync} from 'node:fs'
import {expect} from 'chai'
import * as docx from 'docx'
import PDFDocument from 'pdfkit'
import sharp from 'sharp'
import {extract} from '#lib/extract/extract.js'
import {DEFAULT_LIMITS} from '#lib/model/extraction.js'
import {useTempDir} from '../../support/temp-dir.ts'
import {wordFile} from '../../support/word-file.ts'
import {codeOf} from './formats/support/read.ts'
import {zipOf} from './formats/support/zip.ts'

const NOTHING: [what: string, text: string][] = [
  ['white space', ' \u00a0 \u3000 \u200b'],
  ['punctuation', '— • … * _ . | ★ ●'],
  ['private-use glyphs', '\ue0b1 \uf0e0 \uf095'],
]

/** A file of each format whose only text is the one given. */
const FILES: Record<string, (text: string) => Buffer | Promise<Buffer>> = {
  'cv.txt': (text) => Buffer.from(text),
  'cv.md': (text) => Buffer.from(`# ${text}\n\n- ${text}`),
  'cv.html': (text) =>
    Buffer.from(`<!doctype html><meta charset="utf-8"><h1>${text}</h1><ul><li>${text}</ul>`),
  'cv.rtf': (text) => Buffer.from(`{\\rtf1\\ansi ${[...text].map((c) => `\\u${signed(c)}?`).join('')}\\par}`),
  'cv.docx': (text) =>
    docx.Packer.toBuffer(
      new docx.Document({
        sections: [{children: [new docx.Paragraph({text, heading: docx.HeadingLevel.HEADING_1})]}],
      }),
    ),
  'cv.odt': (text) =>
    zipOf(
      {
        mimetype: 'application/vnd.oasis.opendocument.text',
        'content.xml': `<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:text><text:h text:outline-level="1">${text}</text:h></office:text></office:body></office:document-content>`,
      },
      {stored: true},
    ),
  'cv.doc': (text) => wordFile([text]),
}

describe('a file without text', () => {
  const dir = useTempDir()
  const recognizer = (text: string) => ({recognize: async () => ({text, confidence: 30})})
  const codeFor = async (name: string, bytes: Buffer, read = '') => {
    writeFileSync(dir.file(name), bytes)
    const request = {path: dir.file(name), ocr: true, languages: ['eng'], limits: DEFAULT_LIMITS}
    return codeOf(extract(request, {onPage: () => {}, recognizerFor: () => recognizer(read)}))
  }

  for (const [what, text] of NOTHING) {
    for (const [name, make] of Object.entries(FILES)) {
      it(`is NO_TEXT: ${what} in ${name}`, async () =>
        expect(await codeFor(name, await make(text))).to.equal('NO_TEXT'))
    }

    it(`is NO_TEXT: ${what} read from an image and from a scanned page`, async () => {
      const image = await sharp({create: {width: 400, height: 600, channels: 3, background: '#eee'}})
        .jpeg()
        .toBuffer()
      expect(await codeFor('cv.jpg', image, text)).to.equal('NO_TEXT')
      expect(
        await codeFor('cv.pdf', await pdfOf((page) => page.image(image, 0, 0, {width: 595})), text),
      ).to.equal('NO_TEXT')
    })
  }

  it('is NO_TEXT: a PDF of rules and bullets', async () => {
    const bytes = await pdfOf((page) => page.text('- - - . . . * * *'))
    expect(await codeFor('cv.pdf', bytes)).to.equal('NO_TEXT')
  })

  it('has text as soon as it holds a letter or a figure', async () => {
    for (const [name, make] of Object.entries(FILES)) {
      expect(await codeFor(name, await make('7')), name).to.equal('no error')
    }
  })
})

function signed(character: string): number {
  return Int16Array.of(character.charCodeAt(0))[0] as number
}

function pdfOf(draw: (page: PDFKit.PDFDocument) => void): Promise<Buffer> {
  return new Promise((resolve) => {
    const file = new PDFDocument()
    const chunks: Buffer[] = []
    file.on('data', (chunk: Buffer) => chunks.push(chunk))
    file.on('end', () => resolve(Buffer.concat(chunks)))
    draw(file)
    file.end()
  })
}
