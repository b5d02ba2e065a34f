import {createCanvas} from '@napi-rs/canvas'
import {expect} from 'chai'
import sharp from 'sharp'
import {pdf} from '#lib/extract/formats/pdf.js'
import {findOcrTools, type OcrTools} from '#lib/extract/ocr/ocr-tools.js'
import {Ocr} from '#lib/extract/ocr/recognizer.js'
import {DEFAULT_LIMITS} from '#lib/model/extraction.js'
import type {CachedPage, OcrCache} from '#lib/model/ocr-cache.js'
import {isInstalled} from '../../../support/tools.ts'
import {codeOf} from '../formats/support/read.ts'
import {drawPage, makePdf, makeScan} from './support/scan.ts'

const LINES = [
  'Ada Muster',
  'Engineer for power grids',
  'Planned nine town grids and led',
  'teams of four to twelve people',
  'since the spring of 2019',
]

const GERMAN = [
  'Ärztin für Innere Medizin und Qualitätsmanagement',
  'Seit dem Frühjahr 2019 leitet sie die Abteilung und führt',
  'Schulungen für die jüngeren Kollegen durch. Zuvor war sie',
  'für die Einführung der Prüfverfahren verantwortlich, die',
  'heute in allen Häusern der Gruppe verwendet werden.',
]

const FILE = {sha256: '0'.repeat(64), languages: ['eng'], maxPixels: DEFAULT_LIMITS.maxPixels}

async function packagedOnly(): Promise<OcrTools> {
  const {packaged} = await findOcrTools()
  return {native: undefined, packaged, languages: packaged}
}

const ENGINES: [name: string, tools: () => Promise<OcrTools>][] = [
  ['the Tesseract in ats', packagedOnly],
  ...(isInstalled('tesseract')
    ? [['the Tesseract of this machine', findOcrTools] as [string, typeof findOcrTools]]
    : []),
]

/** Lines of text without the blank ones. */
function linesOf(text: string): string[] {
  return text.split(/\n+/).map((line) => line.replace(/^#+ /, ''))
}

for (const [name, tools] of ENGINES) {
  describe(`OCR with ${name}`, () => {
    let ocr: Ocr
    let scan: Buffer

    before(async () => {
      ocr = await Ocr.start({tools: await tools()})
      scan = await makeScan(LINES)
    })

    after(() => ocr.close())

    const read = (image: Buffer, languages = ['eng']) => ocr.forFile({...FILE, languages}).recognize(image)

    it('reads a scan', async () => {
      const {text, confidence} = await read(scan)
      expect(linesOf(text)).to.deep.equal(LINES)
      expect(confidence).to.be.within(70, 100)
    })

    for (const degrees of [90, 180, 270]) {
      it(`reads a scan turned by ${degrees}°`, async () => {
        const turned = await sharp(scan).rotate(degrees).jpeg().toBuffer()
        expect(linesOf((await read(turned)).text)).to.deep.equal(LINES)
      })
    }

    it('reads a scan that lies askew', async () => {
      const skewed = await sharp(scan).rotate(7, {background: '#ffffff'}).jpeg().toBuffer()
      expect(linesOf((await read(skewed)).text)).to.deep.equal(LINES)
    })

    it('finds nothing on a blank page', async () => {
      expect((await read(createCanvas(400, 300).toBuffer('image/png'))).text).to.equal('')
    })

    it('finds nothing in a picture without text', async () => {
      const noise = {type: 'gaussian', mean: 128, sigma: 60} as const
      const picture = sharp({create: {width: 500, height: 400, channels: 3, background: '#888888', noise}})
      expect((await read(await picture.blur(3).jpeg().toBuffer(), ['auto'])).text).to.equal('')
    })

    it('calls a damaged image CORRUPT and goes on', async () => {
      expect(await codeOf(read(scan.subarray(0, 2000)))).to.equal('CORRUPT')
      expect((await read(scan)).text).to.include('Ada Muster')
    })

    it('reads several languages at once', async () => {
      const lines = ['Größe und Prüfung', 'Strasse der Mühlen', 'The quick reader']
      const {text} = await read(await makeScan(lines), ['deu', 'eng'])
      expect(text).to.include('Größe und Prüfung').and.to.include('The quick reader')
    })

    it('marks the items of a list, whatever their dots look like', async () => {
      const items = [
        'Planned nine town grids',
        'Led twelve people in two towns',
        'Wrote the rules of the guild',
      ]
      const scan = await drawPage((document) => document.fontSize(18).list(items, {bulletRadius: 2.5}))
      const lines = (await read(scan)).text.split('\n')
      expect(lines).to.have.lengthOf(items.length)
      expect(lines.filter((line) => /^- \w/.test(line))).to.deep.equal(lines)
    })

    it('reads a sidebar with white letters by itself, however near the text beside it', async () => {
      const skills = ['Wiring', 'Welding', 'Masonry', 'Surveys', 'Lamps']
      const page = await drawPage((document) => {
        document.rect(0, 0, 110, 400).fill('#2a4858')
        document.fontSize(14).fillColor('#ffffff')
        for (const [index, skill] of skills.entries()) document.text(skill, 20, 40 + 24 * index)
        document.fillColor('#000000')
        for (const [index, line] of LINES.entries()) document.text(line, 116, 40 + 24 * index)
      })
      expect(linesOf((await read(page)).text)).to.deep.equal([...skills, ...LINES])
    })

    it('finds out in which language a page is', async () => {
      const {text} = await read(await makeScan(GERMAN, {size: [600, 300]}), ['auto'])
      expect(text).to.include('Ärztin für Innere Medizin').and.to.include('Häusern')
    })
  })
}

describe('OCR', () => {
  it('reads a scanned page in a PDF beside a page of text', async () => {
    const scan = await makeScan(LINES)
    const bytes = await makePdf((document) => {
      document.addPage({size: 'A4'}).text('A page of text.')
      document.addPage({size: 'A4'}).image(scan, 0, 0, {width: 595})
    })
    const ocr = await Ocr.start()
    try {
      const context = {
        bytes,
        fileName: '',
        limits: DEFAULT_LIMITS,
        recognizer: ocr.forFile(FILE),
        onPage: () => {},
      }
      const {pages} = await pdf.read(context)
      expect(pages.map(({method}) => method)).to.deep.equal(['text', 'ocr'])
      expect(pages[1]?.text).to.include('Engineer for power grids')
    } finally {
      await ocr.close()
    }
  })

  it('names a language that is not installed, and how to install it', async () => {
    const ocr = await Ocr.start()
    expect(() => ocr.forFile({...FILE, languages: ['eng', 'tlh']}))
      .to.throw(/tlh/)
      .that.includes({code: 'CONFIGURATION'})
      .and.has.property('suggestions')
      .that.includes('npm install @tesseract.js-data/tlh')
  })

  it('reads a page with the same picture once', async () => {
    const kept: CachedPage[] = []
    const cache: OcrCache = {
      recall: async (key) => kept.find((page) => page.key === key),
      keep: async (page) => void kept.push(page),
    }
    const ocr = await Ocr.start({cache})
    try {
      const scan = await makeScan(LINES)
      const first = await ocr.forFile(FILE).recognize(scan)
      expect(kept).to.deep.equal([{...first, key: kept[0]?.key, sha256: FILE.sha256, languages: 'eng'}])
      kept[0] = {...(kept[0] as CachedPage), text: 'as it was kept'}
      expect((await ocr.forFile(FILE).recognize(scan)).text).to.equal('as it was kept')
      expect((await ocr.forFile({...FILE, languages: ['deu']}).recognize(scan)).text).to.include('Ada Muster')
      expect(kept).to.have.lengthOf(2)
    } finally {
      await ocr.close()
    }
  })

  it('reads on when its memory fails', async () => {
    const fails = () => Promise.reject(new Error('no database'))
    const ocr = await Ocr.start({cache: {recall: fails, keep: fails}})
    try {
      expect((await ocr.forFile(FILE).recognize(await makeScan(LINES))).text).to.include('Ada Muster')
    } finally {
      await ocr.close()
    }
  })

  it('lists the languages that are installed', async () => {
    expect((await findOcrTools()).languages)
      .to.include.members(['eng', 'deu', 'jpn'])
      .and.not.to.include('osd')
  })
})
