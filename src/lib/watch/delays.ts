interface Delay {
  milliseconds: number
  /** When it is over, by the clock that the caller uses. */
  until: number
}

/** When to try again what has failed: each time after twice as long, up to a longest. */
export class Delays {
  readonly #delays = new Map<string, Delay>()
  readonly #first: number
  readonly #last: number

  /** In milliseconds. */
  constructor({first, last}: {first: number; last: number}) {
    this.#first = first
    this.#last = last
  }

  /** Whether it is too early to try this one again. */
  holds(name: string, now: number): boolean {
    return now < (this.#delays.get(name)?.until ?? Number.NEGATIVE_INFINITY)
  }

  /** Whether it has failed before. */
  knows(name: string): boolean {
    return this.#delays.has(name)
  }

  /** Whether there is one to be tried again. */
  areOver(now: number): boolean {
    return [...this.#delays.values()].some(({until}) => now >= until)
  }

  /** It has failed, perhaps once more. */
  lengthen(name: string, now: number): void {
    const before = this.#delays.get(name)?.milliseconds
    const milliseconds = before === undefined ? this.#first : Math.min(2 * before, this.#last)
    this.#delays.set(name, {milliseconds, until: now + milliseconds})
  }

  /** Others are not to be tried any more. */
  keepOnly(names: ReadonlySet<string>): void {
    for (const name of this.#delays.keys()) if (!names.has(name)) this.end(name)
  }

  end(name: string): void {
    this.#delays.delete(name)
  }
}
