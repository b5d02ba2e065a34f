/**
 * How long a job that another process enqueues waits for an idle worker, beside BullMQ's, in turns, every commit synced.
 *
 *   npm run bench:latency -- [--jobs 200] [--pause 25] [--json FILE]
 *
 * A worker of each queue waits in a process of its own. This process enqueues one job at a time, to one queue and to
 * the other in turns, and tells in it when the call began; the worker's handler looks at the clock first thing. Both
 * read the same system clock.
 */
import {type ChildProcess, fork} from 'node:child_process'
import {once} from 'node:events'
import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {setTimeout as sleep} from 'node:timers/promises'
import {fileURLToPath} from 'node:url'
import {parseArgs} from 'node:util'
import {installPeers, versionOf} from '../support/peer-packages.ts'
import {Report, type Table} from '../support/report.ts'
import {startRedis} from '../support/servers.ts'
import {quantile} from '../support/statistics.ts'
import {type Kind, openProducer, type Producer} from './queues.ts'

/** A job that has not begun by then counts as having taken so long. Milliseconds. */
const PATIENCE = 10_000

const {values} = parseArgs({
  options: {
    jobs: {type: 'string', default: '200'},
    pause: {type: 'string', default: '25'},
    json: {type: 'string'},
  },
})
const jobs = Number(values.jobs)
const folder = mkdtempSync(join(tmpdir(), 'ats-bench-latency-'))
const report = new Report(`bench:latency --jobs ${jobs} --pause ${values.pause}`)
const redis = await startRedis(folder)

try {
  if (redis) installPeers()
  else report.skip('BullMQ', 'there is no redis-server')
  if (redis) report.uses({BullMQ: versionOf('bullmq') ?? '?', Redis: redis.version})
  const parties = [await party('ats', join(folder, 'ats.db'))]
  if (redis) parties.push(await party('BullMQ', redis.socket))
  const waits = await measure(parties)
  report.add(table('enqueue to start, half of the jobs within', waits, 0.5))
  report.add(table('enqueue to start, 99 of 100 within', waits, 0.99))
  for (const {producer, worker} of parties) {
    worker.kill()
    await producer.close()
  }
  report.write(values.json)
} finally {
  await redis?.stop()
  rmSync(folder, {recursive: true, force: true})
}

interface Party {
  kind: Kind
  producer: Producer
  worker: ChildProcess
}

async function party(kind: Kind, location: string): Promise<Party> {
  const producer = await openProducer(kind, location)
  const worker = fork(fileURLToPath(new URL('worker.ts', import.meta.url)), [kind, location])
  await once(worker, 'message')
  return {kind, producer, worker}
}

/** @returns milliseconds by kind; of ten jobs more each, the first ten are not counted */
async function measure(parties: Party[]): Promise<Map<string, number[]>> {
  const waits = new Map(parties.map(({kind}) => [kind as string, [] as number[]]))
  for (let n = -10; n < jobs; n += 1) {
    for (const {kind, producer, worker} of parties) {
      await sleep(Number(values.pause) * (0.5 + Math.random()))
      const wait = await waitOfOne(producer, worker)
      if (n >= 0) waits.get(kind)?.push(wait)
    }
  }
  return waits
}

async function waitOfOne(producer: Producer, worker: ChildProcess): Promise<number> {
  const begun = once(worker, 'message', {signal: AbortSignal.timeout(PATIENCE)})
  await producer.enqueue(performance.timeOrigin + performance.now())
  return begun.then(
    ([wait]) => wait as number,
    () => PATIENCE,
  )
}

function table(title: string, waits: Map<string, number[]>, share: number): Table {
  const own = quantile(waits.get('ats') ?? [], share)
  const figures = [...waits].map(([name, samples]) => {
    const value = quantile(samples, share)
    return name === 'ats' ? {name, value} : {name, value, ratio: own / value, target: {most: 0.5}}
  })
  return {title, unit: 'ms', ratio: 'ats / it', figures}
}
