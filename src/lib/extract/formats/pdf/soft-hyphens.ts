import type {Piece} from '../../layout/piece.js'

/** A soft hyphen at the end of a string that a page shows. */
export interface SoftHyphen {
  /** Where the string begins. */
  x: number
  y: number
  /** The string before it; empty where the hyphen was shown by itself. */
  before: string
}

export const SOFT_HYPHEN = '\u00ad'
/** Letters that tell which piece ends with the hyphen. */
const TAIL = 6
/** Points. */
const NEAR = 2

/**
 * pdf.js leaves soft hyphens out, which parts the two halves of a word: each is put back at the end of its piece.
 *
 * @param hyphens in display coordinates
 */
export function restoreSoftHyphens(pieces: readonly Piece[], hyphens: readonly SoftHyphen[]): Piece[] {
  const divided = new Set(hyphens.map((hyphen) => pieces.find((piece) => endsWith(piece, hyphen))))
  return pieces.map((piece) =>
    divided.has(piece) ? {...piece, text: piece.text.trimEnd() + SOFT_HYPHEN} : piece,
  )
}

function endsWith({text, x, y, width}: Piece, hyphen: SoftHyphen): boolean {
  if (text.trim() === '' || Math.abs(y - hyphen.y) > NEAR) return false
  if (hyphen.before === '') return Math.abs(x + width - hyphen.x) <= NEAR
  return text.trimEnd().endsWith(hyphen.before.slice(-TAIL))
}
