import {setTimeout as sleep} from 'node:timers/promises'
import type Database from 'better-sqlite3'
import {Courtesy} from './courtesy.js'
import {FilesInPlace} from './files-in-place.js'
import type {Query} from './query.js'
import {describeSqliteError, isBusy} from './sqlite-error.js'

type Declared<Params, Row> = () => Query<Params, Row>
type Statement = Database.Statement<unknown[], unknown>

/**
 * One connection to the database file. Reads and writes are synchronous inside; waiting for a lock is not, so that
 * a busy database never stops the event loop (and with it the heartbeats).
 */
export class Connection {
  readonly path: string
  readonly #database: Database.Database
  readonly busyTimeoutMs: number
  /** The schema's version before `migrate` brought it up to date. */
  openedAtVersion = 0
  readonly #statements = new Map<unknown, Statement>()
  readonly #courtesy = new Courtesy()
  #files: FilesInPlace | undefined

  constructor(database: Database.Database, path: string, busyTimeoutMs: number) {
    this.#database = database
    this.path = path
    this.busyTimeoutMs = busyTimeoutMs
  }

  /** From now on nothing is read or written once somebody has deleted or replaced the open files, or changed sealed ones. */
  guardFiles({sealed}: {sealed: boolean}): void {
    this.#files = new FilesInPlace(this.path, {sealed})
  }

  get isOpen(): boolean {
    return this.#database.open
  }

  /** All rows of a query. Only within `read` or `write`. */
  all<Params, Row>(declared: Declared<Params, Row>, params: Params): Row[] {
    const {statement, values} = this.#prepared(declared, params)
    return statement.all(...values) as Row[]
  }

  /** The first row, if there is one. A statement that writes and returns rows belongs to `all`. */
  get<Params, Row>(declared: Declared<Params, Row>, params: Params): Row | undefined {
    const {statement, values} = this.#prepared(declared, params)
    return statement.get(...values) as Row | undefined
  }

  /** @returns how many rows were changed */
  run<Params, Row>(declared: Declared<Params, Row>, params: Params): number {
    const {statement, values} = this.#prepared(declared, params)
    return statement.run(...values).changes
  }

  /** Runs several reads on one snapshot. */
  read<T>(work: () => T): Promise<T> {
    return this.patiently(() => this.#transaction('BEGIN', work))
  }

  /** Runs reads and writes in one transaction that holds the write lock from its start. */
  write<T>(work: () => T): Promise<T> {
    return this.#inTurn(() => this.#transaction('BEGIN IMMEDIATE', work))
  }

  /**
   * The same without waiting for the disk: whoever crashes loses nothing, but a power cut may take the transaction back,
   * with what was written after it and not synced either. For what is then simply done again. The next `write` syncs it
   * too, as the log is one.
   */
  writeUnsynced<T>(work: () => T): Promise<T> {
    return this.#inTurn(() => {
      this.exec('PRAGMA synchronous = NORMAL')
      try {
        return this.#transaction('BEGIN IMMEDIATE', work)
      } finally {
        this.exec('PRAGMA synchronous = FULL')
      }
    })
  }

  /** Only within `write`: work that fails is taken back alone, and the rest of the transaction stands. */
  nested<T>(work: () => T): T {
    this.#statement('SAVEPOINT nested').run()
    try {
      const result = work()
      this.#statement('RELEASE nested').run()
      return result
    } catch (error) {
      // After some errors, as of a full disk, SQLite has given up the whole transaction.
      if (this.#database.inTransaction) {
        this.#statement('ROLLBACK TO nested').run()
        this.#statement('RELEASE nested').run()
      }
      throw error
    }
  }

  exec(sql: string): void {
    this.#database.exec(sql)
  }

  /** False within `write` once SQLite has given up the whole transaction. */
  get inTransaction(): boolean {
    return this.#database.inTransaction
  }

  get isReadOnly(): boolean {
    return this.#database.readonly
  }

  pragma(source: string): unknown {
    return this.#database.pragma(source, {simple: true})
  }

  /** For the migration runner, which needs more than queries. */
  get database(): Database.Database {
    return this.#database
  }

  close(): void {
    this.#statements.clear()
    this.#database.close()
  }

  /**
   * Runs `work` until it is not refused for a lock that somebody else holds.
   *
   * @throws AtsError DATABASE_BUSY after the busy timeout, and other DATABASE_… errors
   */
  async patiently<T>(work: () => T): Promise<T> {
    let deadline: number | undefined
    for (let tries = 1; ; tries += 1) {
      try {
        return work()
      } catch (error) {
        deadline ??= performance.now() + this.busyTimeoutMs
        if (!isBusy(error) || performance.now() >= deadline) throw this.#describe(error)
      }
      await sleep(this.#courtesy.refused(tries))
    }
  }

  async #inTurn<T>(work: () => T): Promise<T> {
    const {pause} = this.#courtesy
    if (pause > 0) await sleep(pause)
    return this.patiently(() => {
      const result = work()
      this.#courtesy.held()
      return result
    })
  }

  /** Of files that were taken away SQLite says whatever it stumbles on first. */
  #describe(error: unknown): unknown {
    try {
      this.#files?.check()
    } catch (gone) {
      return gone
    }
    return describeSqliteError(error, this.path)
  }

  #transaction<T>(begin: 'BEGIN' | 'BEGIN IMMEDIATE', work: () => T): T {
    this.#statement(begin).run()
    try {
      const result = work()
      this.#files?.check()
      this.#statement('COMMIT').run()
      return result
    } catch (error) {
      if (this.#database.inTransaction) this.#statement('ROLLBACK').run()
      throw error
    }
  }

  #prepared<Params, Row>(declared: Declared<Params, Row>, params: Params) {
    let statement = this.#statements.get(declared)
    const query = declared()
    if (!statement) {
      statement = this.#database.prepare(query.sql)
      this.#statements.set(declared, statement)
    }
    return {statement, values: query.bind(params)}
  }

  #statement(sql: string): Statement {
    let statement = this.#statements.get(sql)
    if (!statement) {
      statement = this.#database.prepare(sql)
      this.#statements.set(sql, statement)
    }
    return statement
  }
}
