import {execFileSync} from 'node:child_process'
import {randomBytes} from 'node:crypto'
import {
  closeSync,
  mkdirSync,
  openSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import Database from 'better-sqlite3'
import {expect} from 'chai'
import {IngestionQueue} from '#lib/queue/ingestion-queue.js'
import {ats, document} from '../../support/ats.ts'
import {ChildWorker} from '../../support/child-worker.ts'
import {eventually} from '../../support/eventually.ts'
import {LoggedWorker} from '../../support/logged-worker.ts'
import {useTempDir} from '../../support/temp-dir.ts'

const PAGE = 4096

describe('a database file that is not as it should be', () => {
  const temp = useTempDir()
  const db = () => temp.file('jobs.db')
  const run = (...args: string[]) => ats(args, {cwd: temp.path})
  const fill = async (jobs = 3) => {
    const queue = new IngestionQueue(db())
    await queue.enqueueMany(Array.from({length: jobs}, (_, index) => `/cv/${index}/${'x'.repeat(200)}`))
    await queue.close()
  }
  const overwrite = (at: number, bytes: Buffer) => {
    const file = openSync(db(), 'r+')
    writeSync(file, bytes, 0, bytes.length, at)
    closeSync(file)
  }
  /** All pages but the first, which holds the schema. */
  const ruin = () => overwrite(PAGE, randomBytes(statSync(db()).size - PAGE))
  const withSql = (sql: string) => {
    const database = new Database(db())
    database.exec(sql)
    database.close()
  }

  const CASES: Record<string, [make: () => unknown, code: number, error: string]> = {
    'a text file': [() => writeFileSync(db(), 'This is a list of names.\n'), 78, 'NOT_A_DATABASE'],
    'a directory': [() => mkdirSync(db()), 78, 'NOT_A_DATABASE'],
    'a pipe': [() => execFileSync('mkfifo', [db()]), 78, 'NOT_A_DATABASE'],
    "another program's database": [() => withSql('CREATE TABLE t (x)'), 78, 'NOT_A_DATABASE'],
    'a file with a damaged header': [
      async () => {
        await fill()
        overwrite(0, Buffer.from('damaged!'))
      },
      78,
      'NOT_A_DATABASE',
    ],
    'a file with damaged pages': [
      async () => {
        await fill()
        ruin()
      },
      1,
      'DATABASE_CORRUPT',
    ],
    'a file that was cut off': [
      async () => {
        await fill()
        truncateSync(db(), 5 * PAGE)
      },
      1,
      'DATABASE_CORRUPT',
    ],
    'a newer schema': [
      async () => {
        await fill()
        withSql('PRAGMA user_version = 999')
      },
      78,
      'SCHEMA_TOO_NEW',
    ],
  }
  for (const [what, [make, code, error]] of Object.entries(CASES)) {
    it(`refuses ${what}`, async () => {
      await make()
      writeFileSync(temp.file('ada.txt'), 'Ada Example\n')
      const commands = ['queue list', 'queue enqueue ada.txt', 'worker run --drain --disable-ocr']
      const results = commands.map((command) => run(...command.split(' '), '--json'))
      for (const result of await Promise.all(results)) {
        expect(result.code).to.equal(code)
        const told = document<{error: {code: string; message: string; suggestions: string[]}}>(result).error
        expect(told.code).to.equal(error)
        expect(told.message)
          .to.contain(db())
          .and.not.to.match(/sqlite|select|malformed/i)
        expect(told.suggestions).to.not.deep.equal([])
      }
    })
  }

  it('takes an empty file for none when it only reads, and for a new one when it enqueues', async () => {
    writeFileSync(db(), '')
    const listed = await run('queue', 'list')
    expect([listed.code, statSync(db()).size]).to.deep.equal([3, 0])
    expect(listed.stderr).to.contain('the file is empty')
    writeFileSync(temp.file('ada.txt'), 'Ada Example\n')
    expect((await run('queue', 'enqueue', 'ada.txt')).code).to.equal(0)
    expect((await run('queue', 'list')).code).to.equal(0)
  })

  it('stops a worker that comes upon damaged pages', async () => {
    await fill(20_000)
    const worker = new LoggedWorker({cwd: temp.path}, ['--disable-ocr'])
    await worker.until('job.claimed')
    ruin()
    expect(await worker.ended()).to.equal(1)
    expect(worker.words).to.contain(`${db()} is damaged`)
  })

  it('keeps what was committed when a killed worker left its -shm behind and somebody deletes it', async () => {
    await fill()
    const worker = new ChildWorker({database: db(), handler: 'return 1'})
    await eventually('the jobs are done', () => worker.saw('worker.idle'))
    await worker.kill('SIGKILL')
    rmSync(temp.file('jobs.db-shm'))
    expect(document(await run('queue', 'stats', '--json'))).to.include({completed: 3, total: 3})
  })

  it('opens, older but whole, when somebody deletes the -wal that a killed worker left behind', async () => {
    await fill()
    const worker = new ChildWorker({database: db(), handler: 'return 1'})
    await eventually('the jobs are done', () => worker.saw('worker.idle'))
    await worker.kill('SIGKILL')
    rmSync(temp.file('jobs.db-wal'))
    expect(document(await run('queue', 'stats', '--json'))).to.include({pending: 3, total: 3})
    const database = new Database(db(), {readonly: true})
    expect(database.pragma('integrity_check', {simple: true})).to.equal('ok')
    database.close()
  })
})
