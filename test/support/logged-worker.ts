import type {ChildProcess} from 'node:child_process'
import {once} from 'node:events'
import {type AtsOptions, startAts} from './ats.ts'
import {eventually} from './eventually.ts'

export interface LoggedEvent {
  event: string
  [key: string]: unknown
}

/** `ats worker run`, or another command that logs like it, in a process of its own, whose log is read. */
export class LoggedWorker {
  readonly #child: ChildProcess
  readonly #ended: Promise<number | null>
  #log = ''

  constructor(options: AtsOptions, args: readonly string[] = [], command = ['worker', 'run']) {
    const env = {ATS_POLL_INTERVAL: '0.2', ...options.env}
    this.#child = startAts([...command, '--log-format', 'json', ...args], {...options, env})
    this.#child.stdout?.resume()
    this.#child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      this.#log += text
    })
    this.#ended = once(this.#child, 'close').then(([code]) => code)
  }

  get events(): LoggedEvent[] {
    const lines = this.#log.split('\n').slice(0, -1)
    return lines.filter((line) => line.startsWith('{')).map((line) => JSON.parse(line))
  }

  /** What it said that is no event: its last words. */
  get words(): string {
    return this.#log.replace(/^\{.*\n/gm, '')
  }

  saw(event: string, facts: Record<string, unknown> = {}): boolean {
    return this.count(event, facts) > 0
  }

  count(event: string, facts: Record<string, unknown> = {}): number {
    return this.events.filter(
      (one) => one.event === event && Object.entries(facts).every(([name, value]) => one[name] === value),
    ).length
  }

  async until(event: string, facts: Record<string, unknown> = {}): Promise<void> {
    await eventually(`the worker logs ${event}`, () => {
      if (this.saw(event, facts)) return true
      if (this.#child.exitCode !== null) throw new Error(`the worker ended early: ${this.#log}`)
      return false
    })
  }

  signal(signal: NodeJS.Signals): void {
    this.#child.kill(signal)
  }

  /** @returns its exit code */
  async ended(): Promise<number | null> {
    return this.#ended
  }

  async stop(): Promise<number | null> {
    this.signal('SIGTERM')
    return this.ended()
  }
}
