interface Look {
  fingerprint: string
  /** Milliseconds of a clock that nobody sets. */
  since: number
  round: number
}

/** Remembers how long files have been as they are. */
export class Settling {
  readonly #looks = new Map<string, Look>()
  readonly #enqueued = new Map<string, string>()
  readonly #settleMs: number
  #round = 0

  constructor(settleMs: number) {
    this.#settleMs = settleMs
  }

  /** A look at everything begins. */
  begin(): void {
    this.#round += 1
  }

  /** It has ended: what was not seen in it is forgotten. */
  end(): void {
    for (const [path, {round}] of this.#looks) if (round !== this.#round) this.forget(path)
  }

  /**
   * Milliseconds until the file counts as settled: 0 when it does, undefined when it was enqueued as it is.
   *
   * @param age milliseconds since it was last written, by the clock of its file system
   */
  wait(path: string, fingerprint: string, {age, now}: {age: number; now: number}): number | undefined {
    const before = this.#looks.get(path)
    const since = before?.fingerprint === fingerprint ? before.since : now
    this.#looks.set(path, {fingerprint, since, round: this.#round})
    if (this.#enqueued.get(path) === fingerprint) return undefined
    return Math.max(0, this.#settleMs - Math.max(now - since, age))
  }

  /** Of all files that the look has seen so far. */
  *paths(): Generator<string> {
    for (const [path, {round}] of this.#looks) if (round === this.#round) yield path
  }

  enqueued(path: string, fingerprint: string): void {
    this.#enqueued.set(path, fingerprint)
  }

  forget(path: string): void {
    this.#looks.delete(path)
    this.#enqueued.delete(path)
  }
}
