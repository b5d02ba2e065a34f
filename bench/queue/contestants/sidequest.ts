import {join} from 'node:path'
import {loadPeer, versionOf} from '../../support/peer-packages.ts'
import {type Contestant, type Entry, pathOf, Stopwatch} from './contestant.ts'

interface Backend {
  knex: {raw(sql: string): Promise<unknown>}
  migrate(): Promise<void>
  createNewJob(job: object): Promise<unknown>
  claimPendingJob(queue: string, quantity: number): Promise<object[]>
  updateJob(job: object): Promise<unknown>
  close(): Promise<void>
}

/** Its storage alone: its engine runs every job in a thread or process of its own, which would be unfair to it. */
export function sidequest(): Entry {
  return {
    name: 'sidequest (storage)',
    versions: {sidequest: versionOf('@sidequest/sqlite-backend') ?? '?'},
    open: (folder) => open(join(folder, 'sidequest.db')),
  }
}

async function open(path: string): Promise<Contestant> {
  const {default: SqliteBackend} = await loadPeer<{default: new (path: string) => Backend}>(
    '@sidequest/sqlite-backend',
  )
  const {configureLogger} = await loadPeer<{configureLogger(options: object): void}>('@sidequest/core')
  configureLogger({level: 'error'})
  const backend = new SqliteBackend(path)
  await backend.migrate()
  await backend.knex.raw('PRAGMA journal_mode = WAL')
  await backend.knex.raw('PRAGMA synchronous = FULL')
  return {
    async enqueue(count) {
      for (let n = 0; n < count; n += 1) await backend.createNewJob(draft(n))
    },
    async work(count) {
      const stopwatch = new Stopwatch(count)
      for (;;) {
        const [job] = await backend.claimPendingJob('cv', 1)
        if (!job) return stopwatch.done
        stopwatch.tick()
        await backend.updateJob({...job, state: 'completed', completed_at: new Date()})
      }
    },
    close: () => backend.close(),
  }
}

function draft(n: number): object {
  return {
    queue: 'cv',
    state: 'waiting',
    script: 'none',
    class: 'Cv',
    args: [pathOf(n)],
    constructor_args: [],
    attempt: 0,
    max_attempts: 3,
  }
}
