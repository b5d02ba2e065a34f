import {existsSync, readdirSync} from 'node:fs'
import {basename, dirname} from 'node:path'
import Database from 'better-sqlite3'
import {MAX_CRASHES} from '#lib/model/failure.js'

/** Each says what must not be, and finds where it is nevertheless. */
const FAULTS: Record<string, string> = {
  'a job has no end': `select job_id from jobs where status not in ('completed', 'failed')`,
  'a file has no outcome': `select path from files where state <> 'done'`,
  'an attempt is open': 'select attempt_id from attempts where finished_at is null',
  'a worker is still registered': 'select worker_id from workers',
  'a job or file has other final attempts than one': `
    with units as (
      select job_seq, file_id,
        sum(outcome in ('completed', 'failed')) as ends, sum(outcome = 'crashed') as crashes
      from attempts group by job_seq, file_id)
    select job_seq, file_id, ends, crashes from units where ends <> (crashes < ${MAX_CRASHES})`,
  'a job was lost although fewer than three workers died of it, or lives although three did': `
    select job_id, crashes, error_code from jobs
    where (crashes >= ${MAX_CRASHES}) <> (error_code is 'WORKER_LOST' and not walked)`,
  'a file was lost although fewer than three workers died of it, or lives although three did': `
    select path, files.crashes, files.error_code from files join jobs on jobs.seq = job_seq
    where (files.crashes >= ${MAX_CRASHES}) <> (files.error_code is 'WORKER_LOST')`,
  'a job counts other crashes or attempts than it has': `
    select job_id from jobs where (crashes, attempts) <> (
      select coalesce(sum(outcome = 'crashed'), 0), count(*) from attempts
      where job_seq = seq and file_id is null)`,
  'a file counts other crashes than it has': `
    select path from files where attempts > 0 and files.crashes <> (
      select coalesce(sum(outcome = 'crashed'), 0) from attempts where attempts.file_id = files.file_id)`,
  'an attempt neither ended nor died with its worker': `
    select job_seq, outcome from attempts where outcome not in ('completed', 'failed', 'crashed')`,
  'two documents have one content': 'select sha256 from documents group by sha256 having count(*) > 1',
  'a document belongs to no file': `
    select document_id from documents where doc_seq not in (select doc_seq from files where doc_seq is not null)`,
  'a loaded file has no document': `select path from files where outcome = 'loaded' and doc_seq is null`,
  'a count is not what a recount gives': `
    select job_counts.status, job_counts.jobs from job_counts
    where job_counts.jobs <> (
      select count(*) from jobs where case job_counts.status
        when 'scheduled' then jobs.status = 'pending' and available_at is not null
        else jobs.status = job_counts.status end)`,
  'a directory counts other open files than it has': `
    select job_id from jobs where walked and files_open <> (
      select count(*) from files where job_seq = seq and state <> 'done')`,
  'a foreign key leads nowhere': 'pragma foreign_key_check',
}

/** What is wrong in a database whose work is all done, a line each. Empty when it is as it must be. */
export function faultsOf(path: string): string[] {
  return withDatabase(path, (database) => {
    const integrity = database.pragma('integrity_check', {simple: true})
    const damage = integrity === 'ok' ? [] : [`integrity_check: ${integrity}`]
    const faults = Object.entries(FAULTS).flatMap(([fault, query]) =>
      database
        .prepare(query)
        .all()
        .map((row) => `${fault}: ${JSON.stringify(row)}`),
    )
    return [...damage, ...faults]
  })
}

/** Names beside the database that nobody needs once the last worker has left. */
export function leftoversBeside(path: string): string[] {
  const own = basename(path)
  const expected = new Set([own, `${own}-wal`, `${own}-shm`, `${own}-workers`])
  const room = `${path}-workers`
  const locks = existsSync(room) ? readdirSync(room).filter((name) => name !== 'doorbell') : []
  return [...readdirSync(dirname(path)).filter((name) => !expected.has(name)), ...locks]
}

export function queryAll<T>(path: string, query: string): T[] {
  return withDatabase(path, (database) => database.prepare<[], T>(query).all())
}

function withDatabase<T>(path: string, look: (database: Database.Database) => T): T {
  const database = new Database(path, {fileMustExist: true})
  try {
    return look(database)
  } finally {
    database.close()
  }
}
