import {sql} from 'kysely'
import {ERASED} from '../../model/erasure.js'
import type {JobStatus} from '../../model/job-state.js'
import {plain, query} from './query.js'

/** Statements on `jobs` and what hangs on it. Predicates of partial indexes are literals, or the index is not used. */

const pending = () => sql.lit('pending' as const)
const unfinished = () => [sql.lit('pending' as const), sql.lit('processing' as const)]

/**
 * `updated_at` always moves, by a millisecond at the least: also when two changes fall into one, and when somebody
 * sets the clock back.
 */
export function touched(now: string) {
  return sql<string>`max(${now}, strftime('%Y-%m-%dT%H:%M:%f', updated_at, '+0.001 seconds'))`
}

export const insertJob = plain<{
  jobId: string
  filePath: string
  maxRetries: number
  priority: number
  availableAt: string | null
  ocr: number
  contentSha256: string | null
  now: string
}>()`
  INSERT INTO jobs (
    job_id, file_path, max_retries, priority, available_at, ocr, content_sha256, created_at, updated_at)
  VALUES (
    ${'jobId'}, ${'filePath'}, ${'maxRetries'}, ${'priority'}, ${'availableAt'}, ${'ocr'}, ${'contentSha256'},
    ${'now'}, ${'now'})`

/** Many in one statement, an array of arrays: half the time of as many single ones. */
export const insertJobs = plain<{rows: string; now: string}>()`
  INSERT INTO jobs (
    job_id, file_path, max_retries, priority, available_at, ocr, content_sha256, created_at, updated_at)
  SELECT
    value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5, value ->> 6, ${'now'}, ${'now'}
  FROM json_each(${'rows'})`

export const jobById = query<{id: string}>()((q, p) =>
  q.selectFrom('jobs').selectAll().where('job_id', '=', p.id),
)

export const jobBySeq = query<{seq: number}>()((q, p) =>
  q.selectFrom('jobs').selectAll().where('seq', '=', p.seq),
)

export const jobsByPrefix = query<{from: string; to: string; limit: number}>()((q, p) =>
  q
    .selectFrom('jobs')
    .selectAll()
    .where('job_id', '>=', p.from)
    .where('job_id', '<', p.to)
    .orderBy('seq', 'desc')
    .limit(p.limit),
)

export const jobsBySuffix = query<{fragment: string; limit: number}>()((q, p) =>
  q
    .selectFrom('jobs')
    .selectAll()
    .where(sql<boolean>`substr(job_id, -length(${p.fragment})) = ${p.fragment}`)
    .orderBy('seq', 'desc')
    .limit(p.limit),
)

export const newestJobs = query<{limit: number}>()((q, p) =>
  q.selectFrom('jobs').selectAll().orderBy('seq', 'desc').limit(p.limit),
)

export const newestJobsByStatus = query<{status: JobStatus; limit: number}>()((q, p) =>
  q.selectFrom('jobs').selectAll().where('status', '=', p.status).orderBy('seq', 'desc').limit(p.limit),
)

export const counts = query()((q) => q.selectFrom('job_counts').selectAll())

/** Jobs whose time has come and that no worker has noticed yet. */
export const countDue = query<{now: string}>()((q, p) =>
  q
    .selectFrom('jobs')
    .select((e) => e.fn.countAll<number>().as('jobs'))
    .where('status', '=', pending())
    .where('available_at', 'is not', null)
    .where('available_at', '<=', p.now),
)

/** Of those that may run. */
export const oldestPending = query<{now: string}>()((q, p) =>
  q
    .selectFrom('jobs')
    .select('created_at')
    .where('status', '=', pending())
    .where((e) => e.or([e('available_at', 'is', null), e('available_at', '<=', p.now)]))
    .orderBy('seq')
    .limit(1),
)

export const countDocuments = query()((q) =>
  q.selectFrom('documents').select((e) => e.fn.countAll<number>().as('documents')),
)

export const unfinishedByPath = query<{path: string}>()((q, p) =>
  q
    .selectFrom('jobs')
    .selectAll()
    .where('file_path', '=', p.path)
    .where('status', 'in', unfinished())
    .limit(1),
)

export const newestByContent = query<{sha256: string}>()((q, p) =>
  q.selectFrom('jobs').selectAll().where('content_sha256', '=', p.sha256).orderBy('seq', 'desc').limit(1),
)

export const attemptsOfJob = query<{id: string}>()((q, p) =>
  q
    .selectFrom('attempts')
    .innerJoin('jobs', 'jobs.seq', 'attempts.job_seq')
    .leftJoin('files', 'files.file_id', 'attempts.file_id')
    .selectAll('attempts')
    .select('files.path')
    .where('jobs.job_id', '=', p.id)
    .orderBy('attempts.attempt_id'),
)

export const filesOfJob = query<{id: string}>()((q, p) =>
  q
    .selectFrom('files')
    .innerJoin('jobs', (join) =>
      join.onRef('jobs.seq', '=', 'files.job_seq').onRef('jobs.generation', '=', 'files.generation'),
    )
    .leftJoin('documents', 'documents.doc_seq', 'files.doc_seq')
    .select([
      'files.path',
      'files.outcome',
      'files.error_code',
      'files.error_message',
      'files.duration_ms',
      'documents.document_id',
    ])
    .where('jobs.job_id', '=', p.id)
    .orderBy('files.file_id'),
)

/** Back to the start with a fresh budget. A new generation makes a directory's walk look at its files again. */
export const retryJob = query<{id: string; now: string}>()((q, p) =>
  q
    .updateTable('jobs')
    .set((e) => ({
      status: 'pending',
      retries: 0,
      crashes: 0,
      error_code: null,
      error_message: null,
      result_json: null,
      available_at: null,
      walked: 0,
      files_open: 0,
      generation: e('generation', '+', 1),
      updated_at: touched(p.now),
    }))
    .where('job_id', '=', p.id)
    .where('status', 'in', [sql.lit('completed' as const), sql.lit('failed' as const)])
    .where('file_path', '<>', ERASED)
    .returning('job_id'),
)

const failed = () => sql.lit('failed' as const)

export const failedIds = query()((q) =>
  q.selectFrom('jobs').select('job_id').where('status', '=', failed()).orderBy('seq'),
)

export const failedIdsByCode = query<{code: string}>()((q, p) =>
  q
    .selectFrom('jobs')
    .select('job_id')
    .where('status', '=', failed())
    .where('error_code', '=', p.code)
    .orderBy('seq'),
)

/** Completed jobs that left something unread: a skipped file, or pages that wanted OCR. */
export const skippedIds = query()((q) =>
  q
    .selectFrom('jobs')
    .select('job_id')
    .where('status', '=', sql.lit('completed' as const))
    .where((e) =>
      e.exists(
        e
          .selectFrom('files')
          .select('file_id')
          .whereRef('files.job_seq', '=', 'jobs.seq')
          .whereRef('files.generation', '=', 'jobs.generation')
          .where((f) => f.or([f('outcome', '=', 'skipped'), f('skipped_pages', '>', 0)])),
      ),
    )
    .orderBy('seq'),
)

type ClearParams = {status: string | null; before: string | null; force: number; limit: number; after: number}

export const clearableSeqs = query<ClearParams>()((q, p) =>
  q
    .selectFrom('jobs')
    .select('seq')
    .where('seq', '>', p.after)
    .where(sql<boolean>`(${p.status} IS NULL OR status = ${p.status})`)
    .where(sql<boolean>`(${p.before} IS NULL OR julianday(updated_at) < julianday(${p.before}))`)
    .where(sql<boolean>`(${p.force} OR status <> 'processing')`)
    .orderBy('seq')
    .limit(p.limit),
)

/** Deletes so many files, with their attempts, of those of the jobs listed that have ended. */
export const stripJobs = query<{seqs: string; limit: number}>()((q, p) =>
  q
    .deleteFrom('files')
    .where('file_id', 'in', (e) =>
      e
        .selectFrom('files')
        .innerJoin('jobs', 'jobs.seq', 'files.job_seq')
        .select('file_id')
        .where('job_seq', 'in', sql<number>`(SELECT value FROM json_each(${p.seqs}))`)
        .where('jobs.status', 'not in', unfinished())
        .limit(p.limit),
    ),
)

/** Deletes what is still clearable of the jobs listed. */
export const clearJobs = query<{seqs: string; force: number}>()((q, p) =>
  q
    .deleteFrom('jobs')
    .where('seq', 'in', sql<number>`(SELECT value FROM json_each(${p.seqs}))`)
    .where(sql<boolean>`(${p.force} OR status <> 'processing')`),
)

export const cancelJob = query<{seq: number; code: string; message: string; now: string}>()((q, p) =>
  q
    .updateTable('jobs')
    .set({
      status: 'failed',
      error_code: p.code,
      error_message: p.message,
      available_at: null,
      files_open: 0,
      updated_at: touched(p.now),
    })
    .where('seq', '=', p.seq)
    .where('status', 'in', unfinished()),
)

/** With a job everything ends that somebody still does for it. */
export const cancelAttempts = query<{
  seq: number
  code: string | null
  message: string | null
  now: string
}>()((q, p) =>
  q
    .updateTable('attempts')
    .set({outcome: 'cancelled', finished_at: p.now, error_code: p.code, error_message: p.message})
    .where('job_seq', '=', p.seq)
    .where('finished_at', 'is', null),
)

/** What a finished job leaves undone: nobody shall claim it any more. */
export const closeOpenFiles = query<{seq: number; code: string | null; message: string | null}>()((q, p) =>
  q
    .updateTable('files')
    .set({state: 'done', outcome: 'failed', available_at: null, error_code: p.code, error_message: p.message})
    .where('job_seq', '=', p.seq)
    .where('state', '<>', 'done'),
)

export const setSetting = query<{name: string; value: string}>()((q, p) =>
  q
    .insertInto('settings')
    .values({name: p.name, value: p.value})
    .onConflict((c) => c.column('name').doUpdateSet({value: p.value})),
)

export const deleteSetting = query<{name: string}>()((q, p) =>
  q.deleteFrom('settings').where('name', '=', p.name),
)

export const setting = query<{name: string}>()((q, p) =>
  q.selectFrom('settings').select('value').where('name', '=', p.name),
)
