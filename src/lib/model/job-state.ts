/** SPEC §2: these four and no others are public. */
export const JOB_STATUSES = ['pending', 'processing', 'completed', 'failed'] as const

export type JobStatus = (typeof JOB_STATUSES)[number]

/**
 * The state machine, the one table of it in the code. The trigger `jobs_transition` in `migrations/` says the same,
 * and a test holds the two together.
 *
 * `pending` may end without `processing`: `cancel`, and the reference design's `markCompleted` and `markFailed`,
 * which take and finish a claim in one statement. A final state is left only by `retry`.
 */
export const JOB_TRANSITIONS: Readonly<Record<JobStatus, readonly JobStatus[]>> = {
  pending: ['processing', 'completed', 'failed'],
  processing: ['pending', 'completed', 'failed'],
  completed: ['pending'],
  failed: ['pending'],
}

export function isFinal(status: JobStatus): boolean {
  return status === 'completed' || status === 'failed'
}

export function isJobStatus(text: string): text is JobStatus {
  return (JOB_STATUSES as readonly string[]).includes(text)
}
