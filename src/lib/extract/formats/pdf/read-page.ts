import type {PDFDocumentProxy, PDFPageProxy} from 'pdfjs-dist/legacy/build/pdf.mjs'
import type {ReadPage} from '../../../model/extraction.js'
import {layOut} from '../../layout/page-text.js'
import type {Piece} from '../../layout/piece.js'
import type {Typography} from '../../layout/typography.js'
import type {Recognizer} from '../format.js'
import type {Marks} from './actual-text.js'
import {weaveAnnotations} from './annotations.js'
import {toBox} from './box.js'
import {type Drawing, readDrawing} from './drawing.js'
import {writeDrawnBullets} from './drawn-bullets.js'
import type {Hidden} from './painting.js'
import {readPieces} from './pieces.js'
import {refuseTilings, renderPage} from './render.js'
import {scanImage} from './scan-image.js'
import {restoreSoftHyphens} from './soft-hyphens.js'
import {joinSpacedLetters} from './spaced-letters.js'
import {isBetter, isPlenty, isScan, judge, type TextQuality, textQuality} from './verdict.js'

export interface PageTask {
  document: PDFDocumentProxy
  page: PDFPageProxy
  recognizer: Recognizer | undefined
  maxPixels: number
  /** What the pages before have shown of the document's headings. */
  typography: Typography
  /** What the file's content streams say of their glyphs. */
  actualText: readonly Marks[]
  /** Called when OCR of the page begins. */
  onOcr: () => void
}

export interface PageReading extends ReadPage {
  /** Text of the page that nobody can see on it; undefined for nearly every page. */
  hidden: Hidden | undefined
  /** Images are on the page, and neither the text layer nor OCR has a word. */
  isWordlessImage: boolean
}

/** Reads one page: by its text layer where that is good, by OCR where not. */
export async function readPage(task: PageTask): Promise<PageReading> {
  // The names of fonts come with the drawing.
  const [drawn] = await Promise.allSettled([readDrawing(task.page)])
  const drawing = drawn.status === 'fulfilled' ? drawn.value : undefined
  const layer = await readTextLayer(task, drawing)
  const quality = textQuality(layer)
  // Damaged drawings do not take good text with them.
  if (drawn.status === 'rejected' && quality.mapped === 0) throw drawn.reason
  const read = await choose(task, layer, quality, drawing)
  const isWordlessImage = read.method === 'empty' && (drawing?.imageShare ?? 0) > 0
  return {...read, hidden: drawing?.hidden, isWordlessImage}
}

async function choose(
  task: PageTask,
  layer: string,
  quality: TextQuality,
  drawing: Drawing | undefined,
): Promise<ReadPage> {
  const isGood = isPlenty(quality)
  if (!drawing || (isGood && !isScan(drawing))) return {text: layer, method: 'text'}
  const verdict = judge(quality, drawing)
  if (verdict !== 'ocr') return {text: layer, method: verdict}
  if (!task.recognizer) return {text: layer, method: isGood ? 'text' : 'skipped'}
  return recognize(task, task.recognizer, layer, drawing)
}

async function readTextLayer(
  {page, typography, actualText}: PageTask,
  drawing: Drawing | undefined,
): Promise<string> {
  const written = completed(await readPieces(page, actualText), page, drawing)
  const {pieces, loose} = await weaveAnnotations(page, written)
  const text = layOut(pieces, typography)
  return [text, loose.join('\n')].filter((part) => part !== '').join('\n\n')
}

/** What the page shows as text without pdf.js calling it so. */
function completed(pieces: Piece[], page: PDFPageProxy, drawing: Drawing | undefined): Piece[] {
  if (!drawing) return pieces
  const viewport = page.getViewport({scale: 1})
  const dots = drawing.dots.map((area) => toBox(viewport.convertToViewportRectangle([...area])))
  const shown = <T extends {x: number; y: number}>(string: T): T => {
    const [x = 0, y = 0] = viewport.convertToViewportPoint(string.x, string.y) as number[]
    return {...string, x, y}
  }
  const whole = joinSpacedLetters(pieces, drawing.spacedStrings.map(shown))
  return writeDrawnBullets(restoreSoftHyphens(whole, drawing.softHyphens.map(shown)), dots)
}

async function recognize(
  task: PageTask,
  recognizer: Recognizer,
  layer: string,
  drawing: Drawing,
): Promise<ReadPage> {
  task.onOcr()
  try {
    return combine(layer, await recognizer.recognize(await pictureOf(task, drawing)), drawing)
  } catch (error) {
    // A little text is better than a page that failed.
    if (textQuality(layer).mapped > 0) return {text: layer, method: 'text'}
    throw error
  }
}

/** The page as OCR is to see it. */
async function pictureOf({document, page, maxPixels}: PageTask, drawing: Drawing): Promise<Uint8Array> {
  refuseTilings(drawing.tilings)
  if (!isScan(drawing)) return renderPage(document, page, maxPixels)
  const own = drawing.loneImage && (await scanImage(page, drawing.loneImage))
  return own ?? renderPage(document, page, maxPixels, drawing.imageDpi)
}

function combine(
  layer: string,
  {text, confidence}: {text: string; confidence: number},
  drawing: Drawing,
): ReadPage {
  const own = textQuality(layer)
  const read = textQuality(text)
  if (read.mapped === 0 && (own.mapped === 0 || own.isGibberish)) return {text: '', method: 'empty'}
  if (!isBetter(own, {...read, confidence}, drawing)) return {text: layer, method: 'text'}
  const isTrusted = own.unmapped <= own.mapped && !own.isGibberish && drawing.visibleStrings > 0
  const extra = isTrusted ? linesNotIn(layer, text) : ''
  if (extra === '') return {text, method: 'ocr', confidence}
  return {text: `${extra}\n\n${text}`, method: 'both', confidence}
}

/** The lines of a scan's small text layer, such as a stamp, that OCR did not see. */
function linesNotIn(layer: string, text: string): string {
  const bare = (line: string) => line.replace(/[^\p{L}\p{N}]/gu, '').toLowerCase()
  const seen = bare(text)
  return layer
    .split('\n')
    .filter((line) => bare(line) !== '' && !seen.includes(bare(line)))
    .join('\n')
}
