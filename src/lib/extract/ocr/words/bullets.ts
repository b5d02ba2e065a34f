import type {Word, WordLine} from './word.js'

/** What Tesseract takes the dot of a list for. */
const MISREAD = /^[oe¢«°©®*+¥]$/
const BEGINNING = /^[\p{Lu}\p{N}(“"]/u
/** One such letter at the beginning of a line may be a letter. */
const LEAST = 2

/** Puts back the dots of lists. */
export function restoreBullets(lines: readonly WordLine[]): WordLine[] {
  if (lines.filter(beginsWithDot).length < LEAST) return [...lines]
  return lines.map((line) =>
    beginsWithDot(line) ? [{...(line[0] as Word), text: '•'}, ...line.slice(1)] : line,
  )
}

function beginsWithDot([first, second]: WordLine): boolean {
  return (
    first !== undefined && second !== undefined && MISREAD.test(first.text) && BEGINNING.test(second.text)
  )
}
