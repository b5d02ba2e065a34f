import type Database from 'better-sqlite3'
import {InjectedCrash} from './statement-tap.ts'

/**
 * Follows the transactions of a database statement by statement: crashes one where it is told to, and insists that
 * one which writes has held the write lock since it began. A transaction that reads first and takes the lock later
 * can be overtaken in between.
 */
export class TransactionWatch {
  readonly #probe: Database.Database
  #crashAt = Number.POSITIVE_INFINITY
  #begun: {by: Database.Database; exclusively: boolean | undefined} | undefined
  #crashed = false

  /** @param probe a connection that nobody else uses, with no patience for locks */
  constructor(probe: Database.Database) {
    this.#probe = probe
  }

  /** The n-th statement from now does not run, and neither does any after it, until `disarm`. */
  crashAt(n: number): void {
    this.#crashAt = n
    this.#crashed = false
  }

  /** @returns whether there was a crash */
  disarm(): boolean {
    const crashed = this.#crashed
    this.#crashAt = Number.POSITIVE_INFINITY
    this.#crashed = false
    return crashed
  }

  see(statement: Database.Statement): void {
    const {source, database} = statement
    if (source === 'ROLLBACK') this.#begun = undefined
    if (source === 'ROLLBACK') return
    this.#crashAt -= 1
    if (this.#crashAt < 1) {
      this.#crashed = true
      throw new InjectedCrash(`crashed before: ${source}`)
    }
    if (source.startsWith('BEGIN')) this.#begun = {by: database, exclusively: undefined}
    else this.#checkLock(statement)
    if (source === 'COMMIT') this.#begun = undefined
  }

  #checkLock(statement: Database.Statement): void {
    const begun = this.#begun
    if (!begun || begun.by !== statement.database) return
    begun.exclusively ??= this.#isLocked()
    if (begun.exclusively || statement.readonly) return
    throw new Error(`another connection could have written before this one: ${statement.source}`)
  }

  #isLocked(): boolean {
    try {
      this.#probe.exec('BEGIN IMMEDIATE; ROLLBACK')
      return false
    } catch (error) {
      if ((error as {code?: string}).code === 'SQLITE_BUSY') return true
      throw error
    }
  }
}
