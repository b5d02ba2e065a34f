import {IngestionQueue} from '#lib/queue/ingestion-queue.js'
import {runWorker} from '#lib/worker/run-worker.js'
import {loadPeer} from '../support/peer-packages.ts'

export type Kind = 'ats' | 'BullMQ'

export interface Producer {
  /** @param at milliseconds since the epoch, carried to the worker */
  enqueue(at: number): Promise<void>
  close(): Promise<void>
}

interface Bullmq {
  Queue: new (
    name: string,
    options: object,
  ) => {add(name: string, data: object, options: object): Promise<unknown>; close(): Promise<void>}
  Worker: new (
    name: string,
    handler: (job: {data: {at: number}}) => Promise<void>,
    options: object,
  ) => {waitUntilReady(): Promise<unknown>}
}

interface Client {
  quit(): Promise<unknown>
}

export async function openProducer(kind: Kind, location: string): Promise<Producer> {
  if (kind === 'ats') {
    const queue = await new IngestionQueue(location).open()
    return {
      enqueue: async (at) => {
        await queue.enqueue(`/at/${at}`)
      },
      close: () => queue.close(),
    }
  }
  const connection = await connect(location)
  const {Queue} = await loadPeer<Bullmq>('bullmq')
  const queue = new Queue('cv', {connection})
  return {
    enqueue: async (at) => {
      await queue.add('cv', {at}, {})
    },
    close: async () => {
      await queue.close()
      await connection.quit()
    },
  }
}

/** @returns when the worker waits for jobs; `onJob` is told when each was enqueued */
export async function startWorker(kind: Kind, location: string, onJob: (at: number) => void): Promise<void> {
  if (kind === 'ats') {
    const queue = await new IngestionQueue(location).open()
    const {promise, resolve} = Promise.withResolvers<void>()
    const handler = async ({filePath}: {filePath: string}) => onJob(Number(filePath.slice('/at/'.length)))
    void runWorker({queue, handler, on: ({type}) => type === 'worker.idle' && resolve()})
    return promise
  }
  const {Worker} = await loadPeer<Bullmq>('bullmq')
  const connection = await connect(location)
  await new Worker('cv', async ({data}) => onJob(data.at), {connection}).waitUntilReady()
}

async function connect(socket: string): Promise<Client> {
  const {Redis} = await loadPeer<{Redis: new (path: string, options: object) => Client}>('ioredis')
  return new Redis(socket, {maxRetriesPerRequest: null})
}
