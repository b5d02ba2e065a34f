const ROMAN: readonly (readonly [number, string])[] = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
]
const IDEOGRAPHIC = /^(chineseCounting|japaneseCounting|ideographDigital|taiwaneseCounting)/
const DIGITS = ['', ...'一二三四五六七八九']
/** Word writes Roman numbers and letters no further; beyond, digits keep a hostile start value short. */
const MOST = 5000

/** A number in one of Word's formats; those of other scripts come out as digits. */
export function formatNumber(number: number, format: string): string {
  if (format === 'none' || format === 'bullet') return ''
  if (format === 'decimalZero') return String(number).padStart(2, '0')
  if (format === 'ordinal') return `${number}${ordinalEnding(number)}`
  if (number < 1 || number > MOST) return String(number)
  if (format === 'upperRoman') return roman(number)
  if (format === 'lowerRoman') return roman(number).toLowerCase()
  if (format === 'upperLetter') return letters(number)
  if (format === 'lowerLetter') return letters(number).toLowerCase()
  if (format.startsWith('decimalEnclosedCircle') && number <= 20) return String.fromCodePoint(0x245f + number)
  if (IDEOGRAPHIC.test(format) && number < 100) return ideographs(number)
  return String(number)
}

/** 一, 十, 十一, 二十, 二十一, … */
function ideographs(number: number): string {
  const [tens, ones] = [Math.floor(number / 10), number % 10]
  return (tens > 1 ? DIGITS[tens] : '') + (tens > 0 ? '十' : '') + DIGITS[ones]
}

function roman(number: number): string {
  let rest = number
  let text = ''
  for (const [value, digit] of ROMAN) {
    text += digit.repeat(Math.floor(rest / value))
    rest %= value
  }
  return text
}

/** A to Z, then AA to ZZ. */
function letters(number: number): string {
  const letter = String.fromCharCode(0x41 + ((number - 1) % 26))
  return letter.repeat(Math.floor((number - 1) / 26) + 1)
}

function ordinalEnding(number: number): string {
  if (number % 100 >= 11 && number % 100 <= 13) return 'th'
  return ['th', 'st', 'nd', 'rd'][number % 10] ?? 'th'
}
