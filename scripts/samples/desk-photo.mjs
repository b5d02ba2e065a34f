import sharp from 'sharp'
import {MODERN, oneColumnPdf} from './one-column-pdf.mjs'
import {pdfPages} from './pdf-pages.mjs'
import {seededNoise} from './seeded-noise.mjs'

const WIDTH = 1740
const HEIGHT = 2320
/** Where the sheet's corners lie in the photo: top left, top right, bottom right, bottom left. */
const CORNERS = [
  [138, 132],
  [1612, 88],
  [1668, 2190],
  [84, 2236],
]

/** A phone's photo of a printed CV on a desk: turned a little, seen at an angle, lit from one side. */
export async function deskPhoto(person) {
  const style = {...MODERN, size: 11.5}
  const [page] = await pdfPages(await oneColumnPdf(person, style), 190)
  return sharp(photograph(page), {raw: {width: WIDTH, height: HEIGHT, channels: 3}})
    .blur(0.5)
    .jpeg({quality: 58})
    .toBuffer()
}

function photograph(page) {
  const photo = Buffer.alloc(WIDTH * HEIGHT * 3)
  const toSheet = perspective(CORNERS)
  const noise = seededNoise(7)
  for (let y = 0, at = 0; y < HEIGHT; y++) {
    for (let x = 0; x < WIDTH; x++, at += 3) {
      const [u, v] = toSheet(x, y)
      const color = sheetColor(page, u, v) ?? deskColor(x, y, distanceOutside(u, v))
      const light = lightAt(x / WIDTH, y / HEIGHT)
      const grain = noise() * 5
      for (let channel = 0; channel < 3; channel++) {
        photo[at + channel] = Math.max(0, Math.min(255, color[channel] * light + grain))
      }
    }
  }
  return photo
}

/** Bright at the window on the left, darker towards the right, with the soft shadow of the phone below. */
function lightAt(x, y) {
  const falloff = 1 - 0.28 * x - 0.1 * y
  const shadow = 0.14 * Math.exp(-(((x - 0.82) / 0.3) ** 2) - ((y - 0.9) / 0.22) ** 2)
  return falloff - shadow
}

/** Bilinear, slightly warm, like paper under a lamp; undefined beside the sheet. */
function sheetColor({data, width, height}, u, v) {
  if (u < 0 || v < 0 || u >= 1 || v >= 1) return undefined
  const x = Math.min(u * width, width - 1.001)
  const y = Math.min(v * height, height - 1.001)
  const left = Math.floor(x)
  const top = Math.floor(y)
  const sample = (channel) => {
    const value = (dx, dy) => data[((top + dy) * width + left + dx) * 4 + channel]
    const above = value(0, 0) + (value(1, 0) - value(0, 0)) * (x - left)
    const below = value(0, 1) + (value(1, 1) - value(0, 1)) * (x - left)
    return above + (below - above) * (y - top)
  }
  return [22 + sample(0) * 0.9, 22 + sample(1) * 0.885, 20 + sample(2) * 0.855]
}

/** Walnut with slow grain, darkened where the sheet throws its shadow. */
function deskColor(x, y, outside) {
  const grain =
    Math.sin(x * 0.021 + 3 * Math.sin(y * 0.0031)) + 0.5 * Math.sin(x * 0.13 + 5 * Math.sin(y * 0.0017))
  const shade = (1 + 0.09 * grain) * (1 - 0.45 * Math.exp(-outside * 70))
  return [134 * shade, 92 * shade, 60 * shade]
}

function distanceOutside(u, v) {
  return Math.hypot(Math.max(-u, 0, u - 1), Math.max(-v, 0, v - 1))
}

/** The inverse of the mapping of the unit square onto four corners (Heckbert's closed form). */
function perspective([[x0, y0], [x1, y1], [x2, y2], [x3, y3]]) {
  const sumX = x0 - x1 + x2 - x3
  const sumY = y0 - y1 + y2 - y3
  const [dx1, dy1, dx2, dy2] = [x1 - x2, y1 - y2, x3 - x2, y3 - y2]
  const scale = dx1 * dy2 - dx2 * dy1
  const g = (sumX * dy2 - dx2 * sumY) / scale
  const h = (dx1 * sumY - sumX * dy1) / scale
  const [a, b, c] = [x1 - x0 + g * x1, x3 - x0 + h * x3, x0]
  const [d, e, f] = [y1 - y0 + g * y1, y3 - y0 + h * y3, y0]
  return (x, y) => {
    const w = (d * h - e * g) * x + (b * g - a * h) * y + (a * e - b * d)
    return [
      ((e - f * h) * x + (c * h - b) * y + (b * f - c * e)) / w,
      ((f * g - d) * x + (a - c * g) * y + (c * d - a * f)) / w,
    ]
  }
}
