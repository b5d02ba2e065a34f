import type {Store} from '../store.js'
import {cautionAbout} from './caution.js'
import type {Connection} from './connection.js'
import {watchDoorbell} from './doorbell.js'
import {SqliteMaintenance} from './maintenance/sqlite-maintenance.js'
import {type OpenOptions, openDatabase} from './open-database.js'
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

class SqliteStore implements Store {
  readonly location: string
  readonly jobs: SqliteJobs
  readonly claims: SqliteClaims
  readonly documents: SqliteDocuments
  readonly erasures: SqliteErasures
  readonly ocrPages: SqliteOcrPages
  readonly workers: SqliteWorkers
  readonly watchedFiles: SqliteWatchedFiles
  readonly maintenance: SqliteMaintenance
  readonly #connection: Connection

  constructor(connection: Connection) {
    this.location = connection.path
    this.#connection = connection
    this.documents = new SqliteDocuments(connection)
    this.ocrPages = new SqliteOcrPages(connection)
    this.maintenance = new SqliteMaintenance(connection)
    this.erasures = new SqliteErasures(connection, this.maintenance)
    this.watchedFiles = new SqliteWatchedFiles(connection)
    this.workers = new SqliteWorkers(connection)
    this.claims = new SqliteClaims(connection, (workerId, now) => this.workers.revive(workerId, now))
    this.jobs = new SqliteJobs(connection, {livingWorkers: () => this.workers.countLiving()})
  }

  caution(): string | undefined {
    return cautionAbout(this.location)
  }

  listen(onWork: () => void): () => void {
    return watchDoorbell(this.location, onWork) ?? (() => undefined)
  }

  async close(): Promise<void> {
    if (!this.maintenance.isIdle) await this.maintenance.stop()
    this.#connection.close()
  }
}
