import {readFileSync, writeFileSync} from 'node:fs'
import {expect} from 'chai'
import * as docx from 'docx'
import PDFDocument from 'pdfkit'
import sharp from 'sharp'
import {extract} from '#lib/extract/extract.js'
import {
  DEFAULT_LIMITS,
  type ExtractionLimits,
  type ExtractionWarning,
  WARNING_CODES,
  type WarningCode,
} from '#lib/model/extraction.js'
import {useTempDir} from '../../support/temp-dir.ts'
import {zipOf} from './formats/support/zip.ts'

/** A file that ends loaded and flagged. */
interface Flagged {
  file: string
  bytes: () => Buffer | Promise<Buffer>
  /** What OCR answers, page by page; none where OCR is off. */
  ocr?: (() => string)[]
  limits?: Partial<ExtractionLimits>
}

type Draw = (file: PDFKit.PDFDocument) => void

const PLAIN =
  'Ada Beispiel plans power grids for towns in the hills. She has led teams of four to twelve people, keeps budgets, ' +
  'writes plainly and speaks in public. Her designs run in nine towns and have not failed since they were built.'
const SECRET = 'kubernetes rust golang'

function pdfOf(draw: Draw, options: PDFKit.PDFDocumentOptions = {}): Promise<Buffer> {
  return new Promise((resolve) => {
    const file = new PDFDocument({size: 'A4', margin: 50, ...options})
    const chunks: Buffer[] = []
    file.on('data', (chunk: Buffer) => chunks.push(chunk))
    file.on('end', () => resolve(Buffer.concat(chunks)))
    draw(file)
    file.end()
  })
}

function scan(): Promise<Buffer> {
  const page = `<svg xmlns="http://www.w3.org/2000/svg" width="1240" height="1754"><rect width="1240" height="1754" fill="#fff"/><rect x="100" y="100" width="600" height="40" fill="#222"/></svg>`
  return sharp(Buffer.from(page)).jpeg().toBuffer()
}

const scanned = async (pages: number) => {
  const image = await scan()
  return pdfOf((file) => {
    for (let page = 0; page < pages; page += 1) {
      if (page > 0) file.addPage()
      file.image(image, 0, 0, {width: 595})
    }
  })
}

const fails = () => {
  throw new Error('no')
}

const EVERY_CODE: Record<WarningCode, Flagged> = {
  HIDDEN_TEXT: {
    file: 'cv.html',
    bytes: () => Buffer.from(`<meta charset="utf-8"><p>Ada</p><p style="display:none">${SECRET}</p>`),
  },
  LOW_CONFIDENCE: {file: 'cv.pdf', bytes: () => scanned(1), ocr: [() => 'Ada Beispiel']},
  IMAGE_WITHOUT_TEXT: {file: 'cv.pdf', bytes: () => scanned(2), ocr: [() => 'Ada Beispiel', () => '']},
  PAGES_SKIPPED: {
    file: 'cv.pdf',
    bytes: async () => {
      const image = await scan()
      return pdfOf((file) => file.text(PLAIN).addPage().image(image, 0, 0, {width: 595}))
    },
  },
  TRUNCATED: {
    file: 'cv.pdf',
    bytes: () => pdfOf((file) => file.text(PLAIN).addPage().text(PLAIN)),
    limits: {maxPages: 1},
  },
  SALVAGED: {file: 'cv.rtf', bytes: () => Buffer.from('{\\rtf1\\ansi Ada Beispiel\\par {\\b Pilot')},
  PAGE_FAILED: {file: 'cv.pdf', bytes: () => scanned(2), ocr: [() => 'Ada Beispiel', fails]},
  ENCODING_GUESSED: {
    file: 'cv.txt',
    bytes: () =>
      Buffer.from('Ada Müller-Beispiel\nKöchin, für die Küche im Gasthaus zur schönen Linde', 'latin1'),
  },
  ATTACHMENTS_IGNORED: {
    file: 'cv.pdf',
    bytes: () =>
      pdfOf((file) => file.text(PLAIN).file(Buffer.from('more'), {name: 'references.txt'} as never)),
  },
}

const FORMATS: [what: string, file: string, bytes: () => Buffer | Promise<Buffer>][] = [
  ['white', 'cv.pdf', () => pdfOf((file) => file.text(PLAIN).fillColor('#fff').text(SECRET, 50, 400))],
  ['tiny', 'cv.pdf', () => pdfOf((file) => file.text(PLAIN).fontSize(0.5).text(SECRET, 50, 400))],
  [
    'off-page',
    'cv.pdf',
    () => pdfOf((file) => file.text(PLAIN).text(SECRET, 2000, 100, {lineBreak: false, width: 400})),
  ],
  ['hidden', 'cv.docx', () => wordOf({vanish: true})],
  ['white', 'cv.docx', () => wordOf({color: 'FFFFFF'})],
  ['tiny', 'cv.docx', () => wordOf({size: 2})],
  ['undisplayed', 'cv.html', () => htmlOf('display: none')],
  ['invisible', 'cv.html', () => htmlOf('visibility: hidden')],
  ['white', 'cv.html', () => htmlOf('color: #fff')],
  ['tiny', 'cv.html', () => htmlOf('font-size: 0')],
  ['off-page', 'cv.html', () => htmlOf('position: absolute; left: -9999px')],
  ['hidden', 'cv.rtf', () => Buffer.from(`{\\rtf1\\ansi Ada\\par {\\v ${SECRET}}\\par}`)],
  [
    'white',
    'cv.rtf',
    () =>
      Buffer.from(`{\\rtf1\\ansi{\\colortbl;\\red255\\green255\\blue255;}Ada\\par {\\cf1 ${SECRET}}\\par}`),
  ],
  ['hidden', 'cv.odt', () => openDocument('text:display="none"')],
  ['white', 'cv.odt', () => openDocument('fo:color="#ffffff"')],
]

function wordOf(run: docx.IRunOptions): Promise<Buffer> {
  const children = [
    new docx.Paragraph('Ada Beispiel'),
    new docx.Paragraph({children: [new docx.TextRun({...run, text: SECRET})]}),
  ]
  return docx.Packer.toBuffer(new docx.Document({sections: [{children}]}))
}

function htmlOf(style: string): Buffer {
  return Buffer.from(`<!doctype html><meta charset="utf-8"><p>Ada</p><p style="${style}">${SECRET}</p>`)
}

function openDocument(property: string): Buffer {
  const content = `<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"><office:automatic-styles><style:style style:name="T1" style:family="text"><style:text-properties ${property}/></style:style></office:automatic-styles><office:body><office:text><text:p>Ada</text:p><text:p><text:span text:style-name="T1">${SECRET}</text:span></text:p></office:text></office:body></office:document-content>`
  return zipOf({mimetype: 'application/vnd.oasis.opendocument.text', 'content.xml': content}, {stored: true})
}

describe('warnings', () => {
  const dir = useTempDir()
  const warningsOf = async ({file, bytes, ocr, limits}: Flagged): Promise<ExtractionWarning[]> => {
    writeFileSync(dir.file(file), await bytes())
    const answers = [...(ocr ?? [])]
    const recognizer = {recognize: async () => ({text: answers.shift()?.() ?? '', confidence: 40})}
    const {warnings, text} = await extract(
      {
        path: dir.file(file),
        ocr: ocr !== undefined,
        languages: ['eng'],
        limits: {...DEFAULT_LIMITS, ...limits},
      },
      {onPage: () => {}, recognizerFor: () => recognizer},
    )
    expect(text).to.include('Ada')
    return warnings
  }

  for (const code of WARNING_CODES) {
    it(`${code} can occur`, async () => {
      const codes = (await warningsOf(EVERY_CODE[code])).map((warning) => warning.code)
      expect(codes).to.include(code)
    })
  }

  for (const [what, file, bytes] of FORMATS) {
    it(`quotes ${what} text in ${file}`, async () => {
      const [warning] = await warningsOf({file, bytes})
      expect(warning?.code).to.equal('HIDDEN_TEXT')
      expect(warning?.message).to.include(`“${SECRET}”`)
    })
  }

  it('do not come without reason', async () => {
    expect(await warningsOf({file: 'cv.pdf', bytes: () => pdfOf((file) => file.text(PLAIN))})).to.deep.equal(
      [],
    )
    expect(
      await warningsOf({file: 'cv.docx', bytes: () => wordOf({bold: true, color: '333333'})}),
    ).to.deep.equal([])
    expect(await warningsOf({file: 'cv.html', bytes: () => htmlOf('color: #333')})).to.deep.equal([])
  })

  it('are all in docs/formats.md', () => {
    const page = readFileSync(new URL('../../../docs/formats.md', import.meta.url), 'utf8')
    const table = page.split('## Warnings')[1]?.split('\n## ')[0] ?? ''
    expect([...table.matchAll(/^\| `(\w+)` \|/gm)].map(([, code]) => code)).to.deep.equal([...WARNING_CODES])
  })
})
