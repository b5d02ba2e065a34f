/** How long it is remembered that somebody else wanted the lock, in milliseconds. */
const MEMORY = 1_000

/** Tries at short intervals before the lock is taken to be held for long, as by `vacuum --full`. */
const SHORT_TRIES = 500

const PAUSE = {short: 1, long: 25}

/**
 * How processes share the one write lock. Nobody is called when it comes free, so that whoever has just let go would
 * have it again before anybody else has looked: of four workers one would do nearly all jobs. Who has lately had to wait
 * knows that there are others, and leaves the lock alone for as long as they need to look once.
 */
export class Courtesy {
  /** Undefined as long as nobody was met: most short commands never need the clock, which has to be loaded. */
  #refusedAt: number | undefined
  #heldAt = Number.NEGATIVE_INFINITY

  /** The lock was had, until now. */
  held(): void {
    if (this.#refusedAt !== undefined) this.#heldAt = performance.now()
  }

  /** Somebody else has it. @returns milliseconds until the next try, random so that waiters do not march in step */
  refused(tries: number): number {
    this.#refusedAt = performance.now()
    return Math.random() * (tries < SHORT_TRIES ? PAUSE.short : PAUSE.long)
  }

  /** Milliseconds before this process should ask for the lock again. */
  get pause(): number {
    if (this.#refusedAt === undefined) return 0
    const now = performance.now()
    const alone = now - this.#refusedAt > MEMORY
    if (alone || now - this.#heldAt > PAUSE.short) return 0
    return PAUSE.short * (0.5 + Math.random() / 2)
  }
}
