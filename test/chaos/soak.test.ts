import {mkdirSync, readdirSync} from 'node:fs'
import {setTimeout as sleep} from 'node:timers/promises'
import {expect} from 'chai'
import {IngestionQueue} from '#lib/queue/ingestion-queue.js'
import {eventually} from '../support/eventually.ts'
import {useTempDir} from '../support/temp-dir.ts'
import {faultsOf} from './support/audit.ts'
import {figuresOf, type Measured, quarters} from './support/figures.ts'
import {form, seeded, tell} from './support/form.ts'
import {type Enqueued, Load} from './support/load.ts'
import {WorkerProgram} from './support/worker-program.ts'

const SECONDS = form({short: 6, long: 60 * Number(process.env.ATS_SOAK_MINUTES ?? 30)})

/** Milliseconds between two pieces of load. */
const PACE = 250

/** How much more the last quarter may have than the second: a factor, and what counts as nothing. */
const GROWTH = {
  'memory, MiB': {factor: 1.3, slack: 30},
  'write-ahead log, MiB': {factor: 1.5, slack: 8},
  'open descriptors': {factor: 1.2, slack: 10},
  // The short form has some five jobs a quarter, of which one that waits for a child to start is much.
  'enqueued to done, ms': {factor: 3, slack: form({short: 30_000, long: 2_000})},
}

type Quantity = keyof typeof GROWTH
type Measurements = Record<Quantity, Measured[]>

describe('a worker under a mixed load that lasts', () => {
  const temp = useTempDir()
  let database: string
  let queue: IngestionQueue
  let worker: WorkerProgram

  beforeEach(async () => {
    database = temp.file('jobs.db')
    mkdirSync(temp.file('scratch'))
    queue = new IngestionQueue(database)
    await queue.getStats()
    worker = WorkerProgram.command(database, temp.file('scratch'), ['--concurrency', '2'])
  })
  afterEach(async () => {
    worker.program.signal('SIGKILL')
    await worker.program.ended
    await queue.close()
  })

  const bear = async (load: Load): Promise<Measurements> => {
    const measurements = empty()
    const started = performance.now()
    for (let at = 0; at < SECONDS; at = (performance.now() - started) / 1_000) {
      const {pid} = worker.program
      for (const [quantity, value] of Object.entries(figuresOf(pid, database))) {
        measurements[quantity as Quantity].push({at: at / SECONDS, value})
      }
      await load.piece()
      // The pace of the load: it must not depend on how fast the worker is.
      await sleep(PACE)
    }
    await eventually('all is done', async () => isDone(await queue.getStats()), 240_000)
    worker.program.signal('SIGTERM')
    await worker.program.succeed()
    measurements['enqueued to done, ms'] = latencies(load.enqueued, worker, started)
    return measurements
  }

  it('needs no more memory, log, descriptors or time in the end than in the beginning', async function () {
    this.timeout((SECONDS + 300) * 1_000)
    const random = seeded('soak')
    await eventually('the worker is idle', () => worker.heard.some(({type}) => type === 'worker.idle'))
    const directory = temp.file('inbox')
    const load = new Load({queue, directory, random, scans: form({short: 0, long: 0.01})})
    const measurements = await bear(load)
    tell(`${load.enqueued.length} jobs in ${SECONDS} s; median of each quarter:`)
    for (const quantity of Object.keys(GROWTH) as Quantity[]) expectFlat(quantity, measurements[quantity])
    expect(faultsOf(database).filter((fault) => !ofClearing(fault))).to.deep.equal([])
    expect(readdirSync(temp.file('scratch'))).to.deep.equal([])
  })
})

function empty(): Measurements {
  return Object.fromEntries(Object.keys(GROWTH).map((quantity) => [quantity, []])) as unknown as Measurements
}

function isDone({pending, processing}: {pending: number; processing: number}): boolean {
  return pending === 0 && processing === 0
}

function latencies(enqueued: readonly Enqueued[], worker: WorkerProgram, started: number): Measured[] {
  const ends = new Map(
    worker.heard.filter(({type}) => /^job\.(completed|failed)$/.test(type)).map(({jobId, at}) => [jobId, at]),
  )
  return enqueued.flatMap(({jobId, at}) => {
    const end = ends.get(jobId)
    return end === undefined ? [] : [{at: (at - started) / 1_000 / SECONDS, value: end - at}]
  })
}

function expectFlat(quantity: Quantity, measured: readonly Measured[]): void {
  const [first = 0, second = 0, third = 0, last = 0] = quarters(measured)
  const row = [first, second, third, last].map((value) => value.toFixed(1).padStart(9))
  tell(`${quantity.padEnd(22)}${row.join('')}`)
  const {factor, slack} = GROWTH[quantity]
  expect(last, quantity).to.be.below(factor * second + slack)
}

/** Documents outlive the jobs that were cleared. */
function ofClearing(fault: string): boolean {
  return fault.startsWith('a document belongs to no file')
}
