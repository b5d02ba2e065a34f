import {type ChildProcess, spawn} from 'node:child_process'
import {once} from 'node:events'
import {LAUNCHER, startAts} from '../../support/ats.ts'

/** A line that a program wrote, and when it was read here (`performance.now()`). */
export interface Line {
  text: string
  at: number
}

interface Ending {
  code: number | null
  signal: NodeJS.Signals | null
}

/** A running program: what it says and when, and its end. */
export class Program {
  readonly stdout: Line[] = []
  readonly stderr: Line[] = []
  readonly ended: Promise<Ending>
  #ending: Ending | undefined
  #killedAt: number | undefined
  readonly #child: ChildProcess

  constructor(child: ChildProcess) {
    this.#child = child
    keepLines(child.stdout, this.stdout)
    keepLines(child.stderr, this.stderr)
    this.ended = once(child, 'close').then(([code, signal]) => {
      this.#ending = {code, signal}
      return this.#ending
    })
  }

  /** The real command. */
  static ats(args: readonly string[], directory: string, input?: string): Program {
    const child = startAts(args, {cwd: directory, env: {TMPDIR: directory}})
    child.stdin?.on('error', () => undefined)
    child.stdin?.end(input ?? '')
    return new Program(child)
  }

  /** A program that uses the library: the text of a module. */
  static library(module: string, directory: string): Program {
    const args = ['--input-type=module', '-e', module]
    const env = {TMPDIR: directory}
    return new Program(spawn(process.execPath, args, {stdio: ['ignore', 'pipe', 'pipe'], env}))
  }

  get pid(): number {
    if (this.#child.pid === undefined) throw new Error('the program did not start')
    return this.#child.pid
  }

  get isRunning(): boolean {
    return this.#ending === undefined
  }

  /** When it was killed from here; undefined while it was not. */
  get killedAt(): number | undefined {
    return this.#killedAt
  }

  signal(signal: NodeJS.Signals): void {
    this.#child.kill(signal)
  }

  /** @returns whether it was SIGKILL that ended it: it may have been quicker */
  async kill(): Promise<boolean> {
    const at = performance.now()
    this.#child.kill('SIGKILL')
    const {signal} = await this.ended
    if (signal === 'SIGKILL') this.#killedAt = at
    return signal === 'SIGKILL'
  }

  /** @throws Error with what it said on stderr, when it did not end well */
  async succeed(): Promise<Line[]> {
    const {code} = await this.ended
    const said = this.stderr.map(({text}) => text).join('\n')
    if (code !== 0) throw new Error(`${LAUNCHER} ended with ${code}: ${said.slice(-2_000)}`)
    return this.stdout
  }
}

/** Only whole lines count: of one that a kill cut off nobody can say that it was told. */
function keepLines(stream: NodeJS.ReadableStream | null, lines: Line[]): void {
  let rest = ''
  stream?.setEncoding('utf8').on('data', (text: string) => {
    const whole = (rest + text).split('\n')
    rest = whole.pop() ?? ''
    const at = performance.now()
    for (const line of whole) lines.push({text: line, at})
  })
}
