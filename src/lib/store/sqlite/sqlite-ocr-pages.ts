import type {CachedPage, OcrPage} from '../../model/ocr-cache.js'
import {toStoredTime} from '../../model/time.js'
import type {OcrPageStore} from '../store.js'
import type {Connection} from './connection.js'
import {erasedAndAway} from './erasure-queries.js'
import {insertOcrPage, insertOcrSource, ocrPageByKey, ocrSource} from './ocr-page-queries.js'

export class SqliteOcrPages implements OcrPageStore {
  readonly #connection: Connection

  constructor(connection: Connection) {
    this.#connection = connection
  }

  find(key: string, sha256: string): Promise<(OcrPage & {sha256: string; languages: string}) | undefined> {
    return this.#connection.read(() => this.#connection.get(ocrPageByKey, {key, sha256}))
  }

  async add({key, sha256, languages, text, confidence}: CachedPage, path: string, now: Date): Promise<void> {
    const row = {key, sha256, languages, text, confidence, created_at: toStoredTime(now)}
    await this.#connection.write(() => {
      if (this.#connection.get(erasedAndAway, {sha256})) return
      this.#connection.run(insertOcrPage, row)
      this.#connection.run(insertOcrSource, {sha256, path})
    })
  }

  async addSource(sha256: string, path: string): Promise<void> {
    const source = {sha256, path}
    if (await this.#connection.read(() => this.#connection.get(ocrSource, source))) return
    await this.#connection.write(() => {
      if (!this.#connection.get(erasedAndAway, {sha256})) this.#connection.run(insertOcrSource, source)
    })
  }
}
