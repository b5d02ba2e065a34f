import {setTimeout as sleep} from 'node:timers/promises'
import type {Selectable} from 'kysely'
import type {Cleansing, ErasedTraces, Erasure, ErasureOrder, ErasureSelection} from '../../model/erasure.js'
import {AtsError} from '../../model/errors.js'
import {fromStoredTime, toStoredTime} from '../../model/time.js'
import type {ErasureStore} from '../store.js'
import type {Connection} from './connection.js'
import {eraseContent, eraseDocuments, erasePaths, eraseStrayPages} from './erase-documents.js'
import * as erasures from './erasure-queries.js'
import {refuseReason} from './erasure-reason.js'
import {type Page, selectDocuments} from './erasure-selection.js'
import type {SqliteMaintenance} from './maintenance/sqlite-maintenance.js'
import type {ErasuresTable} from './schema.js'

/** Documents erased in one transaction: each scans the queue's history once. */
const BATCH = 200

/** Errors that pass: the rest of the work is done another time. */
const PASSING = ['DATABASE_BUSY', 'DATABASE_FULL', 'DATABASE_UNAVAILABLE']

export class SqliteErasures implements ErasureStore {
  readonly #connection: Connection
  readonly #maintenance: Pick<SqliteMaintenance, 'cleanse'>

  constructor(connection: Connection, maintenance: Pick<SqliteMaintenance, 'cleanse'>) {
    this.#connection = connection
    this.#maintenance = maintenance
  }

  erase(selection: ErasureSelection, order: ErasureOrder, now: Date): Promise<ErasedTraces> {
    return this.#erase(selection, order, now, (work) => this.#connection.write(work))
  }

  rehearse(selection: ErasureSelection, order: ErasureOrder, now: Date): Promise<ErasedTraces> {
    return this.#erase(selection, order, now, (work) => this.#undone(work))
  }

  async cleanse(now: Date): Promise<Cleansing> {
    if ((await this.countPending()) === 0) return {pending: 0, obstacle: null}
    try {
      return await this.#maintenance.cleanse(now)
    } catch (error) {
      if (!(error instanceof AtsError && PASSING.includes(error.code))) throw error
      const {code, message} = error
      return {pending: await this.countPending(), obstacle: {code, message}}
    }
  }

  async countPending(): Promise<number> {
    const row = await this.#connection.read(() => this.#connection.get(erasures.pendingErasures, {}))
    return row?.pending ?? 0
  }

  async list({pending, limit}: {pending: boolean; limit: number}): Promise<Erasure[]> {
    const filter = {pending: Number(pending), limit}
    const rows = await this.#connection.read(() => this.#connection.all(erasures.newestErasures, filter))
    return rows.map(toErasure)
  }

  async find(key: string, limit: number): Promise<Erasure[]> {
    const rows = await this.#connection.read(() => this.#connection.all(erasures.erasuresByKey, {key, limit}))
    return rows.map(toErasure)
  }

  async findStray(key: string, limit: number): Promise<string[]> {
    // After all hashes that begin with the key, and before whatever follows.
    const bounds = {from: key, to: `${key}~`, limit}
    const rows = await this.#connection.read(() => this.#connection.all(erasures.strayContents, bounds))
    return rows.map(({sha256}) => sha256)
  }

  unblock(sha256: string): Promise<boolean> {
    return this.#connection.write(() => this.#connection.run(erasures.unblock, {sha256}) > 0)
  }

  async #erase(
    selection: ErasureSelection,
    order: ErasureOrder,
    now: Date,
    transact: <T>(work: () => T) => Promise<T>,
  ): Promise<ErasedTraces> {
    if (order.reason !== null) await this.#refuseNaming(selection, order.reason)
    const {path, documentIds, before, strayContents = []} = selection
    const at = toStoredTime(now)
    const sum = nothing()
    for (const sha256 of strayContents)
      addTo(sum, await transact(() => eraseContent(this.#connection, sha256, order, at)))
    await this.#inBatches(sum, (page) => transact(() => this.#eraseBatch(selection, order, page, at)))
    if (before && !documentIds && path === undefined)
      sum.ocrPages += await transact(() => eraseStrayPages(this.#connection, toStoredTime(before), order, at))
    // By its path alone a file may be meant that never became a document.
    if (path !== undefined && !documentIds && !before)
      addTo(sum, await transact(() => erasePaths(this.#connection, path, order, at)))
    return withoutErasedSiblings(sum)
  }

  /** All of them, before the first is gone. */
  async #refuseNaming(selection: ErasureSelection, reason: string): Promise<void> {
    for (let after: number | undefined = 0; after !== undefined; ) {
      const page: Page = {after, limit: BATCH}
      after = await this.#connection.read(() => {
        const seqs = selectDocuments(this.#connection, selection, page)
        refuseReason(this.#connection, seqs, reason)
        return seqs.at(-1)
      })
    }
  }

  async #inBatches(sum: ErasedTraces, eraseBatch: (page: Page) => Promise<Batch>): Promise<void> {
    for (let after = 0; ; ) {
      const started = performance.now()
      const {traces, last} = await eraseBatch({after, limit: BATCH})
      addTo(sum, traces)
      if (last === undefined || traces.documents.length < BATCH) return
      after = last
      // Others get the lock for longer than it was held.
      await sleep(2 + 2 * (performance.now() - started))
    }
  }

  #eraseBatch(selection: ErasureSelection, order: ErasureOrder, page: Page, now: string): Batch {
    const seqs = selectDocuments(this.#connection, selection, page)
    if (seqs.length === 0) return {traces: nothing(), last: undefined}
    return {traces: eraseDocuments(this.#connection, seqs, order, now), last: seqs.at(-1)}
  }

  /** Does it all, to know what it comes to, and takes it back. */
  async #undone<T>(work: () => T): Promise<T> {
    try {
      return await this.#connection.write(() => {
        throw new TakenBack(work())
      })
    } catch (thrown) {
      if (thrown instanceof TakenBack) return thrown.result as T
      throw thrown
    }
  }
}

function nothing(): ErasedTraces {
  return {documents: [], siblings: [], jobs: 0, jobsEnded: 0, files: 0, ocrPages: 0}
}

function addTo(sum: ErasedTraces, traces: Partial<ErasedTraces>): void {
  const {documents = [], siblings = [], jobs = 0, jobsEnded = 0, files = 0, ocrPages = 0} = traces
  sum.documents.push(...documents)
  sum.siblings.push(...siblings)
  sum.jobs += jobs
  sum.jobsEnded += jobsEnded
  sum.files += files
  sum.ocrPages += ocrPages
}

/** What a batch leaves may go with a later one. */
function withoutErasedSiblings(traces: ErasedTraces): ErasedTraces {
  const gone = new Set(traces.documents.map(({documentId}) => documentId))
  return {...traces, siblings: [...new Set(traces.siblings)].filter((id) => !gone.has(id))}
}

interface Batch {
  traces: ErasedTraces
  /** The highest number in it; undefined when there was nothing any more. */
  last: number | undefined
}

class TakenBack extends Error {
  readonly result: unknown

  constructor(result: unknown) {
    super('taken back')
    this.result = result
  }
}

function toErasure(row: Selectable<ErasuresTable>): Erasure {
  return {
    documentId: row.document_id,
    sha256: row.sha256,
    cause: row.cause,
    reason: row.reason,
    blocked: row.blocked === 1,
    erasedAt: fromStoredTime(row.erased_at),
    completedAt: row.completed_at === null ? null : fromStoredTime(row.completed_at),
  }
}
