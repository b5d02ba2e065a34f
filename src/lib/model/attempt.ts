/**
 * How an attempt ended. `retried`: it failed and the job or file will run again. `released`: its worker stopped and
 * handed it back. `crashed`: its worker died. `lost`: its worker lived but let the lease run out.
 */
export const ATTEMPT_OUTCOMES = [
  'completed',
  'failed',
  'retried',
  'released',
  'crashed',
  'lost',
  'cancelled',
] as const

export type AttemptOutcome = (typeof ATTEMPT_OUTCOMES)[number]

/** One run of a job, or of one file of a directory job, by one worker. */
export interface Attempt {
  /** From 1, counted for the job and for each of its files apart. */
  attempt: number
  /** The file of a directory job; null for the job itself. */
  filePath: string | null
  workerId: string
  startedAt: Date
  /** Null while it runs. */
  finishedAt: Date | null
  outcome: AttemptOutcome | null
  errorCode: string | null
  errorMessage: string | null
}

export interface AttemptJson {
  attempt: number
  file_path: string | null
  worker_id: string
  started_at: string
  finished_at: string | null
  outcome: AttemptOutcome | null
  error_code: string | null
  error_message: string | null
}

export function attemptToJson(attempt: Attempt): AttemptJson {
  return {
    attempt: attempt.attempt,
    file_path: attempt.filePath,
    worker_id: attempt.workerId,
    started_at: attempt.startedAt.toISOString(),
    finished_at: attempt.finishedAt?.toISOString() ?? null,
    outcome: attempt.outcome,
    error_code: attempt.errorCode,
    error_message: attempt.errorMessage,
  }
}
