import {expect} from 'chai'
import sharp, {type Sharp} from 'sharp'
import type {ReadContext} from '#lib/extract/formats/format.js'
import {bmp, gif, jpeg, png, tiff, webp} from '#lib/extract/formats/image.js'
import {preparePage} from '#lib/extract/ocr/page/prepare-page.js'
import {DEFAULT_LIMITS} from '#lib/model/extraction.js'

const formats = {bmp, gif, jpeg, png, tiff, webp}

type ImageType = keyof typeof formats

const RED = {r: 200, g: 0, b: 0}

/** 60 by 20 pixels, so that a quarter turn shows. */
function makeImage(): Sharp {
  return sharp({create: {width: 60, height: 20, channels: 3, background: RED}})
}

function makeBmp(width: number, height: number): Buffer {
  const bytes = Buffer.alloc(54 + width * height * 4, 0x80)
  bytes.write('BM', 0, 'latin1')
  bytes.writeUInt32LE(bytes.length, 2)
  bytes.writeUInt32LE(0, 6)
  bytes.writeUInt32LE(54, 10)
  bytes.writeUInt32LE(40, 14)
  bytes.writeInt32LE(width, 18)
  bytes.writeInt32LE(height, 22)
  bytes.writeUInt16LE(1, 26)
  bytes.writeUInt16LE(32, 28)
  bytes.fill(0, 30, 54)
  return bytes
}

/** Stands in for OCR and keeps what it was shown. */
function makeRecognizer(text = 'Ada Muster') {
  const seen: Uint8Array[] = []
  return {
    seen,
    recognize: async (image: Uint8Array) => {
      seen.push(image)
      return {text, confidence: 88}
    },
  }
}

function read(type: ImageType, bytes: Buffer, more: Partial<ReadContext> = {}) {
  return formats[type].read({bytes, fileName: '', limits: DEFAULT_LIMITS, onPage: () => {}, ...more})
}

async function codeOf(reading: Promise<unknown>): Promise<string> {
  return reading.then(
    () => 'read',
    (error: {code?: string}) => error.code ?? 'no code',
  )
}

describe('images', () => {
  const samples: [ImageType, () => Promise<Buffer>][] = [
    ['jpeg', () => makeImage().jpeg().toBuffer()],
    ['png', () => makeImage().png().toBuffer()],
    ['tiff', () => makeImage().tiff().toBuffer()],
    ['webp', () => makeImage().webp().toBuffer()],
    ['gif', () => makeImage().gif().toBuffer()],
    ['bmp', async () => makeBmp(60, 20)],
  ]

  for (const [type, make] of samples) {
    it(`${type} is shown to OCR in its own size`, async () => {
      const recognizer = makeRecognizer()
      const {pages} = await read(type, await make(), {recognizer})
      expect(pages).to.deep.equal([{text: 'Ada Muster', method: 'ocr', confidence: 88}])
      expect(await sharp(recognizer.seen[0]).metadata()).to.include({width: 60, height: 20})
    })
  }

  it('are skipped without OCR', async () => {
    const {pages} = await read('png', await makeImage().png().toBuffer())
    expect(pages).to.deep.equal([{text: '', method: 'skipped'}])
  })

  it('without text are empty', async () => {
    const recognizer = makeRecognizer('')
    const {pages, warnings} = await read('png', await makeImage().png().toBuffer(), {recognizer})
    expect(pages).to.deep.equal([{text: '', method: 'empty'}])
    expect(warnings?.map(({code}) => code)).to.deep.equal(['IMAGE_WITHOUT_TEXT'])
  })

  it('that are one page go to OCR as they are, tag and transparency included', async () => {
    const recognizer = makeRecognizer()
    const bytes = await makeImage().jpeg().withMetadata({orientation: 6}).toBuffer()
    await read('jpeg', bytes, {recognizer})
    expect(recognizer.seen).to.deep.equal([bytes])
  })

  it('read every page of a TIFF, up to the limit', async () => {
    const frames = await Promise.all([0, 1, 2].map(() => makeImage().png().toBuffer()))
    const bytes = await sharp(frames, {join: {animated: true}})
      .tiff()
      .toBuffer()
    expect((await read('tiff', bytes)).pages).to.have.lengthOf(3)
    const {pages, warnings} = await read('tiff', bytes, {limits: {...DEFAULT_LIMITS, maxPages: 2}})
    expect(pages).to.have.lengthOf(2)
    expect(warnings?.map(({code}) => code)).to.deep.equal(['TRUNCATED'])
  })

  it('read the first frame of an animation', async () => {
    const frames = await Promise.all([0, 1].map(() => makeImage().png().toBuffer()))
    const bytes = await sharp(frames, {join: {animated: true}})
      .gif()
      .toBuffer()
    expect((await read('gif', bytes)).pages).to.have.lengthOf(1)
  })

  it('of a bomb are TOO_LARGE before anything is decoded', async () => {
    const limits = {...DEFAULT_LIMITS, maxPixels: 1000}
    for (const [type, make] of samples) {
      expect(await codeOf(read(type, await make(), {limits})), type).to.equal('TOO_LARGE')
    }
  })

  it('that are damaged are CORRUPT', async () => {
    const noise = await sharp({
      create: {
        width: 300,
        height: 300,
        channels: 3,
        noise: {type: 'gaussian', mean: 128, sigma: 60},
        background: RED,
      },
    })
      .jpeg()
      .toBuffer()
    const recognizer = makeRecognizer()
    const half = noise.subarray(0, noise.length / 2)
    const failing = {
      recognize: () => preparePage(half, DEFAULT_LIMITS.maxPixels).then(() => recognizer.recognize(half)),
    }
    expect(await codeOf(read('jpeg', half, {recognizer: failing}))).to.equal('CORRUPT')
    expect(await codeOf(read('png', Buffer.from('no image'), {recognizer}))).to.equal('CORRUPT')
    expect(await codeOf(read('bmp', makeBmp(60, 20).subarray(0, 20), {recognizer}))).to.equal('CORRUPT')
  })
})
