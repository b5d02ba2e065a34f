import {mkdirSync, writeFileSync} from 'node:fs'
import {stripVTControlCharacters} from 'node:util'
import {expect} from 'chai'
import {type AtsOptions, ats, document, resultOf, startAts} from '../support/ats.ts'
import {eventually} from '../support/eventually.ts'
import {useTempDir} from '../support/temp-dir.ts'
import {Terminal} from '../support/terminal.ts'
import {isInstalled} from '../support/tools.ts'

interface JobDocument {
  result: {documents_loaded: number; documents_failed: number}
  files: {outcome: string; error_code: string | null}[]
}

describe('ats worker run', () => {
  const dir = useTempDir()
  const run = (args: string[], options: Partial<AtsOptions> = {}) => ats(args, {cwd: dir.path, ...options})
  const makeCvs = () => {
    mkdirSync(dir.file('cvs'))
    writeFileSync(dir.file('cvs/ada.txt'), 'Ada Example\nEngineer\n')
    writeFileSync(dir.file('cvs/bob.txt'), 'Bob Example\nDesigner\n')
    writeFileSync(dir.file('cvs/empty.txt'), '')
  }

  it('does one job, tells it on stderr and leaves stdout alone', async () => {
    makeCvs()
    const id = (await run(['queue', 'enqueue', 'cvs'])).stdout.trim()
    const {code, stdout, stderr} = await run(['worker', 'run', '--one-time'])
    expect([code, stdout]).to.deep.equal([0, ''])
    const lines = stderr.trimEnd().split('\n')
    expect(lines[0]).to.equal(`Database: ${dir.file('jobs.db')}`)
    for (const line of lines.slice(1))
      expect(line).to.match(/^\d{4}-\d\d-\d\dT[\d:.]+Z (INFO |WARN |ERROR) [a-z]+\.[a-z]+ /)
    const job = document<JobDocument & Record<string, unknown>>(await run(['queue', 'get', id, '--json']))
    expect(job.result).to.include({documents_loaded: 2, documents_failed: 1})
    expect(job.files.map(({outcome, error_code}) => error_code ?? outcome)).to.have.members([
      'loaded',
      'loaded',
      'EMPTY_FILE',
    ])
    const text = await run(['documents', 'get', 'cvs/ada.txt'])
    expect(text).to.deep.equal({code: 0, stdout: 'Ada Example\nEngineer\n', stderr: ''})
    expect((await run(['documents', 'list'])).stdout).to.match(
      /^ID .*\n.*(ada|bob)\.txt .*\n.*(ada|bob)\.txt .*\n$/,
    )
    expect((await run(['documents', 'get', 'nobody'])).code).to.equal(3)
  })

  it('sums up as one JSON document, and logs JSON lines', async () => {
    makeCvs()
    await run(['queue', 'enqueue', '--split', 'cvs'])
    const result = await run(['worker', 'run', '--drain', '--json', '--log-format', 'json'])
    expect(result.code).to.equal(0)
    expect(document(result)).to.include({
      database: dir.file('jobs.db'),
      jobs_completed: 2,
      jobs_failed: 1,
      files_loaded: 2,
      files_failed: 1,
    })
    const events = result.stderr
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(events[0]).to.include({event: 'worker.started', level: 'info', database: dir.file('jobs.db')})
    expect(events.at(-1)).to.include({event: 'worker.stopped'})
  })

  it('ends well when it is signalled, and makes the database when there is none', async () => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      const child = startAts(['worker', 'run', '--json'], {cwd: dir.path})
      let log = ''
      child.stderr?.on('data', (chunk) => {
        log += chunk
      })
      await eventually('the worker is idle', () => log.includes('worker.idle'))
      const ended = resultOf(child)
      child.kill(signal)
      const result = await ended
      expect(result.code).to.equal(0)
      expect(document(result)).to.include({jobs_completed: 0, released: 0})
    }
  })

  it('goes on when nobody reads its log', async () => {
    makeCvs()
    await run(['queue', 'enqueue', 'cvs'])
    const child = startAts(['worker', 'run', '--drain', '--json'], {cwd: dir.path})
    child.stderr?.destroy()
    const {code, stdout} = await resultOf(child)
    expect(code).to.equal(0)
    expect(JSON.parse(stdout)).to.include({jobs_completed: 1, files_loaded: 2})
  })

  it('refuses languages that are not there', async () => {
    const result = await run(['worker', 'run', '--drain', '--languages', 'eng+tlh', '--json'])
    expect(result.code).to.equal(78)
    expect(document<{error: {message: string}}>(result).error.message).to.contain('tlh')
  })

  if (isInstalled('script')) {
    it('shows progress at a terminal, and leaves a line a job', async () => {
      makeCvs()
      await run(['queue', 'enqueue', 'cvs'])
      const terminal = new Terminal(['worker', 'run'], {cwd: dir.path})
      await terminal.untilShown(/waiting for jobs · 1 done/)
      terminal.type('\u0003')
      expect(await terminal.end()).to.equal(0)
      const shown = stripVTControlCharacters(terminal.shown)
      expect(shown).to.match(/✔ \S+\/cvs {2}2 loaded, 1 failed of 3/)
      expect(shown).to.contain('EMPTY_FILE')
      expect(shown).to.contain('1 job completed, 0 failed; 2 files loaded, 0 skipped, 1 failed')
      expect(shown).to.not.contain('job.completed')
    })

    it('writes lines at a terminal that can do no more', async () => {
      const terminal = new Terminal(['worker', 'run', '--drain'], {cwd: dir.path, env: {TERM: 'dumb'}})
      expect(await terminal.end()).to.equal(0)
      expect(terminal.shown).to.contain('worker.stopped').and.to.not.contain('\u001b')
    })
  }
})
