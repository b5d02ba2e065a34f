import {readFileSync, writeFileSync} from 'node:fs'
import Database from 'better-sqlite3'
import {expect} from 'chai'
import {attemptToJson} from '#lib/model/attempt.js'
import {erasureToJson} from '#lib/model/erasure.js'
import {JOB_REASONS} from '#lib/model/explanation.js'
import {jobFileToJson} from '#lib/model/job-file.js'
import {PROBLEM_CODES} from '#lib/model/maintenance.js'
import {IngestionQueue} from '#lib/queue/ingestion-queue.js'
import {takeIn} from '../support/archive.ts'
import {ats, document} from '../support/ats.ts'
import {useTempDir} from '../support/temp-dir.ts'

const PAGE = readFileSync(new URL('../../docs/json-output.md', import.meta.url), 'utf8')

/** The keys of one of the page's tables, in their order. */
function documentedKeys(name: string): string[] {
  const table = PAGE.split(`<!-- keys: ${name} -->`)[1]?.split('\n\n')[0] ?? ''
  return [...table.matchAll(/^\| `(\w+)` \|/gm)].map(([, key]) => key as string)
}

describe('docs/json-output.md', () => {
  const dir = useTempDir()
  const run = async <T>(...args: string[]) => document<T>(await ats([...args, '--json'], {cwd: dir.path}))
  const keys = (value: unknown) => Object.keys(value as object)

  it('has the keys of jobs, attempts, files, stats and workers', async () => {
    writeFileSync(dir.file('a.txt'), 'a')
    const {jobs} = await run<{jobs: {job_id: string}[]}>('queue', 'enqueue', 'a.txt')
    const id = jobs[0]?.job_id as string
    expect(keys(jobs[0])).to.deep.equal(documentedKeys('Job'))
    const queue = new IngestionQueue(dir.file('jobs.db'))
    await queue.markProcessing(id)
    const job = await run<{attempts: object[]}>('queue', 'get', id)
    expect(keys(job)).to.deep.equal([...documentedKeys('Job'), 'attempts', 'files'])
    expect(keys(job.attempts[0])).to.deep.equal(documentedKeys('Attempt'))
    expect(keys((await run<object[]>('worker', 'list'))[0])).to.deep.equal(documentedKeys('Worker'))
    await queue.close()
    expect(keys(await run('queue', 'explain', id))).to.deep.equal(documentedKeys('Explanation'))
    expect(keys(await run('queue', 'stats'))).to.deep.equal(documentedKeys('Stats'))
  })

  it('has every reason that queue explain gives', () => {
    const table = PAGE.split('| reason | means |')[1]?.split('\n\n')[0] ?? ''
    const told = [...table.matchAll(/`(\w+)`/g)].map(([, reason]) => reason)
    expect(told.toSorted()).to.deep.equal([...JOB_REASONS].toSorted())
  })

  it('has the keys of what the care of the database says', async () => {
    const queue = await new IngestionQueue(dir.file('jobs.db')).open()
    await queue.close()
    const database = new Database(dir.file('jobs.db'))
    database.exec('UPDATE job_counts SET jobs = 1')
    database.close()
    const check = await run<{problems: object[]}>('db', 'check')
    expect(keys(check)).to.deep.equal(documentedKeys('Check'))
    expect(keys(check.problems[0])).to.deep.equal(documentedKeys('Problem'))
    expect(keys(await run('db', 'vacuum'))).to.deep.equal(documentedKeys('Vacuum'))
    expect(keys(await run('db', 'migrate'))).to.deep.equal(documentedKeys('Schema'))
    const {checks} = await run<{checks: object[]}>('doctor')
    expect(keys(checks[0])).to.deep.equal(documentedKeys('Finding'))
  })

  it('has the keys of what was found and exported', async () => {
    const queue = new IngestionQueue(dir.file('jobs.db'))
    await takeIn(queue, dir.file('anna.txt'), 'Anna Nowak, Kubernetes')
    await queue.close()
    const [found] = await run<{snippets: object[]}[]>('documents', 'search', 'kubernetes')
    expect(keys(found)).to.deep.equal(documentedKeys('SearchResult'))
    expect(keys(found?.snippets[0])).to.deep.equal(documentedKeys('Snippet'))
    expect(keys(await run('documents', 'export', '--output', 'all.csv'))).to.deep.equal(
      documentedKeys('Export'),
    )
  })

  it('has the keys of what is erased', async () => {
    const record = {
      documentId: '',
      sha256: '',
      cause: 'request' as const,
      reason: null,
      blocked: false,
      erasedAt: new Date(0),
      completedAt: null,
    }
    expect(keys(erasureToJson(record))).to.deep.equal(documentedKeys('Erasure'))
    await (await new IngestionQueue(dir.file('jobs.db')).open()).close()
    expect(keys(await run('documents', 'purge', '--path', 'nothing', '--yes'))).to.deep.equal(
      documentedKeys('Purge'),
    )
  })

  it('has every problem that db check finds', () => {
    const table = PAGE.split('| problem | means |')[1]?.split('\n\n')[0] ?? ''
    const told = [...table.matchAll(/^\| `(\w+)`/gm)].map(([, code]) => code)
    expect(told).to.deep.equal(PROBLEM_CODES)
  })

  it('has the keys of what only a worker makes', () => {
    const file = {
      filePath: '',
      outcome: null,
      documentId: null,
      errorCode: null,
      errorMessage: null,
      durationMs: null,
    }
    expect(keys(jobFileToJson(file))).to.deep.equal(documentedKeys('File'))
    const attempt = {attempt: 1, workerId: '', startedAt: new Date(0), finishedAt: null, outcome: null}
    expect(keys(attemptToJson({...file, ...attempt}))).to.deep.equal(documentedKeys('Attempt'))
  })
})
