import {type ChildProcess, spawn, spawnSync} from 'node:child_process'
import {once} from 'node:events'
import {announceMissing} from './tools.ts'

const NAMESPACE = ['unshare', '--map-root-user', '--mount', 'sh', '-c']
const MOUNT = 'mount -t tmpfs -o size="$1",mode=700 none "$0"'

/** Whether this machine lets anybody mount a small file system of his own. Announced where it does not. */
export function canMakeSmallDisk(): boolean {
  const [program = '', ...words] = [...NAMESPACE, MOUNT, '/mnt', '64k']
  if (spawnSync(program, words, {stdio: 'ignore'}).status === 0) return true
  return announceMissing('a small file system cannot be mounted here (unshare, tmpfs)')
}

/** A file system of few bytes over a directory, which commands see that are run `via` it. */
export class SmallDisk {
  readonly path: string
  readonly #bytes: number
  readonly #keeper: ChildProcess

  private constructor(path: string, bytes: number, keeper: ChildProcess) {
    this.path = path
    this.#bytes = bytes
    this.#keeper = keeper
  }

  static async mount(path: string, bytes: number): Promise<SmallDisk> {
    const script = `${MOUNT} && echo mounted && exec sleep 600`
    const [program = '', ...words] = [...NAMESPACE, script, path, String(bytes)]
    const keeper = spawn(program, words, {stdio: ['ignore', 'pipe', 'inherit']})
    await once(keeper.stdout as NodeJS.ReadableStream, 'data')
    return new SmallDisk(path, bytes, keeper)
  }

  get via(): readonly string[] {
    const target = ['--target', String(this.#keeper.pid)]
    const enter = ['nsenter', ...target, '--user', '--mount', '--preserve-credentials']
    // The directory has to be entered anew: the one that was entered before lies below the mount.
    return [...enter, 'sh', '-c', 'cd "$0" && exec "$@"', this.path]
  }

  /** Runs a shell command on it. */
  shell(command: string): string {
    const [program = '', ...words] = [...this.via, 'sh', '-c', command]
    const {stdout, stderr, status} = spawnSync(program, words, {encoding: 'utf8'})
    if (status !== 0) throw new Error(`${command} failed: ${stderr}`)
    return stdout
  }

  /** Leaves not a byte. It never writes more than the disk holds, should it be another disk. */
  fill(): void {
    this.shell(`head -c ${this.#bytes} /dev/zero >> filler 2>/dev/null || true`)
  }

  makeRoom(): void {
    this.shell('rm filler')
  }

  async unmount(): Promise<void> {
    this.#keeper.kill('SIGKILL')
    await once(this.#keeper, 'exit')
  }
}
