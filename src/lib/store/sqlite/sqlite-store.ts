import type {Store} from '../store.js'
import {cautionAbout} from './caution.js'
import type {Connection} from './connection.js'
import {watchDoorbell} from './doorbell.js'
import {SqliteMaintenance} from './maintenance/sqlite-maintenance.js'
import {type OpenOptions, openDatabase} from './open-database.js'
import {SqliteBlockList} from './sqlite-block-list.js'
import {SqliteClaims} from './sqlite-claims.js'
import {SqliteDocuments} from './sqlite-documents.js'
import {SqliteErasures} from './sqlite-erasures.js'
import {SqliteJobs} from './sqlite-jobs.js'
import {SqliteOcrPages} from './sqlite-ocr-pages.js'
import {SqliteWatchedFiles} from './sqlite-watched-files.js'
import {SqliteWorkers} from './sqlite-workers.js'

/** Opens the one SQLite file that is the whole product. Throws as `openDatabase` does. */
export async function openSqliteStore(options: OpenOptions): Promise<Store> {
  return new SqliteStore(await openDatabase(options))
}

/** Its parts are made when they are first asked for, so that a bundled command loads only those that it uses. */
class SqliteStore implements Store {
  readonly location: string
  readonly #connection: Connection
  #jobs: SqliteJobs | undefined
  #claims: SqliteClaims | undefined
  #documents: SqliteDocuments | undefined
  #erasures: SqliteErasures | undefined
  #blockList: SqliteBlockList | undefined
  #ocrPages: SqliteOcrPages | undefined
  #workers: SqliteWorkers | undefined
  #watchedFiles: SqliteWatchedFiles | undefined
  #maintenance: SqliteMaintenance | undefined

  constructor(connection: Connection) {
    this.location = connection.path
    this.#connection = connection
  }

  get jobs(): SqliteJobs {
    this.#jobs ??= new SqliteJobs(this.#connection, {livingWorkers: () => this.workers.countLiving()})
    return this.#jobs
  }

  get claims(): SqliteClaims {
    this.#claims ??= new SqliteClaims(this.#connection, (workerId, now) => this.workers.revive(workerId, now))
    return this.#claims
  }

  get documents(): SqliteDocuments {
    this.#documents ??= new SqliteDocuments(this.#connection)
    return this.#documents
  }

  get erasures(): SqliteErasures {
    this.#erasures ??= new SqliteErasures(this.#connection, this.maintenance)
    return this.#erasures
  }

  get blockList(): SqliteBlockList {
    this.#blockList ??= new SqliteBlockList(this.#connection)
    return this.#blockList
  }

  get ocrPages(): SqliteOcrPages {
    this.#ocrPages ??= new SqliteOcrPages(this.#connection)
    return this.#ocrPages
  }

  get workers(): SqliteWorkers {
    this.#workers ??= new SqliteWorkers(this.#connection)
    return this.#workers
  }

  get watchedFiles(): SqliteWatchedFiles {
    this.#watchedFiles ??= new SqliteWatchedFiles(this.#connection)
    return this.#watchedFiles
  }

  get maintenance(): SqliteMaintenance {
    this.#maintenance ??= new SqliteMaintenance(this.#connection)
    return this.#maintenance
  }

  caution(): string | undefined {
    return cautionAbout(this.location)
  }

  releaseMemory(): void {
    this.#connection.pragma('shrink_memory')
  }

  listen(onWork: () => void): () => void {
    return watchDoorbell(this.location, onWork) ?? (() => undefined)
  }

  async close(): Promise<void> {
    if (this.#maintenance?.isIdle === false) await this.#maintenance.stop()
    this.#connection.close()
  }
}
