import type {WorkerListener} from '../model/events.js'
import type {Store} from '../store/store.js'
import {isPassing} from './patience.js'

/** Milliseconds between two applications of the retention period. */
const DAY = 86_400_000

/** Milliseconds between two looks for erasures that are not completed, doubled as long as they cannot be. */
const LOOK = {first: 60_000, most: 1_800_000}

export interface HousekeepingOptions {
  store: Pick<Store, 'erasures'>
  /** Milliseconds since they were last taken in after which documents are erased; undefined: never. */
  retentionMs: number | undefined
  emit: WorkerListener
  clock: () => Date
  /** From now on nothing is waited for. */
  signal: AbortSignal
  /** Milliseconds between two looks, if not the usual. */
  look?: typeof LOOK
}

/** Erases what is older than it may be, at the start and daily, and completes what others could not. */
export class Housekeeping {
  readonly #options: HousekeepingOptions
  readonly #look: typeof LOOK
  #timer: NodeJS.Timeout | undefined
  #round: Promise<void> = Promise.resolve()
  #applied = Number.NEGATIVE_INFINITY
  #ended = false
  #warned = ''

  constructor(options: HousekeepingOptions) {
    this.#options = options
    this.#look = options.look ?? LOOK
  }

  begin(): void {
    this.#run(this.#look.first)
  }

  /** Waits for what runs, unless the worker was told to stop: what is not completed then is completed by the next. */
  async end(): Promise<void> {
    this.#ended = true
    clearTimeout(this.#timer)
    if (!this.#options.signal.aborted) await Promise.race([this.#round, aborted(this.#options.signal)])
  }

  #run(delayMs: number): void {
    this.#round = this.#keepHouse(delayMs)
      .catch((error) => this.#judge(error))
      .then((next) => this.#schedule(next ?? this.#look.first))
  }

  #schedule(delayMs: number): void {
    if (this.#ended) return
    this.#timer = setTimeout(() => this.#run(delayMs), delayMs)
    this.#timer.unref()
  }

  /** @returns milliseconds until the next look */
  async #keepHouse(delayMs: number): Promise<number> {
    await this.#applyRetention()
    const {store, clock} = this.#options
    const documents = await store.erasures.countPending()
    if (documents === 0) return this.#look.first
    const {pending, obstacle} = await store.erasures.cleanse(clock())
    if (pending === 0 || obstacle === null) {
      this.#emit({type: 'erasures.completed', documents})
      return this.#look.first
    }
    const next = Math.min(this.#look.most, 2 * delayMs)
    this.#emit({type: 'erasures.waiting', documents: pending, delayMs: next, ...obstacle})
    return next
  }

  async #applyRetention(): Promise<void> {
    const {store, retentionMs, clock} = this.#options
    if (retentionMs === undefined || performance.now() - this.#applied < DAY) return
    const now = clock()
    const before = new Date(now.getTime() - retentionMs)
    const order = {cause: 'retention' as const, reason: null, block: false}
    const {documents, siblings: _, ...counts} = await store.erasures.erase({before}, order, now)
    this.#applied = performance.now()
    if (documents.length > 0) this.#emit({type: 'documents.erased', documents: documents.length, ...counts})
  }

  #emit(event: Parameters<WorkerListener>[0]): void {
    if (!this.#ended || !this.#options.signal.aborted) this.#options.emit(event)
  }

  /** A database that cannot be written for now is asked again; what else is wrong with it, the vigil tells. */
  #judge(error: unknown): void {
    if (isPassing(error)) return
    const message = `Erasure has to wait: ${error instanceof Error ? error.message : String(error)}`
    if (message !== this.#warned) this.#emit({type: 'worker.warning', message})
    this.#warned = message
  }
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => signal.addEventListener('abort', () => resolve(), {once: true}))
}
