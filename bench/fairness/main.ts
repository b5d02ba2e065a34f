/**
 * Four workers in a tight loop on one database: who gets how many jobs, and how long each waits for the lock, beside the
 * same statements under SQLite's own busy handler.
 *
 *   npm run bench:fairness -- [--workers 4] [--seconds 4] [--turns 3] [--json FILE]
 *
 * Each worker is a process that settles a job and claims the next as fast as it can, for so many seconds, with more jobs
 * in the queue than they can do. `ats` waits for the lock as it always does; `busy handler` is the same code whose
 * connection waits inside SQLite. Fairness is what the poorest got of an equal share; a wait is what one settlement took,
 * and the worker that waits longest is looked at: among all jobs together those of the starved are too few to show.
 */
import {fork} from 'node:child_process'
import {once} from 'node:events'
import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {parseArgs} from 'node:util'
import {IngestionQueue} from '#lib/queue/ingestion-queue.js'
import {Report, type Target} from '../support/report.ts'
import {median, quantile} from '../support/statistics.ts'
import type {Tally} from './worker.ts'

const MANNERS = ['ats', 'busy handler'] as const

interface Outcome {
  /** What the poorest worker got, of an equal share. */
  fairness: number
  /** Milliseconds within which 99 of 100 settlements of the worst-off worker were written. */
  p99: number
  perSecond: number
}

const {values} = parseArgs({
  options: {
    workers: {type: 'string', default: '4'},
    seconds: {type: 'string', default: '4'},
    turns: {type: 'string', default: '3'},
    json: {type: 'string'},
  },
})
const seconds = Number(values.seconds)
const report = new Report(
  `bench:fairness --workers ${values.workers} --seconds ${seconds} --turns ${values.turns}`,
)
const outcomes = new Map(MANNERS.map((manner) => [manner as string, [] as Outcome[]]))
for (let turn = 0; turn < Number(values.turns); turn += 1) {
  for (const manner of MANNERS) outcomes.get(manner)?.push(await compete(manner))
}
add('fewest jobs of a fair share', 'share', ({fairness}) => fairness)
add('99 of 100 settlements of the worst off within', 'ms', ({p99}) => p99, {most: 0.3})
add('jobs a second, all workers', 'jobs/s', ({perSecond}) => perSecond)
report.write(values.json)

async function compete(manner: string): Promise<Outcome> {
  const folder = mkdtempSync(join(tmpdir(), 'ats-bench-fairness-'))
  try {
    const path = join(folder, 'ats.db')
    await fill(path)
    const script = fileURLToPath(new URL('worker.ts', import.meta.url))
    const workers = Array.from({length: Number(values.workers)}, () =>
      fork(script, [manner, path, values.seconds]),
    )
    await Promise.all(workers.map((worker) => once(worker, 'message')))
    const tallies = workers.map((worker) => once(worker, 'message').then(([tally]) => tally as Tally))
    for (const worker of workers) worker.send('go')
    return judge(await Promise.all(tallies))
  } finally {
    rmSync(folder, {recursive: true, force: true})
  }
}

async function fill(path: string): Promise<void> {
  const queue = await new IngestionQueue(path).open()
  for (let batch = 0; batch < seconds * 10; batch += 1) {
    await queue.enqueueMany(Array.from({length: 1000}, (_, n) => `/srv/cv_uploads/${batch}-${n}.pdf`))
  }
  await queue.close()
}

function judge(tallies: Tally[]): Outcome {
  const counts = tallies.map(({jobs}) => jobs)
  const total = counts.reduce((sum, count) => sum + count, 0)
  return {
    fairness: Math.min(...counts) / (total / counts.length),
    p99: Math.max(...tallies.map(({waits}) => quantile(waits, 0.99))),
    perSecond: total / seconds,
  }
}

function add(title: string, unit: string, of: (outcome: Outcome) => number, target?: Target): void {
  const value = (manner: string) => median((outcomes.get(manner) ?? []).map(of))
  const [own, theirs] = MANNERS.map(value) as [number, number]
  report.add({
    title,
    unit,
    ratio: 'ats / it',
    figures: [
      // A share is a ratio already.
      unit === 'share'
        ? {name: 'ats', value: own, ratio: own, target: {least: 0.5}}
        : {name: 'ats', value: own},
      {name: 'busy handler', value: theirs, ratio: own / theirs, ...(target ? {target} : {})},
    ],
  })
}
