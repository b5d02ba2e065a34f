import type {Job} from '../model/job.js'
import {isFinal} from '../model/job-state.js'
import type {IngestionQueue} from '../queue/ingestion-queue.js'
import {EXIT, type ExitCode} from './exit-codes.js'
import type {Session} from './session.js'

/**
 * Waits until the jobs are final. Says at a terminal or in a log when nobody is there to run them.
 *
 * @throws AtsError `WAIT_TIMEOUT`, `INTERRUPTED`
 */
export async function awaitJobs(
  queue: IngestionQueue,
  ids: readonly string[],
  {session, timeoutMs}: {session: Session; timeoutMs?: number | undefined},
): Promise<Job[]> {
  if (await isLeftAlone(queue, ids))
    await session.stderr.write('No worker is running; start one with: ats worker run\n')
  const {signal} = session.interruption
  const waiting = queue.wait([...ids], {signal, ...(timeoutMs === undefined ? {} : {timeoutMs})})
  return Promise.race([waiting, session.interruption.rejection()])
}

async function isLeftAlone(queue: IngestionQueue, ids: readonly string[]): Promise<boolean> {
  if ((await queue.getStats()).workers > 0) return false
  for (const id of ids) {
    const job = await queue.getJob(id)
    if (job && !isFinal(job.status)) return true
  }
  return false
}

/** 0 when all were completed, 1 when one failed. */
export function waitExitCode(jobs: readonly Job[]): ExitCode {
  return jobs.every(({status}) => status === 'completed') ? EXIT.done : EXIT.failed
}
