import {Program} from './program.ts'

/** What a worker told, by the names of `model/events.ts`, and when it was heard. */
export interface Heard {
  type: string
  jobId: string
  filePath: string
  lostWorker: string | undefined
  dead: boolean | undefined
  at: number
}

/** A worker in a process of its own whose events are heard. */
export class WorkerProgram {
  readonly program: Program
  readonly #stream: 'stdout' | 'stderr'

  private constructor(program: Program, stream: 'stdout' | 'stderr') {
    this.program = program
    this.#stream = stream
  }

  /** `ats worker run` */
  static command(database: string, directory: string, args: readonly string[] = []): WorkerProgram {
    const flags = ['--db', database, '--log-format', 'json', '--verbose', '--poll-interval', '0.2']
    return new WorkerProgram(Program.ats(['worker', 'run', ...flags, ...args], directory), 'stderr')
  }

  /**
   * `runWorker` of the library.
   *
   * @param options more of its options, as source text
   */
  static library(database: string, directory: string, options: string): WorkerProgram {
    const module = `
      import {IngestionQueue} from '#lib/queue/ingestion-queue.js'
      import {runWorker} from '#lib/worker/run-worker.js'
      const queue = new IngestionQueue(${JSON.stringify(database)})
      const stop = new AbortController()
      process.on('SIGTERM', () => stop.abort())
      await runWorker({
        queue,
        signal: stop.signal,
        pollInterval: 200,
        on: ({type, ...event}) => console.log(JSON.stringify({event: type, ...event})),
        ${options}
      })
      await queue.close()`
    return new WorkerProgram(Program.library(module, directory), 'stdout')
  }

  /** Its name in the database; undefined until it has told it. */
  get workerId(): string | undefined {
    const {first} = this
    return first && String(first.workerId ?? first.worker_id)
  }

  /** When it told that it had begun. */
  get startedAt(): number | undefined {
    return this.first && this.program[this.#stream][0]?.at
  }

  get heard(): Heard[] {
    return this.program[this.#stream].flatMap(({text, at}) => {
      const event = parse(text)
      return event ? [{...toHeard(event), at}] : []
    })
  }

  private get first(): Record<string, unknown> | undefined {
    const line = this.program[this.#stream][0]
    return line && parse(line.text)
  }
}

function parse(line: string): Record<string, unknown> | undefined {
  return line.startsWith('{') ? JSON.parse(line) : undefined
}

/** The command says in snake case what the library says in camel case, and a file only where it is not the job's. */
function toHeard(event: Record<string, unknown>): Omit<Heard, 'at'> {
  return {
    type: String(event.event),
    jobId: String(event.jobId ?? event.job_id),
    filePath: String(event.filePath ?? event.file_path ?? event.path),
    lostWorker: (event.lostWorker ?? event.lost_worker) as string | undefined,
    dead: event.dead as boolean | undefined,
  }
}
