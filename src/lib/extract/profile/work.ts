import type {ResumeWork} from '../../model/profile.js'
import {readBody} from './body.js'
import type {CvLine, CvText} from './cv-text.js'
import {found, tidy} from './cv-text.js'
import {datesOf} from './dated.js'
import {degreeScore} from './degrees.js'
import {type Entry, findEntries, isProse} from './entries.js'
import {isLeave} from './leaves.js'
import {companyScore, holdsLegalForm, schoolScore} from './organizations.js'
import {type Heading, isDoubtful, type Roles, readByOrder, readHeading} from './roles.js'
import {titleScore} from './titles.js'
import {type Traced, weigh} from './traced.js'

export type TracedWork = Traced<ResumeWork>

const ROLES: Roles = {what: titleScore, where: companyScore, infersWhat: true}

/** `Exchange student` is no post. */
const STUDENT =
  /(?<!\p{L})(?:students?|studentin|étudiante?|estudiante|studente|schüler(?:in)?|visiting|exchange)(?!\p{L})/iu
/** What nobody employs for, so that no employer is carried over to it. */
const ON_OWN =
  /(?<!\p{L})(?:elternzeit|mutterschutz|parental leave|maternity leave|sabbatical|career break|unemployed|arbeits(?:los|suchend)|congé|recherche d['’]emploi|wehrdienst|zivildienst|military service|freelanc\p{L}*|self-employed|independent|freiberuf\p{L}*|selbst(?:st)?ändig\p{L}*|indépendante?|autónom[oa]|autônom[oa]|zzp|volunteer|フリーランス)(?!\p{L})/iu

/** Letters of a title on a line of its own. */
const MAX_TITLE = 60

/** A job, as far as its header is understood. */
interface Job {
  entry: Entry
  heading: Heading
}

/** The jobs of the CV, in its order; from the part on education where a part on work is missing. */
export function findWork(text: CvText): TracedWork[] {
  const parts = text.parts('work')
  if (parts.length > 0)
    return parts.flatMap((part) => workOf(part, text.language, (entry) => !isSchool(entry)))
  const summarized = text.parts('summary').flatMap((part) => workOf(part, text.language, isDatedPost))
  return summarized.length > 0
    ? summarized
    : text.parts('education').flatMap((part) => workOf(part, text.language, isPost))
}

function workOf(
  part: readonly CvLine[],
  language: string | null,
  isWork: (entry: Entry) => boolean,
): TracedWork[] {
  const entries = findEntries(part, {
    language,
    hint: (line) => Math.max(titleScore(line), companyScore(line)),
    isComplete: (header) => isComplete(readHeading(header, ROLES)),
    isDoubtful: (header) => isDoubtful(readHeading(header, ROLES)),
    where: companyScore,
  })
  const jobs = entries.map((entry) => withTitleBelow({entry, heading: readHeading(entry.header, ROLES)}))
  const worked = jobs.filter(({entry}) => isWork(entry) && !entry.header.some(({text}) => isLeave(text)))
  return spreadEmployers(inOrder(worked).map(withoutChanceEmployer)).map(toWork)
}

function isComplete({what, where, left}: Heading): boolean {
  return (what !== undefined && where !== undefined) || left.length >= 2
}

/** A post in what is told of education: `Research Assistant, University of X`. */
export function isPost({header}: Entry): boolean {
  const whole = header.map(({text}) => text).join(', ')
  return titleScore(whole) > 1 && degreeScore(whole) === 0 && !STUDENT.test(whole)
}

/** `Career summary` heads a paragraph in one CV and the jobs themselves in another. */
function isDatedPost(entry: Entry): boolean {
  return entry.dates?.span.range === true && isPost(entry)
}

/** A section that holds jobs and schools alike: the schools are read as education. */
function isSchool({header}: Entry): boolean {
  const whole = header.map(({text}) => text).join(' ')
  return degreeScore(whole) > 1 && schoolScore(whole) > 0 && titleScore(whole) === 0
}

/** An employer, a sentence about it, and then the title on a line of its own. */
function withTitleBelow(job: Job): Job {
  const {entry, heading} = job
  if (heading.what || !heading.where) return job
  const told = entry.body.slice(0, 4).filter(({kind}) => kind !== 'blank')
  const list = told.findIndex(({kind}) => kind === 'item')
  const title = told.slice(0, list < 0 ? 3 : list).find(isTitleLine)
  if (!title) return job
  return {
    entry: {...entry, body: entry.body.filter((line) => line !== title)},
    heading: {...heading, what: found(tidy(title.text), title, 0.7)},
  }
}

function isTitleLine({kind, text}: CvLine): boolean {
  return (
    kind === 'text' &&
    text.length <= MAX_TITLE &&
    !/[:：]/u.test(text) &&
    titleScore(text) > 1 &&
    !isProse(text)
  )
}

/** What the clear headers have in common tells the others. */
function inOrder(jobs: readonly Job[]): Job[] {
  const clear = jobs.flatMap(({heading}) => (heading.whatFirst === undefined ? [] : [heading.whatFirst]))
  const titlesFirst = clear.filter((first) => first).length
  if (clear.length === 0 || (titlesFirst !== 0 && titlesFirst !== clear.length)) return [...jobs]
  return jobs.map(({entry, heading}) => ({entry, heading: readByOrder(heading, titlesFirst > 0)}))
}

/** Who works alone has no employer: what stands below the title tells of the work. */
function withoutChanceEmployer(job: Job): Job {
  const {what, where, ...rest} = job.heading
  const isChance =
    what !== undefined &&
    where !== undefined &&
    ON_OWN.test(what.value) &&
    where.line !== what.line &&
    companyScore(where.value) < 2
  return isChance ? {...job, heading: {...rest, what}} : job
}

/** Several positions in one company: those after the first name the position alone. */
function spreadEmployers(jobs: readonly Job[]): Job[] {
  const spread: Job[] = []
  let employer: Job | undefined
  let within: Job | undefined
  for (const [index, job] of jobs.entries()) {
    const {what, where} = job.heading
    const next = jobs[index + 1]?.heading
    if (where) employer = job
    if (where && !what && next?.what && isOfEmployer(jobs[index + 1], job)) {
      within = job
      continue
    }
    if (within && isInside(job, within)) {
      spread.push(positionWithin(job, within))
      continue
    }
    const own = employer?.heading
    const inherits =
      what !== undefined &&
      !ON_OWN.test(what.value) &&
      where === undefined &&
      own?.where !== undefined &&
      !job.entry.header.some(({text}) => holdsLegalForm(text))
    const place = job.heading.place ?? own?.place
    spread.push(
      inherits && own?.where
        ? {...job, heading: {...job.heading, where: weigh(own.where, 0.75), ...(place ? {place} : {})}}
        : job,
    )
  }
  return spread
}

/** Whether the next job is a position in the employer that this entry only names. */
function isOfEmployer(next: Job | undefined, {entry}: Job): boolean {
  if (!next?.heading.what) return false
  const isNameless = !next.heading.where || isByChance(next.heading)
  return isNameless && (isEmpty(entry) || (isDuring(next.entry, entry) && hasNoList(entry)))
}

/** A position with a time of its own within that of the employer above it. */
function isInside({entry, heading}: Job, within: Job): boolean {
  return (
    heading.what !== undefined && (!heading.where || isByChance(heading)) && isDuring(entry, within.entry)
  )
}

/** `Vice President, Supply Chain`: below its employer, what stands behind the comma is no other. */
function positionWithin(job: Job, {heading}: Job): Job {
  const {what, where, place = heading.place, left} = job.heading
  const whole = job.entry.header.find(({line}) => line === what?.line)?.text ?? ''
  const position = what && where && whole.startsWith(what.value) ? {...what, value: tidy(whole)} : what
  return {
    ...job,
    heading: {
      left,
      ...(position ? {what: position} : {}),
      ...(heading.where ? {where: weigh(heading.where, 0.9)} : {}),
      ...(place ? {place} : {}),
    },
  }
}

/** Whether the employer is only what stands behind the title on its line. */
function isByChance({what, where}: Heading): boolean {
  return where !== undefined && where.line === what?.line && where.confidence < 0.9
}

function isDuring({dates: part}: Entry, {dates: whole}: Entry): boolean {
  if (!part?.span.start || !whole?.span.start || !whole.span.range) return false
  const [start, from] = sameLength(part.span.start, whole.span.start)
  if (start < from) return false
  if (whole.span.current) return true
  const [end, to] = sameLength(part.span.end ?? '9999', whole.span.end ?? '9999')
  return end <= to
}

/** Two dates as exact as the less exact of them. */
function sameLength(one: string, other: string): [string, string] {
  const length = Math.min(one.length, other.length)
  return [one.slice(0, length), other.slice(0, length)]
}

function hasNoList({body}: Entry): boolean {
  return body.every(({kind}) => kind !== 'item')
}

function isEmpty({body}: Entry): boolean {
  return body.every(({kind}) => kind === 'blank')
}

function toWork({entry, heading}: Job): TracedWork {
  const {what, where, place} = heading
  const {highlights, summary} = readBody(entry.body)
  const [link] = entry.links
  return {
    ...(where ? {name: where} : {}),
    ...(what ? {position: what} : {}),
    ...(link ? {url: found(link.url, link.line, 0.8)} : {}),
    ...(place ? {location: place} : {}),
    ...datesOf(entry, 'both'),
    ...(summary ? {summary} : {}),
    ...(highlights.length > 0 ? {highlights} : {}),
  }
}
