import {chmodSync, mkdirSync, readdirSync, statSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {expect} from 'chai'
import {ats, document} from '../../support/ats.ts'
import {LoggedWorker} from '../../support/logged-worker.ts'
import {useTempDir} from '../../support/temp-dir.ts'
import {giveAway, unprivileged} from '../../support/unprivileged.ts'

const via = unprivileged()

describe('what ats makes', () => {
  const temp = useTempDir()
  for (const umask of ['000', '777']) {
    it(`is for its owner alone under umask ${umask}`, async () => {
      writeFileSync(temp.file('ada.txt'), 'Ada Example\n')
      const options = {cwd: temp.path, via: ['sh', '-c', `umask ${umask}; exec "$@"`, 'sh']}
      expect((await ats(['queue', 'enqueue', 'ada.txt'], options)).code).to.equal(0)
      const worker = new LoggedWorker(options, ['--disable-ocr'])
      await worker.until('worker.idle')
      const made = readdirSync(temp.path, {recursive: true, encoding: 'utf8'}).filter(
        (name) => name !== 'ada.txt',
      )
      expect(made).to.include.members(['jobs.db', 'jobs.db-wal', 'jobs.db-shm', 'jobs.db-workers'])
      expect(made.filter((name) => name.endsWith('.lock'))).to.have.length(1)
      for (const name of made) {
        const stats = statSync(temp.file(name))
        expect([name, (stats.mode & 0o777).toString(8)]).to.deep.equal([
          name,
          stats.isDirectory() ? '700' : '600',
        ])
      }
      expect(await worker.stop()).to.equal(0)
    })
  }
})

if (via) {
  describe('a user who may not do everything', () => {
    // Before the directory is deleted, which needs the right to.
    afterEach(() => chmodSync(temp.path, 0o700))
    const temp = useTempDir()
    const run = (args: string[], env = {}) => ats(args, {cwd: temp.path, via, env})
    const code = async (...args: string[]) => (await run(args)).code
    beforeEach(async () => {
      giveAway(temp.path)
      writeFileSync(temp.file('ada.txt'), 'Ada Example\nEngineer\n')
      giveAway(temp.file('ada.txt'))
      expect(await code('queue', 'enqueue', 'ada.txt')).to.equal(0)
    })

    const expectReadOnly = async (...args: string[]) => {
      const result = await run([...args, '--json'])
      expect(result.code).to.equal(1)
      expect(document<{error: object}>(result).error).to.include({code: 'DATABASE_READ_ONLY'})
    }

    it('reads a database whose file is read-only, and is refused to write', async () => {
      chmodSync(temp.file('jobs.db'), 0o400)
      expect(await code('queue', 'list')).to.equal(0)
      await expectReadOnly('queue', 'enqueue', 'ada.txt')
      await expectReadOnly('worker', 'run', '--drain', '--disable-ocr')
    })

    it('reads a database in a read-only directory, and is refused to write', async () => {
      expect(await code('worker', 'run', '--drain', '--disable-ocr')).to.equal(0)
      chmodSync(temp.file('jobs.db'), 0o400)
      chmodSync(temp.path, 0o500)
      const before = readdirSync(temp.path)
      for (const args of [
        ['queue', 'list'],
        ['queue', 'stats'],
        ['documents', 'list'],
        ['documents', 'list', '--group', 'person'],
        ['documents', 'search', 'engineer'],
        ['documents', 'export', 'engineer'],
        ['documents', 'export', '--group', 'person', '--format', 'csv'],
        ['documents', 'get', 'ada.txt'],
      ]) {
        const {code: exit, stdout, stderr} = await run(args)
        expect([exit, stderr], args.join(' ')).to.deep.equal([0, ''])
        expect(stdout, args.join(' ')).to.match(args[1] === 'stats' ? /completed +1/ : /ada\.txt|Ada Example/)
      }
      expect(readdirSync(temp.path)).to.deep.equal(before)
      await expectReadOnly('documents', 'purge', '--path', 'ada.txt', '--yes')
      await expectReadOnly('queue', 'enqueue', 'ada.txt')
      await expectReadOnly('worker', 'run', '--drain', '--disable-ocr')
      expect((await run(['queue', 'enqueue', 'ada.txt', '--db', 'other.db'])).stderr).to.contain(
        'other.db cannot be created',
      )
    })

    it('is told that the last changes are in a log that it cannot read', async () => {
      writeFileSync(temp.file('jobs.db-wal'), 'something')
      chmodSync(temp.path, 0o500)
      await expectReadOnly('queue', 'list')
      expect((await run(['queue', 'list'])).stderr).to.contain('jobs.db-wal holds what was written last')
    })

    it('is told that an older database has to be migrated first', async () => {
      const {default: Database} = await import('better-sqlite3')
      const database = new Database(temp.file('jobs.db'))
      database.pragma('user_version = 2')
      database.close()
      chmodSync(temp.path, 0o500)
      await expectReadOnly('documents', 'list')
      expect((await run(['documents', 'list'])).stderr).to.contain('ats db migrate')
    })

    it('is told of a database that is out of its sight', async () => {
      mkdirSync(temp.file('closed'))
      giveAway(temp.file('closed'))
      writeFileSync(temp.file('closed/jobs.db'), '')
      chmodSync(temp.file('closed'), 0o000)
      const result = await run(['queue', 'list', '--db', 'closed/jobs.db'])
      chmodSync(temp.file('closed'), 0o700)
      expect([result.code, result.stderr]).to.satisfy(
        ([exit, text]: [number, string]) => exit === 75 && text.includes('permission denied'),
      )
    })

    it('takes in what it may read of a folder, and is told of the rest', async () => {
      mkdirSync(temp.file('inbox/secret'), {recursive: true})
      for (const name of ['open.txt', 'shut.txt', 'secret/inside.txt']) {
        writeFileSync(temp.file(join('inbox', name)), `${name}\n`)
        giveAway(temp.file(join('inbox', name)))
      }
      chmodSync(temp.file('inbox/shut.txt'), 0o000)
      chmodSync(temp.file('inbox/secret'), 0o000)
      giveAway(temp.file('inbox/secret'))
      const args = ['queue', 'enqueue', '--max-retries', '0', 'inbox']
      const id = (await run(args)).stdout.trim()
      expect(await code('worker', 'run', '--drain', '--disable-ocr')).to.equal(0)
      const job = document<{status: string; files: {file_path: string; error_code: string | null}[]}>(
        await run(['queue', 'get', id, '--json']),
      )
      expect(job.status).to.equal('completed')
      expect(
        job.files.map(({file_path, error_code}) => [file_path.split('/').at(-1), error_code]),
      ).to.have.deep.members([
        ['open.txt', null],
        ['shut.txt', 'PERMISSION_DENIED'],
        ['secret', 'PERMISSION_DENIED'],
      ])
      chmodSync(temp.file('inbox/secret'), 0o700)
    })

    it('needs no directory for temporary files', async () => {
      const env = {TMPDIR: '/nonexistent', HOME: '/nonexistent', XDG_CACHE_HOME: '/nonexistent'}
      const result = await run(['worker', 'run', '--drain', '--json'], env)
      expect(document(result)).to.include({files_loaded: 1, files_failed: 0})
    })
  })
}
