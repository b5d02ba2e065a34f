import {availableParallelism} from 'node:os'
import {BaseCommand, type FlagsOf} from '../../lib/cli/base-command.js'
import {cleanJson} from '../../lib/cli/clean.js'
import {formatDuration} from '../../lib/cli/duration.js'
import {choice, languages, period, seconds, toggle, wholeNumber} from '../../lib/cli/flag-types.js'
import {releaseWhenIdle} from '../../lib/cli/idle-memory.js'
import {createWorkerLog} from '../../lib/cli/worker-log.js'
import type {WorkerListener, WorkerSummary} from '../../lib/model/events.js'
import {DEFAULT_LANGUAGES, DEFAULT_LIMITS} from '../../lib/model/extraction.js'
import type {IngestionQueue} from '../../lib/queue/ingestion-queue.js'
import type {WorkerOptions} from '../../lib/worker/worker-options.js'

const positive = wholeNumber({min: 1, max: 1_000})

export default class WorkerRun extends BaseCommand {
  static override summary = 'Run queued jobs: read their files and store the text.'
  static override description =
    'Goes on until it is stopped. The first SIGTERM or ^C lets it finish or hand back what it runs, the second ends it ' +
    'at once; either way nothing is lost and the exit code is 0, whatever became of the jobs. At a terminal it shows ' +
    'live progress, elsewhere it writes a line an event; both on stderr.'
  static override examples = [
    'ats worker run',
    'ats worker run --drain --concurrency 4',
    'ats worker run --one-time --disable-ocr',
    'ats worker run --languages eng+fra --log-format json',
  ]
  static override endsItself = true
  static override needsNoReader = true
  static override flags = {
    'one-time': toggle({summary: 'Handle at most one job, then exit.', exclusive: ['drain']}),
    drain: toggle({summary: 'Exit when nothing is left to do.', exclusive: ['one-time']}),
    'disable-ocr': toggle({summary: 'Skip what only OCR can read: scanned pages and images.'}),
    'poll-interval': seconds({
      summary: 'Time between two looks at an empty queue.',
      default: 5_000,
      defaultText: '5',
    }),
    concurrency: positive({
      summary: 'Files read at once, across jobs and within one; the cores if not given.',
    }),
    'batch-size': positive({summary: 'Jobs taken at once.', default: 1}),
    languages: languages({
      summary: "Languages that OCR expects, joined by +; auto finds out each file's.",
      default: [...DEFAULT_LANGUAGES],
      defaultText: DEFAULT_LANGUAGES.join('+'),
    }),
    'file-timeout': seconds({
      summary: 'The longest that reading a file may take, OCR not counted.',
      default: DEFAULT_LIMITS.fileTimeoutMs,
      defaultText: String(DEFAULT_LIMITS.fileTimeoutMs / 1_000),
    }),
    'max-memory': wholeNumber({min: 128, max: 1_048_576})({
      summary: 'The most memory that reading a file may take, in MiB.',
      default: DEFAULT_LIMITS.memoryMb,
      helpValue: 'MIB',
    }),
    retention: period({
      summary: 'Erase documents that were last taken in longer ago than this: 180d.',
    }),
    'log-format': choice(['text', 'json'], 'FORMAT')({summary: 'Write a line an event, also at a terminal.'}),
    verbose: toggle({summary: 'Log each page too.'}),
  }

  async run() {
    const {flags} = await this.read(WorkerRun)
    const queue = await this.#openPatiently(flags)
    // As JSON it stands in the first event, which is a line of JSON like the others.
    if (flags['log-format'] !== 'json') await this.note(`Database: ${queue.location}`)
    const summary = this.#showsProgress(flags)
      ? await this.#runLive(queue, flags)
      : await this.#runLogged(queue, flags)
    if (this.json) await this.session.stdout.write(`${cleanJson(summaryToJson(summary))}\n`)
  }

  /** A database that is locked or on a full disk will be usable again; a worker that is told to stop does not wait. */
  async #openPatiently(flags: RunFlags): Promise<IngestionQueue> {
    const {interruption} = this.session
    const {isBusyOrFull, patiently} = await import('../../lib/worker/patience.js')
    const tell: WorkerListener = (event) => {
      if (event.type === 'worker.waiting') void this.note(`${event.message}; waiting`)
    }
    const opening = patiently(
      () => this.openQueue(flags.db, {create: true}),
      tell,
      interruption.signal,
      isBusyOrFull,
    )
    return Promise.race([opening, interruption.rejection()])
  }

  async #runLogged(queue: IngestionQueue, flags: RunFlags): Promise<WorkerSummary> {
    const {stderr, now} = this.session
    const write = (line: string) => void stderr.write(line).catch(() => undefined)
    const log = createWorkerLog({format: flags['log-format'] ?? 'text', verbose: flags.verbose, write, now})
    return this.#work(queue, flags, log)
  }

  async #runLive(queue: IngestionQueue, flags: RunFlags): Promise<WorkerSummary> {
    const {WorkerProgress} = await import('../../lib/cli/worker-progress.js')
    const {screen} = this.session
    const progress = new WorkerProgress({
      screen,
      colors: this.look(flags).colors,
      now: () => performance.now(),
    })
    progress.begin()
    const summary = await this.#work(queue, flags, (event) => progress.tell(event)).finally(() =>
      progress.end(),
    )
    await this.note(summaryText(summary))
    return summary
  }

  async #work(queue: IngestionQueue, flags: RunFlags, on: WorkerListener): Promise<WorkerSummary> {
    const {runWorker} = await import('../../lib/worker/run-worker.js')
    const {signal, forceSignal} = this.session.interruption
    const release = releaseWhenIdle()
    const tell: WorkerListener = (event) => {
      on(event)
      release(event)
    }
    return runWorker({queue, signal, forceSignal, on: tell, ...workerOptions(flags)})
  }

  /** Where somebody is watching, and did not ask for lines. */
  #showsProgress(flags: RunFlags): boolean {
    const {env, stderr} = this.session
    return (
      stderr.isTerminal &&
      env.TERM !== 'dumb' &&
      !env.CI &&
      flags['log-format'] === undefined &&
      !flags.verbose
    )
  }
}

type RunFlags = FlagsOf<typeof WorkerRun>

function workerOptions(flags: RunFlags): Omit<WorkerOptions, 'queue'> {
  return {
    ocr: !flags['disable-ocr'],
    languages: flags.languages,
    limits: {
      fileTimeoutMs: flags['file-timeout'],
      memoryMb: flags['max-memory'],
      heapMb: Math.min(DEFAULT_LIMITS.heapMb, Math.ceil(flags['max-memory'] / 2)),
    },
    pollInterval: flags['poll-interval'],
    oneTime: flags['one-time'],
    drain: flags.drain,
    concurrency: flags.concurrency ?? availableParallelism(),
    batchSize: flags['batch-size'],
    ...(flags.retention === undefined ? {} : {retentionMs: flags.retention}),
  }
}

function summaryToJson(summary: WorkerSummary) {
  return {
    worker_id: summary.workerId,
    database: summary.database,
    jobs_completed: summary.jobsCompleted,
    jobs_failed: summary.jobsFailed,
    retries: summary.retries,
    released: summary.released,
    files_loaded: summary.filesLoaded,
    files_skipped: summary.filesSkipped,
    files_failed: summary.filesFailed,
    pending: summary.pending,
    duration_ms: summary.durationMs,
  }
}

function summaryText(summary: WorkerSummary): string {
  const {jobsCompleted, jobsFailed, filesLoaded, filesSkipped, filesFailed, released, durationMs} = summary
  const jobs = `${jobsCompleted} ${jobsCompleted === 1 ? 'job' : 'jobs'} completed, ${jobsFailed} failed`
  const files = `${filesLoaded} files loaded, ${filesSkipped} skipped, ${filesFailed} failed`
  const left = summary.pending > 0 ? `; ${summary.pending} still pending` : ''
  const handedBack = released > 0 ? `; ${released} handed back` : ''
  return `${jobs}; ${files}${handedBack}${left}; ${formatDuration(durationMs)}`
}
