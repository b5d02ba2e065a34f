import {mkdirSync, writeFileSync} from 'node:fs'
import {expect} from 'chai'
import {extract} from '#lib/extract/extract.js'
import {DEFAULT_LIMITS, type ExtractionRequest} from '#lib/model/extraction.js'
import {useTempDir} from '../../support/temp-dir.ts'
import {codeOf} from './formats/support/read.ts'

const SCAN = new URL('../../../samples/cvs/margaret-okafor-scan.pdf', import.meta.url).pathname

describe('extract', () => {
  const dir = useTempDir()
  /** An engine that is sure of nothing, so that the tests below see what is made of its answers. */
  const recognizer = {recognize: async () => ({text: 'Margaret Okafor', confidence: 40})}
  const read = (path: string, request: Partial<ExtractionRequest> = {}) =>
    extract(
      {path, ocr: true, languages: ['eng'], limits: DEFAULT_LIMITS, ...request},
      {onPage: () => {}, recognizerFor: () => recognizer},
    )
  const write = (name: string, content: string | Buffer) => {
    writeFileSync(dir.file(name), content)
    return dir.file(name)
  }

  it('reads text in whatever encoding and says what it is', async () => {
    const text = 'Zoë Åkesson\nKöksmästare sedan 2011 på Café Örn i Malmö'
    for (const bytes of [
      Buffer.from(text),
      Buffer.from(text, 'latin1'),
      Buffer.from(`\ufeff${text}`, 'utf16le'),
    ]) {
      const extraction = await read(write('cv.txt', bytes))
      expect(extraction.text).to.equal(text)
      expect(extraction).to.include({
        fileType: 'txt',
        pages: 1,
        ocrPages: 0,
        ocrConfidence: null,
        bytes: bytes.length,
      })
    }
  })

  it('goes by content and not by name', async () => {
    expect((await read(write('cv.pdf', '<html><body><p>Ada</p></body></html>'))).fileType).to.equal('html')
  })

  it('counts the pages of OCR, their confidence, and says when it is low', async () => {
    const extraction = await read(SCAN)
    expect(extraction).to.include({
      fileType: 'pdf',
      pages: 2,
      ocrPages: 2,
      skippedPages: 0,
      ocrConfidence: 40,
    })
    expect(extraction.text).to.equal('Margaret Okafor\n\nMargaret Okafor')
    expect(
      extraction.pageReadings.map(({page, method, confidence}) => [page, method, confidence]),
    ).to.deep.equal([
      [1, 'ocr', 40],
      [2, 'ocr', 40],
    ])
    expect(extraction.warnings.map(({code}) => code)).to.include('LOW_CONFIDENCE')
  })

  it('answers OCR_DISABLED to a scan when OCR is off', async () => {
    expect(await codeOf(read(SCAN, {ocr: false}))).to.equal('OCR_DISABLED')
  })

  it('answers NO_TEXT where nothing can be read, and never an empty text', async () => {
    expect(await codeOf(read(write('cv.html', '<html><body><p> </p></body></html>')))).to.equal('NO_TEXT')
    expect(await codeOf(read(write('icons.txt', '\ue0b1\ue0b2')))).to.equal('NO_TEXT')
  })

  it('reads only the types that are asked for', async () => {
    const path = write('cv.txt', 'Ada')
    expect(await codeOf(read(path, {formats: ['pdf']}))).to.equal('UNSUPPORTED_FORMAT')
    expect((await read(path, {formats: ['pdf', 'txt']})).text).to.equal('Ada')
  })

  it('answers what the file system says', async () => {
    expect(await codeOf(read(dir.file('nothing')))).to.equal('FILE_NOT_FOUND')
    mkdirSync(dir.file('folder'))
    expect(await codeOf(read(dir.file('folder')))).to.equal('UNSUPPORTED_FORMAT')
  })
})
