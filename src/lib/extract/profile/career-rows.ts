import type {TracedCertificate} from './certificates.js'
import type {CvLine, CvText} from './cv-text.js'
import {found, tidy} from './cv-text.js'
import {findDates} from './dates.js'
import {parseDegree} from './degrees.js'
import type {TracedEducation} from './education.js'
import {schoolScore} from './organizations.js'
import {titleScore} from './titles.js'
import type {Found} from './traced.js'
import type {TracedWork} from './work.js'

/**
 * A Japanese 履歴書 lists events, not spans: `2014年4月 ○○株式会社 入社`, `2018年3月 同社 退職`. What begins and what ends
 * are brought together here.
 */
export interface Career {
  certificates: TracedCertificate[]
  education: TracedEducation[]
  work: TracedWork[]
}

interface Row {
  date: string
  what: string
  event: string
  note: string
  line: CvLine
  /** Lines without a date below it. */
  more: CvLine[]
}

const ENTERS_SCHOOL = /(?:編?入学|進学)/u
const LEAVES_SCHOOL = /(?:卒業(?:見込み?|予定)?|修了(?:見込み?|予定)?|中途退学|中退|単位取得(?:満期)?退学)/u
const ENTERS_JOB = /(?:入社|入職|入行|採用|着任|開業|入所|入庁|入省|入局|就職|就任|勤務開始|入団)/u
const LEAVES_JOB = /(?:退社|退職|退任|退所|退行|契約(?:期間)?満了|離職)/u
const PASSES = /(?:取得(?:見込み?|予定)?|合格)/u
const EVENT = new RegExp(
  `^(.*?)[\\s　（(]*(${[ENTERS_SCHOOL, LEAVES_SCHOOL, ENTERS_JOB, LEAVES_JOB, PASSES].map(({source}) => source).join('|')})[）)]?[\\s　]*(.*)$`,
  'u',
)
/** Year and month in cells of their own, the year with or without its era. */
const CELLS =
  /^((?:19|20)\d{2}|(?:令和|平成|昭和|[RHS])\s*(?:元|\d{1,2}))\s*年?\s*[\t　 ]\s*(\d{1,2})\s*月?\s*[\t　 ]\s*(?=\D)/u
const MONTH_ONLY = /^[\t　 ]*(\d{1,2})\s*月?\s*\t\s*(?=\D)/u
const ERA_SHORT: Readonly<Record<string, string>> = {R: '令和', H: '平成', S: '昭和'}

export function readCareer({lines, language}: CvText): Career {
  const rows = rowsOf(lines, language)
  return {education: schoolsOf(rows), work: jobsOf(rows), certificates: certificatesOf(rows)}
}

function rowsOf(lines: readonly CvLine[], language: string | null): Row[] {
  let year: string | undefined
  const rows: Row[] = []
  let open: Row | undefined
  for (const line of lines) {
    const text = spellDate(line.text, year)
    const [span] = findDates(text, language)
    if (!span || !/^[\s　・]*$/u.test(text.slice(0, span.from)) || span.range) {
      open?.more.push(line)
      continue
    }
    const date = span.start ?? ''
    year = date.slice(0, 4)
    const match = EVENT.exec(text.slice(span.to).replace(/\t/g, '　'))
    open = undefined
    if (!match) continue
    const [, what = '', event = '', note = ''] = match
    open = {date, what: tidy(what), event, note: tidy(note), line, more: []}
    rows.push(open)
  }
  return rows
}

function spellDate(text: string, year: string | undefined): string {
  const cells = CELLS.exec(text)
  if (cells) {
    const own = (cells[1] ?? '').replace(/^[RHS](?=\s*[元\d])/u, (letter) => ERA_SHORT[letter] ?? letter)
    return `${own}年${cells[2]}月 ${text.slice(cells[0].length)}`
  }
  const month = year ? MONTH_ONLY.exec(text) : null
  return month ? `${year}年${month[1]}月 ${text.slice(month[0].length)}` : text
}

function schoolsOf(rows: readonly Row[]): TracedEducation[] {
  const schools: TracedEducation[] = []
  for (const {date, what, event, line} of rows) {
    const on = found(date, line, 0.95)
    if (ENTERS_SCHOOL.test(event)) schools.push({...schoolOf(what, line), startDate: on})
    if (!LEAVES_SCHOOL.test(event)) continue
    const open = schools.findLast(({institution, endDate}) => !endDate && isSame(institution, what))
    if (open) open.endDate = on
    else if (schoolScore(what) > 0) schools.push({...schoolOf(what, line), endDate: on})
  }
  return schools
}

function certificatesOf(rows: readonly Row[]): TracedCertificate[] {
  return rows
    .filter(({what, event}) => what !== '' && (PASSES.test(event) || isTraining(event, what)))
    .map(({date, what, line}) => ({name: found(what, line, 0.9), date: found(date, line, 0.95)}))
}

/** `アーク溶接特別教育 修了`: a course that was completed, at no school. */
function isTraining(event: string, what: string): boolean {
  return /^修了/u.test(event) && schoolScore(what) === 0 && !isSame(undefined, what)
}

function jobsOf(rows: readonly Row[]): TracedWork[] {
  const jobs: TracedWork[] = []
  for (const {date, what, event, note, line, more} of rows) {
    const on = found(date, line, 0.95)
    if (ENTERS_JOB.test(event) && what !== '') {
      const position = positionOf(note, line) ?? positionBelow(more)
      jobs.push({name: found(what, line, 0.92), ...(position ? {position} : {}), startDate: on})
    }
    if (!LEAVES_JOB.test(event)) continue
    const open =
      jobs.findLast(({name, endDate}) => !endDate && isSame(name, what)) ??
      jobs.findLast(({endDate}) => !endDate)
    if (open) open.endDate = on
  }
  return jobs
}

/** `○○大学　経済学部　経営学科`: the school, and what is studied there. */
function schoolOf(what: string, line: CvLine): TracedEducation {
  const match =
    /^(.*?(?:大学院|大学(?!院)|高等専門学校|高等学校|高校|専門学校|学院(?!大学|高)|学校|スクール))[\s　]*(.*)$/u.exec(
      what,
    )
  const rest = tidy(match?.[2] ?? '')
  const degree = parseDegree(rest)
  const area = degree ? degree.area : rest
  return {
    institution: found(tidy(match?.[1] ?? what), line, 0.92),
    ...(area ? {area: found(tidy(area), line, 0.85)} : {}),
    ...(degree ? {studyType: found(degree.studyType, line, 0.85)} : {}),
  }
}

/** `営業部に配属` is where, `営業職として` is what; only the latter is a position. */
function positionOf(note: string, line: CvLine): Found | undefined {
  const bracketed = /^[（(]?([^（()）。、]{2,20})[）)]?$/u.exec(note)?.[1] ?? ''
  const position =
    /^[（(]?(.{2,20}?)(?:として|担当)[）)]?/u.exec(note)?.[1] ??
    (titleScore(bracketed) > 0 && !PLACED.test(bracketed) ? bracketed : undefined)
  return position ? found(tidy(position), line, 0.7) : undefined
}

/** `営業部に配属`: where, not what. */
const PLACED = /(?:に|へ|を|配属|異動|勤務|従事)/u
/** Lines below the one of an entry that a position is looked for in. */
const BELOW = 3

/** `営業部 課長として勤務`, or a line that is a department and a title. */
function positionBelow(more: readonly CvLine[]): Found | undefined {
  for (const line of more.slice(0, BELOW)) {
    const text = tidy(line.text.replace(/\t/g, ' '))
    if (line.kind === 'heading' || text === '現在に至る' || text === '以上') return undefined
    const position = positionOf(text, line)
    if (position) return position
    if (text.length <= 25 && !/[。、]/u.test(text) && !PLACED.test(text) && titleScore(text) > 0)
      return found(text, line, 0.7)
  }
  return undefined
}

function isSame(name: Found | undefined, what: string): boolean {
  if (what === '' || /^(?:同|一身上|会社都合|上記)/u.test(what)) return true
  return (
    name !== undefined &&
    (what.startsWith(name.value) || name.value.startsWith(what.split(/[\s　]/)[0] ?? what))
  )
}
