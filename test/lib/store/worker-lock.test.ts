import {existsSync, mkdirSync, writeFileSync} from 'node:fs'
import {expect} from 'chai'
import {holderOf, lockPath, sweepLocks, WorkerLock} from '#lib/store/sqlite/worker-lock.js'
import {useTempDir} from '../../support/temp-dir.ts'

describe('the locks of workers', () => {
  const temp = useTempDir()
  const path = (workerId: string) => lockPath(temp.file('jobs.db'), workerId)

  it('tell who lives', () => {
    const lock = WorkerLock.hold(path('a'))
    expect(holderOf(path('a'))).to.equal('alive')
    lock.release()
    expect(holderOf(path('a'))).to.equal('unknown')
  })

  it('are swept when nobody holds them and nobody knows whose they are', () => {
    mkdirSync(temp.file('jobs.db-workers'))
    // As kill -9 leaves them, before and after the worker was registered.
    for (const workerId of ['stillborn', 'registered']) writeFileSync(path(workerId), '')
    const living = WorkerLock.hold(path('living'))
    sweepLocks(temp.file('jobs.db'), new Set(['registered']))
    expect(['stillborn', 'registered', 'living'].map((workerId) => existsSync(path(workerId)))).to.deep.equal(
      [false, true, true],
    )
    living.release()
  })
})
