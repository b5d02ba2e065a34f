import type Database from 'better-sqlite3'
import type {Connection} from '../connection.js'

/** What FTS5 keeps an index in: tables beside the virtual one, named after it. */
const KEPT_IN = ['data', 'idx', 'docsize', 'config']

/**
 * Whether the index holds exactly the words of the documents: none missing, none twice, none of others. FTS5 itself
 * tokenizes all documents for that and compares; `PRAGMA integrity_check` looks at the structure only.
 *
 * To FTS5 the comparison is a write, which would keep everybody else from writing for as long as it takes (a minute at a
 * million documents). So the index is copied as it stands into SQLite's temporary database, whose file has no name and
 * ends with the connection, and is compared there with the documents of the reader's snapshot. Only within `read` or
 * `write`.
 */
export function isIndexExact({database}: Connection): boolean {
  database.exec('SAVEPOINT comparison')
  // The tables of an index are closed to others otherwise.
  database.unsafeMode(true)
  try {
    copyIndex(database)
    return compare(database)
  } finally {
    database.unsafeMode(false)
    database.exec('ROLLBACK TO comparison; RELEASE comparison')
  }
}

/** The copy is declared as the index is, and reads the documents through a view of its own database. */
function copyIndex(database: Database.Database): void {
  const declared = database.prepare(`SELECT sql FROM main.sqlite_schema WHERE name = 'documents_fts'`)
  const declaration = String(declared.pluck().get())
    .replace('documents_fts', 'temp.compared_fts')
    .replace("'documents_searchable'", "'compared_documents'")
  database.exec(
    `CREATE TEMP VIEW compared_documents AS SELECT * FROM main.documents_searchable; ${declaration}`,
  )
  for (const table of KEPT_IN) {
    database.exec(`DELETE FROM temp.compared_fts_${table};
                   INSERT INTO temp.compared_fts_${table} SELECT * FROM main.documents_fts_${table}`)
  }
}

function compare(database: Database.Database): boolean {
  try {
    database.exec(`INSERT INTO temp.compared_fts (compared_fts, rank) VALUES ('integrity-check', 1)`)
    return true
  } catch (error) {
    if (String((error as {code?: unknown}).code).startsWith('SQLITE_CORRUPT')) return false
    throw error
  }
}
