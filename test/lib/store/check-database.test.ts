import {copyFileSync, readFileSync, statSync, truncateSync, writeFileSync} from 'node:fs'
import Database from 'better-sqlite3'
import {expect} from 'chai'
import type {CheckReport, ProblemCode} from '#lib/model/maintenance.js'
import {IngestionQueue} from '#lib/queue/ingestion-queue.js'
import {isIndexExact} from '#lib/store/sqlite/maintenance/index-comparison.js'
import {openDatabase} from '#lib/store/sqlite/open-database.js'
import {takeIn} from '../../support/archive.ts'
import {ChildWorker} from '../../support/child-worker.ts'
import {eventually} from '../../support/eventually.ts'
import {useTempDir} from '../../support/temp-dir.ts'

const NOW = new Date('2026-11-23T12:00:00Z')

describe('queue.check', () => {
  const temp = useTempDir()
  let queue: IngestionQueue
  beforeEach(() => {
    queue = new IngestionQueue(temp.file('jobs.db'))
  })
  afterEach(() => queue.close())

  /** Breaks the database as another program would: with none of the checks that ats switches on. */
  const meddle = (sql: string) => {
    const database = new Database(temp.file('jobs.db'))
    database.unsafeMode(true)
    database.pragma('foreign_keys = OFF')
    database.pragma('recursive_triggers = OFF')
    database.exec(sql)
    database.close()
  }
  const codes = ({problems}: CheckReport) => problems.map(({code}) => code)
  const repairs = async (expected: ProblemCode[]) => {
    const found = await queue.check()
    expect([found.ok, codes(found)]).to.deep.equal([false, expected])
    expect(found.problems.every(({repaired}) => !repaired)).to.equal(true)
    const repaired = await queue.check({repair: true})
    expect([repaired.ok, codes(repaired)]).to.deep.equal([true, expected])
    expect(await queue.check()).to.deep.include({ok: true, problems: []})
    return found
  }
  const walk = async (id: string, files: number) => {
    const claim = await (await queue.store()).claims.claimJob(id, 'walker', NOW)
    await claim.addFiles(
      Array.from({length: files}, (_, i) => ({path: `/dir/${i}`, pathBytes: null, fingerprint: ''})),
    )
    await claim.settle({kind: 'walked'}, NOW)
  }

  it('finds nothing wrong with jobs in every state, nor while they are worked on', async () => {
    const [done, failed, retried, dir, cancelled] = (await queue.enqueueMany([
      '/done',
      '/failed',
      '/retried',
      '/dir',
      '/cancelled',
      '/waiting',
    ])) as [string, string, string, string, string]
    await queue.markCompleted(done, {})
    await queue.markFailed(failed, 'broken', {code: 'CORRUPT'})
    await queue.markFailed(retried, 'away', {code: 'FILE_NOT_FOUND'})
    await walk(dir, 3)
    await queue.cancel(cancelled)
    await queue.retry({ids: [failed]})
    await queue.enqueue('/later', {delay: 60_000})
    await queue.claim({workerId: 'w', limit: 2})
    expect(await queue.check()).to.deep.equal({
      ok: true,
      database: temp.file('jobs.db'),
      schemaVersion: (await queue.schema()).version,
      problems: [],
    })
  })

  it('finds nothing wrong while three workers are busy', async () => {
    await queue.enqueueMany(Array.from({length: 300}, (_, i) => `/cv/${i}`))
    const workers = [1, 2, 3].map(
      () => new ChildWorker({database: temp.file('jobs.db'), handler: 'return 1', options: {drain: true}}),
    )
    await eventually('work is being done', async () => (await queue.getStats()).completed > 0)
    const reports = [await queue.check(), await queue.check({repair: true})]
    for (const worker of workers) expect((await worker.exited).code).to.equal(0)
    reports.push(await queue.check())
    expect(reports.map(({problems}) => problems)).to.deep.equal([[], [], []])
    expect(await queue.getStats()).to.include({completed: 300})
  })

  it('counts anew after INSERT OR REPLACE, which skips the delete triggers', async () => {
    const [id] = (await queue.enqueueMany(['/a', '/b'])) as [string]
    await queue.markCompleted(id, null)
    meddle(`INSERT OR REPLACE INTO jobs (job_id, file_path) VALUES ('${id}', '/a')`)
    expect((await queue.getStats()).total).to.equal(3)
    await queue.check({repair: true})
    expect(await queue.getStats()).to.include({total: 2, pending: 2, completed: 0})
    expect((await queue.check()).problems).to.deep.equal([])
  })

  it('mends counters that are wrong or gone', async () => {
    await queue.enqueue('/a', {delay: 60_000})
    meddle(
      "UPDATE job_counts SET jobs = 7 WHERE status = 'failed'; DELETE FROM job_counts WHERE status = 'scheduled'",
    )
    const {problems} = await repairs(['COUNTERS'])
    expect(problems[0]).to.deep.include({
      count: 2,
      message: '2 counters are not what is there',
      examples: ['failed: 7 instead of 0', 'scheduled: none instead of 1'],
    })
    expect(await queue.getStats()).to.include({scheduled: 1, failed: 0})
  })

  it('mends what a DELETE without cascades leaves', async () => {
    const [id, other] = (await queue.enqueueMany(['/a', '/b'])) as [string, string]
    await queue.markCompleted(id, null)
    await walk(other, 2)
    meddle('DELETE FROM jobs')
    const {problems} = await repairs(['DANGLING_ROWS', 'DANGLING_ROWS'])
    expect(problems.map(({message}) => message)).to.have.members([
      '2 rows of files are about rows of jobs that are gone',
      '2 rows of attempts are about rows of jobs that are gone',
    ])
  })

  it('lets a job run again that stands as processing with nobody at it', async () => {
    const id = await queue.enqueue('/a')
    meddle("UPDATE jobs SET status = 'processing'")
    const {problems} = await repairs(['ABANDONED_JOBS'])
    expect(problems[0]?.examples).to.deep.equal([id])
    expect((await queue.getPendingJob())?.jobId).to.equal(id)
  })

  it('ends an attempt at what nobody works on', async () => {
    const id = await queue.enqueue('/a')
    await queue.claim({workerId: 'w'})
    meddle("UPDATE jobs SET status = 'failed'")
    await repairs(['STRAY_ATTEMPTS'])
    expect((await queue.getAttempts(id))[0]?.outcome).to.equal('lost')
  })

  it('mends the files of folders, so that the folder can end', async () => {
    const id = await queue.enqueue('/dir')
    await walk(id, 2)
    meddle("UPDATE files SET state = 'processing' WHERE path = '/dir/0'; UPDATE jobs SET files_open = 9")
    await repairs(['ABANDONED_FILES', 'FILE_COUNTS'])
    for (const claim of await queue.claim({workerId: 'w', limit: 9})) {
      const error = {code: 'NO_TEXT' as const, message: 'empty'}
      await claim.settle({kind: 'failed', path: claim.file?.path ?? '', error, durationMs: 1}, NOW)
    }
    expect((await queue.getJob(id))?.status).to.equal('failed')
  })

  it('sets a folder going again that waits for no file', async () => {
    const id = await queue.enqueue('/dir')
    await walk(id, 1)
    meddle("UPDATE files SET state = 'done', outcome = 'skipped'; UPDATE jobs SET files_open = 0")
    expect(await queue.getPendingJob()).to.equal(undefined)
    expect((await queue.explain(id)).reasons).to.deep.equal(['abandoned'])
    await repairs(['STUCK_JOBS'])
    const [claim] = await queue.claim({workerId: 'w'})
    const settled = await claim?.settle({kind: 'walked'}, NOW)
    expect(settled?.job.status).to.equal('completed')
  })

  it('closes the files of a job that has ended', async () => {
    await walk(await queue.enqueue('/dir'), 2)
    meddle("UPDATE jobs SET status = 'failed', files_open = 0")
    await repairs(['OPEN_FILES', 'FILE_COUNTS'])
  })

  it('makes triggers and indexes again, before it counts', async () => {
    await queue.enqueue('/a')
    meddle(`DROP TRIGGER jobs_count_insert; DROP INDEX jobs_ready; CREATE INDEX jobs_ready ON jobs (seq);
      INSERT INTO jobs (job_id, file_path) VALUES ('x', '/x')`)
    const {problems} = await repairs(['SCHEMA', 'SCHEMA', 'COUNTERS'])
    expect(problems.map(({message}) => message)).to.include.members([
      'the trigger jobs_count_insert is missing',
      'the index jobs_ready is not as ats makes it',
    ])
    await queue.enqueue('/b')
    expect((await queue.getStats()).pending).to.equal(3)
  })

  it('cannot bring back a table', async () => {
    await queue.open()
    meddle('DROP TABLE settings')
    expect((await queue.check({repair: true})).ok).to.equal(false)
  })

  it('ends when the queue is closed', async () => {
    await queue.open()
    const outcome = queue.check().then(
      () => 'done',
      ({code}: {code?: string}) => code,
    )
    await new Promise(setImmediate)
    await queue.close()
    expect(await outcome).to.equal('INTERRUPTED')
  })

  describe('of a damaged file', () => {
    const PAGE = 4096
    /** A database of many pages, closed, its log played in. */
    const fill = async () => {
      await queue.enqueueMany(Array.from({length: 3_000}, (_, i) => `/${'cv'.repeat(20)}/${i}`))
      await queue.close()
      queue = new IngestionQueue(temp.file('jobs.db'))
    }
    const scribble = (from: number, to: number) => {
      const bytes = readFileSync(temp.file('jobs.db'))
      bytes.fill(0xa5, from, to)
      writeFileSync(temp.file('jobs.db'), bytes)
    }

    it('tells of pages that cannot be read, and repairs nothing', async () => {
      await fill()
      // Behind the schema, which grows with each migration: pages of the rows that were put in last.
      const end = statSync(temp.file('jobs.db')).size
      scribble(end - 6 * PAGE, end - 2 * PAGE)
      copyFileSync(temp.file('jobs.db'), temp.file('before.db'))
      const report = await queue.check({repair: true})
      expect(report.ok).to.equal(false)
      expect(new Set(codes(report))).to.deep.equal(new Set(['DAMAGED']))
      expect(report.problems.some(({repaired}) => repaired)).to.equal(false)
      await queue.close()
      expect(readFileSync(temp.file('jobs.db')).equals(readFileSync(temp.file('before.db')))).to.equal(true)
    })

    const codeOf = (promise: Promise<unknown>) =>
      promise.then(
        () => 'none',
        ({code}: {code?: string}) => code,
      )

    it('refuses one whose header is gone', async () => {
      await fill()
      scribble(0, 100)
      expect(await codeOf(queue.check())).to.equal('NOT_A_DATABASE')
    })

    it('refuses one whose schema cannot be read', async () => {
      await fill()
      scribble(100, PAGE)
      expect(await codeOf(queue.check())).to.equal('DATABASE_CORRUPT')
    })

    it('tells of one that was cut short', async () => {
      await fill()
      truncateSync(temp.file('jobs.db'), 20 * PAGE)
      const outcome = await queue.check().then(
        ({problems}) => problems[0]?.code,
        ({code}: {code?: string}) => code,
      )
      expect(outcome).to.be.oneOf(['DAMAGED', 'DATABASE_CORRUPT'])
    })
  })

  describe('the search index', () => {
    beforeEach(async () => {
      await takeIn(queue, '/cv/anna.txt', 'Anna Nowak, Kubernetes')
      await takeIn(queue, '/cv/ben.txt', 'Ben Adler, Postgres')
    })
    const found = async (query: string) =>
      (await queue.documents.search(query)).map(({document}) => document.fileName)

    it('is well after documents were stored and read again', async () => {
      await takeIn(queue, '/cv/ben.txt', 'Ben Adler, Postgres', {language: 'en'})
      expect((await queue.check()).problems).to.deep.equal([])
    })

    it('is mended when a text was changed', async () => {
      meddle("UPDATE documents SET text = 'Ben Adler, Oracle' WHERE file_name = 'ben.txt'")
      expect((await repairs(['SEARCH_INDEX'])).problems[0]?.message).to.equal(
        '1 document is not indexed as it is now',
      )
      expect([await found('postgres'), await found('oracle')]).to.deep.equal([[], ['ben.txt']])
    })

    it('is mended when documents were deleted', async () => {
      meddle("DELETE FROM documents WHERE file_name = 'ben.txt'")
      const {problems} = await queue.check()
      expect(problems.map(({message}) => message)).to.include(
        '1 document is in the search index and nowhere else',
      )
      expect(await found('postgres')).to.deep.equal([])
      expect((await queue.check({repair: true})).ok).to.equal(true)
      expect((await queue.check()).problems).to.deep.equal([])
    })

    it('is mended when documents were added', async () => {
      meddle(`INSERT INTO documents (document_id, sha256, file_name, file_type, bytes, pages, ocr_pages, skipped_pages,
                                     text, pipeline_version, created_at, updated_at)
              VALUES ('x', '${'f'.repeat(64)}', 'eve.txt', 'txt', 1, 1, 0, 0, 'Eve Oracle', 1, '2026-01-01', '2026-01-01')`)
      const report = await repairs(['SEARCH_INDEX'])
      expect(report.problems[0]?.examples).to.deep.equal(['x'])
      expect(await found('oracle')).to.deep.equal(['eve.txt'])
    })

    const INDEX_COLUMNS = 'name, headline, skills, titles, employers, file_name, text, extra, facets'
    const BEN = `(SELECT doc_seq FROM documents WHERE file_name = 'ben.txt')`
    const OUT_OF_STEP = 'the search index holds words that the documents do not, or not all of theirs'

    it('is mended when a document is in it twice', async () => {
      meddle(`INSERT INTO documents_fts (rowid, ${INDEX_COLUMNS})
              SELECT doc_seq, ${INDEX_COLUMNS} FROM documents_searchable WHERE doc_seq = ${BEN}`)
      const {problems} = await repairs(['SEARCH_INDEX'])
      expect(problems[0]).to.deep.include({message: OUT_OF_STEP, examples: ['documents_fts']})
      expect(await found('postgres')).to.deep.equal(['ben.txt'])
    })

    it('is mended when a document is gone from it', async () => {
      meddle(`INSERT INTO documents_fts (documents_fts, rowid, ${INDEX_COLUMNS})
              SELECT 'delete', doc_seq, ${INDEX_COLUMNS} FROM documents_searchable WHERE doc_seq = ${BEN}`)
      const {problems} = await repairs(['SEARCH_INDEX'])
      expect(problems[0]?.message).to.equal('1 document is missing in the search index')
      expect(await found('postgres')).to.deep.equal(['ben.txt'])
    })

    it('is mended when it has forgotten one word of a document', async () => {
      meddle(`INSERT INTO documents_fts (documents_fts, rowid, text) VALUES ('delete', ${BEN}, 'Postgres');
              INSERT INTO documents_fts_docsize
                SELECT ${BEN}, sz FROM documents_fts_docsize WHERE id <> ${BEN}`)
      expect((await repairs(['SEARCH_INDEX'])).problems[0]?.message).to.equal(OUT_OF_STEP)
      expect(await found('postgres')).to.deep.equal(['ben.txt'])
    })

    it('is looked at while others write, and what is copied for that is gone afterwards', async () => {
      const connection = await openDatabase({path: temp.file('jobs.db'), create: false, busyTimeoutMs: 0})
      const other = new Database(temp.file('jobs.db'), {timeout: 0})
      const isExact = await connection.read(() => {
        const exact = isIndexExact(connection)
        other.exec('BEGIN IMMEDIATE; ROLLBACK')
        return exact
      })
      const left = connection.database.prepare('SELECT count(*) FROM sqlite_temp_schema').pluck().get()
      other.close()
      connection.close()
      expect([isExact, left]).to.deep.equal([true, 0])
    })

    it('is mended when it was emptied', async () => {
      meddle("INSERT INTO documents_fts (documents_fts) VALUES ('delete-all')")
      expect((await repairs(['SEARCH_INDEX'])).problems[0]?.count).to.equal(2)
      expect(await found('postgres')).to.deep.equal(['ben.txt'])
    })

    it('is mended when it is damaged', async () => {
      const database = new Database(temp.file('jobs.db'))
      database.unsafeMode(true)
      database.exec('UPDATE documents_fts_data SET block = zeroblob(length(block)) WHERE id > 10')
      database.close()
      await repairs(['SEARCH_INDEX'])
      expect(await found('postgres')).to.deep.equal(['ben.txt'])
    })
  })
})
