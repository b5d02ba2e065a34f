import {join} from 'node:path'
import type Database from 'better-sqlite3'
import {loadPeer, versionOf} from '../../support/peer-packages.ts'
import {type Contestant, type Entry, pathOf, Stopwatch} from './contestant.ts'

interface Runner {
  runUntilEmpty(): Promise<void>
}

interface Client {
  session: {client: Database.Database}
}

interface Liteque {
  buildDBClient(path: string, options: object): Client
  SqliteQueue: new (
    name: string,
    client: Client,
    options: object,
  ) => {enqueue(payload: unknown): Promise<unknown>}
  Runner: new (queue: unknown, functions: object, options: object) => Runner
}

export function liteque({concurrency}: {concurrency: number}): Entry {
  return {
    name: 'liteque',
    versions: {liteque: versionOf('liteque') ?? '?'},
    open: (folder) => open(join(folder, 'liteque.db'), concurrency),
  }
}

async function open(path: string, concurrency: number): Promise<Contestant> {
  const {buildDBClient, SqliteQueue, Runner} = await loadPeer<Liteque>('liteque')
  const client = buildDBClient(path, {runMigrations: true})
  const database = client.session.client
  database.pragma('synchronous = FULL')
  Object.assign(database, {transaction: transactionOfOld(database)})
  const queue = new SqliteQueue('cv', client, {defaultJobArgs: {numRetries: 3}, keepFailedJobs: false})
  return {
    async enqueue(count) {
      for (let n = 0; n < count; n += 1) await queue.enqueue({path: pathOf(n)})
    },
    async work(count) {
      const stopwatch = new Stopwatch(count)
      const functions = {run: async () => stopwatch.tick()}
      const options = {concurrency, pollIntervalMs: 20, timeoutSecs: 1}
      await new Runner(queue, functions, options).runUntilEmpty()
      return stopwatch.done
    },
    async close() {
      database.close()
    },
  }
}

/**
 * It hands asynchronous functions to better-sqlite3's `transaction`, which versions from 12 on refuse. The one that it
 * was written for commits when the function returns its promise, so that each of its statements is on its own.
 */
function transactionOfOld(database: Database.Database) {
  return (work: (...args: unknown[]) => unknown) => {
    const run = (...args: unknown[]) => {
      database.exec('BEGIN')
      const result = work(...args)
      database.exec('COMMIT')
      return result
    }
    return Object.assign(run, {deferred: run, immediate: run, exclusive: run})
  }
}
