import {AtsError} from '../model/errors.js'
import type {Job} from '../model/job.js'
import type {IngestionQueue} from '../queue/ingestion-queue.js'
import {EXIT, type ExitCode, exitCodeOf} from './exit-codes.js'

export interface RefusedId {
  id: string
  error: AtsError
}

/** What became of each of several ids. */
export interface IdOutcome {
  done: string[]
  refused: RefusedId[]
}

/** Ids or unique beginnings or ends of ids, in full; each job once. */
export async function findJobs(queue: IngestionQueue, fragments: readonly string[]): Promise<Job[]> {
  const jobs = new Map<string, Job>()
  for (const fragment of fragments) {
    const job = await queue.findJob(fragment)
    jobs.set(job.jobId, job)
  }
  return [...jobs.values()]
}

/** Does a thing to each job; one that cannot be found or changed does not keep the others from it. */
export async function forEachJob(
  queue: IngestionQueue,
  fragments: readonly string[],
  act: (jobId: string) => Promise<void>,
): Promise<IdOutcome> {
  const outcome: IdOutcome = {done: [], refused: []}
  for (const id of fragments) {
    try {
      const {jobId} = await queue.findJob(id)
      await act(jobId)
      outcome.done.push(jobId)
    } catch (error) {
      if (!concernsOneJob(error)) throw error
      outcome.refused.push({id, error})
    }
  }
  return outcome
}

/** @throws AtsError the first refusal, where nothing was done */
export function idExitCode({done, refused}: IdOutcome): ExitCode {
  const [first] = refused
  if (first === undefined) return EXIT.done
  if (done.length === 0 && refused.length === 1) throw first.error
  return done.length === 0 ? exitCodeOf(first.error) : EXIT.partly
}

export function needIds(ids: readonly string[], example: string): void {
  if (ids.length === 0) throw new AtsError('USAGE', 'ID is missing', {suggestions: [example]})
}

function concernsOneJob(error: unknown): error is AtsError {
  const codes = ['JOB_NOT_FOUND', 'AMBIGUOUS_ID', 'INVALID_STATE']
  return error instanceof AtsError && codes.includes(error.code)
}
