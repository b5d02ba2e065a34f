import type {ResumeEducation} from '../../model/profile.js'
import type {CvLine, CvText} from './cv-text.js'
import {found, tidy} from './cv-text.js'
import {datesOf} from './dated.js'
import {degreeLength, degreeScore, parseDegree} from './degrees.js'
import {type Entry, findEntries} from './entries.js'
import {isGrade, withoutGrades} from './grades.js'
import {placeAtEnd} from './location.js'
import {companyScore, schoolScore} from './organizations.js'
import {type Heading, isDoubtful, type Roles, readHeading} from './roles.js'
import {titleScore} from './titles.js'
import type {Found, Traced} from './traced.js'
import {isPost} from './work.js'

export type TracedEducation = Traced<ResumeEducation>

const ROLES: Roles = {what: studyScore, where: placeOfStudyScore, infersWhat: false}
/** Posts that are held at universities beside a study. */
const ACADEMIC =
  /(?<!\p{L})(?:research|teaching|graduate|student|lab(?:oratory)?) (?:and teaching )?(?:assistant|fellow|associate)|(?<!\p{L})(?:tutor|lecturer|postdoc\p{L}*|professor|wissenschaftliche[rn]? mitarbeiter(?:in)?|studentische hilfskraft|hiwi|tutorin)(?!\p{L})/iu
/** `MSc Data Science from University of Leeds`. */
const FROM = /^(.+?)\s+(?:from|at|an der|am|von der|à l['’]|en la|alla|aan de)\s*(?:the\s+)?(\p{Lu}.*)$/u
/** `BA (Girton College) in Law`. */
const DEGREE_AND_SCHOOL = /^([^()]{2,40}?)\s*\(([^()]+)\)\s*((?:in|of)\s.+)?$/u
/** `Diplom-Kauffrau (FH)`: a kind of school, no school. */
const KIND_OF_SCHOOL = /^(?:FH|HF|TU|UAS|DH|BA|Univ\.?|IHK|HWK)$/u
/** What announces a degree within a line. */
const DEGREE_LABEL = /^(.{2,}?),\s+(?:abschluss|degree|diplôme|título|titolo|diploma|grad)\s*:\s*(.+)$/iu
/** Where one learns no subject. */
const SECONDARY =
  /(?:grund|haupt|real|gesamt|ober|mittel|volks|stadtteil|gemeinschafts)schule|gymnasium|lycée|collège|liceo|colegio|colégio|high school|secondary school|grammar school|primary school|middle school|liceum|gymnázium|lukio|lisesi|小学校|中学|高等学校|高校|고등학교/iu
/** `Dipl. Bauingenieur FH`: the letters of the kind of school belong to the degree. */
const SUFFIXED =
  /^(?:Dipl\.|Bachelor|Master|B\.?A\.?|B\.?Sc\.?|M\.?Sc\.?)[^,|\t]*\s(?:FH|HF|HTL|HTA|ETH|EPF|TU|UAS|DH|BA|HSG|UZH)$/u
/** Said of a degree, no subject of it. */
const GRADE =
  /^(?:gpa|dr\.|cgpa|grade|score|note|abschlussnote|gesamtnote|mention|nota|media|cijfer|promedio|with |cum laude|magna|summa|first[- ]class|honou?rs|thesis|abschluss|\d)/iu

/** Among courses and training, what ends with a degree of a school. */
function isDegree({institution, studyType}: TracedEducation): boolean {
  return institution !== undefined && studyType !== undefined && degreeScore(studyType.value) > 1
}

/** A degree, or a trade that was learnt: `Fachinformatiker (IHK)`. */
function studyScore(text: string): number {
  return Math.max(degreeScore(text), schoolScore(text) === 0 && titleScore(text) > 1 ? 1 : 0)
}

/** A school, or a company that trades are learnt in. */
function placeOfStudyScore(text: string): number {
  return Math.max(schoolScore(text), degreeScore(text) < 2 && companyScore(text) > 1 ? 1 : 0)
}

/** The schools of the CV, in its order. */
export function findEducation(text: CvText): TracedEducation[] {
  const hasWork = text.parts('work').length > 0
  const isNoSchool = hasWork ? isAcademicPost : isPost
  const schools = text
    .parts('education')
    .flatMap((part) => educationOf(part.map(withoutGrades), text.language, isNoSchool))
  if (text.parts('education').length > 0) return schools
  return text
    .parts('courses')
    .flatMap((part) => educationOf(part.map(withoutGrades), text.language, isNoSchool))
    .filter(isDegree)
}

function educationOf(
  part: readonly CvLine[],
  language: string | null,
  isNoSchool: (entry: Entry) => boolean,
): TracedEducation[] {
  const entries = findEntries(part, {
    language,
    hint: (line) => Math.max(degreeScore(line), schoolScore(line)),
    isComplete: (header) => isComplete(readSchool(header)),
    isDoubtful: (header) => isDoubtful(readSchool(header)),
    where: schoolScore,
    takesDatedLines: true,
  })
  return entries
    .filter((entry) => !isNoSchool(entry))
    .map((entry) => ({entry, school: toEducation(entry)}))
    .filter(({entry, school}) => entry.dates !== undefined || isSure(school))
    .map(({school}) => school)
}

/** With a part on work beside it, what education tells is education, but for what universities employ for. */
function isAcademicPost(entry: Entry): boolean {
  return isPost(entry) && entry.header.some(({text}) => ACADEMIC.test(text))
}

function readSchool(header: readonly CvLine[]): Heading {
  return readHeading(
    header
      .filter(({text}) => !isGrade(text))
      .flatMap(splitLabel)
      .flatMap(splitDegree),
    ROLES,
  )
}

/** Without a time, only what is called a school or a degree. */
function isSure({institution, studyType}: TracedEducation): boolean {
  return institution !== undefined && (studyType !== undefined || institution.confidence > 0.8)
}

function isComplete({what, where}: Heading): boolean {
  return what !== undefined && where !== undefined
}

/** `Betriebswirtschaft, Abschluss: Diplom-Kauffrau` says two things, one of them after its label. */
function splitLabel(line: CvLine): CvLine[] {
  const [, before = '', degree = ''] = DEGREE_LABEL.exec(line.text) ?? []
  return degreeLength(degree) > 0 ? [degree, before].map((text) => ({...line, text})) : [line]
}

/** `PhD Princeton University` says two things without a mark between. */
function splitDegree(line: CvLine): CvLine[] {
  const [, study = '', school = ''] = FROM.exec(line.text) ?? []
  if (degreeLength(study) > 0 && schoolScore(school) > 0 && schoolScore(study) === 0)
    return [study, school].map((text) => ({...line, text}))
  const bracketed = DEGREE_AND_SCHOOL.exec(line.text)
  const [, degree = '', bracket = '', subject = ''] = bracketed ?? []
  if (
    bracketed &&
    degreeLength(degree) === degree.length &&
    !KIND_OF_SCHOOL.test(bracket) &&
    (schoolScore(bracket) > 0 || bracket.includes(' '))
  )
    return [`${degree} ${subject}`.trim(), bracket].map((text) => ({...line, text}))
  if (SUFFIXED.test(line.text)) return [line]
  const length = degreeLength(line.text)
  const behind = line.text.slice(length).trim()
  const ended = placeAtEnd(behind)
  const split = ended?.place.includes(',') ? ended : undefined
  const rest = split?.rest ?? behind
  const first = rest.split(/[,|\t]/)[0] ?? ''
  return length > 0 && schoolScore(first) > 0 && !/^(?:in|of|en|de|für|at)\s/i.test(rest)
    ? [line.text.slice(0, length), ...rest.split(/\s*,\s+/), ...(split ? [split.place] : [])].map((text) => ({
        ...line,
        text,
      }))
    : [line]
}

function toEducation(entry: Entry): TracedEducation {
  const {what, where, left} = readSchool(entry.header)
  const [link] = entry.links
  const subject = left.find((one) => !GRADE.test(one.value) && !isTownOf(one, where, what))
  return {
    ...(where ? {institution: where} : {}),
    ...(link ? {url: found(link.url, link.line, 0.8)} : {}),
    ...(what ? studyOf(what, subject) : areaOf(subject)),
    ...datesOf(entry, 'end'),
  }
}

/** `Realschule am Park, Celle`: a word behind a school for children is its town. */
function isTownOf(one: Found, where: Found | undefined, what: Found | undefined): boolean {
  return (
    what === undefined &&
    where !== undefined &&
    one.line === where.line &&
    SECONDARY.test(where.value) &&
    /^\p{Lu}[\p{L}.' -]*$/u.test(one.value)
  )
}

function studyOf(what: Found, subject: Found | undefined): {studyType?: Found; area?: Found} {
  const degree = parseDegree(what.value)
  const area = degree?.area && !GRADE.test(degree.area) ? {...what, value: degree.area} : areaOf(subject).area
  return {...(area ? {area} : {}), studyType: {...what, value: degree?.studyType ?? what.value}}
}

function areaOf(subject: Found | undefined): {area?: Found} {
  const value = tidy(parseDegree(subject?.value ?? '')?.area ?? subject?.value ?? '')
  return subject && value !== '' ? {area: {...subject, value, confidence: 0.6}} : {}
}
