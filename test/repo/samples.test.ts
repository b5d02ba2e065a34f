import {execFileSync} from 'node:child_process'
import {mkdtempSync, readdirSync, readFileSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join, parse} from 'node:path'
import {fileURLToPath} from 'node:url'
import {promisify} from 'node:util'
import {inflateSync} from 'node:zlib'
import {expect} from 'chai'
import {PDFParse} from 'pdf-parse'
import sharp from 'sharp'
import yauzl from 'yauzl'

const root = fileURLToPath(new URL('../..', import.meta.url))
const committed = join(root, 'samples')
const names = readdirSync(join(committed, 'cvs')).sort()

describe('samples/', () => {
  let made: string
  let madeAgain: string

  before(() => {
    made = mkdtempSync(join(tmpdir(), 'ats-samples-'))
    madeAgain = mkdtempSync(join(tmpdir(), 'ats-samples-'))
    makeSamples(made, 'UTC')
    makeSamples(madeAgain, 'Asia/Tokyo')
  })

  after(() => {
    for (const folder of [made, madeAgain]) rmSync(folder, {recursive: true, force: true})
  })

  it('holds six CVs in less than 700 kB', () => {
    const bytes = names.reduce((sum, name) => sum + readFileSync(cv(committed, name)).length, 0)
    expect(names).to.have.length(6)
    expect(bytes).to.be.below(700_000)
  })

  it('is what the script makes: run scripts/make-samples.mjs and commit when this fails', async () => {
    expect(readdirSync(join(made, 'cvs')).sort()).to.deep.equal(names)
    for (const name of names) await expectSameContent(cv(committed, name), cv(made, name))
    for (const name of names) expect(truth(committed, name)).to.deep.equal(truth(made, name))
  })

  it('comes out byte for byte the same at any time and in any time zone', () => {
    for (const name of names) {
      const same = readFileSync(cv(made, name)).equals(readFileSync(cv(madeAgain, name)))
      expect(same, name).to.equal(true)
    }
  })

  it('has a truth of ten lines or more for each CV', () => {
    for (const name of names) expect(truth(committed, name).length, name).to.be.at.least(10)
  })

  for (const name of names.filter((each) => !/-(scan|photo)\./.test(each))) {
    it(`finds the truth of ${name} in its own text`, async () => {
      const text = (await textOf(cv(committed, name))).replace(/\s+/g, ' ')
      expect(truth(committed, name).filter((line) => !text.includes(line))).to.deep.equal([])
    })
  }

  it('has a scan of two pages without a text layer', () => {
    const scan = pdfContent(readFileSync(cv(committed, 'margaret-okafor-scan.pdf')))
    expect(scan.images).to.have.length(2)
    expect(scan.objects.join('')).not.to.include('/Font ')
  })
})

function makeSamples(folder: string, timeZone: string): void {
  execFileSync(process.execPath, [join(root, 'scripts/make-samples.mjs'), folder], {
    env: {...process.env, TZ: timeZone},
  })
}

function cv(folder: string, name: string): string {
  return join(folder, 'cvs', name)
}

function truth(folder: string, name: string): string[] {
  return readFileSync(join(folder, 'truth', `${parse(name).name}.txt`), 'utf8')
    .trimEnd()
    .split('\n')
}

/**
 * Compression and image codecs use what the processor has, so bytes may differ between machines: packed data is
 * compared unpacked, and images by their pixels.
 */
async function expectSameContent(expected: string, actual: string): Promise<void> {
  const [before, after] = [readFileSync(expected), readFileSync(actual)]
  switch (parse(expected).ext) {
    case '.pdf': {
      const [wanted, found] = [pdfContent(before), pdfContent(after)]
      expect(found.objects, expected).to.deep.equal(wanted.objects)
      expect(found.images.length, expected).to.equal(wanted.images.length)
      for (const [index, image] of wanted.images.entries())
        await expectSamePicture(image, found.images[index])
      return
    }
    case '.docx':
      expect(await zipContent(after), expected).to.deep.equal(await zipContent(before))
      return
    case '.jpg':
      return expectSamePicture(before, after)
    default:
      expect(after.equals(before), expected).to.equal(true)
  }
}

interface PdfContent {
  /** Dictionaries and unpacked streams, without lengths and offsets. */
  objects: string[]
  /** JPEG data. */
  images: Buffer[]
}

function pdfContent(pdf: Buffer): PdfContent {
  const content: PdfContent = {objects: [], images: []}
  const [body = ''] = pdf.toString('latin1').split(/^xref$/m)
  for (const part of body.split('\nendstream')) {
    const [dictionary = '', data = ''] = split(part, 'stream\n')
    content.objects.push(dictionary.replace(/\/Length \d+/g, ''))
    const bytes = Buffer.from(data, 'latin1')
    if (dictionary.includes('/FlateDecode')) content.objects.push(inflateSync(bytes).toString('latin1'))
    if (dictionary.includes('/DCTDecode')) content.images.push(bytes)
  }
  return content
}

function split(text: string, separator: string): [string, string] {
  const at = text.indexOf(separator)
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + separator.length)]
}

async function expectSamePicture(expected: Buffer, actual: Buffer | undefined): Promise<void> {
  const pixels = (image: Buffer | undefined) => sharp(image).raw().toBuffer({resolveWithObject: true})
  const [wanted, found] = await Promise.all([pixels(expected), pixels(actual)])
  expect([found.info.width, found.info.height]).to.deep.equal([wanted.info.width, wanted.info.height])
  const difference = wanted.data.reduce((sum, value, at) => sum + Math.abs(value - (found.data[at] ?? 0)), 0)
  expect(difference / wanted.data.length, 'mean difference of a sample, of 255').to.be.below(2)
}

async function zipContent(zip: Buffer): Promise<Record<string, string>> {
  const file = await promisify<Buffer, yauzl.ZipFile>(yauzl.fromBuffer)(zip)
  const entries: yauzl.Entry[] = []
  await new Promise<void>((resolve, reject) => {
    file.on('entry', (entry: yauzl.Entry) => entries.push(entry))
    file.on('end', resolve).on('error', reject)
  })
  const contents = entries.map(async (entry) => [entry.fileName, await entryText(file, entry)] as const)
  return Object.fromEntries(await Promise.all(contents))
}

async function entryText(file: yauzl.ZipFile, entry: yauzl.Entry): Promise<string> {
  const stream = await promisify<yauzl.Entry, NodeJS.ReadableStream>(file.openReadStream.bind(file))(entry)
  const chunks: Buffer[] = []
  for await (const chunk of stream) chunks.push(Buffer.from(chunk))
  return Buffer.concat(chunks).toString('utf8')
}

async function textOf(path: string): Promise<string> {
  const bytes = readFileSync(path)
  if (path.endsWith('.pdf')) return pdfText(bytes)
  if (path.endsWith('.docx')) return wordText(await zipContent(bytes))
  return bytes.toString('utf8')
}

async function pdfText(pdf: Buffer): Promise<string> {
  const parser = new PDFParse({data: new Uint8Array(pdf)})
  const {text} = await parser.getText({pageJoiner: ''})
  await parser.destroy()
  return text
}

function wordText(parts: Record<string, string>): string {
  return [parts['word/header1.xml'], parts['word/document.xml']]
    .join(' ')
    .replace(/<\/w:p>/g, ' ')
    .replace(/<[^>]+>/g, '')
}
