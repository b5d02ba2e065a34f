import {sql} from 'kysely'
import {query} from './query.js'

/** Changes a row only where the file has changed. */
export const rememberFile = query<{path: string; fingerprint: string; jobId: string; now: string}>()((q, p) =>
  q
    .insertInto('watched_files')
    .values({path_sha256: p.path, fingerprint: p.fingerprint, job_id: p.jobId, enqueued_at: p.now})
    .onConflict((c) =>
      c
        .column('path_sha256')
        .doUpdateSet({fingerprint: p.fingerprint, job_id: p.jobId, enqueued_at: p.now})
        .where('watched_files.fingerprint', '<>', p.fingerprint),
    ),
)

export const rememberedFile = query<{path: string}>()((q, p) =>
  q.selectFrom('watched_files').select('fingerprint').where('path_sha256', '=', p.path),
)

export const forgetFile = query<{path: string; fingerprint: string}>()((q, p) =>
  q.deleteFrom('watched_files').where('path_sha256', '=', p.path).where('fingerprint', '=', p.fingerprint),
)

/** Files whose jobs have ended, and what became of them. */
export const endedFiles = query<{loaded: number; failed: number}>()((q, p) =>
  q
    .selectFrom('watched_files')
    .innerJoin('jobs', 'jobs.job_id', 'watched_files.job_id')
    .select([
      'path_sha256',
      'fingerprint',
      'file_path',
      'status',
      'error_code',
      sql<number | null>`result_json ->> 'documents_loaded'`.as('loaded'),
    ])
    .where((e) =>
      e.or([
        e.and([e('status', '=', 'completed'), sql<boolean>`${p.loaded}`]),
        e.and([e('status', '=', 'failed'), sql<boolean>`${p.failed}`]),
      ]),
    )
    .orderBy('seq'),
)
