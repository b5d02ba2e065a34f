import Database from 'better-sqlite3'
import {expect} from 'chai'
import {IngestionQueue} from '#lib/queue/ingestion-queue.js'
import {ats, document, resultOf, startAts} from '../support/ats.ts'
import {eventually} from '../support/eventually.ts'
import {useTempDir} from '../support/temp-dir.ts'

const DOCUMENTS = 1500

describe('documents of before there was a search index', function () {
  this.timeout(240_000)
  const temp = useTempDir()
  const run = (...args: string[]) => ats(args, {cwd: temp.path})

  /** How many the index holds, as another program sees it. */
  const indexed = () => {
    const database = new Database(temp.file('jobs.db'), {readonly: true})
    const count = database.prepare('SELECT count(*) FROM document_search').pluck().get()
    database.close()
    return Number(count)
  }

  beforeEach(async () => {
    await (await new IngestionQueue(temp.file('jobs.db')).open()).close()
    const database = new Database(temp.file('jobs.db'))
    database.exec(`
      WITH RECURSIVE numbers (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < ${DOCUMENTS})
      INSERT INTO documents (document_id, sha256, file_name, file_type, bytes, pages, ocr_pages, skipped_pages, text,
                             pipeline_version, created_at, updated_at)
      SELECT 'document-' || n, printf('%064x', n), n || '.txt', 'txt', 1, 1, 0, 0, 'Number' || n || ' knows Kubernetes',
             1, '2026-01-01T00:00:00.000', '2026-01-01T00:00:00.000' FROM numbers;
      INSERT INTO settings (name, value) VALUES ('search_index_below', '${DOCUMENTS + 1}')`)
    database.close()
  })

  it('are made findable by db migrate, which goes on where it was stopped', async () => {
    const child = startAts(['db', 'migrate'], {cwd: temp.path})
    const ended = resultOf(child)
    await eventually('it has begun', () => indexed() > 0)
    child.kill('SIGINT')
    const {code, stderr} = await ended
    expect([code, stderr]).to.deep.equal([
      130,
      `Making ${DOCUMENTS} older documents findable; this is done once\n`,
    ])
    const left = DOCUMENTS - indexed()
    expect(left).to.be.within(1, DOCUMENTS - 1)

    expect(document(await run('db', 'migrate', '--json'))).to.include({documents_indexed: left})
    expect(document(await run('db', 'migrate', '--json'))).to.include({documents_indexed: 0})
    expect((await run('db', 'check')).code).to.equal(0)
  })

  it('are made findable by the first search', async () => {
    const {stdout, stderr} = await run('documents', 'search', `number${DOCUMENTS}`)
    expect(stdout).to.include(`document-${DOCUMENTS} `)
    expect(stderr).to.equal(`Making ${DOCUMENTS} older documents findable; this is done once\n`)
    expect((await run('db', 'migrate')).stdout).to.match(/schema \d+, up to date\n$/)
  })
})
