import Database from 'better-sqlite3'
import {runTool} from './tools.ts'

const PRELUDE = `
import sqlite3, sys
db = sqlite3.connect(sys.argv[1], isolation_level=None)
db.execute('PRAGMA secure_delete = OFF')
path, text = sys.argv[2], sys.argv[3]
`

/** What any program may do to the file with Python's `sqlite3`: nothing of what it deletes is overwritten. */
function python(script: string, database: string, path: string, text: string): void {
  runTool('python3', ['-c', PRELUDE + script, database, path, text])
}

/**
 * Makes a database of the reference implementation that has named a person in its jobs, has deleted most of that
 * again, and keeps its journal.
 */
export function writeCarelessReference(
  database: string,
  {path, text, encoding}: {path: string; text: string; encoding: 'UTF-8' | 'UTF-16le'},
): void {
  const script = `
db.execute("PRAGMA encoding = '${encoding}'")
db.execute('PRAGMA journal_mode = PERSIST')
db.execute('''CREATE TABLE jobs (job_id TEXT PRIMARY KEY, file_path TEXT NOT NULL, status TEXT NOT NULL,
  retries INTEGER DEFAULT 0, max_retries INTEGER DEFAULT 3, error_message TEXT, created_at TEXT, updated_at TEXT,
  result_json TEXT)''')
db.execute('CREATE INDEX idx_status ON jobs(status)')
import json
for i in range(300):
  db.execute("INSERT INTO jobs VALUES (?, ?, 'completed', 0, 3, ?, '2026-01-01T10:00:00', '2026-01-01T10:00:00', ?)",
    (f'old-{i}', path if i % 3 else f'/elsewhere/{i}', f'{path}: was unreadable once',
     json.dumps({'documents_loaded': 1, 'names': [text[:200]], 'text': text if i % 5 == 0 else ''})))
db.execute("UPDATE jobs SET result_json = '{}' WHERE rowid % 2")
db.execute("UPDATE jobs SET error_message = NULL, result_json = NULL WHERE file_path LIKE '/elsewhere/%'")
db.execute("DELETE FROM jobs WHERE rowid % 4 = 0")
`
  python(script, database, path, text)
}

/** Names a person all over a database of ats, in rows that stay and in rows that go, and samples its indexes. */
export function scribble(database: string, path: string, text: string): void {
  const script = `
for i in range(120):
  db.execute("INSERT INTO jobs (job_id, file_path, status, error_message) VALUES (?, ?, 'failed', ?)",
    (f'py-{i}', path if i % 2 else '/gone/' + path, text))
db.execute("INSERT INTO jobs (job_id, file_path) VALUES ('py-waiting', ?)", ('./x/../' + path.rsplit('/', 1)[1],))
db.execute("UPDATE documents SET text = text || ? WHERE text LIKE '%' || substr(?, 1, 20) || '%'", (text * 3, text))
db.execute("INSERT INTO settings VALUES ('note', ?)", (text,))
db.execute("DELETE FROM settings WHERE name = 'note'")
db.execute("DELETE FROM jobs WHERE file_path LIKE '/gone/%'")
`
  python(script, database, path, text)
  // Only some builds of SQLite sample what is in the indexes.
  const sampler = new Database(database)
  sampler.exec('ANALYZE')
  sampler.close()
  runTool(
    'sqlite3',
    [database],
    `
PRAGMA secure_delete = OFF;
CREATE TABLE aside AS SELECT text, metadata_json, file_name FROM documents;
UPDATE aside SET text = text || text;
DROP TABLE aside;
UPDATE documents SET text = substr(text, 1, length(text) - 10);
`,
  )
}
