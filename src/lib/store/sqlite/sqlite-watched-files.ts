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

/** Rows a question or transaction. */
const AT_ONCE = 500

/** For so long a file must have been missing before it is forgotten: a share may have been away for its holidays. */
const KEPT_MISSING_MS = 30 * 86_400_000

export class SqliteWatchedFiles implements WatchedFiles {
  readonly #connection: Connection

  constructor(connection: Connection) {
    this.#connection = connection
  }

  async enqueue(
    draft: JobDraft,
    {fingerprint, folder}: {fingerprint: string; folder: string | undefined},
    now: Date,
  ): Promise<boolean> {
    const key = (await this.#key()) ?? (await this.#makeKey())
    const file = {
      path: hashOf(draft.filePath, key),
      folder: folder === undefined ? null : hashOf(folder, key),
      fingerprint,
    }
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

  async *ended({loaded, failed}: {loaded: boolean; failed: boolean}): AsyncGenerator<EndedFile> {
    const key = await this.#key()
    if (key === undefined) return
    const page = {loaded: Number(loaded), failed: Number(failed), limit: AT_ONCE, after: 0}
    for (let isMore = true; isMore; ) {
      const rows = await this.#connection.read(() => this.#connection.all(watched.endedFiles, page))
      // The path of a job is gone when its document was erased.
      for (const row of rows) if (hashOf(row.file_path, key) === row.path_hmac) yield toEndedFile(row)
      page.after = rows.at(-1)?.seq ?? 0
      isMore = rows.length === AT_ONCE
    }
  }

  async review(folder: string, present: Iterable<string>, now: Date): Promise<void> {
    const key = await this.#key()
    if (key === undefined) return
    const there = new Set<string>()
    for (const path of present) there.add(hashOf(path, key))
    const own = hashOf(folder, key)
    await this.#reviewThose(null, own, there, now)
    await this.#reviewThose(own, own, there, now)
  }

  /** Of what was seen before folders were kept, only what is there can be told to be of this one. */
  async #reviewThose(
    of: string | null,
    folder: string,
    there: ReadonlySet<string>,
    now: Date,
  ): Promise<void> {
    const before = toStoredTime(new Date(now.getTime() - KEPT_MISSING_MS))
    const page = {folder: of, after: '', limit: AT_ONCE}
    for (let isMore = true; isMore; ) {
      const rows = await this.#connection.read(() => this.#connection.all(watched.filesOfFolder, page))
      const back = rows.filter(
        (row) => there.has(row.path_hmac) && (of === null || row.missing_since !== null),
      )
      const gone = of === null ? [] : rows.filter((row) => !there.has(row.path_hmac))
      if (back.length + gone.length > 0)
        await this.#connection.write(() => {
          this.#connection.run(watched.markPresent, {paths: pathsOf(back), folder})
          this.#connection.run(watched.markMissing, {paths: pathsOf(gone), now: toStoredTime(now)})
          this.#connection.run(watched.forgetMissing, {paths: pathsOf(gone), before})
        })
      page.after = rows.at(-1)?.path_hmac ?? ''
      isMore = rows.length === AT_ONCE
    }
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

function pathsOf(rows: readonly {path_hmac: string}[]): string {
  return JSON.stringify(rows.map((row) => row.path_hmac))
}

function toEndedFile(row: {
  file_path: string
  fingerprint: string
  status: string
  error_code: string | null
  unread_parts: string | null
}): EndedFile {
  return {
    path: row.file_path,
    fingerprint: row.fingerprint,
    outcome: row.status === 'failed' ? 'failed' : 'loaded',
    errorCode: row.error_code,
    unreadParts: row.unread_parts?.split(',').toSorted() ?? [],
  }
}
