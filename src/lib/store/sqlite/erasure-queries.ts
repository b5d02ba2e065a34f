import {sql} from 'kysely'
import {ERASED, ERASED_MEANWHILE} from '../../model/erasure.js'
import {query} from './query.js'

/** Statements that find documents to erase, and take out what is kept of them. Lists are bound as JSON. */

const unfinished = () => [sql.lit('pending' as const), sql.lit('processing' as const)]
const blocked = () => sql.lit(1)

/** What stands for the path of a file of a job: one of its own, because a job has each path once. */
export const ERASED_FILE = `${ERASED} `

/** A file, or a folder with what is below it. */
export type Place = {path: string; from: string; to: string}

const among = (list: string) => sql<never>`(SELECT value FROM json_each(${list}))`

/** At a path, or below it: `from` and `to` bound what is below. */
const isWithin = (path: ReturnType<typeof sql<string>>, p: Place) =>
  sql<boolean>`(${path} = ${p.path} OR (${path} >= ${p.from} AND ${path} < ${p.to}))`

/** Of a `file_path` in any of the forms that a producer may have written. */
const isAmong = (paths: string) => sql<boolean>`(file_path IN ${among(paths)}
  OR ((file_path NOT GLOB '/*' OR file_path GLOB '*/' OR file_path GLOB '*//*' OR file_path GLOB '*/.*')
      AND ats_absolute(file_path) IN ${among(paths)}))`

const erasedMessage = () => sql<
  string | null
>`CASE WHEN error_message IN (${sql.lit(ERASED_MEANWHILE)}, ${sql.lit(ERASED)})
  THEN error_message WHEN error_message IS NOT NULL THEN ${sql.lit(ERASED)} END`

const mentions = (column: string, needles: string) =>
  sql<boolean>`EXISTS (SELECT 1 FROM json_each(${needles}) WHERE instr(${sql.ref(column)}, value) > 0)`

export const documentsWithIds = query<{ids: string; after: number}>()((q, p) =>
  q
    .selectFrom('documents')
    .select('doc_seq')
    .where('document_id', 'in', among(p.ids))
    .where('doc_seq', '>', p.after),
)

export const documentsFromPath = query<Place & {after: number}>()((q, p) =>
  q
    .selectFrom('document_paths')
    .select('doc_seq')
    .distinct()
    .where(isWithin(sql<string>`path`, p))
    .where('doc_seq', '>', p.after),
)

/** Files of jobs that have been there and led to no document. */
export const filesWithoutDocument = query<Place>()((q, p) =>
  q
    .selectFrom('files')
    .select(['file_id', 'job_seq', 'path'])
    .where('state', '=', 'done')
    .where('doc_seq', 'is', null)
    .where(isWithin(sql<string>`path`, p)),
)

export const endedJobsAt = query<Place>()((q, p) =>
  q
    .selectFrom('jobs')
    .select('seq')
    .where('status', 'not in', unfinished())
    .where('file_path', '<>', ERASED)
    .where(isWithin(sql<string>`ats_absolute(file_path)`, p))
    .where((e) =>
      e.not(
        e.exists(
          e
            .selectFrom('files')
            .select('file_id')
            .whereRef('files.job_seq', '=', 'jobs.seq')
            .where('doc_seq', 'is not', null),
        ),
      ),
    ),
)

export const insertErasureOfPaths = query<{
  cause: 'request' | 'retention'
  reason: string | null
  now: string
}>()((q, p) =>
  q.insertInto('erasures').values({
    cause: p.cause,
    reason: p.reason,
    last_job_seq: sql<number>`(SELECT coalesce(max(seq), 0) FROM jobs)`,
    erased_at: p.now,
  }),
)

/** How long the content was, nobody knows any more. */
export const insertErasureOfContent = query<{
  sha256: string
  cause: 'request' | 'retention'
  reason: string | null
  blocked: number
  now: string
}>()((q, p) =>
  q.insertInto('erasures').values({
    sha256: p.sha256,
    cause: p.cause,
    reason: p.reason,
    blocked: p.blocked,
    last_job_seq: sql<number>`(SELECT coalesce(max(seq), 0) FROM jobs)`,
    erased_at: p.now,
  }),
)

/** The oldest first; `among`: null, or only of these. */
export const documentsTakenInBefore = query<{
  before: string
  among: string | null
  after: number
  limit: number
}>()((q, p) =>
  q
    .selectFrom('document_paths')
    .select('doc_seq')
    .where('doc_seq', '>', p.after)
    .where(sql<boolean>`(${p.among} IS NULL OR doc_seq IN ${among(p.among as string)})`)
    .groupBy('doc_seq')
    .having(sql<boolean>`max(coalesce(taken_in_at, created_at)) < ${p.before}`)
    .orderBy('doc_seq')
    .limit(p.limit),
)

export const documentsToErase = query<{seqs: string}>()((q, p) =>
  q
    .selectFrom('documents')
    .leftJoin('identities', 'identities.doc_seq', 'documents.doc_seq')
    .select([
      'documents.doc_seq',
      'document_id',
      'sha256',
      'bytes',
      'file_name',
      'profile_json',
      sql<string | null>`identity_json ->> 'name'`.as('person_name'),
    ])
    .where('documents.doc_seq', 'in', among(p.seqs))
    .orderBy('documents.doc_seq'),
)

/** Other documents of their persons. */
export const siblingsOfDocuments = query<{seqs: string}>()((q, p) =>
  q
    .selectFrom('documents')
    .select('document_id')
    .where('person_id', 'in', (e) =>
      e.selectFrom('documents').select('person_id').where('doc_seq', 'in', among(p.seqs)),
    )
    .where('doc_seq', 'not in', among(p.seqs))
    .orderBy('doc_seq'),
)

export const pathsOfDocuments = query<{seqs: string}>()((q, p) =>
  q
    .selectFrom('document_paths as mine')
    .select((e) => [
      'doc_seq',
      'path',
      e
        .exists(
          e
            .selectFrom('document_paths as others')
            .select('doc_seq')
            .whereRef('others.path', '=', 'mine.path')
            .where('others.doc_seq', 'not in', among(p.seqs)),
        )
        .as('shared'),
    ])
    .where('doc_seq', 'in', among(p.seqs))
    .orderBy('created_at')
    .orderBy('path'),
)

export const insertErasures = query<{
  seqs: string
  cause: 'request' | 'retention'
  reason: string | null
  blocked: number
  now: string
}>()((q, p) =>
  q
    .insertInto('erasures')
    .columns(['document_id', 'sha256', 'bytes', 'cause', 'reason', 'blocked', 'last_job_seq', 'erased_at'])
    .expression((e) =>
      e
        .selectFrom('documents')
        .select([
          'document_id',
          'sha256',
          'bytes',
          sql<'request' | 'retention'>`${p.cause}`.as('cause'),
          sql<string | null>`${p.reason}`.as('reason'),
          sql<number>`${p.blocked}`.as('blocked'),
          sql<number>`(SELECT coalesce(max(seq), 0) FROM jobs)`.as('last_job_seq'),
          sql<string>`${p.now}`.as('erased_at'),
        ])
        .where('doc_seq', 'in', among(p.seqs))
        .orderBy('doc_seq'),
    ),
)

export const deleteOcrPages = query<{seqs: string}>()((q, p) =>
  q
    .deleteFrom('ocr_pages')
    .where('sha256', 'in', (e) =>
      e.selectFrom('documents').select('sha256').where('doc_seq', 'in', among(p.seqs)),
    ),
)

/** Where the files lay that the documents were read from, and whatever else lay at their own paths. */
export const deleteOcrSources = query<{seqs: string; paths: string}>()((q, p) =>
  q
    .deleteFrom('ocr_sources')
    .where((e) =>
      e.or([
        e('path', 'in', among(p.paths)),
        e('sha256', 'in', e.selectFrom('documents').select('sha256').where('doc_seq', 'in', among(p.seqs))),
      ]),
    )
    .returning('sha256'),
)

export const deleteOcrSourcesAt = query<Place>()((q, p) =>
  q.deleteFrom('ocr_sources').where(isWithin(sql<string>`path`, p)).returning('sha256'),
)

/** Of the contents listed, the pages of those that lie nowhere any more as far as is known, and are no documents. */
export const deleteLostOcrPages = query<{sha256s: string}>()((q, p) =>
  q
    .deleteFrom('ocr_pages')
    .where('sha256', 'in', among(p.sha256s))
    .where('sha256', 'not in', (e) => e.selectFrom('ocr_sources').select('sha256'))
    .where('sha256', 'not in', (e) => e.selectFrom('documents').select('sha256')),
)

/** Sources of contents of which no page is kept. */
export const deleteEmptyOcrSources = query()((q) =>
  q.deleteFrom('ocr_sources').where('sha256', 'not in', (e) => e.selectFrom('ocr_pages').select('sha256')),
)

/** Where the files of jobs lie that never became documents. */
export const ocrSourcesOfJobs = query<{seqs: string}>()((q, p) =>
  q
    .selectFrom('ocr_sources')
    .select('path')
    .distinct()
    .where((e) =>
      e.or([
        e(
          'path',
          'in',
          e
            .selectFrom('files')
            .select('path')
            .where('job_seq', 'in', among(p.seqs))
            .where('doc_seq', 'is', null),
        ),
        e(
          'path',
          'in',
          e
            .selectFrom('jobs')
            .select(sql<string>`ats_absolute(file_path)`.as('path'))
            .where('seq', 'in', among(p.seqs))
            .where('file_path', '<>', ERASED),
        ),
      ]),
    ),
)

/** Where a content lay that never became a document: read by OCR, or known by the hash that its job has. */
export const pathsOfStrayContent = query<{sha256: string}>()((q, p) =>
  q
    .selectFrom('ocr_sources')
    .select('path')
    .where('sha256', '=', p.sha256)
    .union(
      q
        .selectFrom('jobs')
        .select(sql<string>`ats_absolute(file_path)`.as('path'))
        .where('content_sha256', '=', p.sha256)
        .where('file_path', '<>', ERASED),
    ),
)

/** Contents that never became documents, by the beginning of their hash. */
export const strayContents = query<{from: string; to: string; limit: number}>()((q, p) =>
  q
    .selectFrom('ocr_pages')
    .select('sha256')
    .where('sha256', '>=', p.from)
    .where('sha256', '<', p.to)
    .where('sha256', 'not in', (e) => e.selectFrom('documents').select('sha256'))
    .union(
      q
        .selectFrom('jobs')
        .select(sql<string>`content_sha256`.as('sha256'))
        .where('content_sha256', '>=', p.from)
        .where('content_sha256', '<', p.to)
        .where('content_sha256', 'not in', (e) => e.selectFrom('documents').select('sha256')),
    )
    .limit(p.limit),
)

/** Pages of files that never became documents. */
export const deleteStrayOcrPages = query<{before: string}>()((q, p) =>
  q
    .deleteFrom('ocr_pages')
    .where('created_at', '<', p.before)
    .where('sha256', 'not in', (e) => e.selectFrom('documents').select('sha256')),
)

/** Whether what is read of this content may not be kept: somebody reads it who began before it was erased. */
export const erasedAndAway = query<{sha256: string}>()((q, p) =>
  q
    .selectFrom('erasures')
    .select('erasure_seq')
    .where('sha256', '=', p.sha256)
    .where((e) => e.not(e.exists(e.selectFrom('documents').select('doc_seq').where('sha256', '=', p.sha256))))
    .limit(1),
)

export const deleteDocuments = query<{seqs: string}>()((q, p) =>
  q.deleteFrom('documents').where('doc_seq', 'in', among(p.seqs)),
)

export const unfinishedJobsAt = query<{paths: string}>()((q, p) =>
  q.selectFrom('jobs').select('seq').where('status', 'in', unfinished()).where(isAmong(p.paths)),
)

/** Of a content that its jobs name by its hash. */
export const unfinishedJobsOf = query<{sha256: string}>()((q, p) =>
  q
    .selectFrom('jobs')
    .select('seq')
    .where('status', 'in', unfinished())
    .where('content_sha256', '=', p.sha256),
)

export const jobsAt = query<{paths: string}>()((q, p) =>
  q.selectFrom('jobs').select('seq').where(isAmong(p.paths)),
)

/** Files that led to one of the documents, or lie at one of the paths. */
export const filesOfDocuments = query<{seqs: string; paths: string}>()((q, p) =>
  q
    .selectFrom('files')
    .innerJoin('jobs', 'jobs.seq', 'files.job_seq')
    .select([
      'file_id',
      'job_seq',
      'state',
      sql<number>`(ats_absolute(jobs.file_path) = files.path)`.as('is_job'),
    ])
    .where((e) => e.or([e('doc_seq', 'in', among(p.seqs)), e('path', 'in', among(p.paths))])),
)

export const fileIdsOfJob = query<{seq: number}>()((q, p) =>
  q.selectFrom('files').select('file_id').where('job_seq', '=', p.seq),
)

export const closeAttemptsOfFile = query<{fileId: number; code: string; message: string; now: string}>()(
  (q, p) =>
    q
      .updateTable('attempts')
      .set({outcome: 'cancelled', finished_at: p.now, error_code: p.code, error_message: p.message})
      .where('file_id', '=', p.fileId)
      .where('finished_at', 'is', null),
)

export const eraseFiles = query<{ids: string}>()((q, p) =>
  q
    .updateTable('files')
    .set({
      path: sql<string>`${ERASED_FILE} || file_id`,
      path_bytes: null,
      fingerprint: null,
      doc_seq: null,
      error_message: erasedMessage(),
    })
    .where('file_id', 'in', among(p.ids)),
)

export const eraseMessagesOfFiles = query<{ids: string}>()((q, p) =>
  q.updateTable('attempts').set({error_message: erasedMessage()}).where('file_id', 'in', among(p.ids)),
)

/** Of the jobs listed, those that have ended and hold no other person's file. */
export const jobsWithNothingElse = query<{seqs: string}>()((q, p) =>
  q
    .selectFrom('jobs')
    .select('seq')
    .where('seq', 'in', among(p.seqs))
    .where('status', 'not in', unfinished())
    .where((e) =>
      e.not(
        e.exists(
          e
            .selectFrom('files')
            .select('file_id')
            .whereRef('files.job_seq', '=', 'jobs.seq')
            .where(sql<boolean>`substr(path, 1, ${ERASED_FILE.length}) <> ${ERASED_FILE}`),
        ),
      ),
    ),
)

export const eraseJobs = query<{seqs: string}>()((q, p) =>
  q
    .updateTable('jobs')
    .set({
      file_path: ERASED,
      error_message: erasedMessage(),
      result_json: sql<string | null>`ats_counts_only(result_json)`,
      content_sha256: null,
    })
    .where('seq', 'in', among(p.seqs)),
)

export const eraseMessagesOfJobs = query<{seqs: string}>()((q, p) =>
  q.updateTable('attempts').set({error_message: erasedMessage()}).where('job_seq', 'in', among(p.seqs)),
)

/** What jobs that hold other people's files too say of the names. */
export const eraseMentionsOfJobs = query<{seqs: string; needles: string}>()((q, p) =>
  q
    .updateTable('jobs')
    .set({
      error_message: sql<
        string | null
      >`CASE WHEN ${mentions('error_message', p.needles)} THEN ${ERASED} ELSE error_message END`,
      result_json: sql<
        string | null
      >`CASE WHEN ${mentions('result_json', p.needles)} THEN NULL ELSE result_json END`,
    })
    .where('seq', 'in', among(p.seqs))
    .where(sql<boolean>`(${mentions('error_message', p.needles)} OR ${mentions('result_json', p.needles)})`),
)

export const eraseMentionsOfAttempts = query<{seqs: string; needles: string}>()((q, p) =>
  q
    .updateTable('attempts')
    .set({error_message: ERASED})
    .where('job_seq', 'in', among(p.seqs))
    .where(mentions('error_message', p.needles)),
)

export const erasureForbidding = query<{sha256: string; seq: number}>()((q, p) =>
  q
    .selectFrom('erasures')
    .select('blocked')
    .where('sha256', '=', p.sha256)
    .where((e) => e.or([e('blocked', '=', blocked()), e('last_job_seq', '>=', p.seq)]))
    .orderBy('last_job_seq', 'desc')
    .limit(1),
)

/** Whether a blocked content is as long, or may be. */
export const blockedSize = query<{bytes: number}>()((q, p) =>
  q
    .selectFrom('erasures')
    .select('erasure_seq')
    .where((e) => e.or([e('bytes', '=', p.bytes), e('bytes', 'is', null)]))
    .where('blocked', '=', blocked())
    .limit(1),
)

export const blockOf = query<{sha256: string}>()((q, p) =>
  q
    .selectFrom('erasures')
    .select('erasure_seq')
    .where('sha256', '=', p.sha256)
    .where('blocked', '=', blocked())
    .limit(1),
)

export const unblock = query<{sha256: string}>()((q, p) =>
  q.updateTable('erasures').set({blocked: 0}).where('sha256', '=', p.sha256).where('blocked', '=', blocked()),
)

export const newestErasures = query<{pending: number; limit: number}>()((q, p) =>
  q
    .selectFrom('erasures')
    .selectAll()
    .where(sql<boolean>`(${p.pending} = 0 OR completed_at IS NULL)`)
    .orderBy('erasure_seq', 'desc')
    .limit(p.limit),
)

export const erasuresByKey = query<{key: string; limit: number}>()((q, p) =>
  q
    .selectFrom('erasures')
    .selectAll()
    .where(
      sql<boolean>`(substr(document_id, 1, length(${p.key})) = ${p.key}
        OR substr(document_id, -length(${p.key})) = ${p.key}
        OR substr(sha256, 1, length(${p.key})) = ${p.key})`,
    )
    .orderBy('erasure_seq', 'desc')
    .limit(p.limit),
)

export const pendingErasures = query()((q) =>
  q
    .selectFrom('erasures')
    .select((e) => [
      e.fn.countAll<number>().as('pending'),
      e.fn.max<number | null>('erasure_seq').as('last'),
      sql<number>`count(*) - count(rewritten_at)`.as('unwritten'),
    ])
    .where('completed_at', 'is', null),
)

export const markRewritten = query<{last: number; now: string}>()((q, p) =>
  q
    .updateTable('erasures')
    .set({rewritten_at: p.now})
    .where('completed_at', 'is', null)
    .where('rewritten_at', 'is', null)
    .where('erasure_seq', '<=', p.last),
)

/** Only what was in the file's new form when its log was cut. */
export const markCompleted = query<{last: number; now: string}>()((q, p) =>
  q
    .updateTable('erasures')
    .set({completed_at: p.now})
    .where('completed_at', 'is', null)
    .where('rewritten_at', 'is not', null)
    .where('erasure_seq', '<=', p.last),
)
