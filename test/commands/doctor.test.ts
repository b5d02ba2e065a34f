import {spawn} from 'node:child_process'
import {chmodSync, readdirSync} from 'node:fs'
import {expect} from 'chai'
import {IngestionQueue} from '#lib/queue/ingestion-queue.js'
import {ats, document, LAUNCHER, resultOf} from '../support/ats.ts'
import {useTempDir} from '../support/temp-dir.ts'

interface DoctorDocument {
  ok: boolean
  database: string
  checks: {check: string; status: string; message: string; advice: string | null}[]
}

describe('ats doctor', () => {
  const dir = useTempDir()
  const run = (args: string[] = [], env: Record<string, string> = {}) =>
    ats(['doctor', ...args], {cwd: dir.path, env})
  const failed = ({checks}: DoctorDocument) =>
    checks.filter(({status}) => status === 'fail').map(({check}) => check)

  it('prints a line for each thing it looked at, and makes nothing', async () => {
    const {code, stdout, stderr} = await run()
    expect([code, stderr]).to.deep.equal([0, ''])
    expect(stdout).to.match(/^ok {4}node +Node\.js \d+\./m)
    expect(stdout).to.match(/^warn {2}file +There is no database at .*jobs\.db yet\n +Name another/m)
    expect(readdirSync(dir.path)).to.deep.equal([])
  })

  it('looks with the settings of the worker', async () => {
    const {code, stdout} = await run(['--json'], {ATS_LANGUAGES: 'eng+tlh', ATS_CONCURRENCY: '999'})
    const told = JSON.parse(stdout) as DoctorDocument
    expect([code, told.ok, failed(told)]).to.deep.equal([78, false, ['languages']])
    const memory = told.checks.find(({check}) => check === 'memory')
    expect(memory?.message).to.match(/^999 at once may take/)
    expect(memory?.status).to.equal('warn')
  })

  it('tells an unwritable temporary directory', async () => {
    const result = await run(['--json'], {TMPDIR: dir.file('nowhere')})
    expect([result.code, failed(document(result))]).to.deep.equal([78, ['temp']])
  })

  it('tells a directory that may not be written, and then does not open the database', async () => {
    const queue = await new IngestionQueue(dir.file('jobs.db')).open()
    await queue.close()
    chmodSync(dir.file('jobs.db'), 0o644)
    chmodSync(dir.path, 0o555)
    const unprivileged = process.getuid?.() === 0 ? {uid: 65_534, gid: 65_534} : {}
    const child = spawn(process.execPath, [LAUNCHER, 'doctor', '--json'], {
      cwd: dir.path,
      env: {},
      ...unprivileged,
    })
    const result = await resultOf(child)
    chmodSync(dir.path, 0o755)
    expect(result.code, result.stderr).to.equal(78)
    expect(failed(document(result))).to.include('directory')
    expect(readdirSync(dir.path)).to.deep.equal(['jobs.db'])
  })

  it('warns of jobs that wait for a worker, not of those that wait for their time', async () => {
    const queue = new IngestionQueue(dir.file('jobs.db'))
    await queue.enqueue('/later', {delay: 3_600_000})
    const {oldestPendingSeconds} = await queue.getStats()
    expect(oldestPendingSeconds).to.equal(null)
    expect((await run()).stdout).to.match(/^ok +workers +0 are alive/m)
    await queue.enqueue('/now')
    expect((await queue.getStats()).oldestPendingSeconds).to.be.a('number')
    await queue.close()
    expect((await run()).stdout).to.match(/^warn +workers +1 job waits and no worker is alive/m)
  })

  it('knows no database at a URL', async () => {
    const result = await run(['--db', 'postgres://host/queue', '--json'])
    expect(result.code).to.equal(78)
    expect(document(result)).to.have.nested.property('error.code', 'CONFIGURATION')
  })
})
