import {anyOf, monthsByName, opensItsEnd, PRESENT, SEASON, SINCE, TO} from './calendar-words.js'

/** A time that a CV names, and where in the line. */
export interface DateSpan {
  /** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
  start?: string
  /** Absent when it is still going on, or only one date is given. */
  end?: string
  /** Still going on: `present`, `seit 2019`, `至今`, or nothing after the dash. */
  current: boolean
  /** More than a single date. */
  range: boolean
  /** Offsets into the line. */
  from: number
  to: number
}

interface Token {
  date: string
  from: number
  to: number
}

interface Pattern {
  source: string
  /** Undefined where the numbers make no date. */
  read: (groups: (string | undefined)[], language: string | null) => string | undefined
}

const YEAR = '(?:19|20)\\d{2}'
/** Themes may glue a duration to the year: `Dec 20141 year`. */
const YEAR_END = '(?=\\d{1,2}\\s(?:years?|months?|days?)\\b)|(?!\\d)'
const MONTH_NUMBER = '(?:0?[1-9]|1[0-2])'
const DAY_NUMBER = '(?:0?[1-9]|[12]\\d|3[01])'
const CJK = new Set(['ja', 'zh', 'ko'])

/** The first year of each Japanese era is its year 1, 元年. */
const ERAS: Readonly<Record<string, number>> = {
  令和: 2018,
  平成: 1988,
  昭和: 1925,
  R: 2018,
  H: 1988,
  S: 1925,
}

const month = () => anyOf(monthsByName().keys())

/** In the order of trying: the more a form says, the earlier it stands. */
function patterns(): Pattern[] {
  const name = `(${month()})`
  return [
    {
      source: `(${YEAR})[-./](${MONTH_NUMBER})[-./](${DAY_NUMBER})(?!\\d)`,
      read: ([year, monthNumber, day]) => dateOf(year, monthNumber, day),
    },
    {
      source: `(\\d{1,2})([./-])(\\d{1,2})\\2(${YEAR})(?!\\d)`,
      read: ([first, mark, second, year], language) => dayFirst(first, second, year, mark, language),
    },
    {
      source: `(${YEAR})\\s*[年년](?:度)?\\s*(?:(${MONTH_NUMBER})\\s*[月월](?:\\s*(${DAY_NUMBER})\\s*[日일])?)?`,
      read: ([year, monthNumber, day]) => dateOf(year, monthNumber, day),
    },
    {
      source: `(令和|平成|昭和)\\s*(元|\\d{1,2})\\s*年\\s*(?:(${MONTH_NUMBER})\\s*月(?:\\s*(${DAY_NUMBER})\\s*日)?)?`,
      read: ([era, year, monthNumber, day]) => dateOf(eraYear(era, year), monthNumber, day),
    },
    {
      source: `([RHS])(\\d{1,2})[./年](${MONTH_NUMBER})(?![\\d])月?`,
      read: ([era, year, monthNumber], language) =>
        language === 'ja' ? dateOf(eraYear(era?.toUpperCase(), year), monthNumber) : undefined,
    },
    {
      source: `${name}\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(${YEAR})(?:${YEAR_END})`,
      read: ([monthName, day, year]) => dateOf(year, numberOf(monthName), day),
    },
    {
      source: `(?:(\\d{1,2})(?:\\.|st|nd|rd|th|er|º|ª)?[^\\S\\t]+(?:de\\s+)?)?${name}\\.?,?[\\s/-]*(?:of\\s+|de\\s+|del\\s+)?(?:(${YEAR})(?:${YEAR_END})|['’‘](\\d{2})(?!\\d))`,
      read: ([day, monthName, year, short]) => dateOf(year ?? fullYear(short), numberOf(monthName), day),
    },
    {
      source: `(${YEAR})[\\s,]+${name}(?!\\p{L})\\.?`,
      read: ([year, monthName]) => dateOf(year, numberOf(monthName)),
    },
    {
      source: `(${MONTH_NUMBER})\\s?[/.-]\\s?(${YEAR})(?:${YEAR_END})`,
      read: ([monthNumber, year]) => dateOf(year, monthNumber),
    },
    {
      source: `(${YEAR})([-./])(0[1-9]|1[0-2]|[1-9](?=[^\\d]|$))(?!\\d)`,
      read: ([year, mark, monthNumber], language) =>
        isAcademicYear(year, mark, monthNumber, language) ? undefined : dateOf(year, monthNumber),
    },
    {
      source: `(?:${SEASON})[\\s.]*(${YEAR})(?:\\s*/\\s*(?:${YEAR}|\\d{2}))?(?!\\d)`,
      read: ([year]) => year,
    },
    {
      source: `(${YEAR})(?:${YEAR_END})(?![%+]|[.,]\\d)`,
      read: ([year]) => year,
    },
  ]
}

interface Scanner {
  patterns: {whole: RegExp; read: Pattern['read']}[]
  token: RegExp
  headMonth: RegExp
}

let scanner: Scanner | undefined

function scan(): Scanner {
  if (scanner) return scanner
  const all = patterns()
  scanner = {
    patterns: all.map(({source, read}) => ({whole: new RegExp(`^(?:${source})`, 'iu'), read})),
    token:
      /(?<!\p{N}|[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]|\d[.,]|\p{L}-(?=\d{1,2}\s))(?=[\p{L}\p{N}])/gu,
    headMonth: new RegExp(`(?<![\\p{L}\\p{N}])(?:(${month()})|(${MONTH_NUMBER}))\\.?\\s*[–—−-]\\s*$`, 'iu'),
  }
  return scanner
}

/** A year, or what stands for one, within reach. */
const MAY_BEGIN = /^.{0,30}?(?:(?:19|20)\d{2}|['’‘]\d{2})|^(?:令和|平成|昭和|[RHS]\d)/iu

const DASH = /^\s*(?:[–—−‐‑‒―~～〜→]|-{1,3})\s*/u
const TO_WORD = new RegExp(`^\\s*(?:[,(]\\s*)?(?:[–—-]\\s*)?(?:${TO})\\s*(?=[\\s\\p{N}\\p{L}])`, 'iu')
const PRESENT_WORD = new RegExp(`^(?:${PRESENT})(?![\\p{L}\\p{N}])`, 'iu')
const SINCE_WORD = new RegExp(`(?<![\\p{L}\\p{N}])(${SINCE})\\s+$`, 'iu')
const UNTIL_WORD = /(?<![\p{L}\p{N}])(?:until|till|bis|jusqu['’]en|hasta|até|tot|fino al?)\s+$/iu
const SHORT_END = /^\s?[-–—/]\s?(\d{2})(?![\d./-])/u

/** What is said of how long it was, after a date: `(2 years 3 months)`, `· 4 mos`, `（3年2ヶ月）`. */
const DURATION =
  /^\s*[,·•|]?\s*[([（]?\s*(?:ca\.?\s*)?(?:\d{1,2}(?:[.,]\d)?\s*\+?\s*(?:years?|yrs?|months?|mos?|days?|weeks?|jahre?n?|monate?n?|wochen?|ans?|années?|mois|años?|meses|mes|anos?|mês|anni|anno|mesi|mese|jaar|maand(?:en)?|年間?|[ヶかカケ个個]月間?|か月)\s*(?:,|and|und|et|y|e)?\s*){1,2}[)\]）]?/iu

/** All times that a line names, from left to right. */
export function findDates(text: string, language: string | null = null): DateSpan[] {
  if (!/[\d元]/.test(text)) return []
  const spans: DateSpan[] = []
  const tokens = findTokens(text, language)
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index] as Token
    const next = tokens[index + 1]
    const span = spanFrom(text, token, next)
    spans.push(span)
    if (next && span.to >= next.to) index++
  }
  return spans
}

/** The offset behind a span and behind the duration that may follow it. */
export function endOfDuration(text: string, to: number): number {
  return to + (DURATION.exec(text.slice(to))?.[0].length ?? 0)
}

/** Whether a line says how long something was and nothing else: `5 years 3 months`. */
export function isDuration(text: string): boolean {
  return text !== '' && endOfDuration(text, 0) === text.length
}

/** Whether a line begins with a word for now: the second half of a range broken over two lines. */
export function presentAt(text: string): number {
  return PRESENT_WORD.exec(text)?.[0].length ?? 0
}

function findTokens(text: string, language: string | null): Token[] {
  const {patterns: all, token} = scan()
  const tokens: Token[] = []
  for (const {index} of text.matchAll(token)) {
    if (index < (tokens.at(-1)?.to ?? 0) || !MAY_BEGIN.test(text.slice(index, index + 40))) continue
    const found = tokenAt(text, index, all, language)
    if (found) tokens.push(found)
  }
  return tokens
}

function tokenAt(
  text: string,
  from: number,
  all: Scanner['patterns'],
  language: string | null,
): Token | undefined {
  const rest = text.slice(from, from + 40)
  for (const {whole, read} of all) {
    const match = whole.exec(rest)
    const date = match && read(match.slice(1), language)
    if (match && date) return {date, from, to: from + match[0].trimEnd().length}
  }
  return undefined
}

function spanFrom(text: string, token: Token, next: Token | undefined): DateSpan {
  const before = text.slice(0, token.from)
  const after = text.slice(token.to)
  const since = SINCE_WORD.exec(before)
  const from = since ? since.index : token.from
  const mark = DASH.exec(after) ?? TO_WORD.exec(after)
  if (mark) {
    const end = token.to + mark[0].length
    const present = presentAt(text.slice(end))
    if (present > 0) return {start: token.date, current: true, range: true, from, to: end + present}
    if (next && next.from === end) return closed(token.date, next.date, from, next.to)
  }
  const short = SHORT_END.exec(after)
  if (short && token.date.length === 4) {
    const end = token.date.slice(0, 2) + short[1]
    if (Number(end) > Number(token.date)) return closed(token.date, end, from, token.to + short[0].length)
  }
  const head = headOf(before, token)
  if (head) return closed(head.date, token.date, head.from, token.to)
  if (mark && isOpen(after, mark[0])) {
    return {start: token.date, current: true, range: true, from, to: token.to + mark[0].length}
  }
  if (since && opensItsEnd(since[1] ?? '')) {
    return {start: token.date, current: true, range: true, from, to: token.to}
  }
  const until = UNTIL_WORD.exec(before)
  if (until) return {end: token.date, current: false, range: true, from: until.index, to: token.to}
  return {start: token.date, end: token.date, current: false, range: false, from: token.from, to: token.to}
}

/** A range whose ends were printed the wrong way round is taken the right way. */
function closed(start: string, end: string, from: number, to: number): DateSpan {
  const turned = end.slice(0, 4) < start.slice(0, 4)
  return {start: turned ? end : start, end: turned ? start : end, current: false, range: true, from, to}
}

/** `May – Aug 2020`, `03–08/2020`: the year is said once. */
function headOf(before: string, token: Token): Token | undefined {
  const match = scan().headMonth.exec(before)
  if (!match || token.date.length < 7) return undefined
  const number = match[1] ? numberOf(match[1]) : match[2]
  const date = dateOf(token.date.slice(0, 4), number)
  return date ? {date, from: match.index, to: before.length} : undefined
}

/** Nothing follows the dash, or it sticks to the date alone: `2019 –`, `2019– Tutor`. */
function isOpen(after: string, mark: string): boolean {
  if (!DASH.test(mark)) return false
  const rest = after.slice(mark.length)
  return /^\s*(?:$|[)\]）\t|])/u.test(rest) || /^[–—~～〜-]\s/u.test(mark)
}

function dateOf(
  year: string | undefined,
  monthNumber?: string | number,
  day?: string | number,
): string | undefined {
  if (year === undefined) return undefined
  if (monthNumber === undefined) return year
  const date = `${year}-${String(monthNumber).padStart(2, '0')}`
  if (Number(monthNumber) < 1 || Number(monthNumber) > 12) return undefined
  if (day === undefined) return date
  return Number(day) > daysIn(Number(year), Number(monthNumber)) || Number(day) < 1
    ? undefined
    : `${date}-${String(day).padStart(2, '0')}`
}

function daysIn(year: number, monthNumber: number): number {
  return new Date(Date.UTC(year, monthNumber, 0)).getUTCDate()
}

/** Day and month where it is clear which is which, else the year alone. */
function dayFirst(
  first = '',
  second = '',
  year = '',
  mark = '',
  language: string | null,
): string | undefined {
  const [one, two] = [Number(first), Number(second)]
  if (two > 12) return dateOf(year, one, two)
  if (one > 12 || mark === '.' || (language !== null && language !== 'en')) return dateOf(year, two, one)
  return one === two ? dateOf(year, two, one) : year
}

function eraYear(era = '', year = ''): string {
  return String((ERAS[era] ?? 0) + (year === '元' ? 1 : Number(year)))
}

/** `'98` is 1998, `'19` is 2019. */
function fullYear(short = ''): string {
  return (Number(short) > 50 ? '19' : '20') + short
}

/** `2010/11` is a year of study where months are not written so. */
function isAcademicYear(year = '', mark = '', monthNumber = '', language: string | null): boolean {
  return (
    mark === '/' &&
    !CJK.has(language ?? '') &&
    Number(monthNumber) === (Number(year) + 1) % 100 &&
    monthNumber.length === 2
  )
}

function numberOf(name = ''): number | undefined {
  return monthsByName().get(name.toLowerCase().replace(/\.$/, ''))
}
