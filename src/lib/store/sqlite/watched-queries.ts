import {sql} from 'kysely'
import {query, statement} from './query.js'

/** Changes a row only where the file has changed. */
export const rememberFile = query<{path: string; fingerprint: string; jobId: string; now: string}>()((q, p) =>
  q
    .insertInto('watched_files')
    .values({path_hmac: p.path, fingerprint: p.fingerprint, job_id: p.jobId, enqueued_at: p.now})
    .onConflict((c) =>
      c
        .column('path_hmac')
        .doUpdateSet({fingerprint: p.fingerprint, job_id: p.jobId, enqueued_at: p.now})
        .where('watched_files.fingerprint', '<>', p.fingerprint),
    ),
)

export const rememberedFile = query<{path: string}>()((q, p) =>
  q.selectFrom('watched_files').select('fingerprint').where('path_hmac', '=', p.path),
)

export const forgetFile = query<{path: string; fingerprint: string}>()((q, p) =>
  q.deleteFrom('watched_files').where('path_hmac', '=', p.path).where('fingerprint', '=', p.fingerprint),
)

/** Codes of the warnings that say that a document holds less than its file. */
const unreadParts = () => sql<string | null>`(
  SELECT group_concat(DISTINCT warning.value ->> 'code')
  FROM files JOIN documents USING (doc_seq), json_each(warnings_json) AS warning
  WHERE job_seq = jobs.seq
    AND warning.value ->> 'code' IN
      ('PAGES_SKIPPED', 'TRUNCATED', 'SALVAGED', 'PAGE_FAILED', 'ATTACHMENTS_IGNORED')
)`

/** Of jobs that are to be deleted without having been done: their files are new again. */
export const forgetUndone = query<{seqs: string; force: number}>()((q, p) =>
  q
    .deleteFrom('watched_files')
    .where('job_id', 'in', (e) =>
      e
        .selectFrom('jobs')
        .select('jobs.job_id')
        .where('seq', 'in', sql<number>`(SELECT value FROM json_each(${p.seqs}))`)
        .where('status', '<>', 'completed')
        .where(sql<boolean>`(${p.force} OR status <> 'processing')`),
    ),
)

/** Rows that this connection has changed since it was opened. */
export const totalChanges = statement<Record<never, never>, {changes: number}>()(
  () => sql`SELECT total_changes() AS changes`,
)

/** Files whose jobs have ended, and what became of them. */
export const endedFiles = query<{loaded: number; failed: number}>()((q, p) =>
  q
    .selectFrom('watched_files')
    .innerJoin('jobs', 'jobs.job_id', 'watched_files.job_id')
    .select([
      'path_hmac',
      'fingerprint',
      'file_path',
      'status',
      'error_code',
      sql<number | null>`result_json ->> 'documents_loaded'`.as('loaded'),
      unreadParts().as('unread_parts'),
    ])
    .where((e) =>
      e.or([
        e.and([e('status', '=', 'completed'), sql<boolean>`${p.loaded}`]),
        e.and([e('status', '=', 'failed'), sql<boolean>`${p.failed}`]),
      ]),
    )
    .orderBy('seq'),
)
