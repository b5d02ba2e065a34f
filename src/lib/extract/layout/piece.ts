/** Unicode's object replacement character: an icon among the words. It takes room on its line, and is not written. */
export const PICTURE = '\ufffc'

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
  /** PostScript name without the prefix of a subset; empty where it is not known. */
  font: string
  isBold: boolean
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
  /** All its letters are. */
  isBold: boolean
  /** Words that stand apart in it in letters of different sizes or weights, such as a heading beside its text. */
  runs?: Fragment[] | undefined
  /** The height of the middle of a table's cell of several lines; what stands beside it is another, however close. */
  cellMiddle?: number
}

/** Fragments that a reader sees as one line; its own figures are those of all its parts together. */
export interface Line extends Fragment {
  /** In the direction of reading. */
  parts: Fragment[]
}
