import Database from 'better-sqlite3'
import {expect} from 'chai'
import {IngestionQueue} from '#lib/queue/ingestion-queue.js'
import {REFERENCE, type ReferenceRow, writeReferenceDatabase} from '../../support/reference-database.ts'
import {useTempDir} from '../../support/temp-dir.ts'

const T1 = '2024-05-01T10:00:00.123456'
const T2 = '2024-05-01T11:00:00'

describe('a database of the Python reference implementation', () => {
  const temp = useTempDir()
  let queue: IngestionQueue
  const adopt = async (rows: ReferenceRow[]) => {
    writeReferenceDatabase(temp.file('jobs.db'), rows)
    queue = await new IngestionQueue(temp.file('jobs.db')).open()
    return queue
  }
  afterEach(() => queue.close())

  it('is taken over with every job as it stood', async () => {
    await adopt([
      ['done', '/a', 'completed', 1, 3, null, T1, T2, '{"documents_loaded": 2}'],
      ['dead', '/b', 'failed', 2, 2, 'no such file', T2, T2, null],
    ])
    const done = await queue.getJob('done')
    expect(done?.toJSON()).to.deep.include({
      status: 'completed',
      retries: 1,
      result: {documents_loaded: 2},
      created_at: '2024-05-01T10:00:00.123Z',
      updated_at: '2024-05-01T11:00:00.000Z',
    })
    expect((await queue.getJob('dead'))?.toJSON()).to.deep.include({
      status: 'failed',
      error_message: 'no such file',
    })
    expect(await queue.getStats()).to.deep.include({completed: 1, failed: 1, pending: 0})
  })

  it('has its orphaned jobs run again, oldest first', async () => {
    await adopt([
      ['younger', '/b', 'processing', 0, 3, null, T2, T2, null],
      ['older', '/a', 'processing', 0, 3, null, T1, T1, null],
    ])
    expect((await queue.getPendingJob())?.jobId).to.equal('older')
    expect((await queue.claim({workerId: 'w', limit: 5})).map(({job}) => job.jobId)).to.deep.equal([
      'older',
      'younger',
    ])
  })

  it('loses no job, whatever Python wrote', async () => {
    await adopt([
      ['nan', '/a', 'completed', 0, 3, null, T1, T1, '{"score": NaN, "max": -Infinity, "note": "NaN stays"}'],
      ['broken', '/b', 'completed', 0, 3, null, T1, T1, '{"half'],
      ['odd', '/c', 'QUEUED', 'x', null, null, 'last week', null, null],
      [null, '/d', 'pending', 0, 3, null, null, null, null],
      ['nopath', null, 'pending', 0, 3, null, T1, T1, null],
      ['spaced', '/e', 'pending', 0, 3, null, '2024-05-01 10:00:00', '2024-05-01T12:00:00+02:00', null],
    ])
    expect((await queue.getStats()).total).to.equal(6)
    expect((await queue.getJob('nan'))?.result).to.deep.equal({score: null, max: null, note: 'NaN stays'})
    expect((await queue.getJob('broken'))?.result).to.equal('{"half')
    expect(await queue.getJob('odd')).to.deep.include({status: 'pending', retries: 0, maxRetries: 3})
    expect((await queue.getJob('spaced'))?.updatedAt).to.deep.equal(new Date('2024-05-01T10:00:00.000Z'))
    expect(await queue.getAllJobs()).to.have.length(6)
  })

  it('goes on serving old producers and readers', async () => {
    await adopt([['old', '/a', 'pending', 0, 3, null, T1, T1, null]])
    const python = new Database(temp.file('jobs.db'))
    python.exec(REFERENCE.createTable)
    python.exec(REFERENCE.createIndex)
    python.prepare(REFERENCE.insert).run('new', '/b', 'pending', 0, 3, T2, T2)
    expect(python.prepare(REFERENCE.pending).get()).to.include({job_id: 'old', status: 'pending', retries: 0})
    expect(python.prepare(REFERENCE.stats).raw().all()).to.deep.equal([['pending', 2]])
    const [row] = python.prepare('SELECT * FROM jobs WHERE job_id = ?').raw().all('new') as unknown[][]
    expect(row?.slice(0, 9)).to.deep.equal(['new', '/b', 'pending', 0, 3, null, T2, T2, null])
    python.close()
    expect((await queue.claim({workerId: 'w', limit: 5})).map(({job}) => job.jobId)).to.deep.equal([
      'old',
      'new',
    ])
  })

  it('keeps its updated_at readable for datetime.fromisoformat, which takes no zone', async () => {
    await adopt([['old', '/a', 'pending', 0, 3, null, T1, T1, null]])
    await queue.markCompleted('old')
    const python = new Database(temp.file('jobs.db'), {readonly: true})
    const updated = python.prepare("SELECT updated_at FROM jobs WHERE job_id = 'old'").pluck().get()
    python.close()
    expect(updated).to.match(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}$/)
  })
})
