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
  const {items, styles} = await page.getTextContent({includeMarkedContent: actualText.length > 0})
  const pieces: Piece[] = []
  for (const item of writeActualText(items, actualText)) {
    if (!('str' in item)) continue
    const [a, b, c, d, x, y] = Util.transform(viewport.transform, item.transform) as number[] as Matrix
    const {name, isBold} = fontOf(item.fontName)
    const piece = {
      text: readSymbols(item.str, name),
      x,
      y,
      width: item.width,
      size: Math.hypot(c, d) || item.height,
      angle: Math.round((Math.atan2(b, a) * 180) / Math.PI),
      font: name,
      isBold,
      endsLine: item.hasEOL,
    }
    if (styles[item.fontName]?.vertical) pieces.push(...setVertically(piece, item.height))
    else pieces.push(piece)
  }
  return keepListIcons(pieces)
}

/** The letters of a string that runs down the page, each where it stands; pdf.js tells where the first one's top middle is. */
function setVertically(piece: Piece, height: number): Piece[] {
  const letters = [...piece.text]
  const step = height > 0 ? height / letters.length : piece.size
  return letters.map((text, at) => ({
    ...piece,
    text,
    x: piece.x - piece.size / 2,
    y: piece.y + piece.size + step * at,
    width: piece.size,
    endsLine: piece.endsLine && at === letters.length - 1,
  }))
}

type Matrix = [number, number, number, number, number, number]
