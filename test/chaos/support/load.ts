import {readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import type {IngestionQueue} from '#lib/queue/ingestion-queue.js'
import {Inbox} from './inbox.ts'
import type {Random} from './random.ts'

const SCAN = readFileSync(
  fileURLToPath(new URL('../../../samples/cvs/margaret-okafor-scan.pdf', import.meta.url)),
)

/** A job that was enqueued at once, and when (`performance.now()`). */
export interface Enqueued {
  jobId: string
  at: number
}

export interface LoadOptions {
  queue: IngestionQueue
  directory: string
  random: Random
  /** Of the pieces of load, those that keep OCR busy for seconds. */
  scans: number
}

/** What the users of a queue do all day, piece by piece. */
export class Load {
  readonly enqueued: Enqueued[] = []
  readonly #options: LoadOptions
  readonly #inbox: Inbox
  #pieces = 0

  constructor(options: LoadOptions) {
    this.#options = options
    this.#inbox = new Inbox(options.directory, options.random)
  }

  /** Whichever is its turn by chance. */
  async piece(): Promise<void> {
    const {queue, random, scans} = this.#options
    this.#pieces += 1
    if (this.#pieces % 40 === 0) await queue.clear({status: 'completed', olderThanMs: 10_000})
    const chance = random.next()
    if (chance < scans) await this.#enqueue(this.#own('scan.pdf', Buffer.concat([SCAN, this.#mark()])))
    else if (chance < 0.15) await this.#enqueue(this.#inbox.directory())
    else if (chance < 0.2)
      await this.#enqueue(this.#own('damaged.pdf', Buffer.concat([SCAN.subarray(0, 900), this.#mark()])))
    else if (chance < 0.25) await queue.enqueue(this.#inbox.file(), {delay: 2_000})
    else if (chance < 0.4) await this.#look()
    else await this.#enqueue(this.#inbox.file())
  }

  async #enqueue(path: string): Promise<void> {
    const at = performance.now()
    this.enqueued.push({jobId: await this.#options.queue.enqueue(path), at})
  }

  async #look(): Promise<void> {
    const {queue} = this.#options
    await queue.getStats()
    await queue.getAllJobs({limit: 100})
    await queue.documents.list({limit: 20})
  }

  #own(suffix: string, bytes: Buffer): string {
    const path = join(this.#options.directory, `${this.#pieces}-${suffix}`)
    writeFileSync(path, bytes)
    return path
  }

  /** Makes the content new, so that it is read and not used again. */
  #mark(): Buffer {
    return Buffer.from(`\n% piece ${this.#pieces}\n`)
  }
}
