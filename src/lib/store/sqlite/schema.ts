import type {Generated} from 'kysely'
import type {AttemptOutcome} from '../../model/attempt.js'
import type {ErasureCause} from '../../model/erasure.js'
import type {FileOutcome} from '../../model/job-file.js'
import type {JobStatus} from '../../model/job-state.js'

/** The tables of `migrations/`, as Kysely sees them. Booleans are 0 and 1, times are text (`model/time.ts`). */
export interface Schema {
  jobs: JobsTable
  job_counts: {status: JobStatus | 'scheduled'; jobs: number}
  documents: DocumentsTable
  document_paths: {doc_seq: number; path: string; created_at: string; taken_in_at: string | null}
  erasures: ErasuresTable
  ocr_pages: OcrPagesTable
  ocr_sources: {sha256: string; path: string}
  identities: IdentitiesTable
  watched_files: {
    path_hmac: string
    fingerprint: string
    job_id: string
    enqueued_at: string
    folder_hmac: string | null
    missing_since: string | null
  }
  identity_keys: {key: number; doc_seq: number}
  document_search: DocumentSearchTable
  files: FilesTable
  attempts: AttemptsTable
  workers: WorkersTable
  settings: {name: string; value: string}
}

export interface JobsTable {
  job_id: string
  file_path: string
  status: Generated<JobStatus>
  retries: Generated<number>
  max_retries: Generated<number>
  error_message: string | null
  created_at: Generated<string>
  updated_at: Generated<string>
  result_json: string | null
  seq: Generated<number>
  priority: Generated<number>
  available_at: string | null
  error_code: string | null
  crashes: Generated<number>
  attempts: Generated<number>
  ocr: Generated<number>
  content_sha256: string | null
  walked: Generated<number>
  files_open: Generated<number>
  generation: Generated<number>
}

export interface DocumentsTable {
  doc_seq: Generated<number>
  document_id: string
  sha256: string
  file_name: string
  file_type: string
  bytes: number
  pages: number
  ocr_pages: number
  skipped_pages: number
  ocr_confidence: number | null
  language: string | null
  text: string
  words: number
  sections_json: string
  profile_json: string | null
  metadata_json: string
  attachments_json: string
  page_readings_json: string
  warnings_json: string
  pipeline_version: number
  ocr_languages: string | null
  created_at: string
  updated_at: string
  person_id: Generated<string | null>
}

export interface IdentitiesTable {
  doc_seq: number
  identity_json: string
  sketch: Uint8Array | null
  recency: string
}

export interface OcrPagesTable {
  key: string
  sha256: string
  languages: string
  text: string
  confidence: number
  created_at: string
}

export interface DocumentSearchTable {
  doc_seq: number
  name: string
  headline: string
  skills: string
  titles: string
  employers: string
  file_name: string
  extra: string
  digest: Uint8Array
}

export interface FilesTable {
  file_id: Generated<number>
  job_seq: number
  path: string
  path_bytes: Uint8Array | null
  state: Generated<'pending' | 'processing' | 'done'>
  priority: Generated<number>
  available_at: string | null
  retries: Generated<number>
  crashes: Generated<number>
  attempts: Generated<number>
  generation: Generated<number>
  fingerprint: string | null
  outcome: FileOutcome | null
  doc_seq: number | null
  reused: Generated<number>
  pages: Generated<number>
  ocr_pages: Generated<number>
  skipped_pages: Generated<number>
  error_code: string | null
  error_message: string | null
  duration_ms: number | null
}

export interface AttemptsTable {
  attempt_id: Generated<number>
  job_seq: number
  file_id: number | null
  attempt: number
  token: string
  worker_id: string
  started_at: string
  finished_at: string | null
  outcome: AttemptOutcome | null
  error_code: string | null
  error_message: string | null
}

export interface ErasuresTable {
  erasure_seq: Generated<number>
  document_id: string | null
  sha256: string | null
  bytes: number | null
  cause: ErasureCause
  reason: string | null
  blocked: Generated<number>
  last_job_seq: number
  erased_at: string
  rewritten_at: string | null
  completed_at: string | null
}

export interface WorkersTable {
  worker_id: string
  host: string
  boot_id: string
  pid: number
  concurrency: number
  lease_ms: number
  beat: Generated<number>
  started_at: string
  heartbeat_at: string
}
