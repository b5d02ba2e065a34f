import {expect} from 'chai'
import {Job} from '#lib/model/job.js'
import {IngestionQueue} from '#lib/queue/ingestion-queue.js'
import {useTempDir} from '../../support/temp-dir.ts'

/** What the Python reference design promises of its queue, one test each. */
describe('the reference design', () => {
  const temp = useTempDir()
  let queue: IngestionQueue
  beforeEach(() => {
    queue = new IngestionQueue(temp.file('jobs.db'))
  })
  afterEach(() => queue.close())

  const read = async (id: string): Promise<Job> => {
    const job = await queue.getJob(id)
    if (!job) throw new Error(`no job ${id}`)
    return job
  }

  it('gives a job a UUID of 36 characters', async () => {
    const id = await queue.enqueue('/cv/one.pdf')
    expect(id).to.match(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
    expect(id).to.have.length(36)
  })

  it('stores a new job as pending, with an absolute path', async () => {
    const job = await read(await queue.enqueue('cv_uploads', {maxRetries: 5}))
    expect(job.status).to.equal('pending')
    expect(job.filePath).to.equal(`${process.cwd()}/cv_uploads`)
    expect([job.retries, job.maxRetries, job.errorMessage, job.result]).to.deep.equal([0, 5, null, null])
  })

  it('knows no job that is not there', async () => {
    expect(await queue.getJob('00000000-0000-7000-8000-000000000000')).to.equal(undefined)
    expect(await queue.getPendingJob()).to.equal(undefined)
  })

  it('gives jobs oldest first, and within a higher priority first', async () => {
    const [first, second] = await queue.enqueueMany(['/a', '/b'])
    const urgent = await queue.enqueue('/c', {priority: 1})
    const order: string[] = []
    for (let next = await queue.getPendingJob(); next; next = await queue.getPendingJob()) {
      order.push(next.jobId)
      await queue.markCompleted(next.jobId)
    }
    expect(order).to.deep.equal([urgent, first, second])
  })

  it('takes nothing when it shows the next job', async () => {
    const id = await queue.enqueue('/a')
    await queue.getPendingJob()
    expect((await read(id)).status).to.equal('pending')
  })

  it('stores the result of a completed job and clears its error', async () => {
    const id = await queue.enqueue('/a')
    await queue.markProcessing(id)
    await queue.markFailed(id, 'first try')
    expect((await read(id)).errorMessage).to.equal('first try')
    await queue.markProcessing(id)
    await queue.markCompleted(id, {documents_loaded: 2})
    const job = await read(id)
    expect([job.status, job.errorMessage, job.errorCode]).to.deep.equal(['completed', null, null])
    expect(job.result).to.deep.equal({documents_loaded: 2})
  })

  it('leaves a job pending for three failures when three retries are allowed', async () => {
    const id = await queue.enqueue('/a', {maxRetries: 3})
    for (const retries of [1, 2, 3]) {
      await queue.markProcessing(id)
      await queue.markFailed(id, `failure ${retries}`)
      const job = await read(id)
      expect([job.status, job.retries, job.errorMessage]).to.deep.equal([
        'pending',
        retries,
        `failure ${retries}`,
      ])
      expect(job.availableAt).to.be.greaterThan(new Date())
    }
    await queue.markProcessing(id)
    await queue.markFailed(id, 'failure 4')
    expect((await read(id)).status).to.equal('failed')
  })

  it('fails a job with the third failure when two retries are allowed', async () => {
    const id = await queue.enqueue('/a', {maxRetries: 2})
    for (const status of ['pending', 'pending', 'failed']) {
      await queue.markFailed(id, 'no luck')
      expect((await read(id)).status).to.equal(status)
    }
    expect((await read(id)).retries).to.equal(2)
  })

  it('counts all four states, zeros included', async () => {
    const empty = await queue.getStats()
    expect([empty.pending, empty.processing, empty.completed, empty.failed]).to.deep.equal([0, 0, 0, 0])
    const ids = await queue.enqueueMany(['/a', '/b', '/c', '/d', '/e'], {maxRetries: 0})
    await queue.markCompleted(ids[0] as string)
    await queue.markFailed(ids[1] as string, 'no')
    await queue.markProcessing(ids[2] as string)
    await queue.enqueue('/later', {delay: 3_600_000})
    const stats = await queue.getStats()
    expect([stats.pending, stats.processing, stats.completed, stats.failed]).to.deep.equal([3, 1, 1, 1])
    expect([stats.scheduled, stats.total]).to.deep.equal([1, 6])
  })

  it('lists jobs newest first, by status and up to a limit', async () => {
    const ids = await queue.enqueueMany(['/a', '/b', '/c'])
    await queue.markCompleted(ids[1] as string)
    const listed = async (filter: Parameters<IngestionQueue['getAllJobs']>[0]) =>
      (await queue.getAllJobs(filter)).map(({jobId}) => jobId)
    expect(await listed({})).to.deep.equal([ids[2], ids[1], ids[0]])
    expect(await listed({status: 'pending'})).to.deep.equal([ids[2], ids[0]])
    expect(await listed({limit: 1})).to.deep.equal([ids[2]])
    expect(await listed({status: 'failed'})).to.deep.equal([])
  })

  it('moves updated_at with every change, even within a millisecond or with the clock set back', async () => {
    let now = new Date('2026-01-01T00:00:00.000Z')
    const clocked = new IngestionQueue(temp.file('clocked.db'), {clock: () => now})
    const id = await clocked.enqueue('/a')
    const times = [(await clocked.getJob(id))?.updatedAt as Date]
    const steps = [
      () => clocked.markProcessing(id),
      () => clocked.markFailed(id, 'x'),
      () => clocked.markCompleted(id),
    ]
    for (const step of steps) {
      await step()
      times.push((await clocked.getJob(id))?.updatedAt as Date)
      now = new Date('2025-12-31T23:00:00.000Z')
    }
    await clocked.close()
    for (const [index, time] of times.entries())
      if (index > 0) expect(time).to.be.greaterThan(times[index - 1] as Date)
  })

  it('gives JSON that makes the same job again', async () => {
    const job = await read(await queue.enqueue('/a', {priority: 3, delay: 1000}))
    expect(Job.fromJSON(JSON.parse(JSON.stringify(job)))).to.deep.equal(job)
    expect(Object.keys(job.toJSON())).to.include.members([
      'job_id',
      'file_path',
      'status',
      'retries',
      'max_retries',
      'created_at',
      'updated_at',
      'error_message',
      'result',
    ])
    expect(job.toJSON().created_at).to.match(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/)
  })
})
