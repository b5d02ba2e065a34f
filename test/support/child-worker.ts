import {type ChildProcess, spawn} from 'node:child_process'
import {once} from 'node:events'
import {createInterface} from 'node:readline'

interface ChildWorkerOptions {
  database: string
  /** The body of the handler: `job` and `context` are there. */
  handler: string
  /** More options of `runWorker`, as JSON. */
  options?: Record<string, unknown>
}

/** A worker in a process of its own, whose events can be watched and which can be sent any signal. */
export class ChildWorker {
  readonly events: {type: string; [key: string]: unknown}[] = []
  readonly #child: ChildProcess
  readonly exited: Promise<{code: number | null; signal: NodeJS.Signals | null}>

  constructor({database, handler, options = {}}: ChildWorkerOptions) {
    const script = `
      import {IngestionQueue} from '#lib/queue/ingestion-queue.js'
      import {runWorker} from '#lib/worker/run-worker.js'
      const queue = new IngestionQueue(${JSON.stringify(database)})
      const stop = new AbortController()
      process.on('SIGTERM', () => stop.abort())
      await runWorker({
        queue,
        signal: stop.signal,
        pollInterval: 100,
        handler: async (job, context) => {${handler}},
        on: (event) => console.log(JSON.stringify(event)),
        ...${JSON.stringify(options)},
      })
      await queue.close()`
    this.#child = spawn(process.execPath, ['--input-type=module', '-e', script], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    createInterface({input: this.#child.stdout as NodeJS.ReadableStream}).on('line', (line) => {
      this.events.push(JSON.parse(line))
    })
    this.exited = once(this.#child, 'close').then(([code, signal]) => ({code, signal}))
  }

  saw(type: string): boolean {
    return this.events.some((event) => event.type === type)
  }

  async kill(signal: NodeJS.Signals): Promise<void> {
    this.#child.kill(signal)
    if (signal === 'SIGKILL') await this.exited
  }
}
