import type {WorkerListener} from '../model/events.js'
import type {Store} from '../store/store.js'
import {isPassing} from './patience.js'
import type {Running} from './running.js'
import type {WorkSource} from './work-source.js'

/** Milliseconds between two rounds: a dead worker's jobs run again, and a cancelled job stops, within a second. */
const ROUND = 400

export interface VigilOptions {
  store: Store
  workerId: string
  running: Running
  source: WorkSource
  emit: WorkerListener
  clock: () => Date
}

/** Watches while the worker works: for claims that it has lost, and for workers that have died. */
export class Vigil {
  readonly #options: VigilOptions
  #timer: NodeJS.Timeout | undefined
  #round: Promise<void> = Promise.resolve()
  #ended = false
  #failure: unknown

  constructor(options: VigilOptions) {
    this.#options = options
  }

  /** The first round is made before any work is taken. */
  async begin(): Promise<void> {
    const {store, clock} = this.#options
    await store.claims.adoptOrphans(clock())
    await this.#look()
    this.#schedule()
  }

  /** What has ended the worker's work, if it was something that does not pass by waiting. */
  get failure(): unknown {
    return this.#failure
  }

  async end(): Promise<void> {
    this.#ended = true
    clearTimeout(this.#timer)
    await this.#round
  }

  #schedule(): void {
    if (this.#ended) return
    this.#timer = setTimeout(() => {
      this.#round = this.#look()
        .catch((error) => this.#judge(error))
        .then(() => this.#schedule())
    }, ROUND)
  }

  /** A round that a busy database refused is made up for by the next; without a database there is nothing to work for. */
  #judge(error: unknown): void {
    if (isPassing(error)) return
    const {source, running} = this.#options
    this.#failure ??= error
    source.end()
    running.abortAll()
  }

  async #look(): Promise<void> {
    await this.#findLostClaims()
    await this.#recover()
  }

  async #findLostClaims(): Promise<void> {
    const {store, workerId, running} = this.#options
    const {tokens} = running
    if (tokens.length > 0) running.abort(await store.claims.lost(workerId, tokens))
  }

  async #recover(): Promise<void> {
    const {store, clock, emit, source} = this.#options
    const recovered = await store.workers.reap(clock(), performance.now())
    for (const unit of recovered) emit({type: 'job.recovered', ...unit})
    if (recovered.length > 0) source.wake()
  }
}
