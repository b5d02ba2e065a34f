import type {Erasure, PurgeReport} from '../model/erasure.js'
import {countOf} from './count.js'
import {relativeTime} from './instant.js'
import type {Look} from './job-text.js'
import {type Column, renderTable} from './table.js'

/** Characters of a hash, or of an id's end, that are shown at a terminal. */
const SHORT = 8

interface Line {
  documentId: string
  path: string
}

/** Ids of what is gone, a line each; of what would go, with every path. */
export function renderPurge({documents, dryRun}: PurgeReport, {colors, width}: Look): string {
  if (documents.length === 0) return ''
  if (!dryRun) return documents.map(({documentId}) => `${documentId}\n`).join('')
  const lines = documents.flatMap(({documentId, paths}) => paths.map((path) => ({documentId, path})))
  const columns: Column<Line>[] = [
    {header: 'ID', value: ({documentId}) => (width === undefined ? documentId : documentId.slice(-SHORT))},
    {header: 'PATH', value: ({path}) => path, cut: 'middle'},
  ]
  return renderTable(lines, columns, {width, paintHeader: (header) => colors.bold(header)})
}

/** What else goes: `3 documents; the paths of 4 jobs and 2 files, 1 of the jobs unfinished`. */
export function tracesText({documents, jobs, jobsEnded, files}: PurgeReport): string {
  const ended = jobsEnded === 0 ? '' : `, ${jobsEnded} unfinished ${jobsEnded === 1 ? 'job' : 'jobs'} ended`
  return `${countOf(documents.length, 'document')}, and the path in ${countOf(jobs, 'job')} and ${countOf(files, 'file')} of jobs${ended}`
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
