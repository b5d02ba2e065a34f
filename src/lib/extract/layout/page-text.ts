import {inBlockOrder} from './blocks.js'
import {joinFragments, splitIntoRuns} from './fragments.js'
import {joinLines} from './lines.js'
import type {Piece} from './piece.js'
import {inReadingOrder} from './reading-order.js'
import {joinRightToLeft} from './right-to-left.js'
import {Typography} from './typography.js'
import {turnVertical} from './vertical.js'
import {writeText} from './write-text.js'

/**
 * The text of a page in reading order, as light Markdown, from its pieces in the order in which they are drawn.
 *
 * @param typography what the pages before have shown of the document's headings
 */
export function layOut(pieces: readonly Piece[], typography = new Typography()): string {
  const lines = inBlockOrder(
    joinLines(splitIntoRuns(inReadingOrder(joinFragments(joinRightToLeft(turnVertical(pieces)))))),
  )
  return writeText(lines, typography)
}
