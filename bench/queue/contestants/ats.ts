import {join} from 'node:path'
import {IngestionQueue} from '#lib/queue/ingestion-queue.js'
import {runWorker} from '#lib/worker/run-worker.js'
import {type Contestant, type Entry, pathOf, Stopwatch} from './contestant.ts'

/** The library as it is shipped, by its public methods. */
export function ats({concurrency}: {concurrency: number}): Entry {
  return {
    name: 'ats',
    versions: {},
    open: (folder) => open(join(folder, 'ats.db'), concurrency),
  }
}

async function open(path: string, concurrency: number): Promise<Contestant> {
  const queue = await new IngestionQueue(path).open()
  return {
    async enqueue(count) {
      for (let n = 0; n < count; n += 1) await queue.enqueue(pathOf(n))
    },
    async enqueueMany(count) {
      await queue.enqueueMany(Array.from({length: count}, (_, n) => pathOf(n)))
    },
    async work(count) {
      const stopwatch = new Stopwatch(count)
      await runWorker({queue, concurrency, drain: true, handler: async () => stopwatch.tick()})
      return stopwatch.done
    },
    close: () => queue.close(),
  }
}
