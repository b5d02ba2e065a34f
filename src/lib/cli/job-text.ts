import type {ChalkInstance} from 'chalk'
import type {Attempt} from '../model/attempt.js'
import type {Job} from '../model/job.js'
import type {FileOutcome, JobFile} from '../model/job-file.js'
import type {JobStatus} from '../model/job-state.js'
import {countOf} from './count.js'
import {formatDuration} from './duration.js'
import {relativeTime} from './instant.js'
import {type Column, renderFields, renderTable} from './table.js'

export interface Look {
  colors: ChalkInstance
  now: Date
  /** Columns of the terminal; undefined in a pipe. */
  width: number | undefined
}

/** Characters of a UUID's end that are shown at a terminal: they are random, while its beginning is the time. */
const SHORT_ID = 8

export function renderJobTable(jobs: readonly Job[], {colors, now, width}: Look): string {
  const idLength = width === undefined ? undefined : uniqueLength(jobs.map(({jobId}) => jobId))
  const columns: Column<Job>[] = [
    {header: 'ID', value: ({jobId}) => (idLength === undefined ? jobId : jobId.slice(-idLength))},
    {
      header: 'STATUS',
      value: ({status}) => status,
      paint: (cell, job) => paintStatus(cell, job.status, colors),
    },
    {
      header: 'RETRIES',
      value: ({retries, maxRetries}) => `${retries}/${maxRetries}`,
      align: 'right',
      optional: true,
    },
    {header: 'AGE', value: ({createdAt}) => relativeTime(createdAt, now), align: 'right', optional: true},
    {header: 'PATH', value: ({filePath}) => filePath, cut: 'middle'},
    {header: 'ERROR', value: troubleOf, cut: 'end', paint: (cell) => colors.red(cell)},
  ]
  return renderTable(jobs, columns, {width, paintHeader: (header) => colors.bold(header)})
}

/** Everything about one job. */
export function renderJob(
  job: Job,
  attempts: readonly Attempt[],
  files: readonly JobFile[],
  look: Look,
): string {
  const facts = renderFields(jobFields(job, files, look.now))
  return [facts, attemptSection(attempts, look), fileSection(files, look)].filter(Boolean).join('\n')
}

/** Failed files first, then skipped ones, the others in their order. */
export function troubleFirst(files: readonly JobFile[]): JobFile[] {
  const rank: Record<FileOutcome, number> = {failed: 0, skipped: 1, loaded: 3}
  const rankOf = ({outcome}: JobFile) => (outcome === null ? 2 : rank[outcome])
  return files.toSorted((a, b) => rankOf(a) - rankOf(b))
}

function jobFields(job: Job, files: readonly JobFile[], now: Date): [string, string][] {
  const when = (time: Date) => `${time.toISOString()} (${relativeTime(time, now)})`
  const optional: [string, string | null | undefined][] = [
    ['error code', job.errorCode],
    ['error', job.errorMessage],
    ['runs', job.availableAt && job.availableAt > now ? `not before ${when(job.availableAt)}` : null],
    ['crashes', job.crashes > 0 ? String(job.crashes) : null],
    ['ocr', job.ocr ? null : 'off'],
    ['files', files.length > 0 ? countOutcomes(files) : null],
    ['result', job.result === null ? null : JSON.stringify(job.result)],
  ]
  return [
    ['job', job.jobId],
    ['path', job.filePath],
    ['status', job.status],
    ['retries', `${job.retries} of ${job.maxRetries}`],
    ['priority', String(job.priority)],
    ['created', when(job.createdAt)],
    ['updated', when(job.updatedAt)],
    ...optional.filter((field): field is [string, string] => field[1] !== null && field[1] !== undefined),
  ]
}

function countOutcomes(files: readonly JobFile[]): string {
  const count = (outcome: FileOutcome | null) => files.filter((file) => file.outcome === outcome).length
  const parts = [
    [count('loaded'), 'loaded'],
    [count('skipped'), 'skipped'],
    [count('failed'), 'failed'],
    [count(null), 'to do'],
  ] as const
  return parts
    .filter(([n]) => n > 0)
    .map(([n, word]) => `${n} ${word}`)
    .join(', ')
}

function attemptSection(attempts: readonly Attempt[], {colors, width, now}: Look): string {
  if (attempts.length === 0) return ''
  const columns: Column<Attempt>[] = [
    {header: 'ATTEMPT', value: ({attempt}) => String(attempt), align: 'right'},
    {header: 'STARTED', value: ({startedAt}) => relativeTime(startedAt, now)},
    {header: 'TOOK', value: tookText, align: 'right'},
    {header: 'OUTCOME', value: ({outcome}) => outcome ?? 'running'},
    {header: 'WORKER', value: ({workerId}) => workerId, cut: 'middle'},
    {header: 'FILE', value: ({filePath}) => filePath ?? '', cut: 'middle'},
    {header: 'ERROR', value: errorOf, cut: 'end', paint: (cell) => colors.red(cell)},
  ]
  return renderTable(attempts, columns, {width, paintHeader: (header) => colors.bold(header)})
}

function fileSection(files: readonly JobFile[], {colors, width}: Look): string {
  if (files.length === 0) return ''
  const columns: Column<JobFile>[] = [
    {header: 'FILE', value: ({filePath}) => filePath, cut: 'middle'},
    {
      header: 'OUTCOME',
      value: ({outcome}) => outcome ?? 'to do',
      paint: (cell, file) => paintOutcome(cell, file, colors),
    },
    {header: 'DOCUMENT', value: ({documentId}) => documentId ?? ''},
    {
      header: 'TOOK',
      value: ({durationMs}) => (durationMs === null ? '' : formatDuration(durationMs)),
      align: 'right',
    },
    {header: 'ERROR', value: errorOf, cut: 'end', paint: (cell) => colors.red(cell)},
  ]
  const ordered = width === undefined ? files : troubleFirst(files)
  return renderTable(ordered, columns, {width, paintHeader: (header) => colors.bold(header)})
}

function tookText({startedAt, finishedAt}: Attempt): string {
  return finishedAt === null ? '' : formatDuration(finishedAt.getTime() - startedAt.getTime())
}

interface Failed {
  filePath: string | null
  errorCode: string | null
  errorMessage: string | null
}

/** The row names the path already. */
function errorOf({filePath, errorCode, errorMessage}: Failed): string {
  const message = errorMessage?.replace(`${filePath}: `, '')
  return [errorCode, message].filter(Boolean).join(': ')
}

function troubleOf(job: Job): string {
  return job.errorCode === null ? failedFilesText(job) || errorOf(job) : errorOf(job)
}

/** `1 of 14 files failed`: a folder's job is completed though files in it failed. Empty where none did. */
export function failedFilesText(job: Job): string {
  const {documents_loaded: loaded, documents_skipped: skipped, documents_failed: failed} = countsOf(job)
  return failed === 0 ? '' : `${failed} of ${countOf(loaded + skipped + failed, 'file')} failed`
}

/** Of a job that a program's own handler did, the result may be anything. */
function countsOf({result}: Job) {
  const counts = {documents_loaded: 0, documents_skipped: 0, documents_failed: 0}
  if (result === null || typeof result !== 'object' || Array.isArray(result)) return counts
  for (const name of Object.keys(counts) as (keyof typeof counts)[]) {
    const count = result[name]
    if (typeof count === 'number') counts[name] = count
  }
  return counts
}

/** So many characters of the ids' ends that each is told from the others. */
function uniqueLength(ids: readonly string[]): number {
  let length = SHORT_ID
  while (length < 36 && new Set(ids.map((id) => id.slice(-length))).size < new Set(ids).size) length++
  return length
}

export function paintStatus(text: string, status: JobStatus, colors: ChalkInstance): string {
  const paint = {pending: colors.yellow, processing: colors.cyan, completed: colors.green, failed: colors.red}
  return paint[status](text)
}

function paintOutcome(text: string, {outcome}: JobFile, colors: ChalkInstance): string {
  if (outcome === null) return text
  return {loaded: colors.green, skipped: colors.yellow, failed: colors.red}[outcome](text)
}
