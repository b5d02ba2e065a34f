import type {JobStatus} from './job-state.js'

export type JsonValue = null | boolean | number | string | JsonValue[] | {[key: string]: JsonValue}

/** The default of `max_retries`. */
export const DEFAULT_MAX_RETRIES = 3

/** What a completed job of the built-in ingestion says (SPEC §5). */
export type IngestionResult = {
  documents_loaded: number
  type: 'file' | 'directory'
  documents_skipped: number
  documents_failed: number
  documents_reused: number
  pages: number
  ocr_pages: number
}

export interface JobFields {
  jobId: string
  filePath: string
  status: JobStatus
  retries: number
  maxRetries: number
  createdAt: Date
  updatedAt: Date
  errorMessage: string | null
  errorCode: string | null
  /** What the job gave when it ended; null before. */
  result: JsonValue
  /** Higher runs first. */
  priority: number
  /** Not before this time; null: at once. */
  availableAt: Date | null
  /** Workers that died while they had it. */
  crashes: number
  /** Whether its scans may be read by OCR. */
  ocr: boolean
}

/** A job as JSON: snake_case, times in ISO-8601 UTC. */
export interface JobJson {
  job_id: string
  file_path: string
  status: JobStatus
  retries: number
  max_retries: number
  created_at: string
  updated_at: string
  error_message: string | null
  result: JsonValue
  error_code: string | null
  priority: number
  available_at: string | null
  crashes: number
  ocr: boolean
}

/** One path (file or directory) to be ingested, as it stood when it was read from the database. */
export class Job implements JobFields {
  readonly jobId: string
  readonly filePath: string
  readonly status: JobStatus
  readonly retries: number
  readonly maxRetries: number
  readonly createdAt: Date
  readonly updatedAt: Date
  readonly errorMessage: string | null
  readonly errorCode: string | null
  readonly result: JsonValue
  readonly priority: number
  readonly availableAt: Date | null
  readonly crashes: number
  readonly ocr: boolean

  constructor(fields: JobFields) {
    this.jobId = fields.jobId
    this.filePath = fields.filePath
    this.status = fields.status
    this.retries = fields.retries
    this.maxRetries = fields.maxRetries
    this.createdAt = fields.createdAt
    this.updatedAt = fields.updatedAt
    this.errorMessage = fields.errorMessage
    this.errorCode = fields.errorCode
    this.result = fields.result
    this.priority = fields.priority
    this.availableAt = fields.availableAt
    this.crashes = fields.crashes
    this.ocr = fields.ocr
  }

  static fromJSON(json: JobJson): Job {
    return new Job({
      jobId: json.job_id,
      filePath: json.file_path,
      status: json.status,
      retries: json.retries,
      maxRetries: json.max_retries,
      createdAt: new Date(json.created_at),
      updatedAt: new Date(json.updated_at),
      errorMessage: json.error_message,
      errorCode: json.error_code,
      result: json.result,
      priority: json.priority,
      availableAt: json.available_at === null ? null : new Date(json.available_at),
      crashes: json.crashes,
      ocr: json.ocr,
    })
  }

  toJSON(): JobJson {
    return {
      job_id: this.jobId,
      file_path: this.filePath,
      status: this.status,
      retries: this.retries,
      max_retries: this.maxRetries,
      created_at: this.createdAt.toISOString(),
      updated_at: this.updatedAt.toISOString(),
      error_message: this.errorMessage,
      result: this.result,
      error_code: this.errorCode,
      priority: this.priority,
      available_at: this.availableAt?.toISOString() ?? null,
      crashes: this.crashes,
      ocr: this.ocr,
    }
  }
}
