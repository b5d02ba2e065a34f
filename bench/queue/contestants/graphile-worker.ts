import {loadPeer, versionOf} from '../../support/peer-packages.ts'
import type {Server} from '../../support/servers.ts'
import {type Contestant, type Entry, pathOf, Stopwatch} from './contestant.ts'

interface Graphile {
  Logger: new (factory: () => () => void) => unknown
  makeWorkerUtils(options: object): Promise<{
    migrate(): Promise<void>
    addJob(task: string, payload: object): Promise<unknown>
    addJobs(jobs: object[]): Promise<unknown>
    release(): Promise<void>
  }>
  run(options: object): Promise<{stop(): Promise<void>}>
}

export function graphileWorker({concurrency, postgres}: {concurrency: number; postgres: Server}): Entry {
  return {
    name: 'graphile-worker',
    versions: {'graphile-worker': versionOf('graphile-worker') ?? '?', PostgreSQL: postgres.version},
    open: () => open(postgres.socket, concurrency),
  }
}

async function open(folder: string, concurrency: number): Promise<Contestant> {
  const {makeWorkerUtils, run, Logger} = await loadPeer<Graphile>('graphile-worker')
  const logger = new Logger(() => () => undefined)
  const connectionString = `postgres://postgres@/postgres?host=${encodeURIComponent(folder)}`
  const utils = await makeWorkerUtils({connectionString, logger})
  await utils.migrate()
  return {
    async enqueue(count) {
      for (let n = 0; n < count; n += 1) await utils.addJob('cv', {path: pathOf(n)})
    },
    async enqueueMany(count) {
      await utils.addJobs(
        Array.from({length: count}, (_, n) => ({identifier: 'cv', payload: {path: pathOf(n)}})),
      )
    },
    async work(count) {
      const stopwatch = new Stopwatch(count)
      const taskList = {cv: () => stopwatch.tick()}
      const runner = await run({connectionString, logger, concurrency, noHandleSignals: true, taskList})
      const duration = await stopwatch.done
      await runner.stop()
      return duration
    },
    close: () => utils.release(),
  }
}
