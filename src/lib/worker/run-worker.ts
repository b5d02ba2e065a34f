import {hostname} from 'node:os'
import type {WorkerListener, WorkerSummary} from '../model/events.js'
import {Membership} from '../queue/membership.js'
import {newId} from '../store/new-id.js'
import {Housekeeping} from './housekeeping.js'
import {Lanes} from './lanes.js'
import {isPassing, isPassingAtStart, patiently} from './patience.js'
import {Running} from './running.js'
import {stopOn} from './stop.js'
import {SummaryTally} from './summary.js'
import {Vigil} from './vigil.js'
import {createWork, type Work} from './work.js'
import {WorkSource} from './work-source.js'
import {withDefaults} from './worker-defaults.js'
import type {WorkerOptions} from './worker-options.js'

/**
 * Takes jobs from the queue and does them until it is told to stop, there is nothing left (`drain`), or one job is
 * done (`oneTime`). What becomes of the jobs is told by events and stands in the queue; it is no error of the worker.
 *
 * ```ts
 * const summary = await runWorker({queue, drain: true, on: (event) => console.error(event)})
 * ```
 *
 * @throws AtsError USAGE for options that make no sense, CONFIGURATION for languages that are not installed, and
 * database errors that do not pass by waiting
 */
export async function runWorker(options: WorkerOptions): Promise<WorkerSummary> {
  const settings = withDefaults(options)
  const {queue, concurrency, leaseMs, signal, forceSignal, clock} = settings
  const started = performance.now()
  const tally = new SummaryTally()
  const emit: WorkerListener = (event) => {
    tally.listen(event)
    options.on?.(event)
  }
  const store = await queue.store()
  const work: Work = await createWork(settings, store)
  const workerId = `${hostname()}-${process.pid}-${newId().slice(-6)}`
  const join = () => Membership.join(store, {workerId, leaseMs, concurrency}, clock)
  const membership = await patiently(join, emit, signal, isPassingAtStart)
  const running = new Running()
  const source = new WorkSource({
    claim: (request) => store.claims.claim({workerId, now: clock(), ...request}),
    nextAvailableAt: () => store.claims.nextAvailableAt(),
    moreMayCome: async () => {
      for (const path of await store.claims.walking()) if (await work.mayBecomeWork(path)) return true
      return false
    },
    release: (claim) => lanes.release(claim),
    onIdle: () => void tellIdle().catch(() => undefined),
    ...settings,
  })
  const tellIdle = async () => {
    const {pending, paused} = await queue.getStats()
    store.releaseMemory()
    emit({type: 'worker.idle', pending, paused})
  }
  const isCancelled = async (jobId: string) =>
    CALLED_OFF.has((await queue.getJob(jobId).catch(() => undefined))?.errorCode ?? '')
  const {ocr, languages} = settings
  emit({type: 'worker.started', workerId, database: store.location, concurrency, ocr, languages})
  const message = store.caution()
  if (message) emit({type: 'worker.warning', message})
  const vigil = new Vigil({store, workerId, running, source, emit, clock})
  const lastCall = new AbortController()
  const forced = lastCall.signal
  const lanes = new Lanes({source, running, work, workerId, emit, clock, isCancelled, forced})
  const onLastCall = () => lastCall.abort()
  const {graceMs} = settings
  const stop = stopOn({signal, forceSignal, graceMs, source, running, emit, onLastCall})
  const deafen = store.listen(() => source.wake())
  const housekeeping = new Housekeeping({store, retentionMs: settings.retentionMs, emit, clock, signal})
  try {
    await patiently(() => vigil.begin(), emit, signal, isPassingAtStart)
    housekeeping.begin()
    await lanes.run(concurrency)
    if (vigil.failure) throw vigil.failure
  } finally {
    deafen()
    stop.end()
    await allInTurn([
      () => source.settled(),
      () => housekeeping.end(),
      () => vigil.end(),
      () => work.end(),
      () => leave(membership),
    ])
  }
  const summary = tally.summary({
    workerId,
    database: store.location,
    pending: (await queue.getStats().catch(() => undefined))?.pending ?? 0,
    durationMs: Math.round(performance.now() - started),
  })
  emit({type: 'worker.stopped', ...summary})
  return summary
}

/** Codes of jobs that somebody has ended while they ran. */
const CALLED_OFF = new Set(['CANCELLED', 'ERASED'])

/** Where the database cannot be written for now, the others see by the lock that the worker has left. */
async function leave(membership: Membership): Promise<void> {
  await membership.leave().catch((error) => {
    if (!isPassing(error)) throw error
  })
}

/** Ends one thing after the other, also when ending one of them fails; throws the first failure. */
async function allInTurn(ends: readonly (() => Promise<void>)[]): Promise<void> {
  const failures: unknown[] = []
  for (const end of ends) await end().catch((error) => failures.push(error))
  if (failures.length > 0) throw failures[0]
}
