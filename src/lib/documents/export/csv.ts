import {currentJob} from '../../model/current-job.js'
import type {Document} from '../../model/document.js'
import type {Resume} from '../../model/profile.js'

/** A column for each thing that a table of people is sorted or filtered by; the text is left to the other formats. */
const COLUMNS: readonly [
  header: string,
  value: (document: Document, resume: Resume) => string | undefined,
][] = [
  ['document_id', ({documentId}) => documentId],
  ['name', (_, {basics}) => basics?.name],
  ['headline', (_, {basics}) => basics?.label],
  ['email', (_, {basics}) => basics?.email],
  ['phone', (_, {basics}) => basics?.phone],
  ['city', (_, {basics}) => basics?.location?.city],
  ['country', (_, {basics}) => basics?.location?.countryCode],
  ['url', (_, {basics}) => basics?.url],
  ['links', (_, {basics}) => list(basics?.profiles?.map(({url}) => url))],
  ['current_title', (_, {work = []}) => currentJob(work)?.position],
  ['current_employer', (_, {work = []}) => currentJob(work)?.name],
  ['skills', (_, {skills}) => list(skills?.flatMap(({name, keywords = []}) => [name, ...keywords]))],
  ['languages', (_, {languages}) => list(languages?.map(({language}) => language))],
  ['file_name', ({fileName}) => fileName],
  ['file_type', ({fileType}) => fileType],
  ['language', ({language}) => language ?? undefined],
  ['pages', ({pages}) => String(pages)],
  ['words', ({words}) => String(words)],
  ['path', ({paths}) => paths[0]],
  ['person_id', ({personId}) => personId],
  ['sha256', ({sha256}) => sha256],
  ['created_at', ({createdAt}) => createdAt.toISOString()],
]

export const CSV_HEADER = record(COLUMNS.map(([header]) => header))

export function toCsvRecord(document: Document): string {
  const resume = document.profile?.resume ?? {}
  return record(COLUMNS.map(([, value]) => defused(value(document, resume) ?? '')))
}

/** RFC 4180. */
function record(values: readonly string[]): string {
  return `${values.map(quoted).join(',')}\r\n`
}

function quoted(value: string): string {
  return /[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value
}

/** What a spreadsheet takes for a formula, which may fetch or run something (OWASP, "CSV injection"). */
const FORMULA = /^(\s*)(?=[=+\-@\t\r＝＋－＠])/u

/** The same where a semicolon or a tab parts the cells, as it does for spreadsheets in most of Europe. */
const FORMULA_INSIDE = /([;\t]\s*)(?=[=+\-@＝＋－＠])/gu

/** Of digits alone nothing can be made but a number. */
const PHONE = /^\+\d{5,15}$/

function defused(value: string): string {
  if (PHONE.test(value)) return value
  return value.replace(FORMULA, "'$1").replaceAll(FORMULA_INSIDE, "$1'")
}

function list(values: readonly string[] | undefined): string | undefined {
  return values?.join('; ')
}
