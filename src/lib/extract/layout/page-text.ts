import {inReadingOrder} from './columns.js'
import {joinFragments} from './fragments.js'
import {joinLines} from './lines.js'
import {writeParagraphs} from './paragraphs.js'
import type {Piece} from './piece.js'

/** The text of a page in reading order, from its pieces in the order in which they are drawn. */
export function layOut(pieces: readonly Piece[]): string {
  return writeParagraphs(joinLines(inReadingOrder(joinFragments(pieces))))
}
