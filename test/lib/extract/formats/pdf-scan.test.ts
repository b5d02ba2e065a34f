import {expect} from 'chai'
import PDFDocument from 'pdfkit'
import sharp, {type Sharp} from 'sharp'
import {pdf} from '#lib/extract/formats/pdf.js'
import {DEFAULT_LIMITS} from '#lib/model/extraction.js'

const [WIDTH, HEIGHT] = [300, 400]
/** Half a point a pixel, 144 dpi. */
const SIZE = [WIDTH / 2, HEIGHT / 2] as [number, number]

interface Raw {
  data: Buffer
  width: number
  height: number
}

/** What OCR gets to see of the only page of a PDF. */
async function seen(
  draw: (document: PDFKit.PDFDocument) => unknown,
  size: [number, number] = SIZE,
): Promise<Raw> {
  const bytes = await makePdf(draw, size)
  const images: Uint8Array[] = []
  const recognizer = {
    recognize: async (image: Uint8Array) => {
      images.push(image)
      return {text: 'read by OCR', confidence: 90}
    },
  }
  await pdf.read({bytes, fileName: 'scan.pdf', limits: DEFAULT_LIMITS, onPage: () => {}, recognizer})
  expect(images).to.have.lengthOf(1)
  return toRaw(sharp(images[0]))
}

function makePdf(draw: (document: PDFKit.PDFDocument) => unknown, size: [number, number]): Promise<Buffer> {
  return new Promise((resolve) => {
    const document = new PDFDocument({size, margin: 0})
    const chunks: Buffer[] = []
    document.on('data', (chunk: Buffer) => chunks.push(chunk))
    document.on('end', () => resolve(Buffer.concat(chunks)))
    draw(document)
    document.end()
  })
}

async function toRaw(image: Sharp): Promise<Raw> {
  const {data, info} = await image.greyscale().toColourspace('b-w').raw().toBuffer({resolveWithObject: true})
  return {data, width: info.width, height: info.height}
}

/** Grey noise, in which every pixel that is drawn anew differs, darker towards the right and the foot. */
function picture(): Buffer {
  const data = Buffer.alloc(WIDTH * HEIGHT)
  for (let y = 0; y < HEIGHT; y++) {
    for (let x = 0; x < WIDTH; x++) {
      data[y * WIDTH + x] = 220 - x / 4 - y / 8 + ((x * 7919 + y * 104_729) % 31)
    }
  }
  return data
}

/** Paints pixels, one after the other, as the XObject of the page; the matrix is from the unit square. */
function paint(
  document: PDFKit.PDFDocument,
  pixels: Buffer,
  {matrix = [SIZE[0], 0, 0, SIZE[1], 0, 0], bits = 8, height = HEIGHT, name = 'Scan'} = {},
) {
  const image = document.ref({
    Type: 'XObject',
    Subtype: 'Image',
    Width: WIDTH,
    Height: height,
    ColorSpace: 'DeviceGray',
    BitsPerComponent: bits,
  })
  image.end(pixels)
  const page = document.page as unknown as {xobjects: Record<string, unknown>; height: number}
  page.xobjects[name] = image
  // pdfkit lets y grow downward.
  document.addContent(`q 1 0 0 -1 0 ${page.height} cm ${matrix.join(' ')} cm /${name} Do Q`)
}

describe('a scanned page of a PDF', () => {
  const pixels = picture()
  const original = {data: pixels, width: WIDTH, height: HEIGHT}

  const turned = (degrees: number) =>
    toRaw(sharp(pixels, {raw: {width: WIDTH, height: HEIGHT, channels: 1}}).rotate(degrees))

  it('goes to OCR pixel by pixel', async () => {
    expect(await seen((document) => paint(document, pixels))).to.deep.equal(original)
  })

  it('does so where white margins are around it', async () => {
    const matrix = [SIZE[0], 0, 0, SIZE[1], 10, 15]
    const size = [SIZE[0] + 20, SIZE[1] + 30] as [number, number]
    expect(await seen((document) => paint(document, pixels, {matrix}), size)).to.deep.equal(original)
  })

  for (const [degrees, matrix] of [
    [90, [0, -SIZE[0], SIZE[1], 0, 0, SIZE[0]]],
    [180, [-SIZE[0], 0, 0, -SIZE[1], SIZE[0], SIZE[1]]],
    [270, [0, SIZE[0], -SIZE[1], 0, SIZE[1], 0]],
  ] as [number, number[]][]) {
    const size = (degrees === 180 ? SIZE : [SIZE[1], SIZE[0]]) as [number, number]

    it(`is turned by ${degrees}° as it is painted, without a loss`, async () => {
      const found = await seen((document) => paint(document, pixels, {matrix}), size)
      expect(found).to.deep.equal(await turned(degrees))
    })

    it(`is turned by ${degrees}° as its page is, without a loss`, async () => {
      const found = await seen((document) => {
        ;(document.page.dictionary.data as {Rotate?: number}).Rotate = degrees
        paint(document, pixels)
      })
      expect(found).to.deep.equal(await turned(degrees))
    })
  }

  it('may be of black and white', async () => {
    const bytesPerRow = Math.ceil(WIDTH / 8)
    const bits = Buffer.alloc(bytesPerRow * HEIGHT, 0b0000_1111)
    const {data} = await seen((document) => paint(document, bits, {bits: 1}))
    expect([...data.subarray(0, 10)]).to.deep.equal([0, 0, 0, 0, 255, 255, 255, 255, 0, 0])
    expect([...data.subarray(WIDTH, WIDTH + 5)]).to.deep.equal([0, 0, 0, 0, 255])
  })

  it('of several strips is whole', async () => {
    const half = HEIGHT / 2
    const {width, height, data} = await seen((document) => {
      const [across, down] = [SIZE[0], SIZE[1] / 2]
      const upper = {matrix: [across, 0, 0, down, 0, down], height: half, name: 'Upper'}
      const lower = {matrix: [across, 0, 0, down, 0, 0], height: half, name: 'Lower'}
      paint(document, pixels.subarray(0, WIDTH * half), upper)
      paint(document, pixels.subarray(WIDTH * half), lower)
    })
    expect([width, height]).to.deep.equal([WIDTH, HEIGHT])
    expect(data[5 * WIDTH + 5]).to.be.closeTo(pixels[5 * WIDTH + 5] as number, 20)
    expect(data[395 * WIDTH + 5]).to.be.closeTo(pixels[395 * WIDTH + 5] as number, 20)
  })

  it('shows no more than its page does', async () => {
    const {width, height} = await seen((document) => paint(document, pixels), [SIZE[0] / 2, SIZE[1]])
    expect([width, height]).to.deep.equal([WIDTH / 2, HEIGHT])
    const clipped = await seen((document) => {
      document.rect(0, 0, SIZE[0], SIZE[1] * 0.8).clip()
      paint(document, pixels)
    })
    expect(clipped.data.at(-1)).to.equal(255)
  })

  it('shows what is drawn over it', async () => {
    const {data} = await seen((document) => {
      paint(document, pixels)
      document.rect(0, 0, 20, 20).fill('#000000')
    })
    expect(data[5 * WIDTH + 5]).to.equal(0)
  })

  it('shows the notes that lie on it', async () => {
    const {data} = await seen((document) => {
      paint(document, pixels)
      const looks = document.ref({Type: 'XObject', Subtype: 'Form', BBox: [0, 0, 40, 40]})
      looks.end('0 g 0 0 40 40 re f')
      document.rectAnnotation(2, 2, 40, 40, {AP: {N: looks}, F: 4} as PDFKit.Mixins.AnnotationOption)
    })
    expect(data[40 * WIDTH + 40]).to.equal(0)
  })

  it('is drawn where it is mirrored', async () => {
    const {data} = await seen((document) =>
      paint(document, pixels, {matrix: [-SIZE[0], 0, 0, SIZE[1], SIZE[0], 0]}),
    )
    expect(data[5 * WIDTH + 5]).to.be.closeTo(pixels[5 * WIDTH + WIDTH - 6] as number, 20)
  })
})
