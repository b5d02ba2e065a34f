import {OPS, type PDFPageProxy, Util} from 'pdfjs-dist/legacy/build/pdf.mjs'

/** What a page shows besides mapped text. */
export interface Drawing {
  /** Share of the page that its images cover, 0 to 1; overlapping images count twice, up to 1. */
  imageShare: number
  /** Pixels per inch of the largest image as the page shows it; undefined where no image says. */
  imageDpi?: number
  /** How many paths are filled or stroked: letters drawn as outlines are many. */
  paths: number
  /** How many strings are shown, mapped to characters or not. */
  strings: number
}

const POINTS_PER_INCH = 72
const IDENTITY = [1, 0, 0, 1, 0, 0]

const IMAGES = new Set([
  OPS.paintImageXObject,
  OPS.paintInlineImageXObject,
  OPS.paintImageMaskXObject,
  OPS.paintImageXObjectRepeat,
  OPS.paintImageMaskXObjectRepeat,
  OPS.paintSolidColorImageMask,
])

/** Walks the page's drawing operators. Costs the decoding of its images, so ask only where text is scarce. */
export async function readDrawing(page: PDFPageProxy): Promise<Drawing> {
  const {fnArray, argsArray} = await page.getOperatorList()
  const {width, height} = page.getViewport({scale: 1, rotation: 0})
  const drawing: Drawing = {imageShare: 0, paths: 0, strings: 0}
  const saved: number[][] = []
  let matrix = IDENTITY
  let largest = 0
  for (const [index, operator] of fnArray.entries()) {
    const args = argsArray[index]
    if (operator === OPS.save) saved.push(matrix)
    else if (operator === OPS.restore) matrix = saved.pop() ?? IDENTITY
    else if (operator === OPS.transform) matrix = Util.transform(matrix, args)
    else if (operator === OPS.paintFormXObjectBegin) {
      saved.push(matrix)
      if (args?.[0]) matrix = Util.transform(matrix, args[0])
    } else if (operator === OPS.paintFormXObjectEnd) matrix = saved.pop() ?? IDENTITY
    else if (operator === OPS.constructPath) drawing.paths += 1
    else if (operator === OPS.showText || operator === OPS.showSpacedText) drawing.strings += 1
    else if (IMAGES.has(operator)) {
      const share = area(matrix) / (width * height)
      drawing.imageShare += share
      if (share > largest && typeof args?.[1] === 'number') {
        largest = share
        drawing.imageDpi = (args[1] * POINTS_PER_INCH) / Math.hypot(matrix[0] ?? 0, matrix[1] ?? 0)
      }
    } else if (operator === OPS.paintImageMaskXObjectGroup || operator === OPS.paintInlineImageXObjectGroup)
      drawing.imageShare += 0.01
  }
  drawing.imageShare = Math.min(1, drawing.imageShare)
  return drawing
}

/** Of the unit square that an image is painted into. */
function area([a = 0, b = 0, c = 0, d = 0]: number[]): number {
  return Math.abs(a * d - b * c)
}
