import type Database from 'better-sqlite3'

export interface JobRow {
  seq: number
  job_id: string
  file_path: string
  status: string
  retries: number
  max_retries: number
  priority: number
  available_at: string | null
  error_code: string | null
  result_json: string | null
  crashes: number
  attempts: number
  walked: number
  files_open: number
  generation: number
  updated_at: string
}

export interface FileRow {
  file_id: number
  job_seq: number
  path: string
  state: string
  available_at: string | null
  retries: number
  crashes: number
  attempts: number
  generation: number
  outcome: string | null
  doc_seq: number | null
  reused: number
  pages: number
  error_code: string | null
}

export interface AttemptRow {
  attempt_id: number
  job_seq: number
  file_id: number | null
  attempt: number
  token: string
  worker_id: string
  outcome: string | null
  error_code: string | null
}

export interface DocumentRow {
  doc_seq: number
  document_id: string
  sha256: string
  text: string
  pages: number
  ocr_pages: number
  skipped_pages: number
}

/** All that the database holds. */
export interface Dump {
  jobs: JobRow[]
  files: FileRow[]
  attempts: AttemptRow[]
  documents: DocumentRow[]
  document_paths: {doc_seq: number; path: string}[]
  workers: {worker_id: string; beat: number}[]
  settings: {name: string; value: string}[]
  job_counts: {status: string; jobs: number}[]
}

const ORDER: Record<keyof Dump, string> = {
  jobs: 'seq',
  files: 'file_id',
  attempts: 'attempt_id',
  documents: 'doc_seq',
  document_paths: 'doc_seq, path',
  workers: 'worker_id',
  settings: 'name',
  job_counts: 'status',
}

/** @returns what reads everything there is, on one snapshot */
export function dumper(database: Database.Database): () => Dump {
  const tables = Object.entries(ORDER).map(
    ([table, order]) => [table, database.prepare(`SELECT * FROM ${table} ORDER BY ${order}`)] as const,
  )
  return database.transaction(
    () => Object.fromEntries(tables.map(([table, statement]) => [table, statement.all()])) as unknown as Dump,
  )
}
