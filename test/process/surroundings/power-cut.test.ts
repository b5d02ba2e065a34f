import {execFileSync} from 'node:child_process'
import {randomBytes} from 'node:crypto'
import {copyFileSync, mkdirSync, readFileSync, statSync, writeFileSync} from 'node:fs'
import Database from 'better-sqlite3'
import {expect} from 'chai'
import {IngestionQueue} from '#lib/queue/ingestion-queue.js'
import {openDatabase} from '#lib/store/sqlite/open-database.js'
import {useTempDir} from '../../support/temp-dir.ts'

const JOBS = 20

describe('a power cut', () => {
  const temp = useTempDir()
  const db = () => temp.file('jobs.db')

  it('comes after fsync for all that was acknowledged: every connection runs WAL with synchronous=FULL', async () => {
    const connection = await openDatabase({path: db(), create: true, busyTimeoutMs: 1_000})
    const settings = ['journal_mode', 'synchronous'].map((name) => connection.pragma(name))
    connection.close()
    expect(settings).to.deep.equal(['wal', 2])
  })

  it('finds synchronous=FULL again after a write that did not wait for the disk, also one that failed', async () => {
    const connection = await openDatabase({path: db(), create: true, busyTimeoutMs: 1_000})
    const during = await connection.writeUnsynced(() => connection.pragma('synchronous'))
    const after = connection.pragma('synchronous')
    const failed = await connection
      .writeUnsynced(() => connection.exec('INSERT INTO settings VALUES (NULL, NULL)'))
      .catch(() => 'failed')
    const afterFailure = connection.pragma('synchronous')
    connection.close()
    expect([during, after, failed, afterFailure]).to.deep.equal([1, 2, 'failed', 2])
  })

  it('may take back a claim, whose job then waits again as if it had not been made', async () => {
    const queue = await new IngestionQueue(db()).open()
    const jobId = await queue.enqueue('/cv/1')
    const {claims} = await queue.store()
    const {size} = statSync(`${db()}-wal`)
    const [claim] = await claims.claim({workerId: 'w', limit: 1, now: new Date()})
    expect(claim?.job.jobId).to.equal(jobId)
    mkdirSync(temp.file('image'))
    execFileSync('cp', [db(), `${db()}-wal`, temp.file('image')])
    await queue.close()
    const log = readFileSync(temp.file('image/jobs.db-wal'))
    expect(log.length, 'the claim is in the log').to.be.greaterThan(size)
    writeFileSync(temp.file('image/jobs.db-wal'), log.subarray(0, size))
    const after = await new IngestionQueue(temp.file('image/jobs.db')).open()
    const [again] = await after.claim({workerId: 'other'})
    expect([again?.job.jobId, again?.attempt]).to.deep.equal([jobId, 1])
    expect((await after.check()).ok).to.equal(true)
    await after.close()
  })

  it('in the middle of a write leaves a whole database with every acknowledged job', async () => {
    const queue = await new IngestionQueue(db()).open()
    const acknowledged: {id: string; bytes: number}[] = []
    for (let job = 0; job < JOBS; job += 1) {
      const id = await queue.enqueue(`/cv/${job}`)
      acknowledged.push({id, bytes: statSync(`${db()}-wal`).size})
    }
    // By another process: reading the file here would drop this process's locks on it.
    mkdirSync(temp.file('image'))
    execFileSync('cp', [db(), `${db()}-wal`, temp.file('image')])
    await queue.close()
    const log = readFileSync(temp.file('image/jobs.db-wal'))
    for (const {bytes} of acknowledged) {
      for (const torn of [0, 24, 4_120]) check(log.subarray(0, bytes), torn)
    }

    /** What is on the disk when the power goes: the log up to its last fsync, and a torn piece of what came after. */
    function check(synced: Buffer, torn: number): void {
      const image = temp.file('after.db')
      copyFileSync(temp.file('image/jobs.db'), image)
      writeFileSync(`${image}-wal`, Buffer.concat([synced, randomBytes(torn)]))
      const database = new Database(image)
      const ids = database.prepare('SELECT job_id FROM jobs ORDER BY seq').pluck().all()
      const expected = acknowledged.filter(({bytes}) => bytes <= synced.length).map(({id}) => id)
      expect(ids).to.deep.equal(expected)
      expect(database.pragma('integrity_check', {simple: true})).to.equal('ok')
      database.close()
    }
  })
})
