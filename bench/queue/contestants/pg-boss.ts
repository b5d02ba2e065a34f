import {loadPeer, versionOf} from '../../support/peer-packages.ts'
import type {Server} from '../../support/servers.ts'
import {type Contestant, type Entry, pathOf, Stopwatch} from './contestant.ts'

interface Boss {
  start(): Promise<unknown>
  stop(options: object): Promise<void>
  on(event: 'error', listener: (error: unknown) => void): void
  createQueue(name: string): Promise<void>
  send(name: string, data: object): Promise<unknown>
  insert(name: string, jobs: object[]): Promise<unknown>
  fetch(name: string): Promise<{id: string}[]>
  complete(name: string, id: string): Promise<unknown>
}

export function pgBoss({postgres}: {postgres: Server}): Entry {
  return {
    name: 'pg-boss',
    versions: {'pg-boss': versionOf('pg-boss') ?? '?', PostgreSQL: postgres.version},
    open: () => open(postgres.socket),
  }
}

/** By `fetch` and `complete`: its `work` polls, twice a second at the most. */
async function open(host: string): Promise<Contestant> {
  const {PgBoss} = await loadPeer<{PgBoss: new (options: object) => Boss}>('pg-boss')
  const boss = new PgBoss({host, user: 'postgres', database: 'postgres'})
  boss.on('error', console.error)
  await boss.start()
  await boss.createQueue('cv')
  return {
    async enqueue(count) {
      for (let n = 0; n < count; n += 1) await boss.send('cv', {path: pathOf(n)})
    },
    async enqueueMany(count) {
      await boss.insert(
        'cv',
        Array.from({length: count}, (_, n) => ({data: {path: pathOf(n)}})),
      )
    },
    async work(count) {
      const stopwatch = new Stopwatch(count)
      for (;;) {
        const [job] = await boss.fetch('cv')
        if (!job) return stopwatch.done
        stopwatch.tick()
        await boss.complete('cv', job.id)
      }
    },
    close: () => boss.stop({graceful: false}),
  }
}
