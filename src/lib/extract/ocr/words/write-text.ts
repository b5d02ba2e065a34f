import {layOut} from '../../layout/page-text.js'
import {restoreBullets} from './bullets.js'
import {measure} from './measured-line.js'
import {withoutNoise} from './noise.js'
import {bringNotesToLines} from './notes.js'
import {readTsv} from './read-tsv.js'
import {toPieces} from './to-pieces.js'
import {confidenceOf} from './word.js'

export interface PageText {
  /** As the layout writes a page of a PDF. */
  text: string
  /** Mean over what is in the text, 0 to 100; 0 where nothing is. */
  confidence: number
  /** Words before noise was left out, and how sure Tesseract is of all of them. */
  seen: number
  certainty: number
}

/** A page's text in reading order, from Tesseract's table of its words. */
export function writeText(tsv: string, page: {width: number; height: number}): PageText {
  const all = readTsv(tsv)
  const lines = withoutNoise(restoreBullets(all))
  return {
    text: layOut(toPieces(bringNotesToLines(lines.map(measure)), page)),
    confidence: confidenceOf(lines.flat()),
    seen: all.flat().length,
    certainty: confidenceOf(all.flat()),
  }
}
