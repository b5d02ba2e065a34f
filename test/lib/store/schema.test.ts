import {spawn} from 'node:child_process'
import {once} from 'node:events'
import {statSync} from 'node:fs'
import Database from 'better-sqlite3'
import {expect} from 'chai'
import {JOB_STATUSES, JOB_TRANSITIONS} from '#lib/model/job-state.js'
import {IngestionQueue} from '#lib/queue/ingestion-queue.js'
import {listMigrations} from '#lib/store/sqlite/migrate.js'
import {useTempDir} from '../../support/temp-dir.ts'

describe('the schema', () => {
  const temp = useTempDir()
  const errorCode = (promise: Promise<unknown>) =>
    promise.then(
      () => 'none',
      (error: {code?: string}) => error.code,
    )

  const fresh = async (): Promise<Database.Database> => {
    const queue = await new IngestionQueue(temp.file('jobs.db')).open()
    await queue.close()
    return new Database(temp.file('jobs.db'))
  }

  it('allows the changes of status that the model allows, and no others', async () => {
    const database = await fresh()
    database.pragma('ignore_check_constraints = OFF')
    for (const from of JOB_STATUSES) {
      for (const to of JOB_STATUSES) {
        database
          .prepare('INSERT INTO jobs (job_id, file_path, status) VALUES (?, ?, ?)')
          .run(`${from}-${to}`, '/a', from)
        const change = () =>
          database.prepare('UPDATE jobs SET status = ? WHERE job_id = ?').run(to, `${from}-${to}`)
        const allowed = from === to || JOB_TRANSITIONS[from].includes(to)
        if (allowed) change()
        else expect(change, `${from} to ${to}`).to.throw('cannot change')
      }
    }
    database.close()
  })

  it('refuses states, times and results that are none', async () => {
    const database = await fresh()
    const insert = (column: string, value: unknown) => () =>
      database.prepare(`INSERT INTO jobs (job_id, file_path, ${column}) VALUES ('x', '/a', ?)`).run(value)
    for (const [column, value] of [
      ['status', 'queued'],
      ['created_at', 'yesterday'],
      ['result_json', '{"half'],
      ['retries', -1],
      ['retries', 'three'],
      ['available_at', 'soon'],
      ['ocr', 2],
    ] as const) {
      expect(insert(column, value), `${column} = ${value}`).to.throw(/constraint|cannot store/)
    }
    database.close()
  })

  it('takes a delay in any form that SQLite knows', async () => {
    const database = await fresh()
    database.exec(
      "INSERT INTO jobs (job_id, file_path, available_at) VALUES ('x', '/a', datetime('now', '+1 hour'))",
    )
    expect(database.prepare('SELECT available_at FROM jobs').pluck().get()).to.match(/T.*\.000$/)
    database.close()
    const queue = new IngestionQueue(temp.file('jobs.db'))
    expect(await queue.getStats()).to.deep.include({pending: 1, scheduled: 1})
    expect(await queue.claim({workerId: 'w'})).to.deep.equal([])
    await queue.close()
  })

  it('counts by trigger what counting counts', async () => {
    const database = await fresh()
    const later = "strftime('%Y-%m-%dT%H:%M:%f', 'now', '+1 hour')"
    database.exec(`INSERT INTO jobs (job_id, file_path) VALUES ('a', '/a'), ('b', '/b'), ('c', '/c');
      INSERT INTO jobs (job_id, file_path, available_at) VALUES ('d', '/d', ${later}), ('e', '/e', ${later});
      UPDATE jobs SET status = 'processing' WHERE job_id IN ('a', 'd');
      UPDATE jobs SET status = 'failed' WHERE job_id = 'a';
      UPDATE jobs SET available_at = ${later} WHERE job_id = 'b';
      DELETE FROM jobs WHERE job_id IN ('e', 'c')`)
    const counted = Object.fromEntries(
      database.prepare('SELECT status, jobs FROM job_counts').raw().all() as [string, number][],
    )
    expect(counted).to.deep.equal({completed: 0, failed: 1, pending: 1, processing: 1, scheduled: 1})
    database.close()
  })

  it('gives the file to its owner alone', async () => {
    ;(await fresh()).close()
    expect(statSync(temp.file('jobs.db')).mode & 0o777).to.equal(0o600)
  })

  it('is made once when ten processes start together', async () => {
    const script = `import {IngestionQueue} from '#lib/queue/ingestion-queue.js'
      const queue = new IngestionQueue(process.argv[1])
      await queue.enqueue('/a')
      await queue.close()`
    const children = Array.from({length: 10}, () =>
      spawn(process.execPath, ['--input-type=module', '-e', script, temp.file('jobs.db')], {
        stdio: 'inherit',
      }),
    )
    const codes = await Promise.all(children.map(async (child) => (await once(child, 'exit'))[0]))
    expect(codes).to.deep.equal(Array(10).fill(0))
    const queue = new IngestionQueue(temp.file('jobs.db'))
    expect((await queue.getStats()).pending).to.equal(10)
    await queue.close()
  })

  it('refuses a newer one than it knows', async () => {
    const database = await fresh()
    database.pragma(`user_version = ${(listMigrations().at(-1)?.version ?? 0) + 1}`)
    database.close()
    expect(await errorCode(new IngestionQueue(temp.file('jobs.db')).open())).to.equal('SCHEMA_TOO_NEW')
  })

  it("refuses another program's database, and what is none", async () => {
    const other = new Database(temp.file('other.db'))
    other.exec('CREATE TABLE bookmarks (url TEXT)')
    other.close()
    expect(await errorCode(new IngestionQueue(temp.file('other.db')).open())).to.equal('NOT_A_DATABASE')
    expect(await errorCode(new IngestionQueue(temp.path).open())).to.equal('NOT_A_DATABASE')
    expect(await errorCode(new IngestionQueue(temp.file('none.db'), {create: false}).open())).to.equal(
      'DATABASE_NOT_FOUND',
    )
    expect(await errorCode(new IngestionQueue(temp.file('no/where.db')).open())).to.equal(
      'DATABASE_UNAVAILABLE',
    )
  })

  it('waits for a lock, and says so when it lasts too long', async () => {
    const holder = await fresh()
    holder.exec('BEGIN IMMEDIATE')
    const queue = new IngestionQueue(temp.file('jobs.db'), {busyTimeoutMs: 50})
    expect(await errorCode(queue.enqueue('/a'))).to.equal('DATABASE_BUSY')
    holder.exec('COMMIT')
    await queue.enqueue('/a')
    await queue.close()
    holder.close()
  })

  it('waits for a reader of an old file to let go before it migrates', async () => {
    const reader = new Database(temp.file('jobs.db'))
    reader.exec(
      "CREATE TABLE jobs (job_id TEXT PRIMARY KEY, file_path, status, retries, max_retries, error_message, created_at, updated_at, result_json); INSERT INTO jobs (job_id, file_path, status) VALUES ('a', '/a', 'pending'), ('b', '/b', 'pending')",
    )
    const cursor = reader.prepare('SELECT * FROM jobs').iterate()
    cursor.next()
    const hasty = new IngestionQueue(temp.file('jobs.db'), {busyTimeoutMs: 50})
    expect(await errorCode(hasty.open())).to.equal('DATABASE_BUSY')
    await hasty.close()
    const patient = new IngestionQueue(temp.file('jobs.db'), {busyTimeoutMs: 60_000})
    const opening = patient.open()
    cursor.return?.()
    await opening
    expect((await patient.getStats()).pending).to.equal(2)
    await patient.close()
    reader.close()
  })
})
