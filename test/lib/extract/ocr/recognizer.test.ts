import {createCanvas} from '@napi-rs/canvas'
import {expect} from 'chai'
import PDFDocument from 'pdfkit'
import sharp from 'sharp'
import {pdf} from '#lib/extract/formats/pdf.js'
import {createRecognizer, installedLanguages} from '#lib/extract/ocr/recognizer.js'
import {DEFAULT_LIMITS} from '#lib/model/extraction.js'

const LINES = [
  'Ada Muster',
  'Engineer for power grids',
  'Planned nine town grids and led',
  'teams of four to twelve people',
  'since the spring of 2019',
]

/** The lines as a PDF with the standard Helvetica, drawn by our own renderer: no system font is needed. */
async function makeScan(lines: readonly string[]): Promise<Buffer> {
  const bytes = await new Promise<Buffer>((resolve) => {
    const document = new PDFDocument({size: [400, 300], margin: 40})
    const chunks: Buffer[] = []
    document.on('data', (chunk: Buffer) => chunks.push(chunk))
    document.on('end', () => resolve(Buffer.concat(chunks)))
    document.fontSize(18)
    for (const line of lines) document.text(line)
    document.end()
  })
  const {openPdf} = await import('#lib/extract/formats/pdf/document.js')
  const {renderPage} = await import('#lib/extract/formats/pdf/render.js')
  const {document, close} = await openPdf(bytes, DEFAULT_LIMITS.maxPixels)
  try {
    return Buffer.from(await renderPage(document, await document.getPage(1), DEFAULT_LIMITS.maxPixels))
  } finally {
    await close()
  }
}

describe('OCR', () => {
  let recognizer: Awaited<ReturnType<typeof createRecognizer>>
  let scan: Buffer

  before(async () => {
    recognizer = await createRecognizer({languages: ['eng'], limits: DEFAULT_LIMITS})
    scan = await makeScan(LINES)
  })

  after(() => recognizer.close())

  it('reads a scan', async () => {
    const {text, confidence} = await recognizer.recognize(scan)
    expect(text.split(/\n+/)).to.deep.equal(LINES)
    expect(confidence).to.be.within(70, 100)
  })

  for (const degrees of [90, 180, 270]) {
    it(`reads a scan turned by ${degrees}°`, async () => {
      const turned = await sharp(scan).rotate(degrees).jpeg().toBuffer()
      expect((await recognizer.recognize(turned)).text.split(/\n+/)).to.deep.equal(LINES)
    })
  }

  it('reads a scanned page in a PDF beside a page of text', async () => {
    const document = new PDFDocument({size: 'A4'})
    const chunks: Buffer[] = []
    document.on('data', (chunk: Buffer) => chunks.push(chunk))
    const made = new Promise((resolve) => document.on('end', resolve))
    document.text('A page of text.').addPage().image(scan, 0, 0, {width: 595}).end()
    await made
    const context = {
      bytes: Buffer.concat(chunks),
      fileName: '',
      limits: DEFAULT_LIMITS,
      recognizer,
      onPage: () => {},
    }
    const {pages} = await pdf.read(context)
    expect(pages.map(({method}) => method)).to.deep.equal(['text', 'ocr'])
    expect(pages[1]?.text).to.include('Engineer for power grids')
  })

  it('finds nothing on a blank page', async () => {
    const blank = createCanvas(400, 300)
    expect((await recognizer.recognize(blank.toBuffer('image/png'))).text).to.equal('')
  })

  it('calls a damaged image CORRUPT and goes on', async () => {
    const code = await recognizer.recognize(scan.subarray(0, 2000)).then(
      () => 'read',
      (error: {code?: string}) => error.code,
    )
    expect(code).to.equal('CORRUPT')
    expect((await recognizer.recognize(scan)).text).to.include('Ada Muster')
  })

  it('reads several languages at once', async () => {
    const both = await createRecognizer({languages: ['eng', 'deu'], limits: DEFAULT_LIMITS})
    try {
      const {text} = await both.recognize(
        await makeScan(['Größe und Übung', 'Strasse der Mühlen', 'The quick reader']),
      )
      expect(text).to.include('Größe und Übung').and.to.include('The quick reader')
    } finally {
      await both.close()
    }
  })

  it('names a language that is not installed, and how to install it', async () => {
    const error = await createRecognizer({languages: ['eng', 'xyz'], limits: DEFAULT_LIMITS}).then(
      () => undefined,
      (thrown: {code: string; message: string; suggestions: string[]}) => thrown,
    )
    expect(error?.code).to.equal('CONFIGURATION')
    expect(error?.message).to.include('xyz')
    expect(error?.suggestions).to.include('npm install @tesseract.js-data/xyz')
  })

  it('lists the installed languages', () => {
    expect(installedLanguages()).to.include('eng').and.not.to.include('osd')
  })
})
