import Database from 'better-sqlite3'

/** The statements of the Python reference implementation, as SPEC §8 describes its file. */
export const REFERENCE = {
  createTable: `CREATE TABLE IF NOT EXISTS jobs (
    job_id TEXT PRIMARY KEY, file_path TEXT NOT NULL, status TEXT NOT NULL, retries INTEGER DEFAULT 0,
    max_retries INTEGER DEFAULT 3, error_message TEXT, created_at TEXT, updated_at TEXT, result_json TEXT)`,
  createIndex: 'CREATE INDEX IF NOT EXISTS idx_status ON jobs(status)',
  insert: `INSERT INTO jobs (job_id, file_path, status, retries, max_retries, created_at, updated_at)
    VALUES (?, ?, ?, ?, ?, ?, ?)`,
  pending: "SELECT * FROM jobs WHERE status = 'pending' ORDER BY created_at ASC LIMIT 1",
  stats: 'SELECT status, COUNT(*) FROM jobs GROUP BY status',
}

export type ReferenceRow = [
  id: string | null,
  path: unknown,
  status: unknown,
  retries: unknown,
  maxRetries: unknown,
  error: unknown,
  created: unknown,
  updated: unknown,
  result: unknown,
]

/** Writes a file as the reference implementation leaves it. */
export function writeReferenceDatabase(path: string, rows: readonly ReferenceRow[]): void {
  const database = new Database(path)
  database.exec(REFERENCE.createTable.replace('TEXT NOT NULL, status TEXT NOT NULL', 'TEXT, status TEXT'))
  database.exec(REFERENCE.createIndex)
  const insert = database.prepare('INSERT INTO jobs VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)')
  for (const row of rows) insert.run(...row)
  database.close()
}
