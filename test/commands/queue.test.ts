import {mkdirSync, readFileSync, writeFileSync} from 'node:fs'
import {expect} from 'chai'
import {IngestionQueue} from '#lib/queue/ingestion-queue.js'
import {type AtsOptions, ats, document} from '../support/ats.ts'
import {eventually} from '../support/eventually.ts'
import {useTempDir} from '../support/temp-dir.ts'

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

interface ErrorDocument {
  error: {code: string; message: string; suggestions: string[]}
}

interface EnqueueDocument {
  jobs: {
    job_id: string
    file_path: string
    priority: number
    max_retries: number
    available_at: string
    ocr: boolean
  }[]
  errors: {path: string; code: string}[]
  skipped: {path: string; reason: string}[]
}

describe('ats queue', () => {
  const dir = useTempDir()
  const run = (args: string[], options: Partial<AtsOptions> = {}) => ats(args, {cwd: dir.path, ...options})
  const file = (name: string, text = name) => writeFileSync(dir.file(name), text)
  const withQueue = async <T>(act: (queue: IngestionQueue) => Promise<T>): Promise<T> => {
    const queue = new IngestionQueue(dir.file('jobs.db'))
    try {
      return await act(queue)
    } finally {
      await queue.close()
    }
  }
  const fail = (id: string) => withQueue((queue) => queue.markFailed(id, 'is damaged', {code: 'CORRUPT'}))

  describe('enqueue', () => {
    it('prints the id, and nothing else', async () => {
      file('a.txt')
      const {code, stdout, stderr} = await run(['queue', 'enqueue', 'a.txt'])
      expect([code, stderr]).to.deep.equal([0, ''])
      expect(stdout.trimEnd()).to.match(UUID)
    })

    it('keeps what the flags say', async () => {
      file('a.txt')
      const flags = [
        '--priority',
        '7',
        '--max-retries=0',
        '--at',
        '2030-01-01T00:00',
        '--disable-ocr',
        '--json',
      ]
      const result = await run(['queue', 'enqueue', 'a.txt', ...flags])
      const {jobs} = document<EnqueueDocument>(result)
      expect(jobs[0]).to.include({
        file_path: dir.file('a.txt'),
        priority: 7,
        max_retries: 0,
        available_at: '2030-01-01T00:00:00.000Z',
        ocr: false,
      })
    })

    it('refuses a path that is not there by its name, and makes no database for it', async () => {
      const {code, stdout, stderr} = await run(['queue', 'enqueue', 'nope.pdf'])
      expect([code, stdout]).to.deep.equal([3, ''])
      expect(stderr).to.contain(dir.file('nope.pdf'))
      const listed = await run(['queue', 'list'])
      expect(listed.code).to.equal(3)
      expect(listed.stderr).to.contain(dir.file('jobs.db'))
    })

    it('enqueues the others', async () => {
      file('a.txt')
      const {code, stdout} = await run(['queue', 'enqueue', 'nope', 'a.txt', 'nope2'])
      expect(code).to.equal(4)
      expect(stdout.trimEnd()).to.match(UUID)
      const told = document<EnqueueDocument>(await run(['queue', 'enqueue', 'nope', 'a.txt', '--json']))
      expect(told.jobs).to.have.length(1)
      expect(told.errors).to.deep.include({
        path: dir.file('nope'),
        code: 'PATH_NOT_FOUND',
        message: `${dir.file('nope')}: no such file or directory`,
      })
    })

    it('fails alike with and without --json when no path is there', async () => {
      const result = await run(['queue', 'enqueue', 'x', 'y', '--json'])
      expect(result.code).to.equal(3)
      expect(document<ErrorDocument>(result).error.code).to.equal('PATH_NOT_FOUND')
      expect((await run(['queue', 'enqueue', 'x', 'y'])).code).to.equal(3)
    })

    it('reads paths from stdin, in lines and NUL-separated', async () => {
      for (const name of ['a.txt', 'b c.txt', '-d.txt', 'e\nf.txt']) file(name)
      const lines = await run(['queue', 'enqueue', '-'], {input: 'a.txt\r\n\nb c.txt\n-d.txt'})
      expect([lines.code, lines.stdout.split('\n').length]).to.deep.equal([0, 4])
      const nul = await run(['queue', 'enqueue', '-0', '-', '--json'], {input: 'e\nf.txt\0'})
      expect(document<EnqueueDocument>(nul).jobs[0]?.file_path).to.equal(dir.file('e\nf.txt'))
    })

    it('takes a path that looks like a flag after --', async () => {
      file('--json')
      const {code, stdout} = await run(['queue', 'enqueue', '--', '--json'])
      expect(code).to.equal(0)
      expect(stdout.trimEnd()).to.match(UUID)
    })

    it('does not take an empty variable for the current directory', async () => {
      expect((await run(['queue', 'enqueue', ''])).code).to.equal(3)
      expect((await run(['queue', 'enqueue'])).code).to.equal(2)
    })

    it('splits a folder into its files', async () => {
      mkdirSync(dir.file('cvs/sub'), {recursive: true})
      for (const name of ['cvs/a.txt', 'cvs/sub/b.txt', 'cvs/.hidden']) file(name)
      const told = document<EnqueueDocument>(await run(['queue', 'enqueue', '--split', 'cvs', '--json']))
      expect(told.jobs.map(({file_path}) => file_path)).to.deep.equal([
        dir.file('cvs/a.txt'),
        dir.file('cvs/sub/b.txt'),
      ])
    })

    it('leaves out duplicates when asked, those of one call too', async () => {
      file('a.txt', 'same')
      file('copy.txt', 'same')
      const first = await run(['queue', 'enqueue', '--skip-duplicates', 'a.txt', 'a.txt', '--json'])
      expect(document<EnqueueDocument>(first).jobs).to.have.length(1)
      const again = await run(['queue', 'enqueue', '--skip-duplicates', 'copy.txt'])
      expect([again.code, again.stdout]).to.deep.equal([0, ''])
      expect(again.stderr).to.contain('copy.txt: skipped, already queued as job')
    })

    it('leaves out what was tried in vain, and says nothing of it when told to be quiet', async () => {
      mkdirSync(dir.file('inbox'))
      file('inbox/a.txt', 'hopeless')
      const inbox = ['queue', 'enqueue', '--split', '--skip-duplicates', '--quiet', 'inbox']
      const id = (await run(inbox)).stdout.trim()
      await fail(id)
      expect(await run(inbox)).to.deep.equal({code: 0, stdout: '', stderr: ''})
      const told = await run(['queue', 'enqueue', '--skip-duplicates', 'inbox/a.txt'])
      expect(told.stderr).to.contain(`a.txt: skipped, tried before in vain as job ${id}`)
      await run(['queue', 'clear', '--yes'])
      expect((await run(inbox)).stdout).to.not.equal('')
    })

    it('waits for its jobs when asked', async () => {
      file('a.txt')
      const waiting = run(['queue', 'enqueue', '--wait', 'a.txt', '--json'])
      const job = await eventually('the job is enqueued', () =>
        withQueue(async (queue) => (await queue.getAllJobs())[0]),
      )
      await fail(job.jobId)
      const result = await waiting
      expect(result.code).to.equal(1)
      expect(document<{jobs: {status: string}[]}>(result).jobs[0]?.status).to.equal('failed')
    })
  })

  describe('get, list and stats', () => {
    it('show a job by the end of its id', async () => {
      file('a\u001b[31m\n.txt')
      const id = (await run(['queue', 'enqueue', 'a\u001b[31m\n.txt'])).stdout.trim()
      await fail(id)
      const {code, stdout} = await run(['queue', 'get', id.slice(-8)])
      expect(code).to.equal(0)
      expect(stdout).to.contain(id).and.to.contain('a\\e[31m\\n.txt').and.to.contain('CORRUPT')
      const job = document(await run(['queue', 'get', id.slice(-8), '--json']))
      expect(job).to.include({
        job_id: id,
        status: 'failed',
        error_code: 'CORRUPT',
        file_path: dir.file('a\u001b[31m\n.txt'),
      })
      expect(job).to.have.property('attempts').with.length(1)
      expect(job).to.have.property('files')
    })

    it('list whole ids and paths in a pipe', async () => {
      const long = `${'long-name-'.repeat(15)}.txt`
      file(long)
      const id = (await run(['queue', 'enqueue', long])).stdout.trim()
      const {stdout} = await run(['queue', 'list'], {env: {COLUMNS: '40'}})
      const [header, row, ...rest] = stdout.split('\n')
      expect(header).to.match(/^ID +STATUS +RETRIES +AGE +PATH +ERROR$/)
      expect(row).to.contain(id).and.to.contain(dir.file(long))
      expect(rest).to.deep.equal([''])
    })

    it('list by state and count', async () => {
      for (const name of ['a', 'b', 'c']) file(name)
      const ids = (await run(['queue', 'enqueue', 'a', 'b', 'c'])).stdout.trim().split('\n')
      await fail(ids[1] as string)
      const failed = document<{job_id: string}[]>(
        await run(['queue', 'list', '--status', 'failed', '--json']),
      )
      expect(failed.map(({job_id}) => job_id)).to.deep.equal([ids[1]])
      const limited = document<{job_id: string}[]>(await run(['queue', 'list', '--limit', '1', '--json']))
      expect(limited.map(({job_id}) => job_id)).to.deep.equal([ids[2]])
      const stats = document(await run(['queue', 'stats', '--json']))
      expect(stats).to.include({pending: 2, processing: 0, completed: 0, failed: 1, total: 3})
      expect((await run(['queue', 'stats'])).stdout).to.match(
        /^pending +2\nprocessing +0\ncompleted +0\nfailed +1\n/,
      )
    })

    it('list how many files of a completed folder failed', async () => {
      for (const name of ['cvs', 'fine', 'own']) mkdirSync(dir.file(name))
      const [cvs, fine, own] = (await run(['queue', 'enqueue', 'cvs', 'fine', 'own'])).stdout
        .trim()
        .split('\n')
      await withQueue(async (queue) => {
        const counts = {documents_loaded: 8, documents_skipped: 1, documents_failed: 3}
        await queue.markCompleted(cvs as string, {type: 'directory', ...counts})
        await queue.markCompleted(fine as string, {...counts, documents_failed: 0})
        await queue.markCompleted(own as string, ['whatever'])
      })
      const rows = (await run(['queue', 'list'])).stdout.trim().split('\n').slice(1)
      expect(rows.map((row) => row.split(/\s{2,}/).slice(4))).to.deep.equal([
        [dir.file('own')],
        [dir.file('fine')],
        [dir.file('cvs'), '3 of 12 files failed'],
      ])
    })

    it('print nothing for nothing', async () => {
      await withQueue((queue) => queue.open())
      expect(await run(['queue', 'list'])).to.deep.equal({code: 0, stdout: '', stderr: ''})
      expect((await run(['queue', 'list', '--json'])).stdout).to.equal('[]\n')
      expect((await run(['worker', 'list', '--json'])).stdout).to.equal('[]\n')
      expect((await run(['documents', 'list', '--json'])).stdout).to.equal('[]\n')
    })

    it('name the candidates of an id that is short for two', async () => {
      file('a')
      const ids = (await run(['queue', 'enqueue', 'a', 'a'])).stdout.trim().split('\n')
      const result = await run(['queue', 'get', (ids[0] as string).slice(0, 6), '--json'])
      expect(result.code).to.equal(2)
      const {error} = document<ErrorDocument>(result)
      expect(error.code).to.equal('AMBIGUOUS_ID')
      for (const id of ids) expect(error.message).to.contain(id)
    })
  })

  describe('retry, cancel, wait, pause', () => {
    it('put failed jobs back', async () => {
      file('a')
      const id = (await run(['queue', 'enqueue', 'a'])).stdout.trim()
      await fail(id)
      expect(await run(['queue', 'retry', '--failed'])).to.deep.equal({
        code: 0,
        stdout: `${id}\n`,
        stderr: '',
      })
      await fail(id)
      expect((await run(['queue', 'retry', '--error-code', 'corrupt'])).stdout).to.equal(`${id}\n`)
      await fail(id)
      const told = document<{jobs: {job_id: string; status: string}[]}>(
        await run(['queue', 'retry', id.slice(-8), '--json']),
      )
      expect(told.jobs[0]).to.include({job_id: id, status: 'pending'})
      expect((await run(['queue', 'retry', '--error-code', 'corupt'])).stderr).to.contain('CORRUPT')
      const mixed = await run(['queue', 'retry', id, 'zzzzzzzz'])
      expect([mixed.code, mixed.stdout]).to.deep.equal([1, ''])
      expect(mixed.stderr).to.contain('has not ended').and.to.contain('zzzzzzzz')
      expect((await run(['queue', 'retry'])).code).to.equal(2)
      expect((await run(['queue', 'retry', id, '--failed'])).code).to.equal(2)
      expect((await run(['queue', 'retry', '--skipped', '--failed'])).code).to.equal(2)
    })

    it('cancel what waits, and say what could not be', async () => {
      file('a')
      const ids = (await run(['queue', 'enqueue', 'a', 'a'])).stdout.trim().split('\n') as [string, string]
      expect(await run(['queue', 'cancel', ids[0]])).to.deep.equal({
        code: 0,
        stdout: `${ids[0]}\n`,
        stderr: '',
      })
      const partly = await run(['queue', 'cancel', ids[0], ids[1]])
      expect([partly.code, partly.stdout]).to.deep.equal([4, `${ids[1]}\n`])
      expect(partly.stderr).to.contain(ids[0])
      expect((await run(['queue', 'cancel', ids[0]])).code).to.equal(1)
      expect((await run(['queue', 'cancel', 'zzzzzzzz'])).code).to.equal(3)
    })

    it('wait for an end, or until the time is over', async () => {
      file('a')
      const ids = (await run(['queue', 'enqueue', 'a', 'a', 'a'])).stdout.trim().split('\n') as [
        string,
        string,
        string,
      ]
      await withQueue((queue) => queue.markCompleted(ids[0], null))
      await fail(ids[1])
      expect((await run(['queue', 'wait', ids[0]])).code).to.equal(0)
      expect((await run(['queue', 'wait', ids[0], ids[1]])).code).to.equal(1)
      const late = await run(['queue', 'wait', ids[2], '--timeout', '50ms', '--json'])
      expect(late.code).to.equal(75)
      expect(document<ErrorDocument>(late).error.code).to.equal('WAIT_TIMEOUT')
    })

    it('pause and resume', async () => {
      await withQueue((queue) => queue.open())
      expect((await run(['queue', 'pause', '--json'])).stdout).to.equal('{"paused":true}\n')
      expect(document(await run(['queue', 'stats', '--json']))).to.include({paused: true})
      expect((await run(['queue', 'resume'])).code).to.equal(0)
      expect(document(await run(['queue', 'stats', '--json']))).to.include({paused: false})
    })
  })

  describe('clear', () => {
    it('asks, and where nobody can be asked refuses', async () => {
      file('a')
      await run(['queue', 'enqueue', 'a', 'a'])
      const refused = await run(['queue', 'clear'])
      expect([refused.code, refused.stdout]).to.deep.equal([2, ''])
      expect(refused.stderr).to.contain('2 jobs').and.to.contain('--yes')
      expect(document<ErrorDocument>(await run(['queue', 'clear', '--json'])).error.code).to.equal(
        'CONFIRMATION_REQUIRED',
      )
      expect((await run(['queue', 'clear', '--dry-run', '--json'])).stdout).to.equal(
        '{"cleared":0,"would_clear":2}\n',
      )
      expect((await run(['queue', 'clear', '--older-than', '1h', '--yes'])).stdout).to.equal('0\n')
      expect((await run(['queue', 'clear', '--status', 'failed', '--yes', '--json'])).stdout).to.equal(
        '{"cleared":0}\n',
      )
      expect((await run(['queue', 'clear', '--yes'])).stdout).to.equal('2\n')
    })

    it('leaves what is running, without --force', async () => {
      file('a')
      const id = (await run(['queue', 'enqueue', 'a'])).stdout.trim()
      await withQueue(async (queue) => {
        await queue.markProcessing(id)
        expect((await run(['queue', 'clear', '--yes'])).stdout).to.equal('0\n')
        expect((await run(['queue', 'clear', '--yes', '--force'])).stdout).to.equal('1\n')
      })
    })
  })

  it('reads settings from the environment and two files, the nearer first', async () => {
    file('a')
    mkdirSync(dir.file('home/.config/ats'), {recursive: true})
    file('home/.config/ats/config.json', JSON.stringify({db: 'far.db', limit: 1}))
    const env = {HOME: dir.file('home')}
    await run(['queue', 'enqueue', 'a', 'a', 'a'], {env})
    expect(readFileSync(dir.file('home/.config/ats/far.db')).length).to.be.above(0)
    const count = async (args: string[], more = {}) =>
      document<unknown[]>(await run(['queue', 'list', '--json', ...args], {env: {...env, ...more}})).length
    expect(await count([])).to.equal(1)
    file('ats.config.json', JSON.stringify({limit: 2}))
    expect(await count([])).to.equal(2)
    expect(await count([], {ATS_LIMIT: '3'})).to.equal(3)
    expect(await count(['--limit', '1'], {ATS_LIMIT: '3'})).to.equal(1)
  })

  it('names what is wrong with a setting', async () => {
    const broken = async (text: string, env = {}) => {
      file('ats.config.json', text)
      const result = await run(['queue', 'list', '--json'], {env})
      expect(result.code).to.equal(78)
      return document<ErrorDocument>(result).error
    }
    const misspelt = await broken('{"limt": 3}')
    expect(misspelt.message).to.equal(`${dir.file('ats.config.json')}: "limt" is not a setting`)
    expect(misspelt.suggestions).to.deep.equal(['Did you mean "limit"?'])
    expect((await broken('{"limit": "3"}')).message).to.contain('must be a number')
    expect((await broken('{"limit": 0}')).message).to.contain('expected a whole number')
    expect((await broken('{"status": "faild"}')).suggestions).to.deep.equal(['Did you mean "failed"?'])
    expect((await broken('{limit: 3}')).message).to.contain('is not valid JSON')
    expect((await broken('[]')).message).to.contain('is not a JSON object')
    expect((await broken('{}', {ATS_LIMIT: 'many'})).message).to.contain('ATS_LIMIT: expected a whole number')
  })
})
