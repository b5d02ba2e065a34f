import Database from 'better-sqlite3'

/** Jobs in one transaction. */
const BATCH = 50_000

/** Of ten jobs six are completed, one has failed and three wait; of these every tenth for a later time. */
const STATUS =
  "CASE n % 10 WHEN 0 THEN 'failed' WHEN 1 THEN 'pending' WHEN 2 THEN 'pending' WHEN 3 THEN 'pending' ELSE 'completed' END"

/**
 * Writes so many jobs with a history into a database whose schema stands, by plain SQL, as any producer may. Finished
 * jobs have one attempt.
 */
export function fill(path: string, jobs: number): void {
  const database = new Database(path)
  database.pragma('synchronous = OFF')
  database.pragma('cache_size = -200000')
  const insertJobs = database.prepare(`
    WITH RECURSIVE numbers(n) AS (SELECT @from UNION ALL SELECT n + 1 FROM numbers WHERE n + 1 < @to)
    INSERT INTO jobs (job_id, file_path, status, priority, available_at, attempts, error_code, error_message, result_json)
    SELECT printf('0199%04x-%04x-7000-8000-%012x', n >> 16, n & 65535, n), printf('/srv/cv_uploads/2026/cv-%d.pdf', n),
           ${STATUS}, CASE n % 50 WHEN 1 THEN 5 ELSE 0 END,
           CASE WHEN n % 100 = 2 THEN strftime('%Y-%m-%dT%H:%M:%f', 'now', '+1 year') END, n % 10 NOT IN (1, 2, 3),
           CASE n % 10 WHEN 0 THEN 'CORRUPT_FILE' END, CASE n % 10 WHEN 0 THEN 'The file is damaged' END,
           CASE WHEN n % 10 > 3 THEN '{"documents_loaded":1,"type":"file"}' END
      FROM numbers`)
  const insertAttempts = database.prepare(`
    INSERT INTO attempts (job_seq, attempt, token, worker_id, started_at, finished_at, outcome)
    SELECT seq, 1, hex(randomblob(16)), 'bench', created_at, updated_at,
           CASE status WHEN 'failed' THEN 'failed' ELSE 'completed' END
      FROM jobs WHERE seq > @after AND status IN ('completed', 'failed')`)
  const write = database.transaction((from: number, to: number) => {
    const after = database.prepare('SELECT coalesce(max(seq), 0) FROM jobs').pluck().get()
    insertJobs.run({from, to})
    insertAttempts.run({after})
  })
  for (let from = 0; from < jobs; from += BATCH) write(from, Math.min(jobs, from + BATCH))
  database.pragma('wal_checkpoint(TRUNCATE)')
  database.close()
}
