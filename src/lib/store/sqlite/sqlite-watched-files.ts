import {createHmac, randomBytes} from 'node:crypto'
import {toStoredTime} from '../../model/time.js'
import type {EndedFile, JobDraft, WatchedFiles} from '../store.js'
import type {Connection} from './connection.js'
import {ringDoorbell} from './doorbell.js'
import {setSetting, setting} from './job-queries.js'
import {insertDrafts} from './sqlite-jobs.js'
import * as watched from './watched-queries.js'

/** Setting: what paths are hashed with, so that a list of likely ones tells nothing without this database. */
const PATH_KEY = 'watched_path_key'

export class SqliteWatchedFiles implements WatchedFiles {
  readonly #connection: Connection

  constructor(connection: Connection) {
    this.#connection = connection
  }

  async enqueue(draft: JobDraft, fingerprint: string, now: Date): Promise<boolean> {
    const key = (await this.#key()) ?? (await this.#makeKey())
    const file = {path: hashOf(draft.filePath, key), fingerprint}
    if (await this.#isKnown(file)) return false
    const added = await this.#connection.write(() => {
      const row = {...file, jobId: draft.jobId, now: toStoredTime(now)}
      const isNew = this.#connection.run(watched.rememberFile, row) > 0
      if (isNew) insertDrafts(this.#connection, [draft], now)
      return isNew
    })
    if (added) ringDoorbell(this.#connection.path)
    return added
  }

  /** `data_version` tells of other connections, `total_changes()` of this one. */
  state(): Promise<string> {
    return this.#connection.read(() => {
      const own = this.#connection.get(watched.totalChanges, {})?.changes
      return `${this.#connection.pragma('data_version')}-${own}`
    })
  }

  async ended({loaded, failed}: {loaded: boolean; failed: boolean}): Promise<EndedFile[]> {
    const key = await this.#key()
    if (key === undefined) return []
    const wanted = {loaded: Number(loaded), failed: Number(failed)}
    return this.#connection.read(() =>
      this.#connection.all(watched.endedFiles, wanted).flatMap((row) =>
        // The path of a job is gone when its document was erased.
        hashOf(row.file_path, key) === row.path_hmac ? [toEndedFile(row)] : [],
      ),
    )
  }

  async forget({path, fingerprint}: {path: string; fingerprint: string}): Promise<void> {
    const key = await this.#key()
    if (key === undefined) return
    await this.#connection.write(() =>
      this.#connection.run(watched.forgetFile, {path: hashOf(path, key), fingerprint}),
    )
  }

  #key(): Promise<string | undefined> {
    return this.#connection.read(() => this.#connection.get(setting, {name: PATH_KEY})?.value)
  }

  #makeKey(): Promise<string> {
    return this.#connection.write(() => {
      const made = this.#connection.get(setting, {name: PATH_KEY})?.value
      const value = made ?? randomBytes(32).toString('hex')
      if (made === undefined) this.#connection.run(setSetting, {name: PATH_KEY, value})
      return value
    })
  }

  #isKnown({path, fingerprint}: {path: string; fingerprint: string}): Promise<boolean> {
    return this.#connection.read(
      () => this.#connection.get(watched.rememberedFile, {path})?.fingerprint === fingerprint,
    )
  }
}

function hashOf(path: string, key: string): string {
  return createHmac('sha256', key).update(path).digest('hex')
}

function toEndedFile(row: {
  file_path: string
  fingerprint: string
  status: string
  error_code: string | null
  loaded: number | null
  unread_parts: string | null
}): EndedFile {
  return {
    path: row.file_path,
    fingerprint: row.fingerprint,
    outcome: outcomeOf(row),
    unreadParts: row.unread_parts?.split(',').toSorted() ?? [],
  }
}

function outcomeOf(row: {
  status: string
  error_code: string | null
  loaded: number | null
}): EndedFile['outcome'] {
  if (row.status === 'failed') return row.error_code === 'CANCELLED' ? 'unread' : 'failed'
  return row.loaded === 1 ? 'loaded' : 'unread'
}
