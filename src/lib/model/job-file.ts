export const FILE_OUTCOMES = ['loaded', 'skipped', 'failed'] as const

/** What became of one file in a job. */
export type FileOutcome = (typeof FILE_OUTCOMES)[number]

/** A file of a job: the one file of a file job, or each that a directory job found. */
export interface JobFile {
  filePath: string
  /** Null while it waits or is being read. */
  outcome: FileOutcome | null
  documentId: string | null
  errorCode: string | null
  errorMessage: string | null
  durationMs: number | null
}

export interface JobFileJson {
  file_path: string
  outcome: FileOutcome | null
  document_id: string | null
  error_code: string | null
  error_message: string | null
  duration_ms: number | null
}

export function jobFileToJson(file: JobFile): JobFileJson {
  return {
    file_path: file.filePath,
    outcome: file.outcome,
    document_id: file.documentId,
    error_code: file.errorCode,
    error_message: file.errorMessage,
    duration_ms: file.durationMs,
  }
}
