import type {Erasure, PurgeReport} from '../model/erasure.js'
import {countOf} from './count.js'
import {relativeTime} from './instant.js'
import type {Look} from './job-text.js'
import {type Column, renderTable} from './table.js'

/** Characters of a hash, or of an id's end, that are shown at a terminal. */
const SHORT = 8

/** Persons that are called by name; of more it is told how many. */
const MOST_NAMES = 3

interface Line {
  documentId: string
  personName: string | null
  path: string
}

/** Ids of what is gone, a line each; of what would go, with every path. */
export function renderPurge({documents, dryRun}: PurgeReport, {colors, width}: Look): string {
  if (documents.length === 0) return ''
  if (!dryRun) return documents.map(({documentId}) => `${documentId}\n`).join('')
  const lines = documents.flatMap(({paths, ...document}) => paths.map((path) => ({...document, path})))
  const columns: Column<Line>[] = [
    {header: 'ID', value: ({documentId}) => (width === undefined ? documentId : documentId.slice(-SHORT))},
    {header: 'NAME', value: ({personName}) => personName ?? '-', cut: 'end'},
    {header: 'PATH', value: ({path}) => path, cut: 'middle'},
  ]
  return renderTable(lines, columns, {width, paintHeader: (header) => colors.bold(header)})
}

/** All that goes, by name as long as it is there: `2 documents of Anna Nowak, and their paths in 4 jobs and 2 files of jobs, 1 unfinished job ended`. */
export function tracesText({documents, jobs, jobsEnded, files, ocrPages, dryRun}: PurgeReport): string {
  const of = dryRun ? namesText(documents) : ''
  const ended = jobsEnded === 0 ? '' : `, ${countOf(jobsEnded, 'unfinished job')} ended`
  const pages = ocrPages === 0 ? '' : `, and ${countOf(ocrPages, 'page')} that OCR read`
  const history = `${countOf(jobs, 'job')} and ${countOf(files, 'file')} of jobs${ended}${pages}`
  if (documents.length === 0) return `no document, and the paths in ${history}`
  const whose = documents.length === 1 ? 'its' : 'their'
  return `${countOf(documents.length, 'document')}${of}, and ${whose} paths in ${history}`
}

/** ` of Anna Nowak and 2 others`; empty where no name is known. */
function namesText(documents: PurgeReport['documents']): string {
  const names = [...new Set(documents.flatMap(({personName}) => personName ?? []))]
  if (names.length === 0) return ''
  const more = names.length - MOST_NAMES
  return ` of ${names.slice(0, MOST_NAMES).join(', ')}${more > 0 ? ` and ${countOf(more, 'other')}` : ''}`
}

/** What of the same persons is not erased; undefined where there is nothing. */
export function siblingsText({documents, siblings, dryRun}: PurgeReport): string | undefined {
  if (siblings.length === 0) return undefined
  const [first] = siblings
  const stay = `${countOf(siblings.length, 'other document')} of the same ${documents.length === 1 ? 'person' : 'persons'} ${siblings.length === 1 ? 'stays' : 'stay'}`
  const all =
    dryRun && documents.length === 1
      ? `--person ${documents[0]?.documentId} instead erases them too`
      : `for them: ats documents purge --person ${first}`
  return `${stay}; ${all}`
}

export function pendingText({pending, obstacle}: PurgeReport): string {
  const why = obstacle === null ? '' : ` ${obstacle.message}.`
  return `Something may be left in the files of the database of ${countOf(pending, 'erased document')}.${why} Complete it with: ats documents purge --pending`
}

export function renderErasures(erasures: readonly Erasure[], {colors, now, width}: Look): string {
  if (erasures.length === 0) return ''
  const columns: Column<Erasure>[] = [
    {header: 'ID', value: ({documentId}) => shortened(documentId, width, -SHORT)},
    {header: 'SHA256', value: ({sha256}) => shortened(sha256, width, 0, 2 * SHORT)},
    {header: 'ERASED', value: ({erasedAt}) => relativeTime(erasedAt, now), align: 'right'},
    {header: 'STATE', value: ({completedAt}) => (completedAt === null ? 'pending' : 'complete')},
    {header: 'BLOCKED', value: ({blocked}) => (blocked ? 'yes' : 'no')},
    {header: 'CAUSE', value: ({cause}) => cause},
    {header: 'REASON', value: ({reason}) => reason ?? '', cut: 'end'},
  ]
  return renderTable(erasures, columns, {width, paintHeader: (header) => colors.bold(header)})
}

function shortened(text: string | null, width: number | undefined, from: number, to?: number): string {
  if (text === null) return '-'
  return width === undefined ? text : text.slice(from, to)
}
