import type {Selectable} from 'kysely'
import type {Attempt} from '../../model/attempt.js'
import {ERASED} from '../../model/erasure.js'
import {Job, type JsonValue} from '../../model/job.js'
import type {JobFile} from '../../model/job-file.js'
import {fromStoredTime} from '../../model/time.js'
import {ERASED_FILE} from './erasure-queries.js'
import type {AttemptsTable, FilesTable, JobsTable} from './schema.js'

export type JobRow = Selectable<JobsTable>

export function toJob(row: JobRow): Job {
  return new Job({
    jobId: row.job_id,
    filePath: row.file_path,
    status: row.status,
    retries: row.retries,
    maxRetries: row.max_retries,
    createdAt: fromStoredTime(row.created_at),
    updatedAt: fromStoredTime(row.updated_at),
    errorMessage: row.error_message,
    errorCode: row.error_code,
    result: row.result_json === null ? null : (JSON.parse(row.result_json) as JsonValue),
    priority: row.priority,
    availableAt: row.available_at === null ? null : fromStoredTime(row.available_at),
    crashes: row.crashes,
    ocr: row.ocr === 1,
  })
}

export function toAttempt(row: Selectable<AttemptsTable> & {path: string | null}): Attempt {
  return {
    attempt: row.attempt,
    filePath: row.path === null ? null : shownPath(row.path),
    workerId: row.worker_id,
    startedAt: fromStoredTime(row.started_at),
    finishedAt: row.finished_at === null ? null : fromStoredTime(row.finished_at),
    outcome: row.outcome,
    errorCode: row.error_code,
    errorMessage: row.error_message,
  }
}

type FileRow = Pick<
  Selectable<FilesTable>,
  'path' | 'outcome' | 'error_code' | 'error_message' | 'duration_ms'
> & {document_id: string | null}

export function toJobFile(row: FileRow): JobFile {
  return {
    filePath: shownPath(row.path),
    outcome: row.outcome,
    documentId: row.document_id,
    errorCode: row.error_code,
    errorMessage: row.error_message,
    durationMs: row.duration_ms,
  }
}

/** Each erased file of a job has a name of its own, which tells nobody anything. */
function shownPath(path: string): string {
  return path.startsWith(ERASED_FILE) ? ERASED : path
}
