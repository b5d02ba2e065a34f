import {join} from 'node:path'
import Database from 'better-sqlite3'
import {loadPeer, versionOf} from '../../support/peer-packages.ts'
import {type Contestant, type Entry, pathOf, Stopwatch} from './contestant.ts'

const QUIET = {debug: nothing, info: nothing, warn: nothing, error: console.error}

interface Queue {
  add(type: string, data: unknown): unknown
  addMany(type: string, data: unknown[]): unknown
  close(): void
}

interface Plainjob {
  better(database: Database.Database): unknown
  defineQueue(options: object): Queue
  defineWorker(
    type: string,
    handler: () => void,
    options: object,
  ): {start(): Promise<void>; stop(): Promise<void>}
}

export function plainjob(): Entry {
  return {
    name: 'plainjob',
    versions: {plainjob: versionOf('plainjob') ?? '?'},
    open: (folder) => open(join(folder, 'plainjob.db')),
  }
}

async function open(path: string): Promise<Contestant> {
  const {better, defineQueue, defineWorker} = await loadPeer<Plainjob>('plainjob')
  const database = new Database(path)
  const queue = defineQueue({connection: better(database), logger: QUIET})
  // Its own setting is NORMAL, which may lose the last commits in a power cut.
  database.pragma('synchronous = FULL')
  return {
    async enqueue(count) {
      for (let n = 0; n < count; n += 1) queue.add('cv', {path: pathOf(n)})
    },
    async enqueueMany(count) {
      queue.addMany(
        'cv',
        Array.from({length: count}, (_, n) => ({path: pathOf(n)})),
      )
    },
    async work(count) {
      const stopwatch = new Stopwatch(count)
      const worker = defineWorker('cv', () => stopwatch.tick(), {queue, logger: QUIET})
      const running = worker.start()
      const duration = await stopwatch.done
      await worker.stop()
      await running
      return duration
    },
    async close() {
      queue.close()
    },
  }
}

function nothing(): void {}
