import type {ProblemCode} from '../../../model/maintenance.js'

/** Something that holds of every database, as a query for what breaks it and the statements that mend it. */
export interface Invariant {
  code: ProblemCode
  /** What is wrong, after a number: `3 jobs are …`. */
  noun: string
  fault: string
  /** Selects one column, `example`, a row for each breach. */
  find: string
  /** `:now` is the time. */
  repair: string
}

const COUNTED = `
  SELECT names.status, coalesce(counted.jobs, 0) AS jobs
    FROM (SELECT column1 AS status
            FROM (VALUES ('pending'), ('processing'), ('completed'), ('failed'), ('scheduled'))) AS names
    LEFT JOIN (SELECT status, count(*) AS jobs FROM jobs GROUP BY status
               UNION ALL
               SELECT 'scheduled', count(*) FROM jobs WHERE status = 'pending' AND available_at IS NOT NULL
              ) AS counted ON counted.status = names.status`

const UNHELD_JOB = `status = 'processing'
  AND NOT EXISTS (SELECT 1 FROM attempts WHERE attempts.job_seq = jobs.seq AND finished_at IS NULL)`

const UNHELD_FILE = `state = 'processing'
  AND NOT EXISTS (SELECT 1 FROM attempts WHERE attempts.file_id = files.file_id AND finished_at IS NULL)`

const ON_NOTHING = `finished_at IS NULL
  AND (job_seq NOT IN (SELECT seq FROM jobs WHERE status = 'processing')
       OR file_id IN (SELECT file_id FROM files WHERE state <> 'processing'))`

const ENDED = `(SELECT seq FROM jobs WHERE status IN ('completed', 'failed'))`

const OPEN_FILES = `(SELECT count(*) FROM files
  WHERE files.job_seq = jobs.seq AND files.generation = jobs.generation AND state <> 'done')`

/** A person is named after its oldest document, and all of them can be found again. */
const WRONG_PERSON = `person_id IS NOT NULL AND (
  person_id <> (SELECT oldest.document_id FROM documents AS oldest
                 WHERE oldest.person_id = documents.person_id ORDER BY oldest.doc_seq LIMIT 1)
  OR NOT EXISTS (SELECT 1 FROM identity_keys WHERE identity_keys.doc_seq = documents.doc_seq))`

/** In the order in which they are mended: a later one builds on the earlier ones. */
export const INVARIANTS: readonly Invariant[] = [
  {
    code: 'STRAY_ATTEMPTS',
    noun: 'attempt',
    fault: 'open at what nobody works on',
    find: `SELECT job_id AS example FROM attempts JOIN jobs ON jobs.seq = attempts.job_seq
            WHERE attempt_id IN (SELECT attempt_id FROM attempts WHERE ${ON_NOTHING})`,
    repair: `UPDATE attempts SET finished_at = :now, outcome = 'lost' WHERE ${ON_NOTHING}`,
  },
  {
    code: 'ABANDONED_JOBS',
    noun: 'job',
    fault: 'processing, with nobody at it',
    find: `SELECT job_id AS example FROM jobs WHERE ${UNHELD_JOB}`,
    repair: `UPDATE jobs SET status = 'pending', available_at = NULL, updated_at = max(:now, updated_at)
              WHERE ${UNHELD_JOB}`,
  },
  {
    code: 'ABANDONED_FILES',
    noun: 'file',
    fault: 'being read, by nobody',
    find: `SELECT path AS example FROM files WHERE ${UNHELD_FILE}`,
    repair: `UPDATE files SET state = 'pending', available_at = NULL WHERE ${UNHELD_FILE}`,
  },
  {
    code: 'OPEN_FILES',
    noun: 'file',
    fault: 'without outcome, in a job that has ended',
    find: `SELECT path AS example FROM files WHERE state <> 'done' AND job_seq IN ${ENDED}`,
    repair: `UPDATE files SET state = 'done', outcome = 'failed', available_at = NULL,
                    error_message = coalesce(error_message, 'the job ended without it')
              WHERE state <> 'done' AND job_seq IN ${ENDED}`,
  },
  {
    code: 'FILE_COUNTS',
    noun: 'job',
    fault: 'wrong about how many of its files are open',
    find: `SELECT job_id AS example FROM jobs WHERE files_open <> ${OPEN_FILES}`,
    repair: `UPDATE jobs SET files_open = ${OPEN_FILES} WHERE files_open <> ${OPEN_FILES}`,
  },
  {
    code: 'STUCK_JOBS',
    noun: 'job',
    fault: 'a folder with no open file that has not ended',
    find: `SELECT job_id AS example FROM jobs WHERE status = 'pending' AND walked = 1 AND files_open = 0`,
    repair: `UPDATE jobs SET walked = 0, available_at = NULL
              WHERE status = 'pending' AND walked = 1 AND files_open = 0`,
  },
  {
    code: 'COUNTERS',
    noun: 'counter',
    fault: 'not what is there',
    find: `SELECT counted.status || ': ' || coalesce(kept.jobs, 'none') || ' instead of ' || counted.jobs AS example
             FROM (${COUNTED}) AS counted LEFT JOIN job_counts AS kept ON kept.status = counted.status
            WHERE kept.jobs IS NOT counted.jobs`,
    repair: `INSERT INTO job_counts (status, jobs) SELECT status, jobs FROM (${COUNTED}) WHERE true
             ON CONFLICT (status) DO UPDATE SET jobs = excluded.jobs`,
  },
  {
    code: 'PERSONS',
    noun: 'document',
    fault: 'of a person that cannot be',
    find: `SELECT document_id AS example FROM documents WHERE ${WRONG_PERSON}`,
    repair: `UPDATE documents SET person_id = NULL
              WHERE person_id IN (SELECT person_id FROM documents WHERE ${WRONG_PERSON})`,
  },
]

/** No contradiction, but a promise that is not kept yet. */
export const PENDING_ERASURES: Omit<Invariant, 'repair'> = {
  code: 'PENDING_ERASURES',
  noun: 'document',
  fault: 'erased, while something of it may be left in the files of the database',
  find: `SELECT coalesce(document_id, '(paths without a document)') AS example
           FROM erasures WHERE completed_at IS NULL ORDER BY erasure_seq`,
}
