import {type ChildProcess, spawn} from 'node:child_process'
import {once} from 'node:events'
import {fileURLToPath} from 'node:url'

const REPOSITORY = fileURLToPath(new URL('../..', import.meta.url))

/** Another process that holds the write lock of a database until it is released. */
export class LockHolder {
  readonly #child: ChildProcess

  private constructor(child: ChildProcess) {
    this.#child = child
  }

  static async hold(database: string): Promise<LockHolder> {
    const script = `
      import Database from 'better-sqlite3'
      new Database(${JSON.stringify(database)}).exec('BEGIN IMMEDIATE')
      console.log('held')
      setInterval(() => undefined, 1000)`
    const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
      cwd: REPOSITORY,
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    await once(child.stdout as NodeJS.ReadableStream, 'data')
    return new LockHolder(child)
  }

  async release(): Promise<void> {
    this.#child.kill('SIGKILL')
    await once(this.#child, 'exit')
  }
}
