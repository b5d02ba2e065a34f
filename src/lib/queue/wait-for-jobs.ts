import {setTimeout as sleep} from 'node:timers/promises'
import {AtsError} from '../model/errors.js'
import type {Job} from '../model/job.js'
import {isFinal} from '../model/job-state.js'

export interface WaitOptions {
  /** Milliseconds; without it the wait is as long as it takes. */
  timeoutMs?: number
  /** Milliseconds between two looks. Default 250. */
  pollMs?: number
  signal?: AbortSignal
  /** Told once for each job, when it has ended. */
  onFinished?: (job: Job) => void
}

/** @throws AtsError JOB_NOT_FOUND (also when a job is cleared meanwhile), WAIT_TIMEOUT, INTERRUPTED */
export async function waitForJobs(
  getJob: (id: string) => Promise<Job | undefined>,
  ids: readonly string[],
  {timeoutMs = Number.POSITIVE_INFINITY, pollMs = 250, signal, onFinished}: WaitOptions,
): Promise<Job[]> {
  const deadline = performance.now() + timeoutMs
  const finished = new Map<string, Job>()
  for (;;) {
    for (const id of ids) {
      if (finished.has(id)) continue
      const job = await getJob(id)
      if (!job) throw new AtsError('JOB_NOT_FOUND', `There is no job ${id}`)
      if (!isFinal(job.status)) continue
      finished.set(id, job)
      onFinished?.(job)
    }
    if (finished.size === new Set(ids).size) return ids.map((id) => finished.get(id) as Job)
    if (signal?.aborted) throw new AtsError('INTERRUPTED', 'Interrupted while waiting')
    if (performance.now() >= deadline) throw timedOut(ids.length - finished.size)
    await sleep(Math.min(pollMs, Math.max(0, deadline - performance.now())), undefined, {
      ...(signal ? {signal} : {}),
    }).catch(() => undefined)
  }
}

function timedOut(unfinished: number): AtsError {
  const what = unfinished === 1 ? 'One job has' : `${unfinished} jobs have`
  return new AtsError('WAIT_TIMEOUT', `${what} not ended in the time given`, {
    suggestions: ['Wait again, or see what is going on: ats queue stats; ats worker list'],
  })
}
