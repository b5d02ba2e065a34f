import type {Word, WordLine} from './word.js'

/** Tesseract takes the dot of a list for a letter or a sign or two: `e`, `o`, `¢`, `+»`. */
const MISREAD = /^[^\p{N}.,:;'’"-]{1,2}$/u
/** Of the height of the word beside it. */
const LOWEST = 0.2
const HIGHEST = 0.7
/** How much wider than high, or higher than wide. */
const ROUND = 1.5

/** Puts back the dots of lists, which are told by their shape: what they are read as is chance. */
export function restoreBullets(lines: readonly WordLine[]): WordLine[] {
  return lines.map((line) =>
    beginsWithDot(line) ? [{...(line[0] as Word), text: '•'}, ...line.slice(1)] : line,
  )
}

function beginsWithDot([first, second]: WordLine): boolean {
  return first !== undefined && second !== undefined && MISREAD.test(first.text) && isDotBeside(first, second)
}

/** Small, round, and neither on the line's feet nor at its top. */
function isDotBeside(dot: Word, word: Word): boolean {
  const [width, height] = [dot.right - dot.left, dot.bottom - dot.top]
  const share = height / (word.bottom - word.top)
  if (share < LOWEST || share > HIGHEST) return false
  if (Math.max(width, height) > ROUND * Math.min(width, height)) return false
  return dot.top > word.top && dot.bottom < word.bottom
}
