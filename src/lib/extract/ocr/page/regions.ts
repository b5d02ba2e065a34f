import {type Box, heightOf, sharedHeight, sharedWidth, widthOf} from './box.js'
import {findColumn} from './column.js'
import type {EvenPage} from './even-grounds.js'
import {type Grey, shadeOf} from './grey.js'

/** Shares of the page's sides: a field so tall and so wide is a column of its own. */
const TALL = 0.2
const LEAST_WIDE = 0.1
const MOST_WIDE = 0.6
/** Share of the page's longer side by which edges of one sidebar may differ, and its parts lie apart. */
const NEAR = 0.01

/** A part of a page that is read by itself, with its place on the page. */
export interface Region extends Grey {
  left: number
  top: number
}

/**
 * Cuts sidebars and columns out of a page, since Tesseract reads across the gap between them.
 *
 * @param columns whether those on white are cut too: ideographs need it, while words in Latin letters are found either way,
 * and dates beside what was done then would be torn from it. Default false
 * @returns the regions in reading order; the whole page where it has one column
 */
export function cutRegions({page, fields}: EvenPage, {columns = false}: {columns?: boolean} = {}): Region[] {
  const rest: Region = {...page, data: Uint8Array.from(page.data), left: 0, top: 0}
  const paper = shadeOf(page)
  const cut = (box: Box): Region => {
    const region = crop(rest, box)
    // What was cut out is not there for the next one, which may reach over it.
    paint(rest, box, paper)
    return region
  }
  const regions = sidebarsOf(fields, page).map(cut)
  const column = columns ? findColumn(rest, paper) : undefined
  if (column) regions.push(cut(column))
  const isLeft = ({left, width}: Region) => 2 * left + width < page.width
  return [...regions.filter(isLeft), rest, ...regions.filter((region) => !isLeft(region))]
}

/** The tall, narrow fields; one may be of several shades, one above the other. */
function sidebarsOf(fields: readonly Box[], page: Grey): Box[] {
  const near = NEAR * Math.max(page.width, page.height)
  const narrow = fields.filter(
    (field) => widthOf(field) >= LEAST_WIDE * page.width && widthOf(field) <= MOST_WIDE * page.width,
  )
  const columns: Box[] = []
  for (const field of narrow.toSorted((one, other) => one.top - other.top)) {
    const at = columns.findIndex((column) => isSameColumn(column, field, near))
    const column = columns[at]
    if (column) columns[at] = around(column, field)
    else columns.push(field)
  }
  return columns.filter(
    (column) =>
      heightOf(column) >= TALL * page.height &&
      !columns.some((other) => other !== column && isWithin(column, other)),
  )
}

function isSameColumn(column: Box, field: Box, near: number): boolean {
  return (
    Math.abs(column.left - field.left) <= near &&
    Math.abs(column.right - field.right) <= near &&
    field.top - column.bottom <= near
  )
}

function around(one: Box, other: Box): Box {
  return {
    left: Math.min(one.left, other.left),
    top: Math.min(one.top, other.top),
    right: Math.max(one.right, other.right),
    bottom: Math.max(one.bottom, other.bottom),
  }
}

/** Half of it is enough: boxes are measured, and columns that overlap cannot be read apart. */
function isWithin(inner: Box, outer: Box): boolean {
  const shared = Math.max(0, sharedWidth(inner, outer)) * Math.max(0, sharedHeight(inner, outer))
  const size = (box: Box) => widthOf(box) * heightOf(box)
  return shared > 0.5 * size(inner) && size(inner) <= size(outer)
}

function paint({data, width}: Grey, {left, top, right, bottom}: Box, shade: number): void {
  for (let y = top; y < bottom; y++) data.fill(shade, y * width + left, y * width + right)
}

function crop({data, width}: Grey, box: Box): Region {
  const region = {width: widthOf(box), height: heightOf(box), left: box.left, top: box.top}
  const copy = new Uint8Array(region.width * region.height)
  for (let y = 0; y < region.height; y++) {
    const start = (box.top + y) * width + box.left
    copy.set(data.subarray(start, start + region.width), y * region.width)
  }
  return {...region, data: copy}
}
