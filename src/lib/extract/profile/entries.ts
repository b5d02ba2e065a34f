import type {CvLine} from './cv-text.js'
import {tidy, trimMarks} from './cv-text.js'
import {type DateSpan, endOfDuration, findDates, isDuration, presentAt} from './dates.js'
import {isColumnHeads, isFieldOfForm, isOtherField, labelOf} from './labels.js'
import {isPlace} from './location.js'

/** One job or school as it is printed: what heads it, when it was, and what is told of it. */
export interface Entry {
  /** Dates and links taken out. */
  header: CvLine[]
  dates?: {span: DateSpan; line: CvLine}
  links: {url: string; line: CvLine}[]
  body: CvLine[]
}

export interface EntryGrammar {
  language: string | null
  /** How much a text looks like a part of a header, from 0; a date alone makes an entry only beside such a text. */
  hint: (text: string) => number
  /** Whether these lines say all that a header says. */
  isComplete: (header: readonly CvLine[]) => boolean
  /** Whether these lines name the employer or school only as far as a comma tells: `Nurse, Intensive Care`. */
  isDoubtful: (header: readonly CvLine[]) => boolean
  /** How much a text looks like an employer or a school, from 0. */
  where: (text: string) => number
  /** Whether a short line that ends with its own date is an entry, though nothing is known of its words: `ACCA, 2014`. */
  takesDatedLines?: boolean
}

/** A line that carries the time of an entry. */
interface Anchor {
  index: number
  span: DateSpan
  /** What the line says beside the time. */
  rest: string
}

const LINK = /\s*\(?(https?:\/\/[^\s)]+)\)?/g
/** What stands before a time and only says that it is one. */
const DATE_LABEL =
  /^(?:period|dates?(?: employed| attended| of employment)?|employment (?:dates?|period)|duration|from|time|when|zeitraum|dauer|beschäftigungsdauer|période|dates|periodo|período|duración|periode|dat[aei]s?|okres(?: zatrudnienia)?|period(?:e|en)?|tarih(?:ler)?|период(?: работы)?|(?:在籍|在職|勤務|就業|所属|雇用|在学|就学)?期間|時期|时间|在职时间|起止时间|任职时间|(?:재직|근무|재학)?\s?기간)\s*(?:[(（][^()（）]{0,12}[)）])?\s*[:：]?$/iu
/** Before the date of a degree or of work that comes back each year. */
const DATE_PREFACE =
  /(?<!\p{L})(?:summers?|winters?|expected(?: graduation)?|anticipated(?: graduation)?|graduated|graduation|completed|awarded|class of|conclusão em|concluíd[oa] em|obtenu en|diplômée? en|titulad[oa] en|in the year|in|conseguit[oa] nel|abgeschlossen|voraussichtlich|prévu en)\s*[:：]?$/iu
/** A sentence behind the date that tells more: `2016. Thesis: …`. */
const FURTHER = /^[)\]）]?\.\s+\p{Lu}/u
const BRACKETED = /\s*[(（][^()（）]*[)）]/gu
/** `Calder Bridge Infirmary, Wakefield`. */
const NAME_AND_PLACE =
  /^(?:\p{Lu}[\p{L}’'&.-]*\s){1,5}?\p{Lu}[\p{L}’'-]*, \p{Lu}[\p{L}’'-]+(?: \p{Lu}[\p{L}’'-]+)?$/u
/** A position in a few words. */
const MAX_POSITION = 50
/** More than this is no header. */
const MAX_HEADER = 110
const MAX_ABOVE = 4
const MAX_BELOW = 3

/**
 * Parts a section into entries by the times in it. What heads an entry may stand above its time, beside it or below;
 * how many lines stand above is learned from the first entry, because a CV keeps to one layout.
 */
export function findEntries(part: readonly CvLine[], grammar: EntryGrammar): Entry[] {
  const lines = joinBrokenRanges(
    withoutMarksOfForms(part.filter(({text}) => !isColumnHeads(text) && !isDuration(text))),
  )
  const anchors = findAnchors(lines, grammar)
  if (anchors.length === 0) return undatedEntries(lines, grammar)
  const starts = startsOf(lines, anchors, grammar)
  const entries = anchors.map((anchor, index) => {
    const from = starts[index] ?? anchor.index
    const to = starts[index + 1] ?? lines.length
    return entryOf(lines.slice(from, to), anchor, anchor.index - from, grammar)
  })
  return withoutParts(entries, grammar)
}

/** Europass and its like print each field of an entry as an item: `• Employer⇥Acme`. */
function withoutMarksOfForms(part: readonly CvLine[]): CvLine[] {
  const isField = ({kind, text}: CvLine) => kind === 'item' && labelOf(text) !== undefined
  if (part.filter((line) => isField(line) && labelOf(line.text)?.label === 'where').length === 0)
    return [...part]
  return part.map((line) =>
    line.kind === 'item' && isFieldOfForm(line.text) ? {...line, kind: 'text'} : line,
  )
}

/** Projects within a job have times of their own: what has no name of a job or employer and lies within the one before. */
function withoutParts(entries: readonly Entry[], grammar: EntryGrammar): Entry[] {
  const whole: Entry[] = []
  for (const entry of entries) {
    const last = whole.at(-1)
    const isNamed = entry.header.length === 0 || entry.header.some(({text}) => grammar.hint(text) > 0)
    if (last && (isNamed || isOwn(entry, last, grammar))) whole.push(entry)
    else if (last && isWithin(entry.dates?.span, last.dates?.span))
      last.body.push(...entry.header, ...entry.body)
    else whole.push(entry)
  }
  return whole
}

/** Below the name of an employer alone, what has a line and a time of its own is a position there. */
function isOwn({header}: Entry, last: Entry, {isComplete, where}: EntryGrammar): boolean {
  const [only, ...others] = header
  return (
    only !== undefined &&
    others.length === 0 &&
    only.kind !== 'item' &&
    only.text.length <= MAX_POSITION &&
    !isComplete(last.header) &&
    last.header.some(({text}) => where(text) > 1)
  )
}

function isWithin(part: DateSpan | undefined, whole: DateSpan | undefined): boolean {
  if (!part?.start || !whole?.start || !whole.range || part.start < whole.start) return false
  return whole.current || (part.end !== undefined && whole.end !== undefined && part.end <= whole.end)
}

/** `February 2006–` / `current …`: the layout put the end of the range on the next line. */
function joinBrokenRanges(part: readonly CvLine[]): CvLine[] {
  const lines = part.map((line) => ({...line}))
  for (const [index, line] of lines.entries()) {
    const next = lines[index + 1]
    if (next?.kind !== 'text') continue
    const behind = isOpenAtEnd(line.text) ? endOfEnd(next.text) : 0
    if (behind > 0) {
      line.text = `${line.text} ${next.text.slice(0, behind)}`
      next.text = next.text
        .slice(behind)
        .replace(/^\s*[)\]）.,]+/u, '')
        .trim()
      if (next.text === '') next.kind = 'blank'
      continue
    }
    const open = /^(\S.{2,20}?\s?[–—-])(?=\s|$)\s*(.*)$/u.exec(line.text)
    if (!open || findDates(open[1] ?? '').length !== 1 || endOfEnd(open[2] ?? '') > 0) continue
    const end = endOfEnd(next.text)
    if (end === 0) continue
    line.text = `${open[1]} ${next.text.slice(0, end)} ${open[2]}`.trim()
    next.text = next.text.slice(end).trim()
    if (next.text === '') next.kind = 'blank'
  }
  return lines
}

/** `Marketing · (2011 -`: a date and a dash are the last of the line. */
function isOpenAtEnd(text: string): boolean {
  const dash = /\s?[–—-]\s*$/u.exec(text)
  if (!dash || dash.index < 24) return false
  const date = findDates(text.slice(0, dash.index)).at(-1)
  return date !== undefined && !date.range && date.to === dash.index
}

/** Where the end of a range at the beginning of a text ends, 0 where there is none. */
function endOfEnd(text: string): number {
  return presentAt(text) || endOfDateAt(text)
}

/** Where a single date at the beginning of a line ends; 0 where there is none, or a range. */
function endOfDateAt(text: string): number {
  const [date] = findDates(text)
  return date?.from === 0 && !date.range ? date.to : 0
}

function findAnchors(lines: readonly CvLine[], grammar: EntryGrammar): Anchor[] {
  const all = lines.flatMap((line, index) => anchorAt(line, index, grammar))
  const free = all.filter(({index}) => lines[index]?.kind !== 'item')
  const ranges = (free.some(({span}) => span.range) ? free : all).filter(({span}) => span.range)
  const kept = free.length > 0 ? free : all
  const isAnchor = (anchor: Anchor) =>
    isSingle(lines, anchor, grammar) || (grammar.takesDatedLines === true && isDatedLine(lines, anchor, kept))
  if (ranges.length === 0) return kept.filter((anchor) => isSingle(lines, anchor, grammar))
  return kept.filter((anchor) => anchor.span.range || isAnchor(anchor))
}

/** `ACCA, 2014` in a list of one line each: its own date at its end, and above an entry that is named on its line, too. */
function isDatedLine(lines: readonly CvLine[], {index, rest}: Anchor, all: readonly Anchor[]): boolean {
  const line = lines[index] as CvLine
  const next = all.find((other) => other.index > index)
  const between = lines.slice(index + 1, next?.index)
  return (
    line.kind === 'text' &&
    /\p{L}{2}.*,\s*[(（]?\d{4}[)）]?\.?$/u.test(line.text) &&
    isHeader({...line, text: tidy(rest)}) &&
    next?.span.range === true &&
    tidy(next.rest) !== '' &&
    between.every(({kind}) => kind === 'blank')
  )
}

/** A date at the edge of a line, or alone between separators; not one in a sentence. */
function anchorAt(line: CvLine, index: number, {language}: EntryGrammar): Anchor[] {
  if (line.kind === 'blank' || line.text.length > 2 * MAX_HEADER) return []
  const text = line.text.replace(LINK, (link) => ' '.repeat(link.length))
  const spans = findDates(text, language)
  const span = spans.find(({range}) => range) ?? spans[0]
  if (!span) return []
  const end = endOfDuration(text, span.to)
  const [before, after] = [text.slice(0, span.from), text.slice(end)]
  const told = FURTHER.test(after) ? '' : after
  const rest = withoutDate(before, told, line.text)
  const first = /^[\s([（・]*$/u.test(before)
  const last = /^[\s)\]）.,]*$/u.test(told)
  const apart = /(?:[|•·\t([（,–—-]|\s{2})\s*$/u.test(before) && /^\s*(?:[|•·\t)\]）,–—-]|\s{2})/u.test(after)
  const placed = /[)\]）]?\s*$/.test(before) && isPlace(after)
  if (!first && !last && !apart && !placed) return []
  const inColumn = last && /\t\s*$/u.test(before)
  return first || inColumn || !isProse(rest.replace(BRACKETED, '')) ? [{index, span, rest}] : []
}

function withoutDate(before: string, after: string, whole: string): string {
  const links = [...whole.matchAll(LINK)].map(([link]) => link).join('')
  const head = before.replace(/[\s([（]+$/u, '').replace(DATE_PREFACE, '')
  const tail = after.replace(/^[\s)\]）:：]+/u, '')
  const joint = head !== '' && tail !== '' ? ' | ' : ''
  const rest = trimMarks(`${head}${joint}${tail}`)
  return (DATE_LABEL.test(rest) ? '' : rest) + (links === '' ? '' : ` ${links.trim()}`)
}

/** A single date is an entry's where the text beside it, or the next line, looks like a header. */
function isSingle(lines: readonly CvLine[], {index, rest}: Anchor, {hint}: EntryGrammar): boolean {
  const next = lines[index + 1]
  if (tidy(rest) !== '' && hint(rest) === 0 && isColumn(lines[index]))
    return next?.kind === 'text' && isHeader(next) && findDates(next.text).length === 0 && hint(next.text) > 0
  if (tidy(rest) !== '')
    return hint(rest) > 0 && (hint(rest) > 1 ? rest.length <= MAX_HEADER : !isProse(rest))
  const around = [lines[index - 1], lines[index - 2], lines[index + 1]]
  return around.some((line) => line && line.kind !== 'item' && !isProse(line.text) && hint(line.text) > 0)
}

/** A date in a column of its own is no part of a sentence. */
function isColumn(line: CvLine | undefined): boolean {
  return line !== undefined && line.kind !== 'item' && line.text.includes('\t')
}

/** Where each entry begins. */
function startsOf(lines: readonly CvLine[], anchors: readonly Anchor[], grammar: EntryGrammar): number[] {
  const starts: number[] = []
  let usual = MAX_ABOVE
  let floor = 0
  for (const [order, anchor] of anchors.entries()) {
    const above = headerAbove(lines, anchor, floor, usual, grammar)
    starts.push(above.at(-1) ?? anchor.index)
    if (order === 0) usual = above.length
    floor = anchor.index + 1
  }
  return starts
}

/** The indexes of the lines above an anchor that head its entry, from the nearest. */
function headerAbove(
  lines: readonly CvLine[],
  anchor: Anchor,
  floor: number,
  most: number,
  {hint}: EntryGrammar,
): number[] {
  const above: number[] = []
  const rest = tidy(anchor.rest.replace(LINK, ''))
  const alone = rest === '' || isPlace(rest)
  for (let index = anchor.index - 1; index >= floor && above.length < most; index--) {
    const line = lines[index] as CvLine
    if (line.kind === 'blank') {
      const next = lines[index - 1]
      if (!next || next.kind === 'blank') break
      const isApart =
        above.length === 0 ? alone : next.kind === 'text' && isHeader(next) && hint(next.text) > 0
      if (!isApart && next.kind !== 'heading') break
      continue
    }
    const isHeading = line.kind === 'heading'
    if (!isHeading && (!isHeader(line) || isLinkOnly(line))) break
    if (line.kind === 'item' && !(alone && above.length === 0 && hint(line.text) > 0)) break
    above.push(index)
    if (line.kind === 'item') break
  }
  return above
}

function entryOf(lines: readonly CvLine[], anchor: Anchor, at: number, grammar: EntryGrammar): Entry {
  const own = lines[at] as CvLine
  const header = lines.slice(0, at).filter(({kind}) => kind !== 'blank')
  if (tidy(anchor.rest) !== '') header.push({...own, text: anchor.rest})
  const labelled: CvLine[] = []
  let next = at + 1
  for (; next < lines.length && header.length < MAX_ABOVE + MAX_BELOW; next++) {
    const line = lines[next] as CvLine
    if (line.kind === 'blank') {
      if (header.length === 0) continue
      if (isNamedBelow(lines.slice(next + 1), header, grammar)) continue
      if (grammar.isComplete(header) || !headsOn(lines.slice(next + 1), grammar)) break
      continue
    }
    if (isOtherLabel(line.text) && !grammar.isComplete(header)) {
      labelled.push(line)
      continue
    }
    if (line.kind === 'item' || !isHeader(line)) break
    if (grammar.isComplete(header) && !isPlace(line.text) && !clears(line, header, grammar)) break
    header.push(line)
    if (next - at > MAX_BELOW) break
  }
  const body = [...labelled, ...lines.slice(next)]
  const links = [...header, ...body.filter(isLinkOnly)].flatMap((line) =>
    [...line.text.matchAll(LINK)].map(([, url = '']) => ({url, line})),
  )
  return {
    header: header
      .map((line) => ({...line, text: trimMarks(line.text.replace(LINK, '  '))}))
      .filter(({text}) => text !== ''),
    dates: {span: anchor.span, line: own},
    links,
    body: body.filter((line) => !isLinkOnly(line)),
  }
}

/** Names the employer or school where the header so far left that in doubt: by its words, or as `Name, Place`. */
function clears({text}: CvLine, header: readonly CvLine[], grammar: EntryGrammar): boolean {
  return grammar.isDoubtful(header) && (grammar.where(text) > 0 || NAME_AND_PLACE.test(text))
}

/** A school or an employer set as a heading below the line of its entry. */
function isNamedBelow(lines: readonly CvLine[], header: readonly CvLine[], grammar: EntryGrammar): boolean {
  const first = lines.find(({kind}) => kind !== 'blank')
  return first?.kind === 'heading' && !grammar.isComplete(header) && grammar.where(first.text) > 0
}

/** Entries without any time: each heading begins one, or each paragraph that begins like a header. */
function undatedEntries(lines: readonly CvLine[], grammar: EntryGrammar): Entry[] {
  const headings = lines.some(({kind}) => kind === 'heading')
  const starts = lines.flatMap((line, index) => {
    if (headings) return line.kind === 'heading' ? [index] : []
    const first =
      line.kind !== 'blank' && line.kind !== 'item' && (lines[index - 1]?.kind ?? 'blank') === 'blank'
    return first && isHeader(line) && grammar.hint(line.text) > 0 ? [index] : []
  })
  return starts.map((from, order) => {
    const own = lines.slice(from, starts[order + 1] ?? lines.length)
    let size = 1
    while (size < own.length && size < MAX_BELOW) {
      const line = own[size] as CvLine
      if (line.kind !== 'text' || !isHeader(line) || grammar.isComplete(own.slice(0, size))) break
      size++
    }
    return {header: own.slice(0, size), links: [], body: own.slice(size)}
  })
}

function isHeader(line: CvLine): boolean {
  const text = line.text.replace(LINK, '')
  if (text === '') return line.text !== ''
  return text.length <= MAX_HEADER && !isProse(text) && !/^\p{Ll}/u.test(text) && !/[,;]$/.test(text)
}

/** Whether the lines behind a blank one go on with the header. */
function headsOn(lines: readonly CvLine[], {hint}: EntryGrammar): boolean {
  const end = lines.findIndex(({kind}) => kind === 'item' || kind === 'heading')
  const [first, second] = lines.slice(0, end < 0 ? undefined : end).filter(({kind}) => kind !== 'blank')
  if (!first || !isHeader(first)) return false
  return hint(first.text) > 0 || (second !== undefined && isHeader(second) && hint(second.text) > 0)
}

/** `事業内容：受託開発` tells of the entry; it is no name in its header. */
function isOtherLabel(text: string): boolean {
  return (/^[^\s:：]{2,10}：/u.test(text) || isOtherField(text)) && labelOf(text) === undefined
}

function isLinkOnly({text}: CvLine): boolean {
  return /^(?:\S{0,40}\s)?\(?https?:\/\/\S+$/.test(text) || /^(?:www\.)\S+$/.test(text)
}

/** A sentence or a description, not a name. */
export function isProse(text: string): boolean {
  if (text.length > MAX_HEADER) return true
  if (/[。！？]$/u.test(text)) return true
  const words = text.split(/\s+/)
  const plain = words.filter((word) => /^\p{Ll}{4,}/u.test(word)).length
  if (/[.!?;:]$/.test(text) && words.length > 6 && plain > 1) return true
  if (/[\p{Ll}\d][.!?]$/u.test(text) && words.length > 3 && plain > 1) return true
  const small = words.filter((word) => /^\p{Ll}/u.test(word)).length
  return (
    (words.length >= 6 && plain / words.length >= 0.45) || (words.length >= 8 && small / words.length > 0.5)
  )
}
