import {writeFileSync} from 'node:fs'
import {pathToFileURL} from 'node:url'
import {expect} from 'chai'
import {ats, document} from '../../support/ats.ts'
import {LoggedWorker} from '../../support/logged-worker.ts'
import {useTempDir} from '../../support/temp-dir.ts'

const HOUR = 3_600_000

/** Shifts the wall clock of a process by so many milliseconds. */
const shift = (ms: number) => `
  const now = Date.now
  const Real = Date
  Date.now = () => now() + ${ms}
  globalThis.Date = new Proxy(Real, {
    construct: (target, args, self) => Reflect.construct(target, args.length ? args : [now() + ${ms}], self),
    apply: () => new Real(now() + ${ms}).toString(),
  })`

describe('a clock that is wrong', () => {
  const temp = useTempDir()

  it('by an hour, ahead or behind, makes a worker bury nobody who lives', async () => {
    writeFileSync(temp.file('ada.txt'), 'A long life of Ada Example.\n'.repeat(300_000))
    const run = (...args: string[]) => ats(args, {cwd: temp.path})
    const right = new LoggedWorker({cwd: temp.path}, ['--disable-ocr', '--verbose', '--concurrency', '1'])
    await right.until('worker.idle')
    const id = (await run('queue', 'enqueue', 'ada.txt')).stdout.trim()
    await right.until('file.started')
    const wrong = [HOUR, -HOUR].map((ms) => shiftedWorker(ms))
    for (const worker of wrong) await worker.until('worker.idle')
    await right.until('job.completed', {job_id: id})
    for (const worker of [right, ...wrong]) {
      expect(worker.count('job.recovered') + worker.count('lease.lost')).to.equal(0)
      expect(await worker.stop()).to.equal(0)
    }
    const offsets = wrong.map(({events}) => Date.parse(String(events[0]?.time)) - Date.now())
    expect(offsets[0]).to.be.within(HOUR - 60_000, HOUR)
    expect(offsets[1]).to.be.within(-HOUR - 60_000, -HOUR)
    const job = document<{crashes: number; attempts: unknown[]}>(await run('queue', 'get', id, '--json'))
    expect([job.crashes, job.attempts.length]).to.deep.equal([0, 1])
  })

  function shiftedWorker(ms: number): LoggedWorker {
    const preload = temp.file(`shift${ms}.mjs`)
    writeFileSync(preload, shift(ms))
    const nodeArgs = ['--import', pathToFileURL(preload).href]
    return new LoggedWorker({cwd: temp.path, nodeArgs}, ['--disable-ocr'])
  }
})
