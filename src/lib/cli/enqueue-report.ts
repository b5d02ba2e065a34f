import {AtsError} from '../model/errors.js'
import type {JobJson} from '../model/job.js'
import {clean} from './clean.js'
import type {EnqueuedBatch, RefusedPath, SkippedPath} from './enqueue-batch.js'
import {EXIT, type ExitCode} from './exit-codes.js'
import {JsonStream} from './json-stream.js'
import type {Output} from './output.js'
import {errorToJson} from './present-error.js'

export interface ReportOutputs {
  stdout: Output
  stderr: Output
  /** Tell nothing of what was left out on purpose. */
  quiet: boolean
}

/** Tells what was enqueued while more is coming. */
export interface EnqueueReport {
  add(batch: EnqueuedBatch): Promise<void>
  /** @throws AtsError when nothing at all could be enqueued */
  finish(): Promise<ExitCode>
  /**
   * Ends what was half told.
   *
   * @returns whether the error is told with it
   */
  breakOff(error: unknown): Promise<boolean>
}

/** Job ids on stdout as they are committed; the rest on stderr. */
export class TextReport implements EnqueueReport {
  readonly #outputs: ReportOutputs
  #jobs = 0
  #refused = 0
  #skipped = 0
  #advice = ''

  constructor(outputs: ReportOutputs) {
    this.#outputs = outputs
  }

  async add({ids, skipped, refused}: EnqueuedBatch): Promise<void> {
    this.#jobs += ids.length
    this.#refused += refused.length
    this.#skipped += skipped.length
    if (this.#advice === '') this.#advice = adviceOf(refused)
    await this.#outputs.stdout.write(ids.map((id) => `${id}\n`).join(''))
    const leftOut = this.#outputs.quiet ? [] : skipped
    await this.#outputs.stderr.write(refused.map(refusedLine).join('') + leftOut.map(skippedLine).join(''))
  }

  async finish(): Promise<ExitCode> {
    const {stderr, quiet} = this.#outputs
    if (this.#jobs + this.#refused + this.#skipped === 0 && !quiet)
      await stderr.write('No paths, nothing to enqueue\n')
    if (this.#advice !== '') await stderr.write(this.#advice)
    return enqueueExitCode(this.#jobs + this.#skipped, this.#refused)
  }

  async breakOff(): Promise<boolean> {
    return false
  }
}

export interface JsonReportOptions {
  stdout: Output
  toJson: (ids: readonly string[]) => Promise<JobJson[]>
  /** Tell the jobs at the end, all at once, instead of as they come. */
  hold: boolean
}

/** One JSON document, written as the jobs come. */
export class JsonReport implements EnqueueReport {
  readonly #options: JsonReportOptions
  readonly #stream: JsonStream
  readonly #refused: RefusedPath[] = []
  readonly #skipped: SkippedPath[] = []
  readonly #held: string[] = []
  #jobs = 0
  #begun = false

  constructor(options: JsonReportOptions) {
    this.#options = options
    this.#stream = new JsonStream(options.stdout)
  }

  async add({ids, skipped, refused}: EnqueuedBatch): Promise<void> {
    this.#refused.push(...refused)
    this.#skipped.push(...skipped)
    this.#jobs += ids.length
    if (this.#options.hold) this.#held.push(...ids)
    else if (ids.length > 0) await this.#tell(ids)
  }

  async finish(): Promise<ExitCode> {
    const done = this.#jobs + this.#skipped.length
    if (done === 0 && this.#refused.length > 0) throw allRefused(this.#refused)
    await this.#tell(this.#held)
    await this.#end({})
    return enqueueExitCode(done, this.#refused.length)
  }

  async breakOff(error: unknown): Promise<boolean> {
    if (this.#begun) await this.#end({...errorToJson(error)})
    return this.#begun
  }

  async #tell(ids: readonly string[]): Promise<void> {
    const jobs = ids.length === 0 ? [] : await this.#options.toJson(ids)
    if (!this.#begun) await this.#stream.openArray('jobs')
    this.#begun = true
    await this.#stream.push(jobs)
  }

  async #end(rest: Record<string, unknown>): Promise<void> {
    await this.#stream.openArray('errors')
    await this.#stream.push(this.#refused.map(refusedToJson))
    await this.#stream.openArray('skipped')
    await this.#stream.push(this.#skipped)
    await this.#stream.end(rest)
  }
}

export function enqueueExitCode(done: number, refused: number): ExitCode {
  if (refused === 0) return EXIT.done
  return done === 0 ? EXIT.notFound : EXIT.partly
}

export function refusedToJson({path, error: {code, message}}: RefusedPath) {
  return {path, code, message}
}

/** The first refusal stands for all. */
export function allRefused([first, ...others]: readonly RefusedPath[]): AtsError {
  const {code, message, suggestions} = first?.error ?? new AtsError('PATH_NOT_FOUND', 'no path was found')
  return new AtsError(code, others.length === 0 ? message : `${message} (and ${others.length} more)`, {
    suggestions,
  })
}

/** Said once: what to do about the first refusal goes for the others too. */
function adviceOf([first]: readonly RefusedPath[]): string {
  return (first?.error.suggestions ?? []).map((suggestion) => `  ${clean(suggestion)}\n`).join('')
}

function refusedLine({error}: RefusedPath): string {
  return `${clean(error.message)}\n`
}

const SKIPPED = {
  queued: 'already queued',
  ingested: 'already taken in',
  tried: 'tried before in vain',
  blocked: 'its content was erased and is blocked',
}

function skippedLine({path, reason, job_id, document_id}: SkippedPath): string {
  const where = job_id ? ` as job ${job_id}` : document_id ? ` as document ${document_id}` : ''
  return `${clean(path)}: skipped, ${SKIPPED[reason]}${where}\n`
}
