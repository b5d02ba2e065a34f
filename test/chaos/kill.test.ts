import {createHash} from 'node:crypto'
import {mkdirSync, readdirSync, readFileSync} from 'node:fs'
import {expect} from 'chai'
import {IngestionQueue} from '#lib/queue/ingestion-queue.js'
import {eventually} from '../support/eventually.ts'
import {useTempDir} from '../support/temp-dir.ts'
import {faultsOf, leftoversBeside, queryAll} from './support/audit.ts'
import {killAtRandom, type Post} from './support/fleet.ts'
import {form, seeded, tell} from './support/form.ts'
import {handovers, summaryOf} from './support/handovers.ts'
import {Inbox} from './support/inbox.ts'
import {Program} from './support/program.ts'
import type {Random} from './support/random.ts'
import {readersOf} from './support/readers.ts'
import {WorkerProgram} from './support/worker-program.ts'

/** Enqueues one by one and ten by ten, as fast as it may, and tells each id that it was given. */
const EAGER_PRODUCER = (database: string) => `
  import {IngestionQueue} from '#lib/queue/ingestion-queue.js'
  const queue = new IngestionQueue(${JSON.stringify(database)})
  for (let round = 0; ; round += 1) {
    const path = '/errand/' + process.pid + '/' + round
    const ids = round % 4 === 3
      ? await queue.enqueueMany(Array.from({length: 10}, (_, n) => path + '-' + n))
      : [await queue.enqueue(path)]
    for (const id of ids) console.log(id)
    while ((await queue.getStats()).pending > 150) await new Promise((resolve) => setTimeout(resolve, 20))
  }`

/** The first run of each job lasts until its worker is killed. */
const DEADLY_WORK = `
  concurrency: 1,
  handler: async (job, {attempt}) => attempt > 1 || new Promise(() => setInterval(() => {}, 1_000))`

const BRIEF_WORK = `
  concurrency: 2,
  handler: async (job, {attempt}) => {
    await new Promise((resolve) => setTimeout(resolve, 5 + Math.random() * 30))
    return {attempt}
  }`

describe('kill -9 at random moments', () => {
  const temp = useTempDir()
  let random: Random
  let workers: WorkerProgram[]
  let producers: Program[]
  let database: string
  /** For the temporary files of those that are killed. */
  let scratch: string

  beforeEach(function () {
    random = seeded(this.currentTest?.title ?? '')
    workers = []
    producers = []
    for (const name of ['state', 'scratch']) mkdirSync(temp.file(name))
    database = temp.file('state/jobs.db')
    scratch = temp.file('scratch')
  })
  afterEach(async () => {
    const programs = [...producers, ...workers.map((worker) => worker.program)]
    for (const program of programs) program.signal('SIGKILL')
    await Promise.all(programs.map(({ended}) => ended))
  })

  const manned = (make: () => WorkerProgram, lifetime: number) => (): Post => {
    const worker = make()
    workers.push(worker)
    const begun = () => worker.startedAt !== undefined
    // Some die while they start.
    return {start: () => worker.program, lifetime, ...(random.chance(0.9) ? {begun} : {})}
  }
  const supplied = (make: () => Program | undefined, lifetime: number) => (): Post => ({
    start: () => {
      const program = make()
      if (program) producers.push(program)
      return program
    },
    lifetime,
  })
  const drain = async (makeWorker: () => WorkerProgram) => {
    await eventually(
      'all jobs have ended',
      async () => {
        const last = makeWorker()
        workers.push(last)
        await last.program.succeed()
        return queryAll(database, `select 1 from jobs where status in ('pending', 'processing')`).length === 0
      },
      600_000,
    )
  }
  const acknowledged = () => producers.flatMap(({stdout}) => stdout.map(({text}) => text))

  const expectNothingLost = async () => {
    const jobs = queryAll<{job_id: string; status: string; error_code: string | null}>(
      database,
      'select * from jobs',
    )
    const known = new Set(jobs.map(({job_id}) => job_id))
    expect(acknowledged().filter((id) => !known.has(id))).to.deep.equal([])
    expect(new Set(acknowledged()).size).to.equal(acknowledged().length)
    expect(faultsOf(database)).to.deep.equal([])
    expect(leftoversBeside(database)).to.deep.equal([])
    const lost = jobs.filter(({error_code}) => error_code === 'WORKER_LOST').length
    tell(`${acknowledged().length} jobs acknowledged, ${jobs.length} ended, ${lost} of them as WORKER_LOST`)
    // In a short run the few that are always taken first die often.
    expect(lost).to.be.at.most(jobs.length / 10 + 4)
  }
  const expectQuickHandovers = (atLeast: number) => {
    const times = handovers(workers)
    expect(times.length).to.be.at.least(atLeast)
    tell(`from a kill to the next run of the job by another worker: ${summaryOf(times)}`)
    expect(Math.max(0, ...times)).to.be.below(10_000)
  }

  it('gives the job to a worker that is there already, in no time', async function () {
    this.timeout(form({short: 120_000, long: 600_000}))
    const queue = new IngestionQueue(database)
    const kills = form({short: 3, long: 30})
    for (let round = 0; round < kills; round += 1) {
      const jobId = await queue.enqueue('/deadly')
      const victim = WorkerProgram.library(database, scratch, DEADLY_WORK)
      workers.push(victim)
      await eventually('the victim has the job', () => victim.heard.some(({type}) => type === 'job.claimed'))
      const heir = WorkerProgram.library(database, scratch, DEADLY_WORK)
      workers.push(heir)
      await eventually('the heir is idle', () => heir.heard.some(({type}) => type === 'worker.idle'))
      await victim.program.kill()
      await queue.wait([jobId])
      heir.program.signal('SIGTERM')
      await heir.program.succeed()
    }
    expectQuickHandovers(kills)
    await queue.close()
  })

  it('loses no job of a program that does its own work', async function () {
    this.timeout(form({short: 120_000, long: 1_800_000}))
    await makeDatabase(database)
    const makeWorker = (more = '') => WorkerProgram.library(database, scratch, BRIEF_WORK + more)
    const produce = () => Program.library(EAGER_PRODUCER(database), scratch)
    const posts = [manned(makeWorker, 1_500), manned(makeWorker, 1_500), supplied(produce, 1_200)]
    tell(`${await killAtRandom(posts, form({short: 12, long: 220}), random)} processes killed`)
    await drain(() => makeWorker(', drain: true'))
    await expectNothingLost()
    expect(resultsOfOtherAttempts(database)).to.deep.equal([])
    expect(tornBatches(database)).to.deep.equal([])
    expectQuickHandovers(0)
  })

  it('loses no file and leaves no reader behind', async function () {
    this.timeout(form({short: 120_000, long: 1_800_000}))
    await makeDatabase(database)
    const inbox = new Inbox(temp.file('inbox'), random)
    const makeWorker = () => WorkerProgram.command(database, scratch, ['--concurrency', '2'])
    const produce = () => {
      if (pendingWork(database) > 120) return undefined
      const paths = Array.from({length: 16}, () => (random.chance(0.3) ? inbox.directory() : inbox.file()))
      return random.chance(0.5)
        ? Program.ats(['--db', database, 'queue', 'enqueue', ...paths], scratch)
        : Program.ats(['--db', database, 'queue', 'enqueue', '-'], scratch, `${paths.join('\n')}\n`)
    }
    const posts = [manned(makeWorker, 4_000), manned(makeWorker, 4_000), supplied(produce, 1_200)]
    tell(`${await killAtRandom(posts, form({short: 8, long: 100}), random)} processes killed`)
    await drain(() => WorkerProgram.command(database, scratch, ['--drain']))
    await expectNothingLost()
    expect(misread(database)).to.deep.equal([])
    expectQuickHandovers(0)
    const pids = workers.map(({program}) => program.pid)
    await eventually('no reader is left', () => readersOf(pids).length === 0, 10_000)
    expect(readdirSync(scratch)).to.deep.equal([])
  })
})

async function makeDatabase(database: string): Promise<void> {
  const queue = new IngestionQueue(database)
  await queue.getStats()
  await queue.close()
}

function pendingWork(database: string): number {
  const [work] = queryAll<{n: number}>(
    database,
    `select (select count(*) from jobs where status = 'pending') +
            (select count(*) from files where state = 'pending') as n`,
  )
  return work?.n ?? 0
}

/** The result that stands must be that of the one attempt that was completed. */
function resultsOfOtherAttempts(database: string): unknown[] {
  return queryAll(
    database,
    `select job_id, result_json, attempt from jobs join attempts on job_seq = seq and outcome = 'completed'
     where json_extract(result_json, '$.attempt') is not attempt`,
  )
}

/** Ten were enqueued in one transaction: there are all ten or none. */
function tornBatches(database: string): unknown[] {
  return queryAll(
    database,
    `select substr(file_path, 1, length(file_path) - 2) as batch, count(*) as jobs from jobs
     where file_path like '%-_' group by batch having jobs <> 10`,
  )
}

/** Files that were loaded as something else than they are. */
function misread(database: string): string[] {
  const loaded = queryAll<{path: string; sha256: string}>(
    database,
    `select path, sha256 from files join documents using (doc_seq) where outcome = 'loaded'`,
  )
  expect(loaded.length).to.be.above(0)
  return loaded.filter(({path, sha256}) => sha256Of(path) !== sha256).map(({path}) => path)
}

function sha256Of(path: string): string {
  return createHash('sha256').update(readFileSync(path)).digest('hex')
}
