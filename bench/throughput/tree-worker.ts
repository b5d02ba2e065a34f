/** A worker that tells its parent how far it has come: DATABASE EVERY. */
import {IngestionQueue} from '#lib/queue/ingestion-queue.js'
import {runWorker} from '#lib/worker/run-worker.js'

export interface Milestone {
  event: 'walked' | 'loaded'
  files: number
  /** Since the worker started. */
  ms: number
  /** Resident. */
  mebibytes: number
}

const [database = '', every = ''] = process.argv.slice(2)
const started = performance.now()
let loaded = 0

function tell(event: Milestone['event'], files: number): void {
  const milestone: Milestone = {
    event,
    files,
    ms: performance.now() - started,
    mebibytes: process.memoryUsage.rss() / 2 ** 20,
  }
  process.send?.(milestone)
}

const queue = new IngestionQueue(database)
await runWorker({
  queue,
  drain: true,
  on: (event) => {
    if (event.type === 'job.walked') tell('walked', event.files)
    if (event.type === 'file.loaded' && ++loaded % Number(every) === 0) tell('loaded', loaded)
  },
})
await queue.close()
process.disconnect?.()
