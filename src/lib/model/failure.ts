import {type BackoffPolicy, backoffDelay} from './backoff.js'
import {type ErrorCode, isRetryable} from './errors.js'

/** Crashes of its workers that a job or file survives; with the third it is a dead letter (SPEC §2). */
export const MAX_CRASHES = 3

/** What a unit of work (a job, or a file of a directory job) has used up so far. */
export interface Budget {
  retries: number
  maxRetries: number
}

export interface Failure {
  code: ErrorCode | null
  message: string
}

/** What a failure leads to. */
export type Verdict = {kind: 'retry'; retries: number; delayMs: number} | {kind: 'failed'}

/**
 * Whether a failure is retried: only where a retry can cure it and one is left. `maxRetries = 2` means that the
 * third failure is final.
 */
export function judgeFailure(
  failure: Failure,
  budget: Budget,
  random: () => number,
  policy?: BackoffPolicy,
): Verdict {
  const curable = failure.code === null || isRetryable(failure.code)
  if (!curable || budget.retries >= budget.maxRetries) return {kind: 'failed'}
  const retries = budget.retries + 1
  return {kind: 'retry', retries, delayMs: backoffDelay(retries, random, policy)}
}
