import type {CachedPage, OcrPage} from '../../model/ocr-cache.js'
import {toStoredTime} from '../../model/time.js'
import type {OcrPageStore} from '../store.js'
import type {Connection} from './connection.js'
import {erasedAndAway} from './erasure-queries.js'
import {deleteOcrPagesOf, insertOcrPage, ocrPageByKey} from './ocr-page-queries.js'

export class SqliteOcrPages implements OcrPageStore {
  readonly #connection: Connection

  constructor(connection: Connection) {
    this.#connection = connection
  }

  find(key: string, sha256: string): Promise<(OcrPage & {sha256: string; languages: string}) | undefined> {
    return this.#connection.read(() => this.#connection.get(ocrPageByKey, {key, sha256}))
  }

  async add({key, sha256, languages, text, confidence}: CachedPage, now: Date): Promise<void> {
    const row = {key, sha256, languages, text, confidence, created_at: toStoredTime(now)}
    await this.#connection.write(() => {
      if (!this.#connection.get(erasedAndAway, {sha256})) this.#connection.run(insertOcrPage, row)
    })
  }

  forget(sha256s: readonly string[]): Promise<number> {
    return this.#connection.write(() =>
      sha256s.reduce((sum, sha256) => sum + this.#connection.run(deleteOcrPagesOf, {sha256}), 0),
    )
  }
}
