import {spawnSync} from 'node:child_process'
import {existsSync, readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {load} from '../peers/load.ts'

const FOLDER = fileURLToPath(new URL('../peers', import.meta.url))

/**
 * Installs the other queues as `bench/peers/package-lock.json` says, once: they are no dependency of ats. Install
 * scripts stay out: one of them would compile SQLite for minutes.
 */
export function installPeers(): void {
  const stamp = join(FOLDER, 'node_modules', '.installed')
  const lock = readFileSync(join(FOLDER, 'package-lock.json'), 'utf8')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return
  console.log('Installing the queues to compare with into bench/peers/node_modules, once (a minute or two)')
  npm('ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error')
  writeFileSync(stamp, lock)
}

export function loadPeer<Module>(name: string): Promise<Module> {
  return load(name) as Promise<Module>
}

/** @returns undefined: it is not there */
export function versionOf(name: string): string | undefined {
  const file = peerFile(join(name, 'package.json'))
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).version : undefined
}

/** The path of a file of a package, which need not exist. */
export function peerFile(path: string): string {
  return join(FOLDER, 'node_modules', path)
}

function npm(...args: string[]): void {
  const {status} = spawnSync('npm', args, {cwd: FOLDER, stdio: 'inherit'})
  if (status !== 0) throw new Error(`npm ${args.join(' ')} failed in bench/peers`)
}
