import {query} from './query.js'

export const upsertWorker = query<{
  workerId: string
  host: string
  bootId: string
  pid: number
  concurrency: number
  leaseMs: number
  now: string
}>()((q, p) =>
  q
    .insertInto('workers')
    .values({
      worker_id: p.workerId,
      host: p.host,
      boot_id: p.bootId,
      pid: p.pid,
      concurrency: p.concurrency,
      lease_ms: p.leaseMs,
      started_at: p.now,
      heartbeat_at: p.now,
    })
    .onConflict((c) =>
      c.column('worker_id').doUpdateSet((e) => ({beat: e('workers.beat', '+', 1), heartbeat_at: p.now})),
    ),
)

export const deleteWorker = query<{workerId: string}>()((q, p) =>
  q.deleteFrom('workers').where('worker_id', '=', p.workerId),
)

export const workers = query()((q) => q.selectFrom('workers').selectAll().orderBy('started_at'))

export const workerById = query<{workerId: string}>()((q, p) =>
  q.selectFrom('workers').select('worker_id').where('worker_id', '=', p.workerId),
)

export const runningUnits = query()((q) =>
  q
    .selectFrom('attempts')
    .innerJoin('jobs', 'jobs.seq', 'attempts.job_seq')
    .leftJoin('files', 'files.file_id', 'attempts.file_id')
    .select(['attempts.worker_id', 'jobs.job_id', 'jobs.file_path', 'files.path'])
    .where('attempts.finished_at', 'is', null)
    .orderBy('attempts.attempt_id'),
)

/** Holders of claims that are registered nowhere (any more): nothing will ever be heard of them. */
export const strangers = query()((q) =>
  q
    .selectFrom('attempts')
    .select('worker_id')
    .distinct()
    .where('finished_at', 'is', null)
    .where('worker_id', 'not in', (e) => e.selectFrom('workers').select('workers.worker_id')),
)
