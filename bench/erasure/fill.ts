import Database from 'better-sqlite3'

const WORDS =
  'harbour ledger bridge school garden engine kept built led wrote sold drew taught moved planned mended'.split(
    ' ',
  )

/** Bytes of a document's text. */
const LENGTH = 4_000

/** Puts documents into a database, and the folder job that they came from; the index is left to the library. */
export function fill(path: string, documents: number): void {
  const database = new Database(path)
  database.pragma('synchronous = OFF')
  const at = '2026-05-01T00:00:00.000'
  const document = database.prepare(`
    INSERT INTO documents (document_id, sha256, file_name, file_type, bytes, pages, ocr_pages, skipped_pages, language,
                           text, pipeline_version, created_at, updated_at)
    VALUES (?, ?, ?, 'pdf', 90000, 2, 0, 0, 'en', ?, 2, '${at}', '${at}')`)
  const documentPath = database.prepare(
    `INSERT INTO document_paths (doc_seq, path, created_at) VALUES (?, ?, '${at}')`,
  )
  const file = database.prepare(`
    INSERT INTO files (job_seq, path, state, outcome, doc_seq, pages, fingerprint)
    VALUES (?, ?, 'done', 'loaded', ?, 2, '1-1-1')`)
  database.transaction(() => {
    const job = database
      .prepare(`
        INSERT INTO jobs (job_id, file_path, status, created_at, updated_at)
        VALUES ('folder', '/cvs', 'completed', '${at}', '${at}')`)
      .run().lastInsertRowid
    for (let n = 1; n <= documents; n += 1) {
      const id = `document-${n}`
      const {lastInsertRowid: seq} = document.run(id, n.toString(16).padStart(64, '0'), `${n}.pdf`, textOf(n))
      documentPath.run(seq, `/cvs/${n}.pdf`)
      file.run(job, `/cvs/${n}.pdf`, seq)
    }
    database
      .prepare("INSERT INTO settings (name, value) VALUES ('search_index_below', ?)")
      .run(String(documents + 1))
  })()
  database.close()
}

function textOf(number: number): string {
  let text = `Person ${number}\n`
  for (let i = 0; text.length < LENGTH; i += 1) {
    const mixed = Math.imul(number * 7919 + i, 0x9e3779b1) >>> 0
    text += `${WORDS[mixed % 16]}${WORDS[(mixed >> 4) % 16]} ${i % 12 === 11 ? '\n' : ''}`
  }
  return text
}
