import {resolve} from 'node:path'
import {addAbortSignal} from 'node:stream'
import {awaitJobs, waitExitCode} from '../../lib/cli/await-jobs.js'
import {BaseCommand, type FlagsOf} from '../../lib/cli/base-command.js'
import {enqueueBatch} from '../../lib/cli/enqueue-batch.js'
import {type EnqueueReport, JsonReport, TextReport} from '../../lib/cli/enqueue-report.js'
import type {ExitCode} from '../../lib/cli/exit-codes.js'
import {duration, instant, toggle, wholeNumber} from '../../lib/cli/flag-types.js'
import {isDirectory} from '../../lib/cli/path-check.js'
import {inBatches, readPathList} from '../../lib/cli/path-input.js'
import {AtsError} from '../../lib/model/errors.js'
import type {Job, JobJson} from '../../lib/model/job.js'
import type {EnqueueOptions, IngestionQueue} from '../../lib/queue/ingestion-queue.js'

/** Paths a transaction. */
const BATCH = 1_000

export default class QueueEnqueue extends BaseCommand {
  static override summary = 'Put files and folders in the queue and print the ids of their jobs.'
  static override description =
    'Each path becomes a job; a folder is one job for all files in it. A path that does not exist is refused by its ' +
    'name and the others are enqueued. With - the paths come from stdin, one a line.'
  static override examples = [
    'ats queue enqueue ./cv_uploads',
    'ats queue enqueue --split --priority 10 ./urgent',
    "find . -name '*.pdf' -print0 | ats queue enqueue -0 -",
  ]
  static override argumentHelp = 'PATH... | -'
  static override endsItself = true
  static override needsNoReader = true
  static override flags = {
    split: toggle({summary: 'Make one job for each file that a folder holds.'}),
    priority: wholeNumber({min: -1_000_000, max: 1_000_000})({
      summary: 'Jobs of a higher priority run first.',
      default: 0,
    }),
    'max-retries': wholeNumber({min: 0, max: 1_000})({
      summary: 'Retries that a failing job has.',
      default: 3,
    }),
    delay: duration({summary: 'Run no sooner than so long from now: 30s, 5m, 2h, 1d.', exclusive: ['at']}),
    at: instant({
      summary: 'Run no sooner than this ISO-8601 time; without a zone it is UTC.',
      exclusive: ['delay'],
    }),
    'disable-ocr': toggle({summary: 'Do not read scanned pages and images by OCR.'}),
    'skip-duplicates': toggle({
      summary: 'Leave out paths whose content is queued, already taken in, or was tried in vain.',
    }),
    quiet: toggle({char: 'q', summary: 'Do not tell what was left out.'}),
    wait: toggle({summary: 'Wait until the jobs have ended; exit 1 when one failed.'}),
    null: toggle({char: '0', summary: 'Paths on stdin are separated by NUL instead of line breaks.'}),
  }

  readonly #ids: string[] = []
  #queue: Promise<IngestionQueue> | undefined
  #ended: Promise<Job[]> | undefined

  async run(): Promise<ExitCode> {
    const {flags, words} = await this.readList(QueueEnqueue)
    const report = this.#createReport(flags)
    try {
      for await (const batch of inBatches(this.#paths(words, flags), BATCH)) {
        await this.#enqueue(batch, flags, report)
      }
      const exitCode = await report.finish()
      return flags.wait ? waitExitCode(await this.#wait(flags)) || exitCode : exitCode
    } catch (cause) {
      const error = this.#explain(cause)
      if (await report.breakOff(error)) return this.exitCodeOf(error)
      throw error
    }
  }

  #createReport(flags: EnqueueFlags): EnqueueReport {
    const {stdout, stderr} = this.session
    if (!this.json) return new TextReport({stdout, stderr, quiet: flags.quiet})
    return new JsonReport({stdout, hold: flags.wait, toJson: (ids) => this.#jobsToJson(ids, flags)})
  }

  async #enqueue(batch: readonly string[], flags: EnqueueFlags, report: EnqueueReport): Promise<void> {
    this.session.interruption.signal.throwIfAborted()
    const result = await enqueueBatch(batch, {
      cwd: this.session.cwd(),
      skipDuplicates: flags['skip-duplicates'],
      job: jobOptions(flags),
      openQueue: () => this.#open(flags),
    })
    if (flags.wait) this.#ids.push(...result.ids)
    await report.add(result)
  }

  /** The paths of the command line, `-` replaced by those of stdin, folders by their files with `--split`. */
  async *#paths(words: readonly string[], flags: EnqueueFlags): AsyncGenerator<string> {
    if (words.length === 0 && !flags.null) throw noPath()
    for (const word of words.length === 0 ? ['-'] : words) {
      if (word !== '-') yield* this.#filesOf(word, flags)
      else for await (const path of this.#stdinPaths(flags)) yield* this.#filesOf(path, flags)
    }
  }

  async *#stdinPaths(flags: EnqueueFlags): AsyncGenerator<string> {
    const {stdin, interruption} = this.session
    if (stdin.isTTY) await this.note('Reading paths from the terminal, one a line; ^D ends')
    yield* readPathList(addAbortSignal(interruption.signal, stdin), flags.null ? '\0' : '\n')
  }

  async *#filesOf(path: string, flags: EnqueueFlags): AsyncGenerator<string> {
    const absolute = path === '' ? '' : resolve(this.session.cwd(), path)
    if (!flags.split || absolute === '' || !isDirectory(absolute)) {
      yield absolute
      return
    }
    const {walkFiles} = await import('../../lib/ingest/walk.js')
    for await (const file of walkFiles(absolute)) yield file.path
  }

  #open(flags: EnqueueFlags): Promise<IngestionQueue> {
    this.#queue ??= this.openQueue(flags.db, {create: true})
    return this.#queue
  }

  async #wait(flags: EnqueueFlags): Promise<Job[]> {
    if (this.#ids.length === 0) return []
    const queue = await this.#open(flags)
    this.#ended ??= awaitJobs(queue, this.#ids, {session: this.session})
    return this.#ended
  }

  async #jobsToJson(ids: readonly string[], flags: EnqueueFlags): Promise<JobJson[]> {
    if (flags.wait) return (await this.#wait(flags)).map((job) => job.toJSON())
    const queue = await this.#open(flags)
    const jobs = await Promise.all(ids.map((id) => queue.getJob(id)))
    return jobs.flatMap((job) => (job === undefined ? [] : [job.toJSON()]))
  }

  #explain(cause: unknown): unknown {
    if (!this.session.interruption.signal.aborted || cause instanceof AtsError) return cause
    return new AtsError('INTERRUPTED', 'Interrupted; what was printed is enqueued', {cause})
  }
}

type EnqueueFlags = FlagsOf<typeof QueueEnqueue>

function jobOptions(flags: EnqueueFlags): EnqueueOptions {
  return {
    priority: flags.priority,
    maxRetries: flags['max-retries'],
    ocr: !flags['disable-ocr'],
    hashContent: flags['skip-duplicates'],
    ...(flags.delay === undefined ? {} : {delay: flags.delay}),
    ...(flags.at === undefined ? {} : {availableAt: flags.at}),
  }
}

function noPath(): AtsError {
  return new AtsError('USAGE', 'PATH is missing', {
    suggestions: ['ats queue enqueue ./cv_uploads', 'To read paths from stdin, give - as the path.'],
  })
}
