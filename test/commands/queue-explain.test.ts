import {writeFileSync} from 'node:fs'
import {expect} from 'chai'
import type {ExplanationJson} from '#lib/model/explanation.js'
import {IngestionQueue} from '#lib/queue/ingestion-queue.js'
import {ats, document} from '../support/ats.ts'
import {useTempDir} from '../support/temp-dir.ts'

describe('ats queue explain', () => {
  const dir = useTempDir()
  const run = (...args: string[]) => ats(args, {cwd: dir.path})

  it('takes the end of an id and says in sentences what holds', async () => {
    writeFileSync(dir.file('a'), 'a')
    const ids = (await run('queue', 'enqueue', 'a', 'a')).stdout.trim().split('\n') as [string, string]
    const {code, stdout, stderr} = await run('queue', 'explain', ids[1].slice(-12))
    expect([code, stderr]).to.deep.equal([0, ''])
    expect(stdout).to.contain(ids[1])
    expect(stdout).to.contain('No worker is alive').and.to.contain('1 job comes first')
    const told = document<ExplanationJson>(await run('queue', 'explain', ids[1], '--json'))
    expect(told).to.deep.include({
      job_id: ids[1],
      reasons: ['no_worker', 'in_line'],
      ahead: {jobs: 1, files: 0},
      held_by: [],
    })
  })

  it('tells who has a job, and why one failed, harmlessly', async () => {
    const queue = new IngestionQueue(dir.file('jobs.db'))
    const [held, failed] = (await queue.enqueueMany(['/a', '/b'])) as [string, string]
    await queue.markProcessing(held)
    await queue.markFailed(failed, 'bad \u001b[31mfile', {code: 'CORRUPT'})
    expect((await run('queue', 'explain', held)).stdout).to.match(
      /Worker queue-\S+ \(process \d+ on .*\) took it/,
    )
    expect((await run('queue', 'explain', failed)).stdout).to.contain('for good: CORRUPT: bad \\e[31mfile')
    await queue.close()
  })

  it('says of a folder how many of its files failed', async () => {
    const queue = new IngestionQueue(dir.file('jobs.db'))
    const id = await queue.enqueue('/cvs')
    await queue.markProcessing(id)
    await queue.markCompleted(id, {documents_loaded: 11, documents_skipped: 2, documents_failed: 1})
    await queue.close()
    expect((await run('queue', 'explain', id)).stdout).to.contain(
      `1 of 14 files failed; see: ats queue get ${id}\n`,
    )
  })

  it('says that there is no such job, and makes no database', async () => {
    expect((await run('queue', 'explain', 'nobody')).code).to.equal(3)
    await new IngestionQueue(dir.file('jobs.db')).open().then((queue) => queue.close())
    const {code, stderr} = await run('queue', 'explain', 'nobody')
    expect([code, stderr.split('\n')[0]]).to.deep.equal([
      3,
      `There is no job nobody in ${dir.file('jobs.db')}`,
    ])
  })
})
