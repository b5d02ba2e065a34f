import {sql} from 'kysely'
import {query, statement} from './query.js'

/** Changes a row only where the file has changed. */
export const rememberFile = query<{
  path: string
  folder: string | null
  fingerprint: string
  jobId: string
  now: string
}>()((q, p) => {
  const seen = {
    folder_hmac: p.folder,
    fingerprint: p.fingerprint,
    job_id: p.jobId,
    enqueued_at: p.now,
    missing_since: null,
  }
  return q
    .insertInto('watched_files')
    .values({path_hmac: p.path, ...seen})
    .onConflict((c) =>
      c.column('path_hmac').doUpdateSet(seen).where('watched_files.fingerprint', '<>', p.fingerprint),
    )
})

/** Some of what was seen in a folder, or, of `null`, before folders were kept. */
export const filesOfFolder = query<{folder: string | null; after: string; limit: number}>()((q, p) =>
  q
    .selectFrom('watched_files')
    .select(['path_hmac', 'missing_since'])
    .where('folder_hmac', 'is', p.folder)
    .where('path_hmac', '>', p.after)
    .orderBy('path_hmac')
    .limit(p.limit),
)

/** `paths`: a JSON array of their hashes. */
export const markPresent = query<{paths: string; folder: string}>()((q, p) =>
  q
    .updateTable('watched_files')
    .set({folder_hmac: p.folder, missing_since: null})
    .where('path_hmac', 'in', sql<string>`(SELECT value FROM json_each(${p.paths}))`),
)

export const markMissing = query<{paths: string; now: string}>()((q, p) =>
  q
    .updateTable('watched_files')
    .set({missing_since: p.now})
    .where('path_hmac', 'in', sql<string>`(SELECT value FROM json_each(${p.paths}))`)
    .where('missing_since', 'is', null),
)

export const forgetMissing = query<{paths: string; before: string}>()((q, p) =>
  q
    .deleteFrom('watched_files')
    .where('path_hmac', 'in', sql<string>`(SELECT value FROM json_each(${p.paths}))`)
    .where('missing_since', '<', p.before),
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

/** Files whose jobs have come to something, in the order of the jobs. */
export const endedFiles = query<{loaded: number; failed: number; after: number; limit: number}>()((q, p) =>
  q
    .selectFrom('watched_files')
    .innerJoin('jobs', 'jobs.job_id', 'watched_files.job_id')
    .select(['seq', 'path_hmac', 'fingerprint', 'file_path', 'status', 'error_code'])
    .select(unreadParts().as('unread_parts'))
    .where('seq', '>', p.after)
    .where((e) =>
      e.or([
        e.and([
          e('status', '=', 'completed'),
          sql<boolean>`${p.loaded}`,
          // Skipped where OCR was off: it was not read.
          sql<boolean>`result_json ->> 'documents_loaded' > 0`,
        ]),
        e.and([
          e('status', '=', 'failed'),
          sql<boolean>`${p.failed}`,
          sql<boolean>`error_code IS NOT 'CANCELLED'`,
        ]),
      ]),
    )
    .orderBy('seq')
    .limit(p.limit),
)
