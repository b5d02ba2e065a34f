import {type ChildProcess, fork} from 'node:child_process'
import {once} from 'node:events'
import {createRequire} from 'node:module'
import {AtsError} from '../../../model/errors.js'
import type {Errand, ErrandResults, FromErrandChild, ToErrandChild} from './errand-messages.js'

/**
 * Sends child processes on errands that would stop the event loop for as long as they take, and with it heartbeats
 * and ^C.
 */
export class ErrandRunner {
  readonly #path: string
  readonly #busyTimeoutMs: number
  readonly #running = new Map<ChildProcess, Promise<unknown>>()
  readonly #stopped = new WeakSet<ChildProcess>()

  constructor(path: string, busyTimeoutMs: number) {
    this.#path = path
    this.#busyTimeoutMs = busyTimeoutMs
  }

  get isIdle(): boolean {
    return this.#running.size === 0
  }

  /** @throws AtsError what the errand throws, or INTERRUPTED when `stop` ended it */
  async run<K extends Errand['kind']>(errand: Extract<Errand, {kind: K}>): Promise<ErrandResults[K]> {
    const message: ToErrandChild = {path: this.#path, busyTimeoutMs: this.#busyTimeoutMs, errand}
    const child = fork(childModule(), {execArgv: [], stdio: ['ignore', 'ignore', 'ignore', 'ipc']})
    const answer = answerOf(child, message)
    this.#running.set(child, answer)
    try {
      return reportOf<K>((await answer) ?? this.#silence(child))
    } finally {
      this.#running.delete(child)
    }
  }

  /** Ends what runs; resolves when the children are gone. */
  async stop(): Promise<void> {
    const answers = [...this.#running.values()]
    for (const child of this.#running.keys()) {
      this.#stopped.add(child)
      child.kill('SIGKILL')
    }
    await Promise.allSettled(answers)
  }

  /** What it means that a child ended without a word. */
  #silence(child: ChildProcess): FromErrandChild {
    const end = child.signalCode ?? `exit code ${child.exitCode}`
    const message = `${this.#path}: the process that worked on it was ended (${end})`
    const code = this.#stopped.has(child) ? 'INTERRUPTED' : 'IO_ERROR'
    return {type: 'refused', code, message, suggestions: ['Run it again.']}
  }
}

function childModule(): string {
  return createRequire(import.meta.url).resolve('#lib/store/sqlite/maintenance/errand-child.js')
}

/** What the child said before it ended. */
async function answerOf(child: ChildProcess, message: ToErrandChild): Promise<FromErrandChild | undefined> {
  let answer: FromErrandChild | undefined
  child.once('message', (said: FromErrandChild) => {
    answer = said
  })
  // A child that cannot be spoken to has ended; its end is told below.
  child.send(message, () => undefined)
  await once(child, 'close')
  return answer
}

function reportOf<K extends Errand['kind']>(answer: FromErrandChild): ErrandResults[K] {
  if (answer.type === 'done') return answer.report as ErrandResults[K]
  if (answer.type === 'broken') throw new Error(answer.stack)
  throw new AtsError(answer.code, answer.message, {suggestions: answer.suggestions})
}
