import {type PDFPageProxy, Util} from 'pdfjs-dist/legacy/build/pdf.mjs'
import type {Piece} from '../../layout/piece.js'
import {type Marks, writeActualText} from './actual-text.js'
import {fontsOf} from './fonts.js'
import {keepListIcons, readSymbols} from './symbols.js'

/**
 * The page's text as pdf.js finds it, in display coordinates of the page turned upright. Fonts are told apart only
 * when the page's drawing has been read before.
 *
 * @param actualText what the file's content streams say of their glyphs
 */
export async function readPieces(page: PDFPageProxy, actualText: readonly Marks[]): Promise<Piece[]> {
  const viewport = page.getViewport({scale: 1})
  const fontOf = fontsOf(page)
  const {items} = await page.getTextContent({includeMarkedContent: actualText.length > 0})
  const pieces: Piece[] = []
  for (const item of writeActualText(items, actualText)) {
    if (!('str' in item)) continue
    const [a, b, c, d, x, y] = Util.transform(viewport.transform, item.transform) as number[] as Matrix
    const {name, isBold} = fontOf(item.fontName)
    pieces.push({
      text: readSymbols(item.str, name),
      x,
      y,
      width: item.width,
      size: Math.hypot(c, d) || item.height,
      angle: Math.round((Math.atan2(b, a) * 180) / Math.PI),
      font: name,
      isBold,
      endsLine: item.hasEOL,
    })
  }
  return keepListIcons(pieces)
}

type Matrix = [number, number, number, number, number, number]
