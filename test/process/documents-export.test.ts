import {execFile} from 'node:child_process'
import {readdirSync, readFileSync, utimesSync, writeFileSync} from 'node:fs'
import {promisify} from 'node:util'
import Database from 'better-sqlite3'
import {expect} from 'chai'
import {IngestionQueue} from '#lib/queue/ingestion-queue.js'
import {ats, LAUNCHER, resultOf, startAts} from '../support/ats.ts'
import {eventually} from '../support/eventually.ts'
import {useTempDir} from '../support/temp-dir.ts'

/** So many, and so long, that an export can be met on its way. */
const DOCUMENTS = 3000
const CHARACTERS = 60_000

describe('ats documents export, when it is stopped', function () {
  this.timeout(240_000)
  const temp = useTempDir()
  const partials = () => readdirSync(temp.path).filter((name) => name.includes('.partial-'))
  const begin = async () => {
    const child = startAts(['documents', 'export', '--output', 'all.jsonl'], {cwd: temp.path})
    const ended = resultOf(child)
    await eventually('it writes', async () => partials().length === 1)
    return {child, ended}
  }

  beforeEach(async () => {
    await (await new IngestionQueue(temp.file('jobs.db')).open()).close()
    const database = new Database(temp.file('jobs.db'))
    database.exec(`
      WITH RECURSIVE numbers (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < ${DOCUMENTS})
      INSERT INTO documents (document_id, sha256, file_name, file_type, bytes, pages, ocr_pages, skipped_pages, text,
                             pipeline_version, created_at, updated_at)
      SELECT 'document-' || n, printf('%064x', n), n || '.txt', 'txt', 1, 1, 0, 0, printf('%.*c', ${CHARACTERS}, 'x'),
             1, '2026-01-01T00:00:00.000', '2026-01-01T00:00:00.000' FROM numbers`)
    database.close()
  })

  for (const [signal, code] of [
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const) {
    it(`leaves nothing behind at ${signal}`, async () => {
      const {child, ended} = await begin()
      child.kill(signal)
      expect((await ended).code).to.equal(code)
      expect(readdirSync(temp.path).filter((name) => name.startsWith('all.jsonl'))).to.deep.equal([])
    })
  }

  it('takes away what a killed one has left, and nothing of one that runs', async () => {
    const killed = await begin()
    killed.child.kill('SIGKILL')
    await killed.ended
    expect(partials()).to.have.length(1)

    const foreign = temp.file('all.jsonl.partial-00000000-1-00000000')
    const forgotten = temp.file('all.jsonl.partial-00000000-2-00000000')
    for (const path of [foreign, forgotten]) writeFileSync(path, '')
    utimesSync(forgotten, new Date(0), new Date(0))
    const [left] = partials().filter((name) => !name.includes('-00000000-'))
    const running = temp.file(`${left}`.replace(/-\d+-/, `-${process.pid}-`))
    writeFileSync(running, '')

    expect((await ats(['documents', 'export', '--output', 'all.jsonl'], {cwd: temp.path})).code).to.equal(0)
    expect(partials().map((name) => temp.file(name))).to.have.members([foreign, running])
    expect(readFileSync(temp.file('all.jsonl'), 'utf8').split('\n')).to.have.length(DOCUMENTS + 1)
  })

  it('is done when its reader has left', async () => {
    const script = `set -o pipefail; '${process.execPath}' '${LAUNCHER}' documents export | head -n 1 | cut -c 1-20`
    const {stdout, stderr} = await promisify(execFile)('bash', ['--norc', '-c', script], {
      cwd: temp.path,
      env: {PATH: process.env.PATH},
    })
    expect([stdout, stderr]).to.deep.equal(['{"document_id":"docu\n', ''])
  })
})
