import {PRESENT} from './calendar-words.js'
import type {CvLine} from './cv-text.js'

/** What a grade is called, before it: `GPA 3.7`, `Note: 1,9`, `mention bien`. */
const NAMED = String.raw`(?:overall |final |average |cumulative |current )?(?:c\.?gpa|gpa|cpi|sgpa|grade|marks?|percentage|score|(?:abschluss|gesamt|end|durchschnitts)?note|(?:noten)?(?:durch)?schnitt|mention|média(?: final)?|nota(?: final| media)?|voto(?: di laurea)?|votazione|(?:eind)?cijfer|promedio|ocena|średnia|moyenne|karakter|snitt|(?:genel )?not ortalaması|keskiarvo|результат|средний балл|학점|성적)\s{0,8}[:=]?\s{0,8}[\p{L}\p{N}.,:/%+-]{1,12}(?:\s{0,8}(?:\/|out of|von|su|z|av)\s*\d{1,3}(?:[.,]\d+)?)?(?:\s+(?:honou?rs|e lode))?`
/** Words that are one by themselves: `First Class Honours`, `2:1`, `magna cum laude`. */
const WORDED = String.raw`(?:with |predicted |expected )?(?:mention (?:assez |très )bien|(?:first|upper second|lower second|second|third)[- ]class(?: (?:honou?rs|upper|lower))*(?: \(?2:[12]\)?)?|[12]:[12](?: honou?rs)?|(?:high |great )?(?:distinction|merit|honou?rs|commendation)|(?:magna |summa |insigni )?cum laude|(?:con |e )?lode|mit (?:auszeichnung|gutem erfolg|sehr gutem erfolg|ausgezeichnetem erfolg)|avec (?:mention|félicitations)(?: \p{L}+)*|met genoegen|diploma behaald|gutem abschluss)`
/** Numbers that are one by themselves: `105/110`, `3.7/4.0`, `88 %`, `8.4 CGPA`, `1,9`, `15 valores`. */
const NUMBERED = String.raw`\d{1,3}(?:[.,]\d{1,2})?\s*\/\s*(?:4|5|6|10|20|30|60|100|110)(?:[.,]0+)?(?:\s*(?:e|con|cum) (?:lode|laude))?|\d{1,3}(?:[.,]\d{1,2})?\s*%|\d{1,2}[.,]\d{1,2}\s*(?:c?gpa|cpi)?|\d{1,3}(?:[.,]\d{1,2})? (?:valores|punkte|pkt\.?|points|pts\.?|pontos|puntos|punti|ects|credits?)`
const GRADE = `(?:${NAMED}|${WORDED}|${NUMBERED})`
const WHOLE = new RegExp(`^\\(?${GRADE}\\)?$`, 'iu')
/** Behind a separator, up to the next one. Blanks are bounded, as a line may have thousands of them. */
const PIECE = new RegExp(
  String.raw`\s{0,8}(?:[,;|·•–—\t]|\s-\s|[(（])\s{0,8}${GRADE}\s{0,8}[)）]?(?=\s{0,8}(?:[,;|·•–—\t(（)]|\s-\s|$))`,
  'giu',
)
/** Dates that are written like grades: `09/10 – 06/14`, `10.16 – heute`. */
const DATE_RANGE = new RegExp(
  String.raw`(?<![\d./])(?:0?[1-9]|1[0-2])([./])(?:\d{4}|\d{2})\s{0,8}[-–—]\s{0,8}(?:(?:0?[1-9]|1[0-2])\1(?:\d{4}|\d{2})(?!\d)|${PRESENT})`,
  'giu',
)
/** `… with 72 %.` at the end of a sentence. */
const TOLD =
  /(?<!\s)\s+(?:with|mit|con|avec)\s+(?:an?\s+)?\d{1,3}(?:[.,]\d+)?\s*%(?:\s+(?:marks|aggregate))?\.?$/iu

/** Whether a text is the grade of a degree and nothing else. */
export function isGrade(text: string): boolean {
  return WHOLE.test(text.trim())
}

/** A line of a school without the grades in it; one that is nothing but a grade stays as it is. */
export function withoutGrades(line: CvLine): CvLine {
  if (line.kind === 'blank' || line.kind === 'item') return line
  const text = withoutPieces(line.text).replace(TOLD, '').trim()
  return text === '' || text === line.text ? line : {...line, text}
}

function withoutPieces(text: string): string {
  const dates = [...text.matchAll(DATE_RANGE)].map(({0: {length}, index}) => ({
    from: index,
    to: index + length,
  }))
  return text.replace(PIECE, (piece: string, from: number) =>
    dates.some((date) => from < date.to && from + piece.length > date.from) ? piece : '',
  )
}
