import {loadPeer, versionOf} from '../../support/peer-packages.ts'
import type {Server} from '../../support/servers.ts'
import {type Contestant, type Entry, pathOf, Stopwatch} from './contestant.ts'

interface Closable {
  close(): Promise<void>
}

interface Bullmq {
  Queue: new (
    name: string,
    options: object,
  ) => Closable & {
    add(name: string, data: unknown, options: object): Promise<unknown>
    addBulk(jobs: object[]): Promise<unknown>
  }
  Worker: new (name: string, handler: () => Promise<void>, options: object) => Closable
}

interface Client {
  quit(): Promise<unknown>
}

export function bullmq({concurrency, redis}: {concurrency: number; redis: Server}): Entry {
  return {
    name: 'BullMQ',
    versions: {BullMQ: versionOf('bullmq') ?? '?', Redis: redis.version},
    open: () => open(redis.socket, concurrency),
  }
}

async function open(path: string, concurrency: number): Promise<Contestant> {
  const {Queue, Worker} = await loadPeer<Bullmq>('bullmq')
  const {Redis} = await loadPeer<{Redis: new (path: string, options: object) => Client}>('ioredis')
  const connection = new Redis(path, {maxRetriesPerRequest: null})
  const queue = new Queue('cv', {connection})
  return {
    async enqueue(count) {
      for (let n = 0; n < count; n += 1) await queue.add('cv', {path: pathOf(n)}, {})
    },
    async enqueueMany(count) {
      await queue.addBulk(Array.from({length: count}, (_, n) => ({name: 'cv', data: {path: pathOf(n)}})))
    },
    async work(count) {
      const stopwatch = new Stopwatch(count)
      const worker = new Worker('cv', async () => stopwatch.tick(), {connection, concurrency})
      const duration = await stopwatch.done
      await worker.close()
      return duration
    },
    async close() {
      await queue.close()
      await connection.quit()
    },
  }
}
