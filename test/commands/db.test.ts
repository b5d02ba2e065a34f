import {spawn, spawnSync} from 'node:child_process'
import {once} from 'node:events'
import {
  chmodSync,
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import Database from 'better-sqlite3'
import {expect} from 'chai'
import type {CheckReportJson, SchemaReportJson, VacuumReportJson} from '#lib/model/maintenance.js'
import {IngestionQueue} from '#lib/queue/ingestion-queue.js'
import {type AtsOptions, ats, document, LAUNCHER, resultOf} from '../support/ats.ts'
import {ChildWorker} from '../support/child-worker.ts'
import {eventually} from '../support/eventually.ts'
import {countOfGroup} from '../support/processes.ts'
import {writeReferenceDatabase} from '../support/reference-database.ts'
import {useTempDir} from '../support/temp-dir.ts'

interface ErrorDocument {
  error: {code: string; message: string; suggestions: string[]}
}

describe('ats db', () => {
  const dir = useTempDir()
  const run = (args: string[], options: Partial<AtsOptions> = {}) =>
    ats(['db', ...args], {cwd: dir.path, ...options})
  const errorOf = async (...args: string[]) => {
    const result = await run([...args, '--json'])
    return {code: result.code, error: document<ErrorDocument>(result).error}
  }
  const withQueue = async <T>(act: (queue: IngestionQueue) => Promise<T>): Promise<T> => {
    const queue = new IngestionQueue(dir.file('jobs.db'))
    try {
      return await act(queue)
    } finally {
      await queue.close()
    }
  }
  const fill = (jobs = 3) =>
    withQueue((queue) => queue.enqueueMany(Array.from({length: jobs}, (_, i) => `/${'x'.repeat(400)}/${i}`)))
  const copyOf = (name: string) => {
    const database = new Database(dir.file(name), {readonly: true})
    const jobs = database.prepare('SELECT count(*) FROM jobs').pluck().get() as number
    const verdict = database.pragma('integrity_check', {simple: true})
    database.close()
    return {jobs, verdict}
  }
  const mode = (name: string) => (statSync(dir.file(name)).mode & 0o777).toString(8)

  it('makes no database, but where it is told to', async () => {
    for (const args of [['check'], ['backup', 'copy.db'], ['vacuum'], ['migrate']]) {
      const {code, error} = await errorOf(...args)
      expect([args[0], code, error.code]).to.deep.equal([args[0], 3, 'DATABASE_NOT_FOUND'])
    }
    expect(readdirSync(dir.path)).to.deep.equal([])
    const made = document<SchemaReportJson>(await run(['migrate', '--create', '--json']))
    expect(made).to.deep.include({schema_version_before: 0, migrated: true, database: dir.file('jobs.db')})
    expect(mode('jobs.db')).to.equal('600')
  })

  describe('migrate', () => {
    it('says what it found and what it made of it', async () => {
      writeReferenceDatabase(dir.file('jobs.db'), [['a', '/a', 'pending', 0, 3, null, null, null, null]])
      const first = await run(['migrate'])
      expect([first.code, first.stdout]).to.match(/0,.*: schema \d+, was 0\n$/)
      expect((await run(['migrate'])).stdout).to.contain('up to date')
    })

    it('refuses a newer schema', async () => {
      await fill()
      const database = new Database(dir.file('jobs.db'))
      database.pragma('user_version = 999')
      database.close()
      const {code, error} = await errorOf('migrate')
      expect([code, error.code]).to.deep.equal([78, 'SCHEMA_TOO_NEW'])
    })
  })

  describe('check', () => {
    it('is content with a good database', async () => {
      await fill()
      const {code, stdout, stderr} = await run(['check'])
      expect([code, stderr]).to.deep.equal([0, ''])
      expect(stdout).to.match(/^\/.*jobs\.db: ok, schema \d+\n$/)
      expect(document<CheckReportJson>(await run(['check', '--json']))).to.deep.include({
        ok: true,
        problems: [],
      })
    })

    it('exits 1 for counters that are wrong, until they are repaired', async () => {
      await fill()
      const database = new Database(dir.file('jobs.db'))
      database.exec('UPDATE job_counts SET jobs = jobs + 1')
      database.close()
      const found = await run(['check'])
      expect(found.code).to.equal(1)
      expect(found.stdout).to.contain('COUNTERS').and.to.contain('pending: 4 instead of 3')
      expect(found.stderr).to.contain('--repair')
      const repaired = await run(['check', '--repair'])
      expect([repaired.code, repaired.stderr]).to.deep.equal([0, ''])
      expect(repaired.stdout).to.match(/^repaired {2}COUNTERS/)
      expect((await run(['check'])).code).to.equal(0)
    })

    it('tells damage in a page, with the way out', async () => {
      await fill(2_000)
      const bytes = readFileSync(dir.file('jobs.db'))
      bytes.fill(0xff, 4096 * 80, 4096 * 90)
      writeFileSync(dir.file('jobs.db'), bytes)
      const {code, stdout, stderr} = await run(['check'])
      expect([code, stderr]).to.match(/1,.*restore a backup/)
      expect(stdout).to.contain('DAMAGED')
    })

    it('tells a file that is none of ours from one that is damaged', async () => {
      writeFileSync(dir.file('jobs.db'), 'Dear madam or sir, please find enclosed my CV.'.repeat(100))
      expect(await errorOf('check'))
        .to.deep.include({code: 78})
        .and.to.have.nested.property('error.code', 'NOT_A_DATABASE')
      new Database(dir.file('other.db')).exec('CREATE TABLE recipes (name)').close()
      expect((await errorOf('check', '--db', 'other.db')).error.code).to.equal('NOT_A_DATABASE')
    })
  })

  describe('backup', () => {
    it('writes a whole copy that only its owner can read, and says where', async () => {
      await fill()
      const previous = process.umask(0)
      const {code, stdout, stderr} = await run(['backup', 'copy.db']).finally(() => process.umask(previous))
      expect([code, stdout]).to.deep.equal([0, `${dir.file('copy.db')}\n`])
      expect(stderr).to.contain('3 jobs, 0 documents')
      expect(mode('copy.db')).to.equal('600')
      expect(copyOf('copy.db')).to.deep.equal({jobs: 3, verdict: 'ok'})
      expect(readdirSync(dir.path).toSorted()).to.deep.equal(['copy.db', 'jobs.db'])
    })

    it('gives a copy that works as a database', async () => {
      await fill()
      expect(document(await run(['backup', 'copy.db', '--json']))).to.include({jobs: 3, documents: 0})
      expect((await run(['check', '--db', 'copy.db'])).code).to.equal(0)
      const restored = new IngestionQueue(dir.file('copy.db'))
      await restored.enqueue('/new')
      expect((await restored.getStats()).pending).to.equal(4)
      await restored.close()
    })

    it('is of one moment while others write', async () => {
      await fill(500)
      const script = `
        import {IngestionQueue} from '#lib/queue/ingestion-queue.js'
        const queue = new IngestionQueue(${JSON.stringify(dir.file('jobs.db'))})
        process.send('ready')
        let going = true
        process.once('message', () => { going = false })
        process.once('disconnect', () => { going = false })
        while (going) {
          await queue.enqueueMany(['/a', '/b', '/c', '/d', '/e', '/f', '/g'])
          await new Promise(setImmediate)
        }
        await queue.close()
        process.disconnect()`
      const writer = spawn(process.execPath, ['--input-type=module', '-e', script], {
        stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
      })
      await once(writer, 'message')
      const counts: number[] = []
      for (const name of ['1.db', '2.db', '3.db']) {
        expect((await run(['backup', name])).code).to.equal(0)
        const {jobs, verdict} = copyOf(name)
        expect([verdict, (jobs - 500) % 7]).to.deep.equal(['ok', 0])
        expect((await run(['check', '--db', name])).code).to.equal(0)
        counts.push(jobs)
      }
      writer.send('stop')
      expect((await once(writer, 'close'))[0]).to.equal(0)
      expect(counts).to.deep.equal(counts.toSorted((a, b) => a - b))
      expect((await run(['check'])).code).to.equal(0)
    })

    it('replaces a file only when told to, and then all at once', async () => {
      await fill()
      writeFileSync(dir.file('copy.db'), 'precious')
      const {code, error} = await errorOf('backup', 'copy.db')
      expect([code, error.code]).to.deep.equal([2, 'CONFIRMATION_REQUIRED'])
      expect(readFileSync(dir.file('copy.db'), 'utf8')).to.equal('precious')
      expect((await run(['backup', 'copy.db', '--force'])).code).to.equal(0)
      expect(copyOf('copy.db').jobs).to.equal(3)
    })

    it('refuses the database itself under any name, and one that is in use', async () => {
      await fill()
      linkSync(dir.file('jobs.db'), dir.file('hard.db'))
      symlinkSync('jobs.db', dir.file('soft.db'))
      for (const name of ['jobs.db', 'jobs.db-wal', 'hard.db', 'soft.db'])
        expect((await errorOf('backup', name, '--force')).error.code, name).to.equal('USAGE')
      const other = await new IngestionQueue(dir.file('other.db')).open()
      await other.enqueue('/a')
      expect((await errorOf('backup', 'other.db', '--force')).error.code).to.equal('INVALID_STATE')
      await other.close()
      expect(copyOf('jobs.db')).to.deep.equal({jobs: 3, verdict: 'ok'})
    })

    it('refuses a directory, and a directory that is not there', async () => {
      await fill()
      mkdirSync(dir.file('backups'))
      expect((await errorOf('backup', 'backups', '--force')).code).to.equal(2)
      expect(await errorOf('backup', 'nowhere/copy.db')).to.have.nested.property(
        'error.code',
        'PATH_NOT_FOUND',
      )
    })

    it('leaves nothing behind when the disk is full', async () => {
      await fill(2_000)
      const full = `ulimit -f 100; exec "$0" "$1" db backup copy.db --json`
      const {status, stdout} = spawnSync('sh', ['-c', full, process.execPath, LAUNCHER], {
        cwd: dir.path,
        encoding: 'utf8',
        env: {},
      })
      expect(status).to.equal(1)
      expect((JSON.parse(stdout) as ErrorDocument).error).to.include({
        code: 'DATABASE_FULL',
        message: `${dir.path}: there is no room for the copy; nothing was left behind`,
      })
      expect(readdirSync(dir.path).filter((name) => name.startsWith('copy'))).to.deep.equal([])
      expect((await run(['check'])).code).to.equal(0)
    })

    it('leaves nothing behind, process or file, when it is interrupted', async () => {
      await fill(20_000)
      const args = [LAUNCHER, 'db', 'backup', 'copy.db']
      const child = spawn(process.execPath, args, {cwd: dir.path, env: {}, detached: true})
      const ended = resultOf(child)
      await eventually('the copy is begun', () =>
        readdirSync(dir.path).some((name) => name.startsWith('copy.db.partial-')),
      )
      child.kill('SIGTERM')
      const {code} = await ended
      const left = readdirSync(dir.path).filter((name) => name.startsWith('copy'))
      // Where it was quicker than the signal, the copy is whole.
      if (code === 0) expect(copyOf('copy.db').verdict).to.equal('ok')
      else expect([code, left]).to.deep.equal([143, []])
      expect(countOfGroup(child.pid as number)).to.equal(0)
    })

    it('takes away what killed processes have left, and leaves alone what is being written', async () => {
      await fill()
      for (const name of ['copy.db.partial-old', 'copy.db.partial-new', 'copy.db.other']) {
        writeFileSync(dir.file(name), '')
        if (name !== 'copy.db.partial-new') utimesSync(dir.file(name), 0, 0)
      }
      expect((await run(['backup', 'copy.db'])).code).to.equal(0)
      expect(existsSync(dir.file('copy.db.partial-old'))).to.equal(false)
      expect(existsSync(dir.file('copy.db.partial-new'))).to.equal(true)
      expect(existsSync(dir.file('copy.db.other'))).to.equal(true)
    })

    it('says which directory may not be written', async () => {
      await fill()
      mkdirSync(dir.file('locked'))
      chmodSync(dir.file('locked'), 0o555)
      const unprivileged = process.getuid?.() === 0 ? {uid: 65_534, gid: 65_534} : {}
      for (const path of [dir.path, dir.file('jobs.db')]) chmodSync(path, 0o777)
      const child = spawn(process.execPath, [LAUNCHER, 'db', 'backup', 'locked/copy.db', '--json'], {
        cwd: dir.path,
        env: {},
        ...unprivileged,
      })
      const result = await resultOf(child)
      expect(result.code, result.stderr).to.equal(1)
      expect(document<ErrorDocument>(result).error).to.include({
        code: 'PERMISSION_DENIED',
        message: `${dir.file('locked')}: permission denied`,
      })
      expect(readdirSync(dir.file('locked'))).to.deep.equal([])
    })
  })

  describe('vacuum', () => {
    const clear = () => withQueue((queue) => queue.clearAll())

    it('gives space back while a worker has the database open', async () => {
      await fill(5_000)
      await withQueue(async (queue) => {
        await queue.clearAll()
        await queue.enqueue('/kept')
        const report = document<VacuumReportJson>(await run(['vacuum', '--json']))
        expect(report).to.include({full: false, busy: false})
        expect(report.bytes_after).to.be.below(report.bytes_before / 4)
        expect(statSync(dir.file('jobs.db')).size).to.equal(report.bytes_after)
        expect((await queue.getStats()).pending).to.equal(1)
      })
      expect((await run(['check'])).code).to.equal(0)
    })

    it('writes the file anew with --full', async () => {
      await fill(2_000)
      await clear()
      const {code, stdout} = await run(['vacuum', '--full'])
      expect([code, stdout]).to.match(/^0,.*MiB before, .* after\n$/)
      expect((await run(['check'])).code).to.equal(0)
    })

    it('finds its turn between the writes of a busy worker, also with --full', async () => {
      await fill(2_000)
      await clear()
      await withQueue((queue) => queue.enqueueMany(Array.from({length: 50_000}, () => '/a')))
      const worker = new ChildWorker({
        database: dir.file('jobs.db'),
        handler: 'await new Promise((resolve) => setTimeout(resolve, 2))',
        options: {concurrency: 2},
      })
      await eventually('work is being done', () => worker.saw('job.completed'))
      const report = document<VacuumReportJson>(await run(['vacuum', '--full', '--json']))
      expect(report).to.include({full: true})
      await worker.kill('SIGTERM')
      expect((await worker.exited).code).to.equal(0)
      expect((await run(['check'])).code).to.equal(0)
    })

    it('makes a file that another program made fit to be shrunk', async () => {
      writeReferenceDatabase(dir.file('jobs.db'), [['a', '/a', 'pending', 0, 3, null, null, null, null]])
      expect(document<VacuumReportJson>(await run(['vacuum', '--json']))).to.include({full: true})
      expect(document<VacuumReportJson>(await run(['vacuum', '--json']))).to.include({full: false})
      expect(copyOf('jobs.db')).to.deep.equal({jobs: 1, verdict: 'ok'})
    })

    it('says that it could not give all back while somebody reads', async () => {
      await fill(2_000)
      const reader = new Database(dir.file('jobs.db'))
      reader.exec('BEGIN')
      reader.prepare('SELECT count(*) FROM jobs').get()
      await clear()
      const {code, stdout} = await run(['vacuum', '--json'])
      expect(code).to.equal(75)
      expect(JSON.parse(stdout)).to.include({busy: true})
      reader.close()
      expect((await run(['vacuum'])).code).to.equal(0)
    })

    it('says that the database is busy', async () => {
      await fill(2_000)
      await clear()
      const writer = new Database(dir.file('jobs.db'))
      writer.exec('BEGIN IMMEDIATE')
      const {code, error} = await errorOf('vacuum')
      expect([code, error.code]).to.deep.equal([75, 'DATABASE_BUSY'])
      writer.close()
    })
  })
})
