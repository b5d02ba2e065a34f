import {writeFileSync} from 'node:fs'
import {expect} from 'chai'
import type {WorkerListener} from '#lib/model/events.js'
import {IngestionQueue} from '#lib/queue/ingestion-queue.js'
import {runWorker} from '#lib/worker/run-worker.js'
import {type AtsResult, ats, document} from '../../support/ats.ts'
import {LockHolder} from '../../support/lock-holder.ts'
import {LoggedWorker} from '../../support/logged-worker.ts'
import {useTempDir} from '../../support/temp-dir.ts'

/** What `ats` waits for a lock before it gives up, in milliseconds. */
const PATIENCE = 10_000

/** A hundred where there is time. */
const PROCESSES = Number(process.env.ATS_TEST_PRODUCERS ?? 40)

describe('a database that others hold', () => {
  const temp = useTempDir()
  const db = () => temp.file('jobs.db')
  const run = (...args: string[]) => ats(args, {cwd: temp.path})
  beforeEach(() => writeFileSync(temp.file('ada.txt'), 'Ada Example\nEngineer\n'))

  it('is waited for up to the deadline, without freezing the program', async () => {
    const queue = await new IngestionQueue(db(), {busyTimeoutMs: 1_500}).open()
    const holder = await LockHolder.hold(db())
    let beats = 0
    const heart = setInterval(() => {
      beats += 1
    }, 10)
    const began = performance.now()
    const error = await queue.enqueue('/cv').catch((thrown) => thrown)
    clearInterval(heart)
    expect(error).to.include({code: 'DATABASE_BUSY'})
    expect(performance.now() - began).to.be.within(1_500, 15_000)
    expect(beats).to.be.greaterThan(15)
    await holder.release()
    expect(await queue.enqueue('/cv')).to.be.a('string')
    await queue.close()
  })

  it('lets enqueue exit 75 at its deadline, one worker stop, and another go on afterwards', async () => {
    const worker = new LoggedWorker({cwd: temp.path}, ['--disable-ocr'])
    const leaver = new LoggedWorker({cwd: temp.path}, ['--disable-ocr'])
    for (const one of [worker, leaver]) await one.until('worker.idle')
    const id = (await run('queue', 'enqueue', '--delay', '2s', 'ada.txt')).stdout.trim()
    const holder = await LockHolder.hold(db())
    const began = performance.now()
    leaver.signal('SIGTERM')
    await leaver.until('worker.stopping')
    const refused = await run('queue', 'enqueue', 'ada.txt')
    expect(refused.code).to.equal(75)
    expect(refused.stderr).to.contain(`${db()} is busy`)
    expect(performance.now() - began).to.be.greaterThan(PATIENCE)
    await worker.until('worker.waiting', {code: 'DATABASE_BUSY'})
    const patient = run('queue', 'enqueue', 'ada.txt')
    // Reading needs no lock.
    expect(document(await run('queue', 'stats', '--json'))).to.include({pending: 1, total: 1})
    expect(await leaver.ended()).to.equal(0)
    await holder.release()
    expect((await patient).code).to.equal(0)
    await worker.until('job.completed', {job_id: id})
    expect(await worker.stop()).to.equal(0)
  })

  it('is waited for by a worker that starts, until it is told to stop', async () => {
    const queue = await new IngestionQueue(db(), {busyTimeoutMs: 100}).open()
    const holder = await LockHolder.hold(db())
    const stop = new AbortController()
    const on: WorkerListener = ({type}) => {
      if (type === 'worker.waiting') stop.abort()
    }
    const ended = await runWorker({queue, signal: stop.signal, on, handler: async () => 1}).catch(
      (error) => error,
    )
    expect(ended).to.include({code: 'DATABASE_BUSY'})
    await holder.release()
    expect(await runWorker({queue, drain: true, handler: async () => 1})).to.include({jobsFailed: 0})
    await queue.close()
  })

  it('does not keep a worker that is told twice to stop', async () => {
    const queue = await new IngestionQueue(db(), {busyTimeoutMs: 100}).open()
    const id = await queue.enqueue('/cv')
    const stop = new AbortController()
    const force = new AbortController()
    const warnings: string[] = []
    let holder: LockHolder | undefined
    const handler = async (_: unknown, {signal}: {signal: AbortSignal}) => {
      holder = await LockHolder.hold(db())
      stop.abort()
      force.abort()
      expect(signal.aborted).to.equal(true)
      throw new Error('stopped')
    }
    const on: WorkerListener = (event) => {
      if (event.type === 'worker.warning') warnings.push(event.message)
    }
    await runWorker({queue, signal: stop.signal, forceSignal: force.signal, handler, on})
    expect(warnings.join()).to.contain('could not be handed back')
    await holder?.release()
    await runWorker({queue, drain: true, handler: async () => 1})
    expect(await queue.getJob(id)).to.include({status: 'completed', crashes: 1})
    await queue.close()
  })

  it(`gives each of ${PROCESSES} processes that enqueue at once its own job`, async () => {
    const producers = Array.from({length: PROCESSES}, () => run('queue', 'enqueue', 'ada.txt'))
    const results: AtsResult[] = await Promise.all(producers)
    expect(results.filter(({code}) => code !== 0)).to.deep.equal([])
    const ids = results.map(({stdout}) => stdout.trim())
    const listed = document<{job_id: string}[]>(await run('queue', 'list', '--limit', '1000', '--json'))
    expect(listed.map(({job_id}) => job_id).toSorted()).to.deep.equal(ids.toSorted())
    expect(new Set(ids).size).to.equal(PROCESSES)
  })
})
