import {expect} from 'chai'
import sharp from 'sharp'
import type {Grey} from '#lib/extract/ocr/page/grey.js'
import {evenLight} from '#lib/extract/ocr/page/light.js'
import {preparePage, turnPage} from '#lib/extract/ocr/page/prepare-page.js'
import {cutRegions} from '#lib/extract/ocr/page/regions.js'
import {cutOutSheet} from '#lib/extract/ocr/page/sheet.js'
import {findSkew} from '#lib/extract/ocr/page/skew.js'
import {drawPage, makeScan, toGrey} from './support/scan.ts'

const LINES = [
  ...['To the town works of Bern', 'Nine grids were planned last year', 'Twelve people took part in it'],
  ...['and none of them was late', 'Since then all lamps are lit', 'Faults are found in half the time'],
  ...['which our neighbours envy', 'Kind regards from the grid', 'Ada Muster, engineer'],
]

/** Brightness of the part of a page that begins at these shares of its sides, 0 to 255. */
function brightness({data, width, height}: Grey, x: number, y: number): number {
  let sum = 0
  for (let dy = 0; dy < 20; dy++) {
    for (let dx = 0; dx < 20; dx++) {
      sum += data[(Math.floor(y * height) + dy) * width + Math.floor(x * width) + dx] as number
    }
  }
  return sum / 400
}

describe('an image that is prepared for OCR', () => {
  it('is turned as its EXIF tag says, and enlarged', async () => {
    const image = sharp({create: {width: 60, height: 20, channels: 3, background: '#c00000'}})
    const {page} = await preparePage(await image.jpeg().withMetadata({orientation: 6}).toBuffer(), 1e6)
    expect([page.width, page.height]).to.deep.equal([60, 180])
  })

  it('is laid on white where it is transparent', async () => {
    const image = sharp({
      create: {width: 60, height: 20, channels: 4, background: {r: 0, g: 0, b: 0, alpha: 0}},
    })
    const {page} = await preparePage(await image.png().toBuffer(), 1e6)
    expect(page.data[0]).to.equal(255)
  })

  it('may have the colours of print', async () => {
    const image = sharp({create: {width: 60, height: 20, channels: 3, background: '#ffffff'}})
    const {page} = await preparePage(await image.toColourspace('cmyk').jpeg().toBuffer(), 1e6)
    expect(page.data[0]).to.be.greaterThan(240)
  })
})

describe('a page that is prepared for OCR', () => {
  it('has corners of its own shade where it was levelled', async () => {
    const grey = await sharp(scan).linear(0.7).rotate(5, {background: '#b2b2b2'}).jpeg().toBuffer()
    const {page} = await preparePage(grey, 1e8)
    for (const [x, y] of [
      [0, 0],
      [0.98, 0],
      [0, 0.98],
      [0.98, 0.98],
    ] as const) {
      expect(brightness(page, x, y)).to.be.closeTo(178, 6)
    }
  })

  let scan: Buffer

  before(async () => {
    scan = await makeScan(LINES, {size: [400, 300], fontSize: 16})
  })

  for (const degrees of [-12, -3, -0.5, 0, 1.5, 8]) {
    it(`shows that its lines fall by ${degrees}°`, async () => {
      const turned = await sharp(scan).rotate(degrees, {background: '#ffffff'}).toBuffer()
      const skew = findSkew(await toGrey(turned))
      expect(skew.isSideways).to.equal(false)
      expect(skew.degrees).to.be.closeTo(degrees, 0.2)
    })
  }

  for (const degrees of [90, 270]) {
    it(`shows that it was turned by ${degrees}°`, async () => {
      expect(findSkew(await toGrey(await sharp(scan).rotate(degrees).toBuffer())).isSideways).to.equal(true)
    })
  }

  it('is evenly lit where a shadow fell on it', async () => {
    const {data, width, height} = await toGrey(scan)
    const shaded = data.map((value, at) => value * (1 - (0.6 * (at % width)) / width))
    const even = evenLight({data: shaded, width, height})
    expect(brightness({data: shaded, width, height}, 0.95, 0.9)).to.be.lessThan(120)
    for (const x of [0.02, 0.5, 0.95]) expect(brightness(even, x, 0.9)).to.be.within(225, 255)
  })

  it('keeps the dark side of a design with its light letters', async () => {
    const {data, width, height} = await toGrey(scan)
    const dark = data.map((value, at) => (at % width < width / 3 ? 255 - value * 0.6 : value))
    const page = {data: dark, width, height}
    expect(brightness(evenLight(page), 0.01, 0.9)).to.be.closeTo(102, 8)
  })

  it('is cut out of the photo that was taken of it at an angle', async () => {
    const page = await toGrey(scan)
    const photo = photograph(page, {width: page.width + 400, height: page.height + 300})
    const sheet = cutOutSheet(photo)
    for (const [x, y] of [
      [0.01, 0.02],
      [0.95, 0.02],
      [0.01, 0.95],
      [0.95, 0.95],
    ] as const) {
      expect(brightness(sheet, x, y)).to.be.greaterThan(200)
    }
    expect(findSkew(sheet).degrees).to.be.closeTo(0, 0.3)
    expect(cutOutSheet(page) === page).to.equal(true)
  })
})

describe('a page with columns on white', () => {
  const COLUMN = [
    ...['Wiring', 'Welding', 'Masonry', 'Surveys', 'Lamps', 'Roofs', 'Grids', 'Relays'],
    ...LINES,
  ]

  /** @param side what stands on which lines to one side of a text */
  async function regionsOf(side: (line: number) => string | undefined, x: number, textX: number) {
    const drawn = await drawPage(
      (document) => {
        document
          .fontSize(20)
          .text('Ada Muster, engineer for the power grids of the town', 30, 30)
          .fontSize(10)
        for (const [line, text] of [...LINES, ...LINES].entries()) {
          document.text(text, textX, 90 + 16 * line)
          const beside = side(line)
          if (beside) document.text(beside, x, 90 + 16 * line, {lineBreak: false})
        }
      },
      [420, 594],
    )
    const {page, fields} = await preparePage(drawn, 1e8)
    return cutRegions({page, fields}, {columns: true}).map(({left, top, width, height}) =>
      [left / page.width, top / page.height, width / page.width, height / page.height].map(
        (share) => Math.round(10 * share) / 10,
      ),
    )
  }

  const whole = [0, 0, 1, 1]

  it('is read in two regions, the narrower column below the title by itself', async () => {
    const skill = (line: number) => COLUMN[line]?.slice(0, 16)
    expect(await regionsOf(skill, 30, 150)).to.deep.equal([[0, 0.1, 0.3, 0.5], whole])
    expect(await regionsOf(skill, 310, 40)).to.deep.equal([whole, [0.5, 0.1, 0.5, 0.5]])
  })

  it('is read as a whole where dates stand at the margin', async () => {
    const date = (line: number) => (line % 4 === 0 ? '03/2014 – 05/2019' : undefined)
    expect(await regionsOf(date, 300, 40)).to.deep.equal([whole])
    expect(await regionsOf(date, 30, 150)).to.deep.equal([whole])
  })

  it('is read once, also what a column beside a sidebar reaches over', async () => {
    const drawn = await drawPage(
      (document) => {
        document.rect(0, 0, 110, 594).fill('#d5dde8').fillColor('#000000').fontSize(10)
        for (const [line, text] of [...LINES, ...LINES].entries()) {
          document.text(COLUMN[line]?.slice(0, 16) ?? 'Towers', 12, 90 + 16 * line, {lineBreak: false})
          document.text(COLUMN[line]?.slice(0, 14) ?? 'Cables', 125, 90 + 16 * line, {lineBreak: false})
          document.text(text.slice(0, 40), 225, 90 + 16 * line, {lineBreak: false})
        }
      },
      [420, 594],
    )
    const {page, fields} = await preparePage(drawn, 1e8)
    const regions = cutRegions({page, fields}, {columns: true})
    const ink = ({data}: {data: Uint8Array}) => data.reduce((dark, shade) => dark + (shade < 128 ? 1 : 0), 0)
    expect(regions).to.have.lengthOf(3)
    expect(regions.map(ink).reduce((sum, one) => sum + one)).to.equal(ink(page))
  })

  it('is read as a whole where one column has marks only', async () => {
    expect(await regionsOf(() => '•', 30, 60)).to.deep.equal([whole])
  })
})

describe('a page with coloured fields', () => {
  const SIZE = [420, 594] as [number, number]

  /** A page with paragraphs to the right of x=170, and whatever else is drawn on it. */
  async function prepare(draw: (document: PDFKit.PDFDocument) => unknown, degrees = 0) {
    const drawn = await drawPage((document) => {
      draw(document)
      document.fillColor('#000000').fontSize(11)
      for (const [index, line] of [...LINES, ...LINES].entries()) document.text(line, 170, 100 + 18 * index)
    }, SIZE)
    return preparePage(await sharp(drawn).rotate(degrees, {background: '#ffffff'}).jpeg().toBuffer(), 1e8)
  }

  function field(document: PDFKit.PDFDocument, color: string, ink: string, box: number[]) {
    const [x = 0, y = 0, width = 0, height = 0] = box
    document.rect(x, y, width, height).fill(color)
    document.fillColor(ink).fontSize(11)
    for (const [index, word] of ['Wiring', 'Welding', 'Masonry', 'Surveys'].entries()) {
      if (18 * index + 20 < height) document.text(word, x + 12, y + 12 + 18 * index)
    }
  }

  /** Mean shade, and the darkest one. */
  function shadesOf({data}: Grey): {mean: number; darkest: number} {
    let [sum, darkest] = [0, 255]
    for (const value of data) {
      sum += value
      darkest = Math.min(darkest, value)
    }
    return {mean: sum / data.length, darkest}
  }

  for (const [what, color, ink] of [
    ['a pale sidebar', '#e6e6e6', '#000000'],
    ['a dark sidebar with white letters', '#22303c', '#ffffff'],
    ['a coloured sidebar with white letters', '#2a9d8f', '#ffffff'],
  ] as const) {
    it(`is read in two regions where it has ${what}, both dark on light`, async () => {
      const [sidebar, rest, ...others] = cutRegions(
        await prepare((document) => field(document, color, ink, [0, 0, 150, 594])),
      )
      expect(others).to.deep.equal([])
      const scale = (rest?.width ?? 0) / 420
      expect(sidebar?.left).to.equal(0)
      expect(sidebar?.width).to.be.closeTo(150 * scale, 5)
      for (const region of [sidebar, rest]) {
        const {mean, darkest} = shadesOf(region as Grey)
        expect(mean).to.be.greaterThan(220)
        expect(darkest).to.be.lessThan(90)
      }
      expect(brightness(rest as Grey, 0.05, 0.02)).to.be.greaterThan(225)
    })
  }

  it('is read from the left to the right', async () => {
    const regions = cutRegions(
      await prepare((document) => {
        field(document, '#dddddd', '#000000', [330, 0, 90, 594])
        field(document, '#22303c', '#ffffff', [0, 0, 150, 594])
      }),
    )
    expect(
      regions.map(({left, width}) => Math.round((10 * (left + width / 2)) / (regions[1]?.width ?? 1))),
    ).to.deep.equal([2, 5, 9])
  })

  it('keeps them when it is turned', async () => {
    const page = await prepare((document) => field(document, '#dddddd', '#000000', [0, 0, 150, 594]))
    const [once, back] = [await turnPage(page, 90), await turnPage(page, 180)]
    expect(once.fields[0]).to.include({left: 0, top: 0, right: once.page.width})
    expect(back.fields[0]).to.include({right: back.page.width, bottom: back.page.height})
    expect((await turnPage(back, 180)).fields).to.deep.equal(page.fields)
  })

  it('has the light letters of a band, of headings and of the whole page made dark', async () => {
    for (const draw of [
      (document: PDFKit.PDFDocument) => field(document, '#7b2d43', '#ffffff', [0, 0, 420, 80]),
      (document: PDFKit.PDFDocument) => field(document, '#222222', '#ffffff', [30, 40, 360, 40]),
      (document: PDFKit.PDFDocument) => field(document, '#dddddd', '#000000', [0, 0, 420, 594]),
    ]) {
      const prepared = await prepare(draw)
      expect(cutRegions(prepared)).to.have.lengthOf(1)
      expect(brightness(prepared.page, 0.5, 0.09)).to.be.greaterThan(200)
    }
    const dark = await sharp(await makeScan(LINES))
      .negate()
      .jpeg()
      .toBuffer()
    expect(shadesOf((await preparePage(dark, 1e8)).page).mean).to.be.greaterThan(200)
  })

  it('loses no band that looks like the table under a sheet', async () => {
    const {page} = await prepare((document) => field(document, '#111111', '#ffffff', [0, 0, 420, 90]))
    expect(page.height / page.width).to.be.closeTo(594 / 420, 0.01)
  })

  it('has none where a shadow falls', async () => {
    const {data, width, height} = await toGrey(await makeScan(LINES, {size: [600, 400]}))
    const shaded = data.map(
      (value, at) => value * (1 - 0.4 / (1 + Math.exp(((at % width) - width / 2) / 60))),
    )
    const image = await sharp(shaded, {raw: {width, height, channels: 1}})
      .jpeg()
      .toBuffer()
    expect((await preparePage(image, 1e8)).fields).to.deep.equal([])
  })
})

/** Lays the page on a dark table, its upper edge shorter than its lower one. */
function photograph(page: Grey, {width, height}: {width: number; height: number}): Grey {
  const data = new Uint8Array(width * height).fill(50)
  for (let y = 0; y < page.height; y++) {
    const inset = Math.round(100 * (1 - y / page.height))
    const across = width - 200 - 2 * inset
    for (let x = 0; x < across; x++) {
      const from = y * page.width + Math.floor((x / across) * page.width)
      data[(y + 150) * width + 100 + inset + x] = page.data[from] as number
    }
  }
  return {data, width, height}
}
