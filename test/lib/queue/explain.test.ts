import Database from 'better-sqlite3'
import {expect} from 'chai'
import * as fc from 'fast-check'
import {IngestionQueue} from '#lib/queue/ingestion-queue.js'
import {ChildWorker} from '../../support/child-worker.ts'
import {eventually} from '../../support/eventually.ts'
import {useTempDir} from '../../support/temp-dir.ts'

const HANG = 'await new Promise(() => setInterval(() => {}, 1000))'

describe('queue.explain', () => {
  const temp = useTempDir()
  let now = new Date('2026-11-23T12:00:00Z')
  let queue: IngestionQueue
  beforeEach(() => {
    queue = openQueue('jobs.db')
  })
  afterEach(() => queue.close())

  const openQueue = (name: string) => new IngestionQueue(temp.file(name), {clock: () => now})
  const found = (name: string) => ({path: name, pathBytes: null, fingerprint: ''})
  const reasonsOf = async (id: string) => (await queue.explain(id)).reasons

  /** Takes a directory job and records its files, as its walk does. */
  const walk = async (on: IngestionQueue, id: string, files: number) => {
    const claim = await (await on.store()).claims.claimJob(id, 'walker', now)
    await claim.addFiles(Array.from({length: files}, (_, i) => found(`/dir/${id}/${i}`)))
    await claim.settle({kind: 'walked'}, now)
  }

  it('refuses a job that is not there', async () => {
    const error = await queue.explain('nobody').catch((thrown: {code?: string}) => thrown)
    expect(error).to.include({code: 'JOB_NOT_FOUND'})
  })

  it('tells that the queue is paused and that no worker is there', async () => {
    const id = await queue.enqueue('/a')
    expect(await reasonsOf(id)).to.deep.equal(['no_worker'])
    await queue.pause()
    expect(await reasonsOf(id)).to.deep.equal(['paused', 'no_worker'])
  })

  it('tells a time that was asked for from the wait after a failure', async () => {
    const later = await queue.enqueue('/a', {delay: 60_000})
    const failed = await queue.enqueue('/b')
    await queue.markFailed(failed, 'no such file', {code: 'FILE_NOT_FOUND'})
    expect(await reasonsOf(later)).to.include('scheduled')
    const explanation = await queue.explain(failed)
    expect(explanation.reasons).to.include('retry')
    expect(explanation.job).to.include({errorCode: 'FILE_NOT_FOUND', retries: 1})
    expect(explanation.ahead).to.equal(null)
  })

  it('counts a job whose time has come although no worker has noticed', async () => {
    const due = await queue.enqueue('/a', {delay: 1_000, priority: 1})
    const id = await queue.enqueue('/b')
    expect((await queue.explain(id)).ahead).to.deep.equal({jobs: 0, files: 0})
    now = new Date(now.getTime() + 1_000)
    expect((await queue.explain(id)).ahead).to.deep.equal({jobs: 1, files: 0})
    expect((await queue.explain(due)).ahead).to.deep.equal({jobs: 0, files: 0})
  })

  it('counts exactly what a claim takes first', async function () {
    this.timeout(120_000)
    const job = fc.record({
      priority: fc.integer({min: -1, max: 1}),
      delay: fc.constantFrom(0, 0, 0, 500, 3_600_000),
      files: fc.constantFrom(0, 0, 1, 3),
    })
    let round = 0
    await fc.assert(
      fc.asyncProperty(fc.array(job, {minLength: 1, maxLength: 12}), async (drafts) => {
        round += 1
        const trial = openQueue(`trial-${round}.db`)
        const ids: string[] = []
        for (const {priority, delay, files} of drafts) {
          const id = await trial.enqueue('/x', {priority, delay: files > 0 ? 0 : delay})
          if (files > 0) await walk(trial, id, files)
          ids.push(id)
        }
        now = new Date(now.getTime() + 500)
        const told = new Map<string, unknown>()
        for (const id of ids) told.set(id, (await trial.explain(id)).ahead)
        const claims = await trial.claim({workerId: 'w', limit: 1_000})
        const seen = new Set<string>()
        let files = 0
        for (const claim of claims) {
          const {jobId} = claim.job
          if (!seen.has(jobId)) expect(told.get(jobId)).to.deep.equal({jobs: seen.size, files})
          seen.add(jobId)
          if (claim.file) files += 1
        }
        for (const id of ids.filter((one) => !seen.has(one))) expect(told.get(id)).to.equal(null)
        await trial.close()
      }),
      {numRuns: 15, seed: 3},
    )
  })

  it('counts the files of a directory, and tells when all that are left wait for their next try', async () => {
    const id = await queue.enqueue('/dir')
    await walk(queue, id, 3)
    const [first, second, third] = await queue.claim({workerId: 'w', limit: 3})
    await first?.settle(
      {kind: 'skipped', path: '/dir/0', error: {code: 'OCR_DISABLED', message: ''}, durationMs: 1},
      now,
    )
    expect(await queue.explain(id)).to.deep.include({
      reasons: ['running'],
      files: {total: 3, done: 1, running: 2, ready: 0, waiting: 0, nextAt: null},
    })
    for (const [i, claim] of [second, third].entries()) {
      const availableAt = new Date(now.getTime() + 5_000 * (i + 1))
      const error = {code: 'TIMEOUT' as const, message: 'took too long'}
      await claim?.settle({kind: 'retry', error, retries: 1, availableAt, delayMs: 0}, now)
    }
    const explanation = await queue.explain(id)
    expect(explanation.reasons).to.deep.equal(['files_waiting'])
    expect(explanation.files).to.deep.include({waiting: 2, nextAt: new Date(now.getTime() + 5_000)})
  })

  it('names the worker that has the job, alive and dead', async () => {
    const id = await queue.enqueue('/a')
    const worker = new ChildWorker({database: temp.file('jobs.db'), handler: HANG, options: {concurrency: 1}})
    await eventually('the worker has the job', () => worker.saw('job.claimed'))
    const running = await queue.explain(id)
    expect(running.reasons).to.deep.equal(['running'])
    expect(running.heldBy[0]).to.include({alive: true, filePath: null})
    const next = await queue.enqueue('/b')
    expect(await reasonsOf(next)).to.deep.equal(['workers_busy'])
    await worker.kill('SIGKILL')
    const orphaned = await queue.explain(id)
    expect(orphaned.reasons).to.deep.equal(['worker_gone'])
    expect(orphaned.heldBy[0]?.workerId).to.equal(running.heldBy[0]?.workerId)
  })

  it('tells a job that a program left in processing', async () => {
    const id = await queue.enqueue('/a')
    const other = new Database(temp.file('jobs.db'))
    other.exec("UPDATE jobs SET status = 'processing'")
    other.close()
    expect(await reasonsOf(id)).to.deep.equal(['abandoned'])
  })

  it('tells how a finished job ended', async () => {
    const done = await queue.enqueue('/a')
    await queue.markCompleted(done, null)
    const failed = await queue.enqueue('/b')
    await queue.cancel(failed)
    expect(await reasonsOf(done)).to.deep.equal(['completed'])
    expect(await reasonsOf(failed)).to.deep.equal(['failed'])
  })
})
