import {expect} from 'chai'
import {IngestionQueue} from '#lib/queue/ingestion-queue.js'
import {runWorker} from '#lib/worker/run-worker.js'
import {ChildWorker} from '../support/child-worker.ts'
import {eventually} from '../support/eventually.ts'
import {useTempDir} from '../support/temp-dir.ts'

const HANG = 'await new Promise(() => setInterval(() => {}, 1000))'

describe('workers that die', () => {
  const temp = useTempDir()
  let queue: IngestionQueue
  beforeEach(() => {
    queue = new IngestionQueue(temp.file('jobs.db'))
  })
  afterEach(() => queue.close())

  const dieWithJob = async () => {
    const worker = new ChildWorker({database: temp.file('jobs.db'), handler: HANG})
    await eventually('the worker has the job', () => worker.saw('job.claimed'))
    await worker.kill('SIGKILL')
  }

  it('cost the job no retry: the next worker does it', async () => {
    const id = await queue.enqueue('/a')
    await dieWithJob()
    const events: string[] = []
    await runWorker({queue, drain: true, handler: async () => 'done', on: ({type}) => events.push(type)})
    const job = await queue.getJob(id)
    expect([job?.status, job?.retries, job?.crashes, job?.result]).to.deep.equal(['completed', 0, 1, 'done'])
    expect(events).to.include('job.recovered')
    const attempts = await queue.getAttempts(id)
    expect(attempts.map(({outcome, errorCode}) => [outcome, errorCode])).to.deep.equal([
      ['crashed', 'WORKER_LOST'],
      ['completed', null],
    ])
  })

  it('make a dead letter of the job that kills three of them', async () => {
    const id = await queue.enqueue('/poison')
    for (let death = 1; death <= 3; death += 1) await dieWithJob()
    await runWorker({queue, drain: true, handler: async () => 'never'})
    const job = await queue.getJob(id)
    expect([job?.status, job?.errorCode, job?.retries, job?.crashes]).to.deep.equal([
      'failed',
      'WORKER_LOST',
      0,
      3,
    ])
  })

  it('are replaced by a worker that is there already', async () => {
    const id = await queue.enqueue('/a')
    const victim = new ChildWorker({database: temp.file('jobs.db'), handler: HANG})
    await eventually('the victim has the job', () => victim.saw('job.claimed'))
    const heir = new ChildWorker({database: temp.file('jobs.db'), handler: "return 'inherited'"})
    await eventually('the heir is idle', () => heir.saw('worker.idle'))
    await victim.kill('SIGKILL')
    await eventually(
      'the heir has done the job',
      async () => (await queue.getJob(id))?.result === 'inherited',
    )
    await heir.kill('SIGTERM')
    expect(await heir.exited).to.deep.equal({code: 0, signal: null})
  })

  it('change nothing when they were only asleep', async () => {
    const id = await queue.enqueue('/a')
    const sleeper = new ChildWorker({
      database: temp.file('jobs.db'),
      handler: `await new Promise((resolve) => process.once('SIGUSR2', resolve)); return 'too late'`,
      options: {leaseMs: 500},
    })
    await eventually('the sleeper has the job', () => sleeper.saw('job.claimed'))
    await sleeper.kill('SIGSTOP')
    const heir = new ChildWorker({database: temp.file('jobs.db'), handler: "return 'in time'"})
    await eventually('the heir has done the job', async () => (await queue.getJob(id))?.result === 'in time')
    await sleeper.kill('SIGCONT')
    await sleeper.kill('SIGUSR2')
    await eventually('the sleeper knows', () => sleeper.saw('lease.lost'))
    expect((await queue.getJob(id))?.result).to.equal('in time')
    expect((await queue.getAttempts(id)).map(({outcome}) => outcome)).to.deep.equal(['lost', 'completed'])
    for (const worker of [sleeper, heir]) await worker.kill('SIGTERM')
    expect((await sleeper.exited).code).to.equal(0)
    expect((await heir.exited).code).to.equal(0)
  })

  it('leave a job that a program had marked to the others', async () => {
    const id = await queue.enqueue('/a')
    const other = new IngestionQueue(temp.file('jobs.db'))
    await other.markProcessing(id)
    const refused = await queue.markCompleted(id).then(
      () => 'done',
      (error: {code?: string}) => error.code,
    )
    expect(refused).to.equal('LEASE_LOST')
    await other.close()
    expect((await queue.getJob(id))?.status).to.equal('pending')
  })
})

describe('several workers', () => {
  const temp = useTempDir()

  it('do each of 500 jobs once', async () => {
    const queue = new IngestionQueue(temp.file('jobs.db'))
    const ids = await queue.enqueueMany(Array.from({length: 500}, (_, index) => `/cv/${index}`))
    const workers = [1, 2, 3].map(
      () => new ChildWorker({database: temp.file('jobs.db'), handler: 'return 1', options: {drain: true}}),
    )
    for (const worker of workers) expect((await worker.exited).code).to.equal(0)
    const claimed = workers.flatMap(({events}) =>
      events.filter(({type}) => type === 'job.claimed').map(({jobId}) => jobId),
    )
    expect(claimed.toSorted()).to.deep.equal(ids.toSorted())
    expect(await queue.getStats()).to.deep.include({completed: 500, pending: 0, processing: 0, workers: 0})
    await queue.close()
  })

  it('hand back what they cannot finish when told to stop', async () => {
    const queue = new IngestionQueue(temp.file('jobs.db'))
    const id = await queue.enqueue('/a')
    const worker = new ChildWorker({
      database: temp.file('jobs.db'),
      handler: `await new Promise((_, reject) => context.signal.addEventListener('abort', () => reject(new Error('stopped'))))`,
      options: {graceMs: 50},
    })
    await eventually('the worker has the job', () => worker.saw('job.claimed'))
    await worker.kill('SIGTERM')
    expect(await worker.exited).to.deep.equal({code: 0, signal: null})
    expect(worker.saw('job.released')).to.equal(true)
    expect(await queue.getJob(id)).to.deep.include({status: 'pending', retries: 0, crashes: 0})
    await queue.close()
  })

  it('stop a job that somebody cancels', async () => {
    const queue = new IngestionQueue(temp.file('jobs.db'))
    const id = await queue.enqueue('/a')
    const worker = new ChildWorker({
      database: temp.file('jobs.db'),
      handler: `await new Promise((_, reject) => context.signal.addEventListener('abort', () => reject(new Error('stopped'))))`,
    })
    await eventually('the worker has the job', () => worker.saw('job.claimed'))
    await queue.cancel(id)
    await eventually('the worker has noticed', () => worker.saw('lease.lost'))
    expect(await queue.getJob(id)).to.deep.include({status: 'failed', errorCode: 'CANCELLED'})
    await worker.kill('SIGTERM')
    expect((await worker.exited).code).to.equal(0)
    await queue.close()
  })
})
