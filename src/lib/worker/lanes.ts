import {AtsError} from '../model/errors.js'
import type {WorkerListener} from '../model/events.js'
import type {Claim, ClaimRequest, Settled, Settlement} from '../store/store.js'
import {outcomeEvents} from './outcome-events.js'
import {isPassing, patiently} from './patience.js'
import type {Running} from './running.js'
import type {Work, WorkListeners} from './work.js'
import type {WorkSource} from './work-source.js'

export interface LanesOptions {
  source: WorkSource
  running: Running
  work: Work
  workerId: string
  emit: WorkerListener
  clock: () => Date
  /** Why a claim no longer stands, for the log. */
  isCancelled: (jobId: string) => Promise<boolean>
  /** Aborts when the worker has to stop at once: then nothing waits for the database any more. */
  forced: AbortSignal
}

/** So many pieces of work at a time, each taken, done and settled. */
export class Lanes {
  readonly #options: LanesOptions

  constructor(options: LanesOptions) {
    this.#options = options
  }

  /** Returns when the source has ended; throws what no lane could help, after all of them have stopped. */
  async run(count: number): Promise<void> {
    const lanes = Array.from({length: count}, () => this.#lane())
    const failed = (await Promise.allSettled(lanes)).find((lane) => lane.status === 'rejected')
    if (failed) throw failed.reason
  }

  async #lane(): Promise<void> {
    const {source, running} = this.#options
    for (;;) {
      const claim = await this.#patiently(() => source.take())
      if (!claim) return
      try {
        await this.#do(claim)
      } catch (error) {
        // Nothing that a lane can mend: the others stop too, and the caller is told.
        source.end()
        running.abortAll()
        throw error
      } finally {
        source.done()
      }
    }
  }

  /** Hands back a claim that nobody began. */
  async release(claim: Claim): Promise<void> {
    await this.#settle(claim, {kind: 'released'}, undefined)
  }

  async #do(claim: Claim): Promise<void> {
    const {running, source} = this.#options
    this.#announce(claim)
    const signal = running.start(claim)
    try {
      await this.#settle(claim, await this.#perform(claim, signal), source.appetite)
    } catch (error) {
      if (!isErasedMeanwhile(error)) throw error
      await this.#settle(claim, await this.#perform(claim, signal, {reuse: false}), undefined)
    } finally {
      running.end(claim)
    }
  }

  /** A database that fails in the middle of the work costs the work, not the job: it is handed back. */
  async #perform(claim: Claim, signal: AbortSignal, options?: {reuse: boolean}): Promise<Settlement> {
    try {
      return await this.#options.work.perform(claim, signal, this.#listeners(claim), options)
    } catch (error) {
      if (!isPassing(error) && !isLost(error)) throw error
      return {kind: 'released'}
    }
  }

  #announce({job, file, attempt, retries}: Claim): void {
    const {jobId, filePath: path} = job
    if (!file) this.#options.emit({type: 'job.claimed', jobId, path, attempt, retries})
  }

  #listeners(claim: Claim): WorkListeners {
    const {emit, source} = this.#options
    const job = {jobId: claim.job.jobId, path: claim.job.filePath}
    return {
      onFile: (filePath) => emit({type: 'file.started', ...job, filePath, attempt: claim.attempt}),
      onPage: (filePath, progress) => emit({type: 'page.read', ...job, filePath, ...progress}),
      onWalked: (tally) => emit({type: 'job.walked', ...job, ...tally}),
      onTurnedAway: ({path: filePath, error}) =>
        emit({type: 'file.skipped', ...job, filePath, ...error, durationMs: 0}),
      onFound: () => source.wake(),
    }
  }

  async #settle(
    claim: Claim,
    settlement: Settlement,
    appetite: Pick<ClaimRequest, 'limit' | 'jobId'> | undefined,
  ): Promise<void> {
    const {source, emit, workerId, clock} = this.#options
    const settled = await this.#patiently(() => {
      const now = clock()
      const next = appetite && {...appetite, workerId, now}
      return settleOrLose(claim, settlement, now, next)
    }).catch((error): 'left behind' => this.#leaveBehind(error))
    if (settled === 'left behind') return
    if (settled) {
      source.offer(settled.next)
      for (const event of outcomeEvents(claim, settlement, settled, clock())) emit(event)
      return
    }
    const {jobId, filePath: path} = claim.job
    const reason = (await this.#options.isCancelled(jobId)) ? 'cancelled' : 'taken'
    emit({type: 'lease.lost', jobId, path, filePath: claim.file?.path ?? path, reason})
  }

  /** At the last call there is no waiting for the database: others will take the work back, as after a crash. */
  #leaveBehind(error: unknown): 'left behind' {
    const {forced, emit} = this.#options
    if (!forced.aborted || !isPassing(error)) throw error
    const {message} = error as AtsError
    emit({type: 'worker.warning', message: `Work could not be handed back: ${message}`})
    return 'left behind'
  }

  #patiently<T>(call: () => Promise<T>): Promise<T> {
    return patiently(call, this.#options.emit, this.#options.forced)
  }
}

/** @returns undefined when the claim no longer stands: then nothing was written */
async function settleOrLose(
  claim: Claim,
  settlement: Settlement,
  now: Date,
  next: ClaimRequest | undefined,
): Promise<Settled | undefined> {
  try {
    return await claim.settle(settlement, now, next)
  } catch (error) {
    if (isLost(error)) return undefined
    throw error
  }
}

function isLost(error: unknown): boolean {
  return error instanceof AtsError && error.code === 'LEASE_LOST'
}

/** The document that was to be used again is gone since it was looked up. */
function isErasedMeanwhile(error: unknown): boolean {
  return error instanceof AtsError && error.code === 'DOCUMENT_NOT_FOUND'
}
