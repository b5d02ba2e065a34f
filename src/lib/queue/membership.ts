import {hostname} from 'node:os'
import {AtsError} from '../model/errors.js'
import type {Presence, Store} from '../store/store.js'

/** How often in a lease a sign of life is given: late ones by a fifth of the lease are still in good time. */
const BEATS_PER_LEASE = 6

/** Keeps a worker alive in the eyes of others by regular heartbeats, until it leaves. */
export class Membership {
  readonly workerId: string
  readonly #presence: Presence
  readonly #clock: () => Date
  readonly #timer: NodeJS.Timeout
  #beating: Promise<void> = Promise.resolve()

  private constructor(
    presence: Presence,
    leaseMs: number,
    clock: () => Date,
    onError?: (error: unknown) => void,
  ) {
    this.workerId = presence.workerId
    this.#presence = presence
    this.#clock = clock
    this.#timer = setInterval(() => {
      this.#beating = this.#presence.heartbeat(this.#clock()).catch((error) => onError?.(error))
    }, leaseMs / BEATS_PER_LEASE)
    this.#timer.unref()
  }

  /** @param onError is told of a heartbeat that could not be written; the next one is tried all the same */
  static async join(
    store: Store,
    {workerId, leaseMs, concurrency}: {workerId: string; leaseMs: number; concurrency: number},
    clock: () => Date,
    onError?: (error: unknown) => void,
  ): Promise<Membership> {
    const registration = {workerId, leaseMs, concurrency, pid: process.pid, host: hostname()}
    const presence = await store.workers.register(registration, clock())
    return new Membership(presence, leaseMs, clock, onError)
  }

  async leave(): Promise<void> {
    clearInterval(this.#timer)
    await this.#beating
    await this.#presence.end().catch(unlessOfTheDatabase)
  }
}

/** A farewell that could not be written is no loss: the lock, which is free by now, tells that nobody is there. */
function unlessOfTheDatabase(error: unknown): void {
  if (!(error instanceof AtsError && error.code.startsWith('DATABASE_'))) throw error
}
