import EventEmitter, {once} from 'node:events'
import {join} from 'node:path'
import {IngestionQueue} from '#lib/queue/ingestion-queue.js'
import {runWorker} from '#lib/worker/run-worker.js'

/** A worker on a database of its own, which stays up between jobs. */
export class WarmWorker {
  readonly #queue: IngestionQueue
  readonly #stop = new AbortController()
  readonly #jobs = new EventEmitter()
  readonly #running: Promise<unknown>

  constructor(folder: string) {
    this.#queue = new IngestionQueue(join(folder, 'jobs.db'))
    this.#running = runWorker({
      queue: this.#queue,
      signal: this.#stop.signal,
      on: (event) => {
        if (event.type === 'job.completed' || event.type === 'job.failed') this.#jobs.emit('end')
      },
    })
  }

  /** Enqueues a directory and waits until its last file is in the database. */
  async ingest(directory: string): Promise<void> {
    const end = once(this.#jobs, 'end')
    await this.#queue.enqueue(directory)
    await end
  }

  async close(): Promise<void> {
    this.#stop.abort()
    await this.#running
    await this.#queue.close()
  }
}
