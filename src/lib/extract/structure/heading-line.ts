/** A line of a text that may be a heading, without what typography puts around its words. */
export interface HeadingLine {
  /** The words as they stand there. */
  words: string
  /** Markdown's level, 1 to 6; 0 for a line without marks. */
  level: number
  /** Capitals, `l e t t e r s  a p a r t`, 【brackets】 or a rule: something that ordinary lines do not have. */
  stressed: boolean
}

const LONGEST = 64
const MOST_WORDS = 9
const BULLET = /^[-*+•·–—◦‣∙○o]\s/u
/** `- Experience -` */
const FRAMED = /^([-*+·–—~])\s.*\s\1$/u
const MARKS = /^(#{1,6})\s+/
const NUMBER =
  /^(?:\(?(?:\d{1,2}(?:\.\d{1,2})*|[ivx]{1,4}|[a-h])[.)、:]|\d{1,2}\s(?=\p{Lu})|[一二三四五六七八九十]{1,2}[、.．])\s*/iu
/** `Project 1` and `sales@example.com` are no headings; `Skills (2024)` is one. */
const FIGURES = /^[^(（]*[\p{N}@[\]{}<>=\\]/u
/** Icons, boxes, arrows, rules: whatever is neither letter nor figure and stands before or after the words. */
const ORNAMENT_BEFORE = /^[^\p{L}\p{N}(（]+/u
const ORNAMENT_AFTER = /[^\p{L}\p{N})）]+$/u
const BRACKETED = /^[【［[〔《〈<■◆●◇□▼▲※★☆]/u

/** @returns undefined where the line is a list item, too long, or holds no letter */
export function headingLine(line: string): HeadingLine | undefined {
  const level = MARKS.exec(line)?.[1]?.length ?? 0
  const bare = line.replace(MARKS, '').trim()
  if (level === 0 && BULLET.test(bare) && !FRAMED.test(bare)) return undefined
  const numberless = bare
    .replace(/^[*_]+|[*_]+$/g, '')
    .replace(ORNAMENT_BEFORE, '')
    .replace(NUMBER, '')
  const words = numberless.replace(ORNAMENT_BEFORE, '').replace(ORNAMENT_AFTER, '')
  if (!/\p{L}/u.test(words) || bare.length > LONGEST || FIGURES.test(words)) return undefined
  const apart = isLetterSpaced(words)
  if (!apart && words.split(/\s+/).length > MOST_WORDS) return undefined
  return {words: apart ? closeUp(words) : words, level, stressed: apart || isStressed(bare, words)}
}

function isStressed(bare: string, words: string): boolean {
  const isCapitals = words === words.toUpperCase() && words !== words.toLowerCase()
  return (
    isCapitals ||
    BRACKETED.test(bare) ||
    /^(\*\*|__).*\1$/.test(bare) ||
    /^[=─━_-]{2,}.*[=─━_-]{2,}$/u.test(bare)
  )
}

/** `E X P E R I E N C E`: at least four, and hardly anything but single letters. */
function isLetterSpaced(words: string): boolean {
  const pieces = words.split(/\s+/).filter((piece) => /\p{L}/u.test(piece))
  if (!/\p{Script=Latin}/u.test(words)) return false
  return pieces.length >= 4 && pieces.filter((piece) => [...piece].length === 1).length >= 0.9 * pieces.length
}

/** Words are told apart by wider gaps, where there are any. */
function closeUp(words: string): string {
  return words
    .split(/\s{2,}|\s*\t\s*|\s+(?=[&/|])|(?<=[&/|])\s+/u)
    .map((word) => word.replace(/\s+/g, ''))
    .join(' ')
}
