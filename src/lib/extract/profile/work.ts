import type {ResumeWork} from '../../model/profile.js'
import {readBody} from './body.js'
import type {CvLine, CvText} from './cv-text.js'
import {found} from './cv-text.js'
import {datesOf} from './dated.js'
import {degreeScore} from './degrees.js'
import {type Entry, findEntries} from './entries.js'
import {companyScore, schoolScore} from './organizations.js'
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

/** A job, as far as its header is understood. */
interface Job {
  entry: Entry
  heading: Heading
}

/** The jobs of the CV, in its order; from the part on education where a part on work is missing. */
export function findWork(text: CvText): TracedWork[] {
  const parts = text.parts('work')
  return parts.length > 0
    ? parts.flatMap((part) => workOf(part, text.language, (entry) => !isSchool(entry)))
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
  const jobs = entries.map((entry): Job => ({entry, heading: readHeading(entry.header, ROLES)}))
  return spreadEmployers(inOrder(jobs.filter(({entry}) => isWork(entry)))).map(toWork)
}

function isComplete({what, where, left}: Heading): boolean {
  return (what !== undefined && where !== undefined) || left.length >= 2
}

/** A post in what is told of education: `Research Assistant, University of X`. */
export function isPost({header}: Entry): boolean {
  const whole = header.map(({text}) => text).join(', ')
  return titleScore(whole) > 1 && degreeScore(whole) === 0 && !STUDENT.test(whole)
}

/** A section that holds jobs and schools alike: the schools are read as education. */
function isSchool({header}: Entry): boolean {
  const whole = header.map(({text}) => text).join(' ')
  return degreeScore(whole) > 1 && schoolScore(whole) > 0 && titleScore(whole) === 0
}

/** What the clear headers have in common tells the others. */
function inOrder(jobs: readonly Job[]): Job[] {
  const clear = jobs.flatMap(({heading}) => (heading.whatFirst === undefined ? [] : [heading.whatFirst]))
  const titlesFirst = clear.filter((first) => first).length
  if (clear.length === 0 || (titlesFirst !== 0 && titlesFirst !== clear.length)) return [...jobs]
  return jobs.map(({entry, heading}) => ({entry, heading: readByOrder(heading, titlesFirst > 0)}))
}

/** Several positions in one company: those after the first name the position alone. */
function spreadEmployers(jobs: readonly Job[]): Job[] {
  const spread: Job[] = []
  let employer: Job | undefined
  for (const [index, job] of jobs.entries()) {
    const {what, where} = job.heading
    const next = jobs[index + 1]?.heading
    if (where) employer = job
    if (where && !what && next?.what && !next.where && isEmpty(job.entry)) continue
    const own = employer?.heading
    const inherits =
      what !== undefined && !ON_OWN.test(what.value) && where === undefined && own?.where !== undefined
    const place = job.heading.place ?? own?.place
    spread.push(
      inherits && own?.where
        ? {...job, heading: {...job.heading, where: weigh(own.where, 0.75), ...(place ? {place} : {})}}
        : job,
    )
  }
  return spread
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
