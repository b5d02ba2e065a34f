import type {Claim} from '../store/store.js'

interface Run {
  claim: Claim
  controller: AbortController
}

/** What the worker has in hand now. */
export class Running {
  readonly #runs = new Map<string, Run>()

  get size(): number {
    return this.#runs.size
  }

  get tokens(): string[] {
    return [...this.#runs.keys()]
  }

  start(claim: Claim): AbortSignal {
    const controller = new AbortController()
    this.#runs.set(claim.token, {claim, controller})
    return controller.signal
  }

  end(claim: Claim): void {
    this.#runs.delete(claim.token)
  }

  abort(tokens: readonly string[]): void {
    for (const token of tokens) this.#runs.get(token)?.controller.abort()
  }

  abortAll(): void {
    this.abort(this.tokens)
  }
}
