import type {Box} from './box.js'
import {type Field, findGrounds} from './fields.js'
import type {Grey} from './grey.js'

/** What paper is brought to that is not white by itself. */
const WHITE = 245
/** Paper darker than this, written on in light letters, is a page in the colours of the night. */
const DARK_PAPER = 128
/** How far letters stand out from their ground. */
const LETTERS = 30
/** What letters are brought to. */
const BLACK = 20
/** Pixels to either side of a field's edge that are neither of its ground nor of the paper. */
const FRINGE = 4
/** Letters change from light to dark within so many pixels. */
const REACH = 3

/** A page that is dark on light all over, and where it was not of the paper's shade. */
export interface EvenPage {
  page: Grey
  fields: Box[]
}

/** Gives every field of a page the shade of its paper, and dark letters: light ones on dark ground are read badly. */
export function evenGrounds(original: Grey): EvenPage {
  const {paper, fields} = findGrounds(original)
  const whole: Field = {left: 0, top: 0, right: original.width, bottom: original.height, shade: paper}
  const isNight = paper < DARK_PAPER && hasLightLetters(original, whole)
  if (!isNight && fields.length === 0) return {page: original, fields: []}
  const page = {...original, data: Uint8Array.from(original.data)}
  // Larger ones come first: what lies on them has a ground of its own.
  for (const field of isNight ? [whole, ...fields] : fields)
    repaint(original, page, field, isNight ? WHITE : paper)
  return {page, fields: fields.map(({shade: _, ...box}) => box)}
}

function repaint(from: Grey, to: Grey, field: Field, paper: number): void {
  const {left, top, right, bottom} = field
  const shades = hasLightLetters(from, field) ? inverted(from, field, paper) : brightened(field, paper)
  for (let y = top; y < bottom; y++) {
    for (let at = y * from.width + left; at < y * from.width + right; at++) {
      to.data[at] = shades[from.data[at] as number] as number
    }
  }
  wipeEdges(to, field, paper)
}

/** An edge would be left as a line around the field. */
function wipeEdges({data, width, height}: Grey, {left, top, right, bottom}: Box, paper: number): void {
  const rows = (from: number, to: number) => [Math.max(0, from), Math.min(height, to)] as const
  const wipe = (from: number, to: number, [first, last]: readonly [number, number]) => {
    for (let y = first; y < last; y++) {
      data.fill(paper, y * width + Math.max(0, from), y * width + Math.min(width, to))
    }
  }
  const all = rows(top - FRINGE, bottom + FRINGE)
  if (left > 0) wipe(left - FRINGE, left + FRINGE, all)
  if (right < width) wipe(right - FRINGE, right + FRINGE, all)
  if (top > 0) wipe(left - FRINGE, right + FRINGE, rows(top - FRINGE, top + FRINGE))
  if (bottom < height) wipe(left - FRINGE, right + FRINGE, rows(bottom - FRINGE, bottom + FRINGE))
}

/** For each shade of a field the one that it would have on paper. */
function brightened({shade}: Field, paper: number): Uint8ClampedArray {
  return Uint8ClampedArray.from({length: 256}, (_, value) =>
    Math.min(paper, (value * paper) / Math.max(1, shade)),
  )
}

/** For each shade of a field with light letters the one that it would have with dark letters on paper. */
function inverted(page: Grey, field: Field, paper: number): Uint8ClampedArray {
  const gain = (paper - BLACK) / Math.max(LETTERS, lightest(page, field) - field.shade)
  return Uint8ClampedArray.from({length: 256}, (_, value) =>
    Math.min(paper, paper - gain * (value - field.shade)),
  )
}

/** The shade that one in two hundred of the field's light pixels are lighter than. */
function lightest(page: Grey, field: Field): number {
  const counts = new Uint32Array(256)
  forRows(page, field, (start, end) => {
    for (let at = start; at < end; at++) {
      const value = page.data[at] as number
      if (value > field.shade + LETTERS) counts[value] = (counts[value] as number) + 1
    }
  })
  let left = counts.reduce((sum, count) => sum + count, 0) / 4
  for (let value = 255; value > field.shade; value--) {
    left -= counts[value] as number
    if (left < 0) return value
  }
  return 255
}

/** Letters show by their edges, of which photos have few. */
function hasLightLetters(page: Grey, field: Field): boolean {
  const {data} = page
  let [light, dark] = [0, 0]
  forRows(page, field, (start, end) => {
    for (let at = start; at < end - REACH; at++) {
      if (Math.abs((data[at] as number) - field.shade) > LETTERS / 2) continue
      const change = (data[at + REACH] as number) - (data[at] as number)
      if (change > LETTERS) light += 1
      else if (change < -LETTERS) dark += 1
    }
  })
  return light > dark
}

function forRows(
  {width}: Grey,
  {left, top, right, bottom}: Box,
  visit: (start: number, end: number) => void,
): void {
  for (let y = top; y < bottom; y += 2) visit(y * width + left, y * width + right)
}
