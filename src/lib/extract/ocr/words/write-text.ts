import {layOut} from '../../layout/page-text.js'
import {restoreBullets} from './bullets.js'
import {measure} from './measured-line.js'
import {withoutNoise} from './noise.js'
import {bringNotesToLines} from './notes.js'
import {toPieces} from './to-pieces.js'
import {confidenceOf, type WordLine} from './word.js'

export interface PageText {
  /** As the layout writes a page of a PDF. */
  text: string
  /** Mean over what is in the text, 0 to 100; 0 where nothing is. */
  confidence: number
  /** Words before noise was left out, and how sure Tesseract is of all of them. */
  seen: number
  certainty: number
}

/**
 * A page's text in reading order.
 *
 * @param regions lines of the parts that the page was read in, each in Tesseract's order
 */
export function writeText(
  regions: readonly (readonly WordLine[])[],
  page: {width: number; height: number},
): PageText {
  const all = regions.flat(2)
  const read = regions.map((lines) => withoutNoise(restoreBullets(lines)))
  const lines = read.flatMap((region) => bringNotesToLines(region.map(measure)))
  return {
    text: layOut(toPieces(lines, page)),
    confidence: confidenceOf(read.flat(2)),
    seen: all.length,
    certainty: confidenceOf(all),
  }
}
