/**
 * The same calls with a thousand jobs in the database, a hundred thousand, a million, and five.
 *
 *   npm run bench:growth -- [--sizes 1000,100000,1000000] [--turns 40] [--keep DIR] [--json FILE]
 *
 * `--sizes 1000,100000,1000000,5000000` takes some minutes and 5 GB more. The sizes take turns, call by call; ratios are
 * to the smallest. Three of ten jobs wait, the others have a history. `--keep` leaves the databases for another run.
 */
import {spawnSync} from 'node:child_process'
import {existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, statSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {parseArgs} from 'node:util'
import {IngestionQueue} from '#lib/queue/ingestion-queue.js'
import {Report, type Target} from '../support/report.ts'
import {median, pairedRatio} from '../support/statistics.ts'
import {inTurns, type Side, timed} from '../support/turns.ts'
import {fill} from './fill.ts'

const {values} = parseArgs({
  options: {
    sizes: {type: 'string', default: '1000,100000,1000000'},
    turns: {type: 'string', default: '40'},
    keep: {type: 'string'},
    json: {type: 'string'},
  },
})
const sizes = values.sizes.split(',').map(Number)
const turns = Number(values.turns)
const folder = values.keep ?? mkdtempSync(join(tmpdir(), 'ats-bench-growth-'))
const launcher = fileURLToPath(new URL('../../bin/run.js', import.meta.url))
const report = new Report(`bench:growth --sizes ${values.sizes} --turns ${turns}`)

interface Subject {
  title: string
  /** @returns milliseconds */
  run(queue: IngestionQueue, size: number): Promise<number>
  target?: (size: number) => Target | undefined
  turns?: number
}

const SUBJECTS: Subject[] = [
  {title: 'claim', run: claim, target: () => ({most: 1.2})},
  {title: 'enqueue', run: (queue) => timed(() => queue.enqueue('/srv/cv_uploads/new.pdf'))},
  {title: 'get', run: getMiddle},
  {title: 'list, the newest 20', run: (queue) => timed(() => queue.getAllJobs({limit: 20}))},
  {title: 'list, failed', run: (queue) => timed(() => queue.getAllJobs({status: 'failed', limit: 20}))},
  {
    title: 'stats',
    run: (queue) => timed(() => queue.getStats()),
    target: (size) => (size <= 1_000_000 ? {most: 2} : undefined),
  },
  {title: 'ats queue stats, whole process', run: startUp, turns: 5},
]

try {
  mkdirSync(folder, {recursive: true})
  const queues = new Map<number, IngestionQueue>()
  for (const size of sizes) queues.set(size, await prepared(size))
  for (const subject of SUBJECTS) await compare(subject, queues)
  await compareClear(queues)
  for (const queue of queues.values()) await queue.close()
  report.write(values.json)
} finally {
  if (values.keep === undefined) rmSync(folder, {recursive: true, force: true})
}

async function prepared(size: number): Promise<IngestionQueue> {
  const path = databaseOf(size)
  if (!existsSync(path)) {
    const unfinished = `${path}-filling`
    await (await new IngestionQueue(unfinished).open()).close()
    const seconds = (await timed(() => fill(unfinished, size))) / 1000
    const bytes = statSync(unfinished).size / size
    console.log(`${nameOf(size)}: filled in ${seconds.toFixed(0)} s, ${bytes.toFixed(0)} bytes a job`)
    rmSync(`${unfinished}-workers`, {recursive: true, force: true})
    renameSync(unfinished, path)
  }
  return new IngestionQueue(path).open()
}

async function compare(subject: Subject, queues: Map<number, IngestionQueue>): Promise<void> {
  const {title, run, target} = subject
  const sides = [...queues].map(([size, queue]): [string, Side] => [nameOf(size), () => run(queue, size)])
  const samples = await inTurns(new Map(sides), subject.turns ?? turns)
  const [base] = [...samples.values()]
  const figures = [...samples].map(([name, times], index) => {
    const goal = target?.(sizes[index] ?? 0)
    const ratio = {ratio: pairedRatio(times, base ?? []), ...(goal ? {target: goal} : {})}
    return {name, value: median(times), ...(index === 0 ? {} : ratio)}
  })
  report.add({title, unit: 'ms', ratio: '/ smallest', figures})
}

/** Once only: what is cleared is gone. */
async function compareClear(queues: Map<number, IngestionQueue>): Promise<void> {
  const times: [string, number][] = []
  for (const [size, queue] of queues) {
    if (size > 100_000) continue
    let cleared = 0
    const ms = await timed(async () => {
      cleared = await queue.clear({status: 'failed'})
    })
    times.push([nameOf(size), ms / cleared])
  }
  const base = times[0]?.[1] ?? Number.NaN
  const figures = times.map(([name, value], index) => ({
    name,
    value,
    ...(index === 0 ? {} : {ratio: value / base}),
  }))
  report.add({title: 'clear of the failed, a job', unit: 'ms', ratio: '/ smallest', figures})
}

async function claim(queue: IngestionQueue): Promise<number> {
  const now = new Date()
  const {claims} = await queue.store()
  const request = {workerId: 'bench', limit: 1, now}
  const begun = performance.now()
  const [taken] = await claims.claim(request)
  const ms = performance.now() - begun
  await taken?.settle({kind: 'completed', result: null}, now)
  return ms
}

async function getMiddle(queue: IngestionQueue, size: number): Promise<number> {
  const n = Math.floor(size / 2)
  const hex = (value: number, digits: number) => value.toString(16).padStart(digits, '0')
  const id = `0199${hex(n >> 16, 4)}-${hex(n & 65535, 4)}-7000-8000-${hex(n, 12)}`
  let found: unknown
  const ms = await timed(async () => {
    found = await queue.getJob(id)
  })
  if (!found) throw new Error(`there is no job ${id}`)
  return ms
}

async function startUp(_: IngestionQueue, size: number): Promise<number> {
  return timed(() => {
    const args = [launcher, 'queue', 'stats', '--db', databaseOf(size)]
    const {status, stderr} = spawnSync(process.execPath, args, {encoding: 'utf8'})
    if (status !== 0) throw new Error(stderr)
  })
}

function databaseOf(size: number): string {
  return join(folder, `${size}.db`)
}

function nameOf(size: number): string {
  return `${size.toLocaleString('en')} jobs`
}
