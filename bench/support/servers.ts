import {type ChildProcess, spawn, spawnSync} from 'node:child_process'
import {once} from 'node:events'
import {existsSync, mkdirSync, readdirSync} from 'node:fs'
import {join} from 'node:path'
import {setTimeout as sleep} from 'node:timers/promises'

/** A server of this benchmark's own, in its own folder and ended with it. */
export interface Server {
  /** A unix socket, or the directory that holds it. */
  socket: string
  version: string
  stop(): Promise<void>
}

/** Redis with each write synced before it is answered; undefined where it is not installed. */
export async function startRedis(folder: string): Promise<Server | undefined> {
  const version = versionSaid('redis-server', /v=([\d.]+)/)
  if (!version) return undefined
  const socket = join(folder, 'redis.sock')
  const settings = ['--port', '0', '--unixsocket', socket, '--dir', folder, '--save', '']
  const child = spawn('redis-server', [...settings, '--appendonly', 'yes', '--appendfsync', 'always'], {
    stdio: 'ignore',
  })
  await appears(socket, child)
  return {socket, version, stop: () => end(child, 'SIGTERM')}
}

/** PostgreSQL as it is by default: each commit is synced. Undefined where it is not installed. */
export async function startPostgres(folder: string): Promise<Server | undefined> {
  const bin = postgresBin()
  const version = bin && versionSaid(join(bin, 'postgres'), /([\d.]+)/)
  if (!version) return undefined
  const data = join(folder, 'postgres')
  mkdirSync(data)
  // It refuses to run as root.
  const user = process.getuid?.() === 0 ? ['runuser', '-u', 'postgres', '--'] : []
  if (user.length > 0) spawnSync('chown', ['postgres', folder, data])
  run([...user, join(bin, 'initdb'), '-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8'])
  const [command = '', ...args] = [...user, join(bin, 'postgres'), '-D', data, '-k', data, '-h', '']
  const child = spawn(command, args, {stdio: 'ignore'})
  await appears(join(data, '.s.PGSQL.5432'), child)
  await sleep(300)
  return {socket: data, version, stop: () => end(child, 'SIGTERM')}
}

function postgresBin(): string | undefined {
  const root = '/usr/lib/postgresql'
  const packaged = existsSync(root) ? readdirSync(root).map((version) => join(root, version, 'bin')) : []
  const folders = [...packaged.toReversed(), ...(process.env.PATH ?? '').split(':')]
  return folders.find((bin) => existsSync(join(bin, 'initdb')) && existsSync(join(bin, 'postgres')))
}

function versionSaid(program: string, pattern: RegExp): string | undefined {
  return spawnSync(program, ['--version'], {encoding: 'utf8'}).stdout?.match(pattern)?.[1]
}

function run([command = '', ...args]: string[]): void {
  const {status, stderr} = spawnSync(command, args, {encoding: 'utf8'})
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} failed: ${stderr}`)
}

async function appears(path: string, child: ChildProcess): Promise<void> {
  for (let tries = 0; tries < 200 && child.exitCode === null; tries += 1) {
    if (existsSync(path)) return
    await sleep(50)
  }
  throw new Error(`${child.spawnfile} did not start`)
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const exited = once(child, 'exit')
  child.kill(signal)
  await exited
}
