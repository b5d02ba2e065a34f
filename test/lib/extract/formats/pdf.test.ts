import {createRequire} from 'node:module'
import {expect} from 'chai'
import PDFDocument from 'pdfkit'
import sharp from 'sharp'
import type {ReadContext} from '#lib/extract/formats/format.js'
import {pdf} from '#lib/extract/formats/pdf.js'
import {DEFAULT_LIMITS, type PageProgress} from '#lib/model/extraction.js'

type Draw = (document: PDFKit.PDFDocument) => void

const LOREM =
  'Ada Muster plans power grids for towns in the hills. She has led teams of four to twelve people, keeps budgets, ' +
  'writes plainly and speaks in public. Her designs run in nine towns and have not failed since they were built.'

function makePdf(draw: Draw, options: PDFKit.PDFDocumentOptions = {}): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const document = new PDFDocument({size: 'A4', margin: 50, ...options})
    const chunks: Buffer[] = []
    document.on('data', (chunk: Buffer) => chunks.push(chunk))
    document.on('end', () => resolve(Buffer.concat(chunks)))
    document.on('error', reject)
    draw(document)
    document.end()
  })
}

/** A grey picture of a page, as a scanner makes it. */
function makeScan(words = 'Scanned page'): Promise<Buffer> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="1240" height="1754"><rect width="1240" height="1754" fill="#fff"/><text x="120" y="200" font-size="48" font-family="DejaVu Sans, Arial, sans-serif">${words}</text></svg>`
  return sharp(Buffer.from(svg)).jpeg().toBuffer()
}

function contextOf(bytes: Buffer, more: Partial<ReadContext> = {}): ReadContext {
  return {bytes, fileName: 'cv.pdf', limits: DEFAULT_LIMITS, onPage: () => {}, ...more}
}

async function readDrawn(draw: Draw, more: Partial<ReadContext> = {}) {
  return pdf.read(contextOf(await makePdf(draw), more))
}

async function textOf(draw: Draw): Promise<string> {
  const {pages} = await readDrawn(draw)
  return pages.map(({text}) => text).join('\n\n')
}

async function codeOf(bytes: Buffer): Promise<string> {
  return pdf.read(contextOf(bytes)).then(
    () => 'read',
    (error: {code?: string}) => error.code ?? 'no code',
  )
}

/** A check box that sends `Yes`, and whether it is ticked. */
function checkBox(document: PDFKit.PDFDocument, x: number, y: number, state: 'Yes' | 'Off') {
  const look = document.ref({Type: 'XObject', Subtype: 'Form', BBox: [0, 0, 14, 14]})
  look.end('')
  const AP = {N: {Yes: look, Off: look}}
  document.annotate(x, y, 14, 14, {Subtype: 'Widget', FT: 'Btn', V: state, AS: state, AP} as never)
}

const LEFT = [
  '## Education',
  'Grid School Hillton',
  'Diploma with honours',
  '## Skills',
  'Load flow studies',
  'Relay settings',
  'Site surveys',
]
const RIGHT = [
  '## Experience',
  'Chief engineer at Gridworks',
  'Planned nine town grids',
  '## Projects',
  'Hydro link Valley North',
  'Storage pilot Hillton',
  'Meter exchange East',
]

const plain = (line: string) => line.replace(/^## /, '')

describe('PDF', () => {
  describe('text', () => {
    it('reads a single column line by line', async () => {
      const text = await textOf((document) =>
        document.text('Ada Muster').text('Engineer').moveDown().text(LOREM),
      )
      expect(text).to.match(/^Ada Muster\nEngineer\n\nAda Muster plans power grids/)
      expect(text.replace(/\s+/g, ' ')).to.include(LOREM)
    })

    it('reads two columns that were drawn one after the other', async () => {
      const text = await textOf((document) => {
        for (const [row, words] of LEFT.entries()) document.text(plain(words), 50, 100 + 20 * row)
        for (const [row, words] of RIGHT.entries()) document.text(plain(words), 320, 100 + 20 * row)
      })
      expect(text.split(/\n+/)).to.deep.equal([...LEFT, ...RIGHT])
    })

    it('reads two columns that were drawn row by row', async () => {
      const text = await textOf((document) => {
        for (const [row, words] of LEFT.entries()) {
          document.text(plain(words), 50, 100 + 20 * row).text(plain(RIGHT[row] ?? ''), 320, 100 + 20 * row)
        }
      })
      expect(text.split(/\n+/)).to.deep.equal([...LEFT, ...RIGHT])
    })

    it('keeps right-hand dates on their lines', async () => {
      const jobs = [
        'Gridworks',
        'Hydro Ltd',
        'Valley Power',
        'Hillton Energy',
        'Mast Co',
        'Relay Inc',
        'Lines AG',
      ]
      const text = await textOf((document) => {
        for (const [row, job] of jobs.entries()) {
          document.text(job, 50, 100 + 20 * row).text(`${2001 + row} - ${2002 + row}`, 450, 100 + 20 * row)
        }
      })
      expect(text.split(/\n+/)).to.deep.equal(jobs.map((job, row) => `${job}\t${2001 + row} - ${2002 + row}`))
    })

    it('brings dates drawn after their entry to its heading', async () => {
      const text = await textOf((document) => {
        document.text('Gridworks, chief engineer', 50, 100)
        document.text('• Planned nine grids', 60, 116).text('• Led twelve people', 60, 132)
        document.text('Hillton', 450, 100).text('2019 - 2024', 450, 116)
        document.text('Hydro Ltd, engineer', 50, 160)
      })
      expect(text.split(/\n+/)).to.deep.equal([
        'Gridworks, chief engineer\tHillton 2019 - 2024',
        '- Planned nine grids',
        '- Led twelve people',
        'Hydro Ltd, engineer',
      ])
    })

    it('puts a page in order that was painted layer by layer', async () => {
      const titles = ['Education', 'Experience', 'Skills', 'Languages']
      const text = await textOf((document) => {
        for (const [row, title] of titles.entries()) document.text(title, 50, 100 + 60 * row)
        for (const row of titles.keys())
          document.text(`First of ${row}`, 50, 120 + 60 * row).text(`Second of ${row}`)
      })
      const expected = titles.flatMap((title, row) => [`## ${title}`, `First of ${row}`, `Second of ${row}`])
      expect(text.split(/\n+/)).to.deep.equal(expected)
    })

    it('joins words divided at the end of a line, but no compounds', async () => {
      const text = await textOf((document) => {
        document.text('I have long been respon-', 50, 100).text('sible for the grids and did full-', 50, 114)
        document.text('time work with safety-critical relays', 50, 128)
      })
      expect(text)
        .to.include('responsible\nfor the grids')
        .and.to.include('full-\ntime')
        .and.to.include('safety-critical')
    })

    it('joins words divided by soft hyphens, compounds too', async () => {
      const font = createRequire(import.meta.url).resolve(
        'pdfjs-dist/standard_fonts/LiberationSans-Regular.ttf',
      )
      const drawn = await makePdf(
        (document) => document.font(font).text('I was full~', 50, 100).text('time in Hillton', 50, 116),
        {compress: false},
      )
      // The font shows a tilde, and says that it means a soft hyphen.
      const bytes = Buffer.from(drawn.toString('latin1').replace('<007e>', '<00ad>'), 'latin1')
      const {pages} = await pdf.read(contextOf(bytes))
      expect(pages[0]?.text).to.equal('I was fulltime\nin Hillton')
    })

    it('reads text once that was drawn twice to look bold', async () => {
      const text = await textOf((document) =>
        document.text('Ada Muster', 50, 100).text('Ada Muster', 50.3, 100),
      )
      expect(text).to.equal('Ada Muster')
    })

    it('keeps words whole whose letters are set apart', async () => {
      const text = await textOf((document) => {
        for (const [index, characterSpacing] of [1.2, 1.5, 2.5, 4].entries()) {
          const at = 50 + 40 * index
          document.fontSize(11).text('WORK AND LIFE IN A B C', 50, at, {characterSpacing, lineBreak: false})
        }
      })
      expect(text.match(/WORK AND LIFE IN A B C/g)).to.have.lengthOf(4)
    })

    it('keeps words whole around a superscript', async () => {
      const text = await textOf((document) => {
        document
          .fontSize(12)
          .text('the 21', 50, 100, {continued: true})
          .fontSize(7)
          .text('st', {rise: 4, continued: true} as never)
        document.fontSize(12).text(' century')
      })
      expect(text).to.match(/^the 21st century$/)
    })

    it('reads what glyphs stand for rather than what they are', async () => {
      const text = await textOf((document) => {
        document.markContent('Span', {actual: 'Größe 7'} as never)
        document.text('Gr0esse seven', 50, 100).endMarkedContent()
        document.markContent('P').text('in Hillton', 50, 116).endMarkedContent()
      })
      expect(text).to.equal('Größe 7\nin Hillton')
    })

    it('takes dots that are drawn before lines for the marks of a list', async () => {
      const text = await textOf((document) => {
        document.text('Ada Muster', 50, 80)
        for (const [at, item] of ['Planned nine grids', 'Led twelve people'].entries()) {
          document.circle(55, 106 + 16 * at, 2).fill('#000')
          document.text(item, 65, 100 + 16 * at)
        }
        for (const at of [0, 1, 2]) document.circle(200 + 8 * at, 106, 2).fill('#000')
      })
      expect(text.split(/\n+/)).to.deep.equal(['Ada Muster', '- Planned nine grids', '- Led twelve people'])
    })

    it('writes the target of a link after its words, unless the page shows it', async () => {
      const text = await textOf((document) => {
        document.text('Code', 50, 100, {link: 'https://example.com/ada'})
        document.text('ada@example.com', 50, 120, {link: 'mailto:ada@example.com'})
      })
      expect(text).to.equal('Code (https://example.com/ada)\nada@example.com')
    })
  })

  describe('annotations', () => {
    it('are read: comments with who made them, fields with their names', async () => {
      const text = await textOf((document) => {
        document.text('Ada Muster', 50, 100)
        document.note(300, 300, 20, 20, 'to be invited', {T: new String('Ben Beispiel')} as never)
        document.initForm()
        document.formText('Town', 50, 400, 100, 20, {value: 'Hillton'} as never)
      })
      expect(text).to.equal('Ada Muster\n\nBen Beispiel: to be invited\nTown: Hillton')
    })
  })

  it('keeps comments out of the lines that they are made on', async () => {
    const text = await textOf((document) => {
      document.text('Ada Muster', 50, 100)
      document.note(200, 98, 20, 20, 'to be invited', {T: new String('Ben Beispiel')} as never)
    })
    expect(text).to.equal('Ada Muster\n\nBen Beispiel: to be invited')
  })

  it('shows which boxes of a form are ticked', async () => {
    const text = await textOf((document) => {
      document.text('Car', 70, 100).text('Lorry', 70, 130).text('Licence', 50, 160)
      checkBox(document, 50, 98, 'Yes')
      checkBox(document, 50, 128, 'Off')
      checkBox(document, 120, 158, 'Yes')
    })
    expect(text).to.equal('☒ Car\n\nLorry\n\nLicence ☒')
  })

  it('refuses to draw a page of more tiling patterns than memory has room for', async () => {
    const recognizer = {recognize: async () => ({text: 'never', confidence: 1, words: []})}
    const bytes = await makePdf((document) => {
      for (let at = 0; at < 20; at++) {
        const pattern = document.pattern([0, 0, 2000, 2000], 2000, 2000, '0 0 10 10 re f')
        document.rect(0, at, 10, 10).fill([pattern, '#123456'] as never)
      }
      for (let at = 0; at < 200; at++) document.rect(at, 300, 1, 20).fill('#000000')
    })
    const error = await pdf.read(contextOf(bytes, {recognizer} as never)).catch((reason) => reason)
    expect(error).to.have.property('code', 'TOO_LARGE')
  })

  describe('metadata and warnings', () => {
    it('tells what the file says of itself', async () => {
      const bytes = await makePdf((document) => document.text('Hi'), {
        info: {Title: 'CV', Author: 'Ada Muster', CreationDate: new Date('2024-05-06T07:08:09Z')},
      })
      const {metadata} = await pdf.read(contextOf(bytes))
      expect(metadata).to.include({
        title: 'CV',
        author: 'Ada Muster',
        creation_date: '2024-05-06T07:08:09.000Z',
      })
    })

    for (const [what, trick, draw] of [
      ['white', 'white', (document) => document.fillColor('#ffffff').text('kubernetes rust golang', 50, 300)],
      ['tiny', 'tiny', (document) => document.fontSize(0.5).text('kubernetes rust golang', 50, 300)],
      [
        'white on a white box',
        'white',
        (document) =>
          document
            .rect(0, 250, 600, 100)
            .fill('#fff')
            .fillColor('#fff')
            .text('kubernetes rust golang', 50, 300),
      ],
      [
        'dark on a dark box',
        'same colour',
        (document) =>
          document
            .rect(0, 250, 600, 100)
            .fill('#123456')
            .fillColor('#123458')
            .text('kubernetes rust golang', 50, 300),
      ],
      [
        'transparent',
        'transparent',
        (document) => document.fillOpacity(0).text('kubernetes rust golang', 50, 300),
      ],
    ] as [string, string, Draw][]) {
      it(`flags and keeps ${what} text`, async () => {
        const {pages, warnings} = await readDrawn((document) => {
          document.text('Ada Muster', 50, 100)
          draw(document)
        })
        expect(pages[0]?.text).to.include('kubernetes')
        expect(warnings).to.have.lengthOf(1)
        expect(warnings?.[0]).to.include({code: 'HIDDEN_TEXT', page: 1})
        expect(warnings?.[0]?.message).to.include(`(${trick}): “kubernetes rust golang”`)
      })
    }

    it('flags text off the page, which is not part of what the page says', async () => {
      const {pages, warnings} = await readDrawn((document) =>
        document.text('Ada Muster', 50, 100).text('kubernetes rust golang', -400, 300, {lineBreak: false}),
      )
      expect(pages[0]?.text).to.equal('Ada Muster')
      expect(warnings?.[0]?.message).to.include('(off the page): “kubernetes rust golang”')
    })

    it('lists the files in it, those pinned to pages too', async () => {
      const {attachments, warnings} = await readDrawn((document) => {
        document.text('Ada Muster', 50, 100)
        document.file(Buffer.from('letter'), {name: 'letter.txt'})
        // pdfkit's types lack it.
        const {fileAnnotation} = document as unknown as {fileAnnotation: (...args: unknown[]) => void}
        fileAnnotation.call(document, 50, 200, 20, 20, {src: Buffer.from('diploma!'), name: 'diploma.txt'})
      })
      expect(attachments).to.deep.equal([
        {name: 'letter.txt', bytes: 6},
        {name: 'diploma.txt', bytes: 8},
      ])
      expect(warnings?.map(({code}) => code)).to.deep.equal(['ATTACHMENTS_IGNORED'])
    })

    it('says which page is an image without text', async () => {
      const image = await makeScan('')
      const {warnings} = await readDrawn(
        (document) => document.text('Ada Muster').addPage().image(image, 0, 0, {width: 595}),
        {recognizer: {recognize: async () => ({text: '', confidence: 0})}},
      )
      expect(warnings?.map(({code, page}) => [code, page])).to.deep.equal([['IMAGE_WITHOUT_TEXT', 2]])
    })

    it('does not flag white text on a dark ground', async () => {
      const {warnings} = await readDrawn((document) => {
        document.rect(0, 0, 600, 200).fill('#123456').fillColor('#ffffff').text('Ada Muster', 50, 100)
      })
      expect(warnings).to.deep.equal([])
    })

    it('reads no more pages than the limit allows, and says so', async () => {
      const draw: Draw = (document) => document.text('one').addPage().text('two').addPage().text('three')
      const {pages, warnings} = await readDrawn(draw, {limits: {...DEFAULT_LIMITS, maxPages: 2}})
      expect(pages).to.have.lengthOf(2)
      expect(warnings?.map(({code}) => code)).to.deep.equal(['TRUNCATED'])
    })
  })

  describe('files that cannot be read', () => {
    it('ENCRYPTED with a user password, read with an owner password only', async () => {
      const draw: Draw = (document) => document.text('Ada Muster')
      expect(await codeOf(await makePdf(draw, {userPassword: 'secret'}))).to.equal('ENCRYPTED')
      expect(await codeOf(await makePdf(draw, {ownerPassword: 'secret'}))).to.equal('read')
    })

    it('CORRUPT when nothing is left', async () => {
      const bytes = await makePdf((document) => document.text('Ada Muster'))
      expect(await codeOf(bytes.subarray(0, 40))).to.equal('CORRUPT')
      expect(await codeOf(Buffer.from('%PDF-1.7\nno more'))).to.equal('CORRUPT')
    })

    it('TOO_LARGE when its only image has too many pixels to be looked at', async () => {
      const scan = await makeScan()
      const bytes = await makePdf((document) => document.image(scan, 0, 0, {width: 595}))
      const read = (maxPixels: number) =>
        pdf.read(contextOf(bytes, {limits: {...DEFAULT_LIMITS, maxPixels}})).then(
          ({pages}) => pages[0]?.method,
          (error: {code?: string}) => error.code,
        )
      expect(await read(1_000_000)).to.equal('TOO_LARGE')
      expect(await read(3_000_000)).to.equal('skipped')
    })

    it('salvages a file without its end', async () => {
      const bytes = await makePdf((document) => document.text('Ada Muster'), {compress: false})
      const {pages, warnings} = await pdf.read(contextOf(bytes.subarray(0, bytes.lastIndexOf('startxref'))))
      expect(pages[0]?.text).to.equal('Ada Muster')
      expect(warnings?.map(({code}) => code)).to.deep.equal(['SALVAGED'])
    })

    const cuts: [what: string, from: (text: string) => number][] = [
      ['its trailer', (text) => text.indexOf('trailer')],
      ['its catalog too', (text) => text.lastIndexOf(' obj', text.indexOf('/Catalog')) - 3],
    ]
    for (const [what, from] of cuts) {
      it(`salvages the pages of a file that has lost ${what}`, async () => {
        const bytes = await makePdf((document) => document.text('Ada Muster').addPage().text('Second page'), {
          compress: false,
        })
        const cut = bytes.subarray(0, from(bytes.toString('latin1')))
        const {pages, warnings} = await pdf.read(contextOf(cut))
        expect(pages[0]?.text).to.equal('Ada Muster')
        expect(warnings?.map(({code}) => code)).to.include('SALVAGED')
      })
    }
  })

  describe('pages without text', () => {
    it('are told apart: text, scan, blank', async () => {
      const scan = await makeScan()
      const {pages} = await readDrawn((document) => {
        document.text(LOREM).addPage().image(scan, 0, 0, {width: 595}).addPage()
      })
      expect(pages.map(({method}) => method)).to.deep.equal(['text', 'skipped', 'empty'])
    })

    it('go to OCR one by one, each announced before and after', async () => {
      const scan = await makeScan()
      const images: Uint8Array[] = []
      const told: PageProgress[] = []
      const recognizer = {
        recognize: async (image: Uint8Array) => {
          images.push(image)
          return {text: 'read by OCR', confidence: 91}
        },
      }
      const draw: Draw = (document) => document.text(LOREM).addPage().image(scan, 0, 0, {width: 595})
      const {pages} = await readDrawn(draw, {recognizer, onPage: (progress) => told.push(progress)})
      expect(pages[1]).to.deep.equal({text: 'read by OCR', method: 'ocr', confidence: 91})
      expect(told.map(({page, method}) => `${page} ${method}`)).to.deep.equal(['1 text', '2 ocr', '2 ocr'])
      expect(images).to.have.lengthOf(1)
      const {format, width} = await sharp(images[0]).metadata()
      expect(format).to.equal('tiff')
      expect(width).to.be.within(1200, 1300)
    })

    it('keep the text layer where OCR sees less, and join both where each has its own', async () => {
      const scan = await makeScan()
      const draw: Draw = (document) =>
        document.image(scan, 0, 0, {width: 595}).text('Received on Monday', 50, 700)
      const reading = (text: string) => ({recognize: async () => ({text, confidence: 80})})
      const less = await readDrawn(draw, {recognizer: reading('x')})
      expect(less.pages).to.deep.equal([{text: 'Received on Monday', method: 'text'}])
      const more = await readDrawn(draw, {recognizer: reading('A long scanned letter to the office')})
      expect(more.pages[0]?.method).to.equal('both')
      expect(more.pages[0]?.text).to.equal('Received on Monday\n\nA long scanned letter to the office')
    })

    it('do not take the other pages with them when they fail', async () => {
      const scan = await makeScan()
      const recognizer = {recognize: () => Promise.reject(new Error('no'))}
      const draw: Draw = (document) => document.text(LOREM).addPage().image(scan, 0, 0, {width: 595})
      const {pages, warnings} = await readDrawn(draw, {recognizer})
      expect(pages.map(({method}) => method)).to.deep.equal(['text', 'empty'])
      expect(warnings).to.deep.equal([{code: 'PAGE_FAILED', message: 'page 2 could not be read', page: 2}])
    })
  })
})
