import type {BlockListStore} from '../store.js'
import type {Connection} from './connection.js'
import {plain} from './query.js'

const blocked = plain<{sha256: string}>()`
  SELECT 1 FROM erasures WHERE sha256 = ${'sha256'} AND blocked = 1 LIMIT 1`

const sizes = plain<Record<never, never>, {bytes: number | null}>()`
  SELECT DISTINCT bytes FROM erasures WHERE blocked = 1`

/** Asked by every command that enqueues, before it writes a name down. */
export class SqliteBlockList implements BlockListStore {
  readonly #connection: Connection

  constructor(connection: Connection) {
    this.#connection = connection
  }

  isBlocked(sha256: string): Promise<boolean> {
    return this.#connection.read(() => this.#connection.get(blocked, {sha256}) !== undefined)
  }

  async blockedSizes(): Promise<ReadonlySet<number | null>> {
    const rows = await this.#connection.read(() => this.#connection.all(sizes, {}))
    return new Set(rows.map(({bytes}) => bytes))
  }
}
