import {existsSync} from 'node:fs'
import {join} from 'node:path'
import {loadPeer, peerFile, versionOf} from '../../support/peer-packages.ts'
import {type Contestant, type Entry, pathOf, Stopwatch} from './contestant.ts'

type Callback = (error?: unknown, result?: unknown) => void

interface Store {
  _db: {exec(sql: string, callback: Callback): void}
  connect(callback: Callback): void
  putTask(id: string, task: unknown, priority: number, callback: Callback): void
  getTask(id: string, callback: Callback): void
  takeFirstN(count: number, callback: Callback): void
  getLock(lock: string, callback: Callback): void
  releaseLock(lock: string, callback: Callback): void
  close(callback: Callback): void
}

/** @returns undefined where its native module was not built, which needs a compiler and minutes */
export function betterQueue(): Entry | undefined {
  if (!existsSync(peerFile('sqlite3/build/Release/node_sqlite3.node'))) return undefined
  return {
    name: 'better-queue-sqlite (store)',
    versions: {'better-queue-sqlite': versionOf('better-queue-sqlite') ?? '?'},
    open: (folder) => open(join(folder, 'better-queue.db')),
  }
}

async function open(path: string): Promise<Contestant> {
  const {default: SqliteStore} = await loadPeer<{default: new (options: object) => Store}>(
    'better-queue-sqlite',
  )
  const store = new SqliteStore({path})
  const call = (run: (callback: Callback) => void) =>
    new Promise<unknown>((resolve, reject) =>
      run((error, result) => (error ? reject(error) : resolve(result))),
    )
  await call((done) => store.connect(done))
  // It switches syncing off.
  await call((done) => store._db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL', done))
  let jobs = 0
  return {
    async enqueue(count) {
      for (let n = 0; n < count; n += 1) {
        const id = `job-${jobs++}`
        await call((done) => store.putTask(id, {path: pathOf(n)}, 0, done))
        // A put is told of before it is written; a get waits for what was put.
        await call((done) => store.getTask(id, done))
      }
    },
    async work(count) {
      const stopwatch = new Stopwatch(count)
      for (;;) {
        const lock = (await call((done) => store.takeFirstN(1, done))) as string
        if (!lock) return stopwatch.done
        await call((done) => store.getLock(lock, done))
        stopwatch.tick()
        await call((done) => store.releaseLock(lock, done))
      }
    },
    async close() {
      await call((done) => store.close(done))
    },
  }
}
