import {AtsError} from '../model/errors.js'
import {EXIT, type ExitCode} from './exit-codes.js'

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

type StopSignal = (typeof SIGNALS)[number]

/** The signals that ask the process to stop: the first one asks, the second one insists. */
export class Interruption {
  readonly #asked = new AbortController()
  readonly #insisted = new AbortController()
  #signal: StopSignal | undefined

  constructor(process: Pick<NodeJS.Process, 'on'>) {
    for (const signal of SIGNALS) process.on(signal, () => this.#receive(signal))
  }

  get signal(): AbortSignal {
    return this.#asked.signal
  }

  get forceSignal(): AbortSignal {
    return this.#insisted.signal
  }

  get exitCode(): ExitCode {
    return this.#signal === 'SIGINT' ? EXIT.interrupted : EXIT.terminated
  }

  /** Never resolves; rejects with `INTERRUPTED` at the first signal. */
  rejection(): Promise<never> {
    return new Promise((_, reject) => {
      const onAbort = () => reject(new AtsError('INTERRUPTED', `Stopped by ${this.#signal}`))
      if (this.signal.aborted) onAbort()
      else this.signal.addEventListener('abort', onAbort, {once: true})
    })
  }

  #receive(signal: StopSignal): void {
    const again = this.#signal !== undefined
    this.#signal ??= signal
    if (again) this.#insisted.abort()
    else this.#asked.abort()
  }
}
