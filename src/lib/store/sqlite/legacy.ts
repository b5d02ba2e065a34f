import {fromStoredTime, toStoredTime} from '../../model/time.js'
import {newId} from '../new-id.js'
import type {Connection} from './connection.js'

/** The table `jobs` of the Python reference implementation (SPEC §8). */
const COLUMNS = [
  'job_id',
  'file_path',
  'status',
  'retries',
  'max_retries',
  'error_message',
  'created_at',
  'updated_at',
  'result_json',
]

const ASIDE = 'reference_jobs'

/** Whether the file holds a table `jobs` as the reference implementation makes it, and none of ours. */
export function isLegacy(connection: Connection): boolean {
  const columns = connection.database.prepare("SELECT name FROM pragma_table_info('jobs')").pluck().all()
  return COLUMNS.every((name) => columns.includes(name)) && !columns.includes('seq')
}

/** Frees the names `jobs` and `idx_status` for our schema. */
export function setLegacyAside(connection: Connection): void {
  connection.exec(`DROP INDEX IF EXISTS idx_status; ALTER TABLE jobs RENAME TO ${ASIDE}`)
}

/**
 * Copies every old job, oldest first, whatever Python wrote in it; jobs left in `processing` by a worker that is no
 * more become claimable.
 */
export function adoptLegacyJobs(connection: Connection): void {
  const {database} = connection
  database.function('ats_text', {deterministic: true}, text)
  database.function('ats_id', (id) => text(id) || newId())
  database.function('ats_status', {deterministic: true}, status)
  database.function('ats_count', {deterministic: true}, (value, fallback) => count(value, Number(fallback)))
  database.function('ats_time', (value) => time(value))
  database.function('ats_json', {deterministic: true}, json)
  connection.exec(`
    INSERT INTO jobs (job_id, file_path, status, retries, max_retries, error_message, created_at, updated_at, result_json)
    SELECT ats_id(job_id), coalesce(nullif(ats_text(file_path), ''), '(no path)'), ats_status(status),
           ats_count(retries, 0), ats_count(max_retries, 3), ats_text(error_message),
           ats_time(created_at), ats_time(coalesce(updated_at, created_at)), ats_json(result_json)
      FROM ${ASIDE}
     ORDER BY julianday(created_at), rowid;
    DROP TABLE ${ASIDE}`)
}

function text(value: unknown): string | null {
  if (value === null || value === undefined) return null
  return value instanceof Uint8Array ? Buffer.from(value).toString('utf8') : String(value)
}

function status(value: unknown): string {
  const word = text(value)?.toLowerCase() ?? 'pending'
  if (word === 'completed' || word === 'failed') return word
  return 'pending'
}

function count(value: unknown, fallback: number): number {
  const number = Number(value ?? fallback)
  return Number.isFinite(number) && number >= 0 ? Math.trunc(number) : fallback
}

function time(value: unknown): string {
  const written = text(value)?.trim() ?? ''
  if (/^\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)?$/.test(written)) return written
  try {
    return toStoredTime(fromStoredTime(written))
  } catch {
    // Not a time that anyone can read; the job matters more than its date.
    return toStoredTime(new Date())
  }
}

/** Python's json module writes NaN and Infinity, which no other JSON reader takes. */
function json(value: unknown): string | null {
  const written = text(value)
  if (written === null || isJson(written)) return written
  const plain = written.replace(/"(?:[^"\\]|\\.)*"|-?\b(?:NaN|Infinity)\b/g, (token) =>
    token.startsWith('"') ? token : 'null',
  )
  return isJson(plain) ? plain : JSON.stringify(written)
}

function isJson(candidate: string): boolean {
  try {
    JSON.parse(candidate)
    return true
  } catch {
    return false
  }
}
