import Database from 'better-sqlite3'
import {expect} from 'chai'
import {IngestionQueue} from '#lib/queue/ingestion-queue.js'
import {runWorker} from '#lib/worker/run-worker.js'
import {useTempDir} from '../support/temp-dir.ts'
import {faultsOf} from './support/audit.ts'

const DOUBLED_ATTEMPT = `
  insert into attempts (job_seq, attempt, token, worker_id, started_at, finished_at, outcome)
  select job_seq, 2, 'another', worker_id, started_at, finished_at, outcome from attempts limit 1`

describe('the audit of the kill test', () => {
  const temp = useTempDir()

  beforeEach(async () => {
    const queue = new IngestionQueue(temp.file('jobs.db'))
    await queue.enqueueMany(['/a', '/b'])
    await runWorker({queue, drain: true, handler: async () => 'done'})
    await queue.close()
  })

  it('finds nothing in a database that is as it must be', () => {
    expect(faultsOf(temp.file('jobs.db'))).to.deep.equal([])
  })

  for (const [fault, tampering] of Object.entries({
    'a job or file has other final attempts than one': DOUBLED_ATTEMPT,
    'a job counts other crashes or attempts than it has': 'update jobs set crashes = 1 where seq = 1',
    'a job has no end': `update jobs set status = 'pending' where seq = 2`,
    'a count is not what a recount gives': `update job_counts set jobs = 7 where status = 'completed'`,
    'an attempt is open': 'update attempts set finished_at = null, outcome = null where attempt_id = 1',
    'an attempt neither ended nor died': `update attempts set outcome = 'lost' where attempt_id = 1`,
    'a foreign key leads nowhere': 'update attempts set job_seq = 99 where attempt_id = 2',
  })) {
    it(`sees that ${fault}`, () => {
      const database = new Database(temp.file('jobs.db'))
      database.pragma('foreign_keys = off')
      database.exec(tampering)
      database.close()
      expect(faultsOf(temp.file('jobs.db')).join('\n')).to.include(fault)
    })
  }
})
