import {sql} from 'kysely'
import type {AttemptOutcome} from '../../model/attempt.js'
import type {FileOutcome} from '../../model/job-file.js'
import type {JobStatus} from '../../model/job-state.js'
import {touched} from './job-queries.js'
import {query} from './query.js'

/** Statements that take work, fence it and end it. Predicates of partial indexes are literals. */

const pending = () => sql.lit('pending' as const)
const processing = () => sql.lit('processing' as const)
const ready = () => sql.lit(0)

/** The job that is first in line, of those not yet walked. */
export const firstReadyJob = query()((q) =>
  q
    .selectFrom('jobs')
    .select(['seq', 'priority'])
    .where('status', '=', pending())
    .where('available_at', 'is', null)
    .where('walked', '=', ready())
    .orderBy('priority', 'desc')
    .orderBy('seq')
    .limit(1),
)

export const firstReadyFile = query()((q) =>
  q
    .selectFrom('files')
    .select(['file_id', 'job_seq', 'priority'])
    .where('state', '=', pending())
    .where('available_at', 'is', null)
    .orderBy('priority', 'desc')
    .orderBy('job_seq')
    .orderBy('file_id')
    .limit(1),
)

export const firstReadyFileOfJob = query<{seq: number}>()((q, p) =>
  q
    .selectFrom('files')
    .select(['file_id', 'job_seq', 'priority'])
    .where('job_seq', '=', p.seq)
    .where('state', '=', pending())
    .where('available_at', 'is', null)
    .orderBy('file_id')
    .limit(1),
)

export const readyJobById = query<{id: string}>()((q, p) =>
  q
    .selectFrom('jobs')
    .select(['seq', 'priority', 'walked', 'status', 'available_at'])
    .where('job_id', '=', p.id),
)

/** A waiting job whose time has come and that no worker has noticed yet. */
export const firstDueJob = query<{now: string}>()((q, p) =>
  q
    .selectFrom('jobs')
    .select(['seq', 'priority'])
    .where('status', '=', pending())
    .where('available_at', 'is not', null)
    .where('available_at', '<=', p.now)
    .orderBy('priority', 'desc')
    .orderBy('seq')
    .limit(1),
)

export const firstDueFile = query<{now: string}>()((q, p) =>
  q
    .selectFrom('files')
    .select('job_seq')
    .where('state', '=', pending())
    .where('available_at', 'is not', null)
    .where('available_at', '<=', p.now)
    .orderBy('priority', 'desc')
    .orderBy('job_seq')
    .limit(1),
)

export const anyDueFile = query<{now: string}>()((q, p) =>
  q
    .selectFrom('files')
    .select('file_id')
    .where('state', '=', pending())
    .where('available_at', 'is not', null)
    .where('available_at', '<=', p.now)
    .limit(1),
)

/** Lets due jobs join those that may run, so many at a time that the lock is held briefly. */
export const promoteJobs = query<{now: string; limit: number}>()((q, p) =>
  q
    .updateTable('jobs')
    .set({available_at: null})
    .where('seq', 'in', (e) =>
      e
        .selectFrom('jobs')
        .select('seq')
        .where('status', '=', pending())
        .where('available_at', 'is not', null)
        .where('available_at', '<=', p.now)
        .orderBy('available_at')
        .limit(p.limit),
    ),
)

export const promoteFiles = query<{now: string; limit: number}>()((q, p) =>
  q
    .updateTable('files')
    .set({available_at: null})
    .where('file_id', 'in', (e) =>
      e
        .selectFrom('files')
        .select('file_id')
        .where('state', '=', pending())
        .where('available_at', 'is not', null)
        .where('available_at', '<=', p.now)
        .orderBy('available_at')
        .limit(p.limit),
    ),
)

export const nextJobTime = query()((q) =>
  q
    .selectFrom('jobs')
    .select((e) => e.fn.min('available_at').as('at'))
    .where('status', '=', pending())
    .where('available_at', 'is not', null),
)

export const nextFileTime = query()((q) =>
  q
    .selectFrom('files')
    .select((e) => e.fn.min('available_at').as('at'))
    .where('state', '=', pending())
    .where('available_at', 'is not', null),
)

export const takeJob = query<{seq: number; now: string}>()((q, p) =>
  q
    .updateTable('jobs')
    .set((e) => ({
      status: 'processing',
      available_at: null,
      attempts: e('attempts', '+', 1),
      updated_at: touched(p.now),
    }))
    .where('seq', '=', p.seq)
    .where('status', '=', pending())
    .returningAll(),
)

/** Jobs that somebody has claimed, and that may turn out to be directories. */
export const claimedUnwalked = query<{limit: number}>()((q, p) =>
  q
    .selectFrom('jobs')
    .select('file_path')
    .where('status', '=', 'processing')
    .where('walked', '=', 0)
    .limit(p.limit),
)

export const takeFile = query<{fileId: number}>()((q, p) =>
  q
    .updateTable('files')
    .set((e) => ({state: 'processing', available_at: null, attempts: e('attempts', '+', 1)}))
    .where('file_id', '=', p.fileId)
    .where('state', '=', pending())
    .returningAll(),
)

/** The job of a file that was taken is being processed, if it was not already. */
export const wakeJob = query<{seq: number; now: string}>()((q, p) =>
  q
    .updateTable('jobs')
    .set({
      status: 'processing',
      // A walk that waits for its next try goes on waiting while files that it has found are read.
      available_at: sql<string | null>`CASE WHEN walked = 0 THEN available_at END`,
      updated_at: touched(p.now),
    })
    .where('seq', '=', p.seq)
    .where('status', '=', pending()),
)

export const openAttempt = query<{
  seq: number
  fileId: number | null
  attempt: number
  token: string
  workerId: string
  now: string
}>()((q, p) =>
  q
    .insertInto('attempts')
    .values({
      job_seq: p.seq,
      file_id: p.fileId,
      attempt: p.attempt,
      token: p.token,
      worker_id: p.workerId,
      started_at: p.now,
    })
    .returning('attempt_id'),
)

/** The fence: exactly one call can end an attempt, and nothing is written about its unit without ending it. */
export const closeAttempt = query<{
  attemptId: number
  token: string
  now: string
  outcome: AttemptOutcome
  code: string | null
  message: string | null
}>()((q, p) =>
  q
    .updateTable('attempts')
    .set({finished_at: p.now, outcome: p.outcome, error_code: p.code, error_message: p.message})
    .where('attempt_id', '=', p.attemptId)
    .where('token', '=', p.token)
    .where('finished_at', 'is', null),
)

export const openAttemptWithToken = query<{attemptId: number; token: string}>()((q, p) =>
  q
    .selectFrom('attempts')
    .select('attempt_id')
    .where('attempt_id', '=', p.attemptId)
    .where('token', '=', p.token)
    .where('finished_at', 'is', null),
)

export const openTokens = query<{workerId: string}>()((q, p) =>
  q
    .selectFrom('attempts')
    .select('token')
    .where('worker_id', '=', p.workerId)
    .where('finished_at', 'is', null),
)

export const openAttemptsOfWorker = query<{workerId: string}>()((q, p) =>
  q
    .selectFrom('attempts')
    .innerJoin('jobs', 'jobs.seq', 'attempts.job_seq')
    .leftJoin('files', 'files.file_id', 'attempts.file_id')
    .select([
      'attempts.attempt_id',
      'attempts.token',
      'attempts.job_seq',
      'attempts.file_id',
      'jobs.job_id',
      'jobs.file_path',
      'jobs.crashes as job_crashes',
      'files.path',
      'files.crashes as file_crashes',
    ])
    .where('attempts.worker_id', '=', p.workerId)
    .where('attempts.finished_at', 'is', null),
)

export const endJob = query<{
  seq: number
  status: JobStatus
  result: string | null
  code: string | null
  message: string | null
  now: string
}>()((q, p) =>
  q
    .updateTable('jobs')
    .set({
      status: p.status,
      result_json: p.result,
      error_code: p.code,
      error_message: p.message,
      available_at: null,
      files_open: 0,
      updated_at: touched(p.now),
    })
    .where('seq', '=', p.seq)
    .where('status', '=', processing())
    .returningAll(),
)

/** A failed job waits for its next try. */
export const postponeJob = query<{
  seq: number
  retries: number
  availableAt: string
  code: string | null
  message: string
  now: string
}>()((q, p) =>
  q
    .updateTable('jobs')
    .set({
      retries: p.retries,
      available_at: p.availableAt,
      error_code: p.code,
      error_message: p.message,
      updated_at: touched(p.now),
    })
    .where('seq', '=', p.seq)
    .where('status', '=', processing()),
)

/** Nobody holds the job or any of its files any more: it is pending, until the first of its files may run. */
export const restJob = query<{seq: number; now: string}>()((q, p) =>
  q
    .updateTable('jobs')
    .set((e) => ({
      status: 'pending',
      available_at: e
        .case()
        .when('walked', '=', 1)
        .then(
          e
            .selectFrom('files')
            .select(
              sql<string | null>`CASE WHEN count(*) = count(available_at) THEN min(available_at) END`.as(
                'at',
              ),
            )
            .whereRef('files.job_seq', '=', 'jobs.seq')
            .where('files.state', '=', pending()),
        )
        .else(e.ref('available_at'))
        .end(),
      updated_at: touched(p.now),
    }))
    .where('seq', '=', p.seq)
    .where('status', '=', processing())
    .where((e) =>
      e.not(
        e.exists(
          e
            .selectFrom('attempts')
            .select('attempt_id')
            .whereRef('attempts.job_seq', '=', 'jobs.seq')
            .where('finished_at', 'is', null),
        ),
      ),
    ),
)

export const markWalked = query<{seq: number; now: string}>()((q, p) =>
  q
    .updateTable('jobs')
    .set({walked: 1, updated_at: touched(p.now)})
    .where('seq', '=', p.seq)
    .returningAll(),
)

/**
 * A file that a walk found. In a later generation a file that was read, has not changed and left no page unread
 * keeps its outcome; every other one waits again with a fresh budget.
 */
export const addFile = query<{
  seq: number
  path: string
  pathBytes: Uint8Array | null
  priority: number
  generation: number
  fingerprint: string
}>()((q, p) => {
  const done = sql<boolean>`(files.outcome = 'loaded' AND files.skipped_pages = 0 AND files.fingerprint IS excluded.fingerprint)`
  const kept = <T>(column: string, fresh: T) =>
    sql<T>`CASE WHEN ${done} THEN ${sql.ref(`files.${column}`)} ELSE ${sql.lit(fresh)} END`
  return q
    .insertInto('files')
    .values({
      job_seq: p.seq,
      path: p.path,
      path_bytes: p.pathBytes,
      priority: p.priority,
      generation: p.generation,
      fingerprint: p.fingerprint,
    })
    .onConflict((c) =>
      c
        .expression(sql`job_seq, path, coalesce(path_bytes, x'')`)
        .doUpdateSet({
          generation: sql`excluded.generation`,
          fingerprint: sql`excluded.fingerprint`,
          priority: sql`excluded.priority`,
          state: kept('state', 'pending' as const),
          outcome: kept('outcome', null),
          error_code: kept('error_code', null),
          error_message: kept('error_message', null),
          duration_ms: kept('duration_ms', null),
          retries: 0,
          crashes: 0,
          available_at: null,
        })
        .where(sql<boolean>`files.generation < excluded.generation`),
    )
    .returning('state')
})

export const openFiles = query<{seq: number; added: number; now: string}>()((q, p) =>
  q
    .updateTable('jobs')
    .set((e) => ({files_open: e('files_open', '+', p.added), updated_at: touched(p.now)}))
    .where('seq', '=', p.seq),
)

export const endFile = query<{
  fileId: number
  outcome: FileOutcome
  docSeq: number | null
  reused: number
  pages: number
  ocrPages: number
  skippedPages: number
  code: string | null
  message: string | null
  durationMs: number
}>()((q, p) =>
  q
    .updateTable('files')
    .set({
      state: 'done',
      outcome: p.outcome,
      doc_seq: p.docSeq,
      reused: p.reused,
      pages: p.pages,
      ocr_pages: p.ocrPages,
      skipped_pages: p.skippedPages,
      error_code: p.code,
      error_message: p.message,
      duration_ms: p.durationMs,
      available_at: null,
    })
    .where('file_id', '=', p.fileId),
)

export const postponeFile = query<{
  fileId: number
  retries: number
  availableAt: string
  code: string | null
  message: string
}>()((q, p) =>
  q
    .updateTable('files')
    .set({
      state: 'pending',
      retries: p.retries,
      available_at: p.availableAt,
      error_code: p.code,
      error_message: p.message,
    })
    .where('file_id', '=', p.fileId),
)

export const releaseFile = query<{fileId: number}>()((q, p) =>
  q
    .updateTable('files')
    .set({state: 'pending', available_at: null})
    .where('file_id', '=', p.fileId)
    .where('state', '=', processing()),
)

export const setFileCrashes = query<{fileId: number; crashes: number}>()((q, p) =>
  q.updateTable('files').set({crashes: p.crashes}).where('file_id', '=', p.fileId),
)

export const setJobCrashes = query<{seq: number; crashes: number}>()((q, p) =>
  q.updateTable('jobs').set({crashes: p.crashes}).where('seq', '=', p.seq),
)

/** One file of the directory has its outcome. */
export const countDownFile = query<{seq: number; now: string}>()((q, p) =>
  q
    .updateTable('jobs')
    .set((e) => ({files_open: e('files_open', '-', 1), updated_at: touched(p.now)}))
    .where('seq', '=', p.seq)
    .where('files_open', '>', 0)
    .returningAll(),
)

/** The one file of a file job, recorded with its outcome. */
export const recordFile = query<{
  seq: number
  path: string
  generation: number
  outcome: FileOutcome
  docSeq: number | null
  reused: number
  pages: number
  ocrPages: number
  skippedPages: number
  code: string | null
  message: string | null
  durationMs: number
}>()((q, p) => {
  const outcome = {
    state: 'done' as const,
    generation: p.generation,
    outcome: p.outcome,
    doc_seq: p.docSeq,
    reused: p.reused,
    pages: p.pages,
    ocr_pages: p.ocrPages,
    skipped_pages: p.skippedPages,
    error_code: p.code,
    error_message: p.message,
    duration_ms: p.durationMs,
  }
  return q
    .insertInto('files')
    .values({job_seq: p.seq, path: p.path, ...outcome})
    .onConflict((c) => c.expression(sql`job_seq, path, coalesce(path_bytes, x'')`).doUpdateSet(outcome))
})

/** What the files of a job came to. */
export const sumFiles = query<{seq: number; generation: number}>()((q, p) =>
  q
    .selectFrom('files')
    .select((e) => [
      'outcome',
      e.fn.countAll<number>().as('files'),
      e.fn.sum<number>('reused').as('reused'),
      e.fn.sum<number>('pages').as('pages'),
      e.fn.sum<number>('ocr_pages').as('ocr_pages'),
    ])
    .where('job_seq', '=', p.seq)
    .where('generation', '=', p.generation)
    .groupBy('outcome'),
)

export const firstFailedFile = query<{seq: number; generation: number}>()((q, p) =>
  q
    .selectFrom('files')
    .select(['path', 'error_code', 'error_message'])
    .where('job_seq', '=', p.seq)
    .where('generation', '=', p.generation)
    .where('outcome', '=', 'failed')
    .orderBy('file_id')
    .limit(1),
)

/** Jobs left in `processing` with nobody at them: what a foreign program's worker leaves behind. */
export const adoptOrphans = query<{now: string}>()((q, p) =>
  q
    .updateTable('jobs')
    .set({status: 'pending', available_at: null, updated_at: touched(p.now)})
    .where('status', '=', processing())
    .where((e) =>
      e.not(
        e.exists(
          e
            .selectFrom('attempts')
            .select('attempt_id')
            .whereRef('attempts.job_seq', '=', 'jobs.seq')
            .where('finished_at', 'is', null),
        ),
      ),
    ),
)
