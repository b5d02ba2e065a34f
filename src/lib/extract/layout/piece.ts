/** A run of glyphs as a page draws it, in display coordinates: y grows downward, lengths are in points. */
export interface Piece {
  text: string
  /** Where the baseline begins. */
  x: number
  y: number
  /** Along the baseline. */
  width: number
  size: number
  /** Of the baseline, in degrees clockwise, rounded; 0 for ordinary text. */
  angle: number
  font: string
  /** The source itself says that a line ends after this piece. */
  endsLine: boolean
}

/** Pieces that stand on one baseline without a wide gap between them. */
export interface Fragment {
  text: string
  x: number
  right: number
  y: number
  size: number
  angle: number
  font: string
}

/** Fragments that a reader sees as one line. */
export type Line = Fragment
