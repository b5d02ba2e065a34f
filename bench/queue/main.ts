/**
 * What the queue costs beside other queues, every commit synced, side by side in one run.
 *
 *   npm run bench:queue -- [--turns 7] [--jobs 100] [--concurrency N] [--only NAME,…] [--json FILE]
 *
 * Four subjects: one durable `enqueue`; 1,000 jobs at once; the throughput of a worker whose handler does nothing, from
 * the beginning of its first job to that of its last; and what Kysely adds to a hand-written prepared statement. Each
 * queue is run by its public methods, at the settings that make it sync each commit. Those that can do several jobs at
 * a time do as many as there are cores, which is the default of a worker of ats. Ratios are the medians of each turn's.
 */
import {mkdtempSync, rmSync} from 'node:fs'
import {availableParallelism, tmpdir} from 'node:os'
import {join} from 'node:path'
import {parseArgs} from 'node:util'
import {installPeers} from '../support/peer-packages.ts'
import {Report, type Target} from '../support/report.ts'
import {type Server, startPostgres, startRedis} from '../support/servers.ts'
import {median, pairedRatio} from '../support/statistics.ts'
import {inTurns, type Side, timed} from '../support/turns.ts'
import {ats} from './contestants/ats.ts'
import {betterQueue} from './contestants/better-queue.ts'
import {bullmq} from './contestants/bullmq.ts'
import type {Contestant, Entry} from './contestants/contestant.ts'
import {graphileWorker} from './contestants/graphile-worker.ts'
import {liteque} from './contestants/liteque.ts'
import {pgBoss} from './contestants/pg-boss.ts'
import {plainjob} from './contestants/plainjob.ts'
import {reference} from './contestants/reference.ts'
import {sidequest} from './contestants/sidequest.ts'
import {Floor} from './floor.ts'
import {compareWithHandWritten} from './hand-written.ts'

const {values} = parseArgs({
  options: {
    turns: {type: 'string', default: '7'},
    jobs: {type: 'string', default: '100'},
    concurrency: {type: 'string', default: String(availableParallelism())},
    only: {type: 'string'},
    json: {type: 'string'},
  },
})
const turns = Number(values.turns)
const jobs = Number(values.jobs)
const concurrency = Number(values.concurrency)
const folder = mkdtempSync(join(tmpdir(), 'ats-bench-queue-'))
const servers: Server[] = []
const floor = new Floor(folder)

const report = new Report(`bench:queue --turns ${turns} --jobs ${jobs} --concurrency ${concurrency}`)
try {
  installPeers()
  const contestants = await openAll((await entries()).filter(isWanted))
  await compareEnqueue(contestants)
  await compareWork(contestants)
  await compareBulk(contestants)
  for (const contestant of contestants.values()) await contestant.close()
  report.add(await compareWithHandWritten(folder, turns))
  report.write(values.json)
} finally {
  floor.close()
  for (const server of servers) await server.stop()
  rmSync(folder, {recursive: true, force: true})
}

async function entries(): Promise<Entry[]> {
  const redis = await startRedis(folder)
  const postgres = await startPostgres(folder)
  servers.push(...[redis, postgres].filter((server) => server !== undefined))
  const python = reference()
  const stored = betterQueue()
  if (!python) report.skip('Python reference', 'there is no python3')
  if (!stored)
    report.skip('better-queue-sqlite', 'its sqlite3 is not built: npm rebuild sqlite3, in bench/peers')
  if (!redis) report.skip('BullMQ', 'there is no redis-server')
  if (!postgres) report.skip('pg-boss, graphile-worker', 'there is no PostgreSQL server')
  return [
    ats({concurrency}),
    plainjob(),
    liteque({concurrency}),
    sidequest(),
    ...(stored ? [stored] : []),
    ...(redis ? [bullmq({concurrency, redis})] : []),
    ...(postgres ? [pgBoss({postgres}), graphileWorker({concurrency, postgres})] : []),
    ...(python ? [python] : []),
  ]
}

function isWanted({name}: Entry): boolean {
  if (values.only === undefined || name === 'ats') return true
  return values.only.split(',').some((part) => name.toLowerCase().includes(part.toLowerCase()))
}

async function openAll(all: Entry[]): Promise<Map<string, Contestant>> {
  const contestants = new Map<string, Contestant>()
  for (const {name, versions, open} of all) {
    contestants.set(name, await open(folder))
    report.uses(versions)
  }
  return contestants
}

/** All that is put in here is done by `compareWork`'s first, uncounted turn at the latest. */
async function compareEnqueue(contestants: Map<string, Contestant>): Promise<void> {
  const sides = new Map<string, Side>([
    ['8 KiB written and fdatasync', () => floor.write(jobs, 2)],
    // What SQLite writes for a job: the table, its four indexes, the counter and the sequence.
    ['28 KiB written and fdatasync', () => floor.write(jobs, 7)],
    ['28 KiB written and fsync', () => floor.writeWhole(jobs, 7)],
  ])
  for (const [name, contestant] of contestants) {
    sides.set(name, async () => (await timed(() => contestant.enqueue(jobs))) / jobs)
  }
  const samples = await inTurns(sides, turns)
  for (const contestant of contestants.values()) await contestant.work((turns + 1) * jobs)
  compare('one durable enqueue', samples, {
    '8 KiB written and fdatasync': {most: 1.15},
    plainjob: {most: 1},
    'Python reference': {most: 0.25},
  })
}

async function compareWork(contestants: Map<string, Contestant>): Promise<void> {
  const sides = [...contestants].map(([name, contestant]): [string, Side] => [
    name,
    async () => {
      await (contestant.enqueueMany ?? contestant.enqueue)(jobs)
      return (await contestant.work(jobs)) / (jobs - 1)
    },
  ])
  compare('one job by a worker', await inTurns(new Map(sides), turns), {
    plainjob: {most: 1 / 1.5},
    liteque: {most: 1 / 3},
    BullMQ: {most: 1 / 3},
    'Python reference': {most: 1 / 8},
  })
}

async function compareBulk(contestants: Map<string, Contestant>): Promise<void> {
  const sides = [...contestants].flatMap(([name, {enqueueMany}]): [string, Side][] =>
    enqueueMany ? [[name, () => timed(() => enqueueMany(1000))]] : [],
  )
  compare('1,000 jobs at once', await inTurns(new Map(sides), turns), {plainjob: {most: 0.75}})
}

function compare(title: string, samples: Map<string, number[]>, targets: Record<string, Target>): void {
  const own = samples.get('ats') ?? []
  const figures = [...samples].map(([name, theirs]) => ({
    name,
    value: median(theirs),
    ...(name === 'ats' ? {} : {ratio: pairedRatio(own, theirs)}),
    ...(targets[name] ? {target: targets[name]} : {}),
  }))
  report.add({title, unit: 'ms', ratio: 'ats / it', figures})
}
