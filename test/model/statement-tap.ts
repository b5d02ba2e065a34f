import {basename} from 'node:path'
import Database from 'better-sqlite3'

/** A crash put between two statements. */
export class InjectedCrash extends Error {}

type Call = (this: Database.Statement, ...values: unknown[]) => unknown
type Prototype = Record<'run' | 'get' | 'all', Call>

const METHODS = ['run', 'get', 'all'] as const

/**
 * Sees every statement that better-sqlite3 runs in this process, so that a test can stop a transaction between any
 * two of them, and can ask at that very moment who holds the lock. Nothing in `src/` has to know.
 *
 * While it is in place, databases are not forced to the disk: a power cut is not what these tests are about.
 */
export class StatementTap {
  /** Told of each statement before it runs; what it throws, the statement throws. */
  onStatement: ((statement: Database.Statement) => void) | undefined
  readonly #statements: Prototype
  readonly #originals: Prototype
  readonly #pragma = Database.prototype.pragma
  readonly #exec = Database.prototype.exec
  /** The connections that hold a worker's lock, by the name of their file. */
  readonly #locks = new Map<string, Database.Database>()

  constructor() {
    const statement = new Database(':memory:').prepare('SELECT 1')
    this.#statements = Object.getPrototypeOf(statement) as Prototype
    this.#originals = {...this.#statements}
    const tap = this
    for (const method of METHODS) {
      const original = this.#originals[method]
      this.#statements[method] = function (this: Database.Statement, ...values: unknown[]) {
        tap.onStatement?.(this)
        return original.apply(this, values)
      }
    }
    const pragma = this.#pragma
    Database.prototype.pragma = function (source, options) {
      return pragma.call(this, withoutSync(source), options)
    }
    const exec = this.#exec
    Database.prototype.exec = function (source) {
      const result = exec.call(this, withoutSync(source))
      if (source === 'BEGIN EXCLUSIVE') tap.#locks.set(basename(this.name, '.lock'), this)
      return result
    }
  }

  /** Lets go of a worker's lock and leaves its file, as the kernel does when the process dies. */
  killLock(workerId: string): void {
    this.#locks.get(workerId)?.close()
    this.#locks.delete(workerId)
  }

  remove(): void {
    for (const method of METHODS) this.#statements[method] = this.#originals[method]
    Database.prototype.pragma = this.#pragma
    Database.prototype.exec = this.#exec
  }
}

function withoutSync(source: string): string {
  return source.replace(/\bsynchronous = (?:FULL|NORMAL)$/, 'synchronous = OFF')
}
