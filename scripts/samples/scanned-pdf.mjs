import sharp from 'sharp'
import {CLASSIC, oneColumnPdf} from './one-column-pdf.mjs'
import {A4, pdfDocument} from './pdf-document.mjs'
import {pdfPages} from './pdf-pages.mjs'
import {seededNoise} from './seeded-noise.mjs'

const DPI = 180
const SKEW_DEGREES = [0.7, -0.5]
const PAPER_GREY = 244

/** What an office scanner makes of a printed CV: one grey JPEG a page, a little skewed, grainy, no text. */
export async function scannedPdf(person) {
  const printed = await pdfPages(await oneColumnPdf(person, CLASSIC), DPI)
  const scans = []
  for (const [index, page] of printed.entries()) scans.push(await scan(page, index))
  const info = {Title: 'Scan 2024-03-12 0930', Creator: 'Office scanner'}
  return pdfDocument({margin: 0, autoFirstPage: false, info}, (doc) => {
    for (const image of scans) doc.addPage().image(image, 0, 0, {width: A4.width, height: A4.height})
  })
}

async function scan({data, width, height}, index) {
  const skewed = await sharp(data, {raw: {width, height, channels: 4}})
    .flatten({background: '#ffffff'})
    .greyscale()
    .rotate(SKEW_DEGREES[index % SKEW_DEGREES.length], {background: '#ffffff'})
    .toBuffer({resolveWithObject: true, raw: true})
  const left = Math.floor((skewed.info.width - width) / 2)
  const top = Math.floor((skewed.info.height - height) / 2)
  const {data: grey, info} = await sharp(skewed.data, {raw: skewed.info})
    .extract({left, top, width, height})
    .blur(0.5)
    .toColourspace('b-w')
    .raw()
    .toBuffer({resolveWithObject: true})
  addGrain(grey, width, 1000 + index)
  return sharp(grey, {raw: {width: info.width, height: info.height, channels: info.channels}})
    .jpeg({quality: 38})
    .toBuffer()
}

/** Paper is not white, toner is not black, and the lid lets some light in along the left edge. */
function addGrain(grey, width, seed) {
  const noise = seededNoise(seed)
  for (let index = 0; index < grey.length; index++) {
    const edge = Math.max(0, 1 - (index % width) / 45) * 60
    const tone = 28 + (grey[index] / 255) * (PAPER_GREY - 28)
    grey[index] = Math.max(0, Math.min(255, tone - edge + noise() * 9))
  }
}
