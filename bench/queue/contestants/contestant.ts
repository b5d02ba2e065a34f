/** A queue as the benchmarks see it. Its jobs carry a path and nothing else. */
export interface Contestant {
  /** Puts so many jobs in, one durable commit each. */
  enqueue(count: number): Promise<void>
  /** Puts so many jobs in at once; absent where the queue has no such call. */
  enqueueMany?(count: number): Promise<void>
  /**
   * Does all jobs there are with a handler that does nothing.
   *
   * @param count how many there are
   * @returns milliseconds from the beginning of the first job to the beginning of the last
   */
  work(count: number): Promise<number>
  close(): Promise<void>
}

export interface Entry {
  name: string
  /** For the report. */
  versions: Record<string, string>
  open(folder: string): Promise<Contestant>
}

/** Notes when the first of so many jobs began, and when the last. */
export class Stopwatch {
  readonly #count: number
  readonly #resolve: (ms: number) => void
  readonly done: Promise<number>
  #seen = 0
  #began = 0

  constructor(count: number) {
    const {promise, resolve} = Promise.withResolvers<number>()
    this.done = promise
    this.#resolve = resolve
    this.#count = count
  }

  /** A job begins. */
  tick(): void {
    this.#seen += 1
    if (this.#seen === 1) this.#began = performance.now()
    if (this.#seen === this.#count) this.#resolve(performance.now() - this.#began)
  }
}

/** The path of the n-th job. */
export function pathOf(n: number): string {
  return `/srv/cv_uploads/2026/11/curriculum-vitae-${n}.pdf`
}
