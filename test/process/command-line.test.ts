import {spawnSync} from 'node:child_process'
import {mkdirSync, rmdirSync, symlinkSync, writeFileSync} from 'node:fs'
import {stripVTControlCharacters} from 'node:util'
import {expect} from 'chai'
import {IngestionQueue} from '#lib/queue/ingestion-queue.js'
import {type AtsOptions, ats, document, LAUNCHER, resultOf, startAts} from '../support/ats.ts'
import {eventually} from '../support/eventually.ts'
import {useTempDir} from '../support/temp-dir.ts'
import {Terminal} from '../support/terminal.ts'
import {isInstalled} from '../support/tools.ts'

interface ErrorDocument {
  error: {code: string; message: string; suggestions: string[]}
}

describe('the command line', () => {
  const dir = useTempDir()
  const run = (args: string[], options: Partial<AtsOptions> = {}) => ats(args, {cwd: dir.path, ...options})
  const shell = (command: string, env: Record<string, string> = {}) =>
    spawnSync('bash', ['--norc', '-c', command], {
      cwd: dir.path,
      encoding: 'utf8',
      env: {PATH: process.env.PATH ?? '', NODE: process.execPath, ATS: LAUNCHER, ...env},
    })
  const makeQueue = async (jobs: number) => {
    const queue = new IngestionQueue(dir.file('jobs.db'))
    const ids = await queue.enqueueMany(
      Array.from({length: jobs}, (_, i) => `/srv/inbox/履歴書 of somebody ${i}.pdf`),
    )
    await queue.close()
    return ids
  }

  describe('starting', () => {
    it('refuses an old Node.js in one line, before it loads anything', async () => {
      const fake = dir.file('old.cjs')
      writeFileSync(fake, "Object.defineProperty(process.versions, 'node', {value: '20.11.1'})")
      const nodeArgs = ['--require', fake]
      const {code, stdout, stderr} = await run(['queue', 'list'], {nodeArgs})
      expect([code, stdout]).to.deep.equal([78, ''])
      expect(stderr).to.match(/^ats needs Node\.js 22\.13 or newer.*\n$/)
      const json = await run(['queue', 'list', '--json'], {nodeArgs})
      expect(json.code).to.equal(78)
      expect(document<ErrorDocument>(json).error.code).to.equal('CONFIGURATION')
    })

    it('needs no environment, no home, no package around it', async () => {
      writeFileSync(dir.file('package.json'), '{"oclif": {"bin": "other"}, "name": 1}')
      await makeQueue(1)
      expect((await run(['queue', 'stats'])).code).to.equal(0)
      const linked = dir.file('ats')
      symlinkSync(LAUNCHER, linked)
      const {status, stdout} = spawnSync(process.execPath, [linked, '--version'], {
        cwd: '/',
        env: {},
        encoding: 'utf8',
      })
      expect([status, stdout]).to.satisfy(
        ([code, text]: [number, string]) => code === 0 && /^ats\/\d+\.\d+\.\d+ /.test(text),
      )
    })

    it('leaves nothing behind but what it compiled, in the cache', async () => {
      const home = dir.file('home')
      mkdirSync(home)
      await run(['--help'], {env: {HOME: home}})
      const {stdout} = shell('find home -mindepth 1 -maxdepth 2')
      expect(stdout.trim().split('\n').filter(Boolean)).to.satisfy((found: string[]) =>
        found.every((path) => ['home/.cache', 'home/.cache/ats'].includes(path)),
      )
    })

    it('says so when the current directory is gone', () => {
      const gone = dir.file('gone')
      mkdirSync(gone)
      const {status, stderr} = shell(`cd ${gone} && rmdir ${gone} && "$NODE" "$ATS" queue list`)
      expect(status).to.equal(78)
      expect(stderr).to.match(/^The current directory no longer exists\n/)
      expect(() => rmdirSync(gone)).to.throw()
    })
  })

  describe('a wrong command line', () => {
    it('names the nearest command', async () => {
      for (const args of [['queue', 'lst'], ['queue:lst'], ['queue', 'lst', '--limit', '3']]) {
        const {code, stdout, stderr} = await run(args)
        expect([code, stdout]).to.deep.equal([2, ''])
        expect(stderr).to.contain('"queue lst"').and.to.contain('Did you mean: ats queue list')
      }
      expect((await run(['quue', 'list'])).stderr).to.contain('Did you mean: ats queue')
    })

    it('names the command that does what other programs call otherwise', async () => {
      for (const [asked, own] of [
        ['documents find', 'documents search'],
        ['documents show', 'documents get'],
        ['documents rm', 'documents purge'],
        ['queue add', 'queue enqueue'],
        ['search', 'documents search'],
        ['ls', 'documents list'],
        ['documents serch', 'documents search'],
      ] as const)
        expect((await run(asked.split(' '))).stderr).to.contain(`Did you mean: ats ${own}\n`)
    })

    it('names the nearest flag and value', async () => {
      expect((await run(['queue', 'list', '--stauts', 'x'])).stderr).to.contain('Did you mean --status?')
      expect((await run(['queue', 'list', '--status', 'faild'])).stderr).to.contain('--status failed')
      expect((await run(['queue', 'enqueue', '--splitt', 'a'])).stderr).to.contain('Did you mean --split?')
      expect((await run(['--hlep'])).stderr).to.contain('Did you mean --help?')
    })

    it('names both flags that exclude each other', async () => {
      const {stderr} = await run(['queue', 'enqueue', 'x', '--delay', '5s', '--at', '2099-01-01'])
      expect(stderr).to.match(/--(delay and --at|at and --delay) exclude each other/)
    })

    it('is told in plain words, and as JSON with the same exit code', async () => {
      const wrong: [string[], RegExp][] = [
        [['queue', 'get'], /^ID is missing/],
        [['queue', 'get', 'a', 'b'], /^Unexpected argument "b"/],
        [['queue', 'list', '--limit'], /^--limit needs a value/],
        [['queue', 'list', '--limit', '0'], /^--limit: expected a whole number/],
        [['queue', 'list', '--limit', '1', '--limit', '2'], /^--limit was given twice/],
        [['queue', 'enqueue', '--delay', 'soon', 'a'], /^--delay: expected a duration.*"soon"/],
        [['queue', 'enqueue', '--at', 'x', 'a'], /^--at: expected an ISO-8601 time/],
        [
          ['queue', 'enqueue', '--at', '2030-01-01', '--delay', '1h', 'a'],
          /--(at|delay) and --(at|delay) exclude/,
        ],
        [['worker', 'run', '--drain', '--one-time'], /exclude each other/],
        [['worker', 'run', '--poll-interval', '0'], /^--poll-interval: expected a number of seconds/],
        [['completion', 'bsh'], /expected one of bash, zsh, fish/],
        [['queue'], /./],
      ]
      for (const [args, message] of wrong) {
        const plain = await run(args)
        expect([plain.code, plain.stdout], args.join(' ')).to.deep.equal([2, ''])
        expect(plain.stderr).to.not.match(/oclif|›|\n\s+at |Error:/)
        const json = await run([...args.slice(0, 2), '--json', ...args.slice(2)])
        expect(json.code, args.join(' ')).to.equal(2)
        const {error} = document<ErrorDocument>(json)
        expect(error.code).to.equal('USAGE')
        if (args.length > 1) expect(error.message).to.match(message)
      }
    })
  })

  describe('help', () => {
    it('starts with an example', async () => {
      for (const args of [
        [],
        ['--help'],
        ['queue', '--help'],
        ['help', 'queue', 'enqueue'],
        ['worker', 'run', '-h'],
      ]) {
        const {code, stdout} = await run(args)
        expect(code).to.equal(0)
        expect(stdout.split('\n').slice(1, 4).join('\n')).to.match(/^\nEXAMPLES\n {2}\$ ats /)
      }
    })
  })

  describe('output', () => {
    it('may be closed early', async () => {
      await makeQueue(2_000)
      for (const command of [
        'queue list --limit 2000',
        'queue list --limit 2000 --json',
        'queue enqueue --help',
      ]) {
        const {stdout, stderr} = shell(`"$NODE" "$ATS" ${command} | head -c 10 >/dev/null; echo $PIPESTATUS`)
        expect([stdout, stderr]).to.deep.equal(['0\n', ''])
      }
    })

    it('may be closed before everything is enqueued, which then goes on', async () => {
      mkdirSync(dir.file('cvs'))
      for (let i = 0; i < 3_000; i++) writeFileSync(dir.file(`cvs/${i}`), '')
      const {stdout} = shell(
        '"$NODE" "$ATS" queue enqueue --split cvs | head -1 >/dev/null; echo $PIPESTATUS',
      )
      expect(stdout).to.equal('0\n')
      expect(document(await run(['queue', 'stats', '--json']))).to.include({pending: 3_000})
    })

    it('that cannot be written is an error', async () => {
      await makeQueue(1)
      const {status, stderr} = shell('"$NODE" "$ATS" queue list --json >/dev/full')
      expect([status, stderr]).to.deep.equal([1, 'The output could not be written: no space is left\n'])
    })

    it('has no colours in a pipe, unless they are asked for', async () => {
      await makeQueue(1)
      expect((await run(['queue', 'list'])).stdout).to.not.contain('\u001b')
      const {stdout} = await run(['queue', 'list'], {env: {FORCE_COLOR: '1'}})
      expect(stdout).to.contain('\u001b[')
      expect((await run(['queue', 'list', '--no-color'], {env: {FORCE_COLOR: '1'}})).stdout).to.not.contain(
        '\u001b',
      )
      const json = await run(['queue', 'list', '--json'], {env: {FORCE_COLOR: '1'}})
      expect(document<unknown[]>(json)).to.have.length(1)
    })
  })

  it('reads 100,000 paths from stdin in little memory', async () => {
    const paths = `${dir.path}\n`.repeat(100_000)
    const {code, stdout} = await run(['queue', 'enqueue', '-'], {
      input: paths,
      nodeArgs: ['--max-old-space-size=64'],
    })
    expect(code).to.equal(0)
    expect(stdout.split('\n')).to.have.length(100_001)
  })

  it('takes 20,000 arguments without delay', async () => {
    const started = performance.now()
    const {code, stdout} = await run(['queue', 'enqueue', ...Array.from({length: 20_000}, () => '.')])
    expect([code, stdout.split('\n').length]).to.deep.equal([0, 20_001])
    expect(performance.now() - started).to.be.below(20_000)
  })

  it('ends a watch when it is interrupted', async () => {
    await makeQueue(1)
    const child = startAts(['queue', 'stats', '--watch', '--json', '--interval', '0.05'], {cwd: dir.path})
    let seen = ''
    child.stdout?.on('data', (chunk) => {
      seen += chunk
    })
    await eventually('the first count', () => seen.endsWith('\n'))
    const queue = new IngestionQueue(dir.file('jobs.db'))
    await queue.enqueue('/another')
    await queue.close()
    await eventually('the second count', () => seen.trimEnd().split('\n').length === 2)
    const ended = resultOf(child)
    child.kill('SIGINT')
    expect((await ended).code).to.equal(130)
    const [first, second] = seen
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect([first.pending, second.pending]).to.deep.equal([1, 2])
  })

  it('tells what was enqueued when it is interrupted in the middle', async () => {
    const child = startAts(['queue', 'enqueue', '--json', '-'], {cwd: dir.path})
    let seen = ''
    child.stdout?.on('data', (chunk) => {
      seen += chunk
    })
    child.stdin?.write(`${dir.path}\n`.repeat(1_500))
    await eventually('the first batch', () => seen.length > 1_000)
    const ended = resultOf(child)
    child.kill('SIGTERM')
    expect((await ended).code).to.equal(143)
    const told = JSON.parse(seen)
    expect(told.jobs).to.have.length(1_000)
    expect(told.error.code).to.equal('INTERRUPTED')
  })

  it('shows what is behind an error only to those who ask', async () => {
    mkdirSync(dir.file('jobs.db'))
    const plain = await run(['queue', 'list'])
    expect(plain.code).to.be.oneOf([75, 78])
    expect(plain.stderr).to.not.match(/SQLITE|sqlite|\n\s+at |node:/)
    const debug = await run(['queue', 'list'], {env: {DEBUG: 'ats*'}})
    expect(debug.stderr).to.match(/\n\s+at /)
  })

  if (isInstalled('script')) {
    describe('at a terminal', () => {
      it('asks before it clears, and takes nothing for no', async () => {
        await makeQueue(2)
        const no = new Terminal(['queue', 'clear'], {cwd: dir.path})
        await no.untilShown(/Clear 2 jobs from .*\? \[y\/N\]/)
        no.type('\n')
        expect(await no.end()).to.equal(2)
        const yes = new Terminal(['queue', 'clear'], {cwd: dir.path})
        await yes.untilShown(/\[y\/N\]/)
        yes.type('y\n')
        expect(await yes.end()).to.equal(0)
        expect(document(await run(['queue', 'stats', '--json']))).to.include({total: 0})
      })

      it('fits the table to the width, with ids short enough to type', async () => {
        const [id = ''] = await makeQueue(1)
        const terminal = new Terminal(['queue', 'list'], {cwd: dir.path, columns: 60})
        expect(await terminal.end()).to.equal(0)
        const lines = stripVTControlCharacters(terminal.shown).trimEnd().split('\r\n')
        expect(lines).to.have.length(2)
        expect(lines[1]?.split(' ')[0]).to.equal(id.slice(-8))
        expect(lines[1]).to.contain('…')
        expect(terminal.shown).to.contain('\u001b[')
      })
    })
  }
})
