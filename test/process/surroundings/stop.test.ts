import {writeFileSync} from 'node:fs'
import {expect} from 'chai'
import {ats, document} from '../../support/ats.ts'
import {LoggedWorker} from '../../support/logged-worker.ts'
import {useTempDir} from '../../support/temp-dir.ts'

describe('a worker that is told to stop', () => {
  const temp = useTempDir()
  const run = (...args: string[]) => ats(args, {cwd: temp.path})
  const busyWorker = async () => {
    writeFileSync(temp.file('ada.txt'), 'A long life of Ada Example.\n'.repeat(500_000))
    const id = (await run('queue', 'enqueue', 'ada.txt')).stdout.trim()
    const worker = new LoggedWorker({cwd: temp.path}, ['--disable-ocr', '--verbose'])
    await worker.until('file.started')
    return {id, worker}
  }
  const statusOf = async (id: string) =>
    document<{status: string; retries: number; crashes: number}>(await run('queue', 'get', id, '--json'))

  it('by one signal finishes what it reads', async () => {
    const {id, worker} = await busyWorker()
    expect(await worker.stop()).to.equal(0)
    expect(worker.saw('worker.stopping', {forced: false})).to.equal(true)
    expect(await statusOf(id)).to.include({status: 'completed'})
  })

  it('by a second signal hands back at once what it reads', async () => {
    const {id, worker} = await busyWorker()
    worker.signal('SIGTERM')
    await worker.until('worker.stopping', {forced: false})
    expect(await worker.stop()).to.equal(0)
    expect(worker.saw('job.released', {job_id: id})).to.equal(true)
    expect(await statusOf(id)).to.include({status: 'pending', retries: 0, crashes: 0})
  })
})
