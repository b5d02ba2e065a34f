import type {Connection} from './connection.js'
import {isOfDatabase} from './sqlite-error.js'

interface Entry {
  work: () => unknown
  resolve: (result: never) => void
  reject: (error: unknown) => void
}

type Outcome = {result: unknown} | {error: unknown}

/**
 * Writes what several callers ask for at the same moment in one transaction, so that the disk is waited for once. Each
 * is told when all of it is durable. What one is refused (LEASE_LOST, say) or stumbles on (a constraint, a bug) is
 * taken back alone; what befalls the database befalls all of them.
 */
export class SharedCommit {
  readonly #connection: Connection
  #waiting: Entry[] = []

  constructor(connection: Connection) {
    this.#connection = connection
  }

  write<T>(work: () => T): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      this.#waiting.push({work, resolve, reject})
      // Whoever goes on in this turn of the event loop still gets on.
      if (this.#waiting.length === 1) setImmediate(() => this.#commit())
    })
  }

  async #commit(): Promise<void> {
    const entries = this.#waiting.splice(0)
    try {
      const outcomes = await this.#connection.write(() => this.#run(entries))
      for (const [index, outcome] of outcomes.entries()) {
        const entry = entries[index] as Entry
        if ('error' in outcome) entry.reject(outcome.error)
        else entry.resolve(outcome.result as never)
      }
    } catch (error) {
      for (const {reject} of entries) reject(error)
    }
  }

  #run(entries: readonly Entry[]): Outcome[] {
    const [first] = entries
    if (first && entries.length === 1) return [{result: first.work()}]
    return entries.map(({work}) => {
      try {
        return {result: this.#connection.nested(work)}
      } catch (error) {
        if (isOfDatabase(error) || !this.#connection.inTransaction) throw error
        return {error}
      }
    })
  }
}
