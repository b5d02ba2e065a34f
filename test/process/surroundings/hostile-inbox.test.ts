import {execFileSync} from 'node:child_process'
import {appendFileSync, mkdirSync, rmSync, symlinkSync, writeFileSync} from 'node:fs'
import {createServer} from 'node:net'
import {expect} from 'chai'
import {ats, document} from '../../support/ats.ts'
import {LoggedWorker} from '../../support/logged-worker.ts'
import {useTempDir} from '../../support/temp-dir.ts'

interface JobDocument {
  status: string
  files: {file_path: string; outcome: string; error_code: string | null}[]
}

/** Whatever a terminal would obey: all control characters but the end of a line. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const CONTROL = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/

describe('an inbox that means no good', () => {
  const temp = useTempDir()
  const run = (...args: string[]) => ats(args, {cwd: temp.path})
  const enqueue = async (...args: string[]) => (await run('queue', 'enqueue', ...args)).stdout.trim()
  const jobOf = async (id: string) => document<JobDocument>(await run('queue', 'get', id, '--json'))
  const inbox = (name: string) => temp.file(`inbox/${name}`)
  beforeEach(() => mkdirSync(temp.file('inbox')))

  it('has its names cleaned wherever they are shown, and kept apart', async () => {
    const names = [
      'two\nlines.txt',
      `it's "quoted" \`x\` $(y).txt`,
      '\u001b[31mred\u001b]0;title\u0007.txt',
      '\u009b31m.txt',
      '\u202efdp.txt',
      '-rf.txt',
      '__proto__',
      `${'x'.repeat(251)}.txt`,
    ].map((name) => Buffer.from(inbox(name)))
    const odd = [0xe9, 0xff].map((byte) => Buffer.concat([Buffer.from(inbox('caf')), Buffer.from([byte])]))
    for (const [index, path] of [...names, ...odd].entries()) writeFileSync(path, `Person ${index}\n`)
    const id = await enqueue('inbox')
    const worked = await run('worker', 'run', '--drain', '--disable-ocr', '--verbose')
    const job = await jobOf(id)
    expect(job.files.map(({outcome}) => outcome)).to.deep.equal([...names, ...odd].map(() => 'loaded'))
    const paths = job.files.map(({file_path}) => file_path)
    expect(paths).to.have.members([...names.map(String), inbox('caf\\xE9'), inbox('caf\\xFF')])
    for (const args of [
      ['queue', 'get', id],
      ['queue', 'get', id, '--json'],
      ['documents', 'list'],
    ]) {
      const {stdout, stderr} = await run(...args)
      expect(stdout).to.not.match(CONTROL)
      expect(stderr).to.equal('')
    }
    expect(worked.stderr).to.not.match(CONTROL)
    for (const line of worked.stderr.trimEnd().split('\n').slice(1))
      expect(line).to.match(/^\d{4}-\d\d-\d\dT/)
    const json = await run('queue', 'enqueue', '--split', '--json', 'inbox')
    expect(json.code).to.equal(4)
    expect(document<{jobs: unknown[]; errors: unknown[]}>(json)).to.satisfy(
      ({jobs, errors}: {jobs: unknown[]; errors: unknown[]}) =>
        jobs.length === names.length && errors.length === odd.length,
    )
    expect(json.stdout.trimEnd()).to.not.match(CONTROL)
  })

  it('has its pipes, sockets, devices, loops and ways out passed by', async () => {
    writeFileSync(temp.file('secret.txt'), 'outside\n')
    writeFileSync(inbox('ada.txt'), 'Ada Example\n')
    execFileSync('mkfifo', [inbox('pipe')])
    const socket = createServer().listen(inbox('socket'))
    const links = {
      out: temp.file('secret.txt'),
      up: '..',
      self: 'self',
      device: '/dev/zero',
      gone: '/no/such',
      same: 'ada.txt',
    }
    for (const [name, target] of Object.entries(links)) symlinkSync(target, inbox(name))
    const id = await enqueue('inbox')
    const {stderr} = await run('worker', 'run', '--drain', '--disable-ocr')
    socket.close()
    expect(stderr).to.contain('files=2 hidden=0 ignored=0 links=5 others=2')
    expect((await jobOf(id)).files.map(({file_path, outcome}) => [file_path, outcome])).to.have.deep.members([
      [inbox('ada.txt'), 'loaded'],
      [inbox('same'), 'loaded'],
    ])
    expect((await run('documents', 'list')).stdout).to.not.contain('secret')
  })

  it('has a pipe or device that is a job of its own refused, not waited for', async () => {
    execFileSync('mkfifo', [temp.file('pipe')])
    const ids = [await enqueue('pipe'), await enqueue('/dev/zero')]
    expect((await run('worker', 'run', '--drain', '--disable-ocr')).code).to.equal(0)
    for (const id of ids)
      expect(await jobOf(id)).to.include({status: 'failed', error_code: 'UNSUPPORTED_FORMAT'})
  })

  it('has a file that vanishes reported, and the others read', async () => {
    writeFileSync(inbox('ada.txt'), 'A long life of Ada Example.\n'.repeat(200_000))
    writeFileSync(inbox('bob.txt'), 'Bob Example\n')
    const id = await enqueue('--max-retries', '0', 'inbox')
    const worker = new LoggedWorker({cwd: temp.path}, ['--disable-ocr', '--concurrency', '1', '--verbose'])
    // The walk has found both, and the one worker is at the first.
    await worker.until('file.started', {file_path: inbox('ada.txt')})
    rmSync(inbox('bob.txt'))
    await worker.until('job.completed', {job_id: id})
    expect(await worker.stop()).to.equal(0)
    expect((await jobOf(id)).files.map(({error_code}) => error_code)).to.deep.equal([null, 'FILE_NOT_FOUND'])
  })

  it('has a file that is still being copied left until it is whole', async () => {
    const lines = Array.from({length: 200}, (_, index) => `Line ${index} of the life of Ada Example\n`)
    writeFileSync(inbox('ada.txt'), lines[0] as string)
    let written = 1
    const copying = setInterval(() => appendFileSync(inbox('ada.txt'), lines[written++ % 200] as string), 1)
    const id = await enqueue('inbox')
    const worker = new LoggedWorker({cwd: temp.path}, ['--disable-ocr'])
    await worker.until('file.retried', {code: 'FILE_CHANGED'})
    clearInterval(copying)
    writeFileSync(inbox('ada.txt'), lines.join(''))
    await worker.until('job.completed', {job_id: id})
    expect(await worker.stop()).to.equal(0)
    const text = (await run('documents', 'get', inbox('ada.txt'))).stdout
    expect(text.split('\n').filter((line) => line.includes('Ada'))).to.have.length(200)
  })
})
