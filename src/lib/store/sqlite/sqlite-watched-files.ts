import {createHash} from 'node:crypto'
import {toStoredTime} from '../../model/time.js'
import type {EndedFile, JobDraft, WatchedFiles} from '../store.js'
import type {Connection} from './connection.js'
import {ringDoorbell} from './doorbell.js'
import {insertDrafts} from './sqlite-jobs.js'
import * as watched from './watched-queries.js'

export class SqliteWatchedFiles implements WatchedFiles {
  readonly #connection: Connection

  constructor(connection: Connection) {
    this.#connection = connection
  }

  async enqueue(draft: JobDraft, fingerprint: string, now: Date): Promise<boolean> {
    const file = {path: hashOf(draft.filePath), fingerprint}
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

  ended({loaded, failed}: {loaded: boolean; failed: boolean}): Promise<EndedFile[]> {
    const wanted = {loaded: Number(loaded), failed: Number(failed)}
    return this.#connection.read(() =>
      this.#connection.all(watched.endedFiles, wanted).flatMap((row) =>
        // The path of a job is gone when its document was erased.
        hashOf(row.file_path) === row.path_sha256
          ? [{path: row.file_path, fingerprint: row.fingerprint, outcome: outcomeOf(row)}]
          : [],
      ),
    )
  }

  async forget({path, fingerprint}: {path: string; fingerprint: string}): Promise<void> {
    await this.#connection.write(() =>
      this.#connection.run(watched.forgetFile, {path: hashOf(path), fingerprint}),
    )
  }

  #isKnown({path, fingerprint}: {path: string; fingerprint: string}): Promise<boolean> {
    return this.#connection.read(
      () => this.#connection.get(watched.rememberedFile, {path})?.fingerprint === fingerprint,
    )
  }
}

function hashOf(path: string): string {
  return createHash('sha256').update(path).digest('hex')
}

function outcomeOf(row: {
  status: string
  error_code: string | null
  loaded: number | null
}): EndedFile['outcome'] {
  if (row.status === 'failed') return row.error_code === 'CANCELLED' ? 'unread' : 'failed'
  return row.loaded === 1 ? 'loaded' : 'unread'
}
