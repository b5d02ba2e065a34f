import {type ChildProcess, spawn} from 'node:child_process'
import {FORM, LAUNCHER} from './ats.ts'
import {eventually} from './eventually.ts'

export interface TerminalOptions {
  cwd: string
  env?: Record<string, string>
  columns?: number
  rows?: number
}

/** ats at a terminal, which `script` of util-linux makes: what it shows, and what is typed to it. */
export class Terminal {
  readonly #child: ChildProcess
  readonly #ended: Promise<number | null>
  #shown = ''

  constructor(args: readonly string[], {cwd, env = {}, columns = 80, rows = 24}: TerminalOptions) {
    const command = [process.execPath, ...FORM, LAUNCHER, ...args].map(quote).join(' ')
    const shell = `stty cols ${columns} rows ${rows}; exec ${command}`
    this.#child = spawn('script', ['-qefc', shell, '/dev/null'], {
      cwd,
      env: {PATH: process.env.PATH ?? '', TERM: 'xterm', SHELL: '/bin/sh', ...env},
    })
    this.#child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      this.#shown += text
    })
    this.#ended = new Promise((resolve) => this.#child.once('close', resolve))
  }

  /** Everything that was written to it, stdout and stderr alike. */
  get shown(): string {
    return this.#shown
  }

  type(text: string): void {
    this.#child.stdin?.write(text)
  }

  async untilShown(pattern: RegExp): Promise<void> {
    await eventually(`${pattern} is shown`, () => pattern.test(this.#shown))
  }

  /** @returns the exit code */
  async end(): Promise<number | null> {
    return this.#ended
  }
}

function quote(word: string): string {
  return `'${word.replaceAll("'", "'\\''")}'`
}
