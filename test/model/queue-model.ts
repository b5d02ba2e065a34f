import type {AttemptOutcome} from '#lib/model/attempt.js'

/**
 * The queue as SPEC §2 tells it, in a few maps and no SQL: what the property test holds every store against. It is
 * written from the promise and not from the code, so it must not import any rule from `#lib`.
 */

/** What a unit of work has used up, be it a job or a file of a directory. */
interface Unit {
  /** Milliseconds of the wall clock before which nobody may take it; null: at once. */
  availableAt: number | null
  retries: number
  crashes: number
  attempts: number
  code: string | null
}

export interface ModelFile extends Unit {
  path: string
  generation: number
  fingerprint: string
  outcome: 'loaded' | 'skipped' | 'failed' | null
  reading: Counted | null
}

export interface ModelJob extends Unit {
  seq: number
  id: string
  path: string
  priority: number
  maxRetries: number
  walked: boolean
  generation: number
  end: {status: 'completed' | 'failed'; result: unknown} | null
  files: ModelFile[]
}

export interface ModelAttempt {
  token: string
  job: ModelJob
  /** Undefined: the attempt is on the job itself. */
  file: ModelFile | undefined
  number: number
  workerId: string
  outcome: AttemptOutcome | null
  code: string | null
}

/** What a file that was read adds to the result of its job. */
export interface Counted {
  sha256: string
  pages: number
  ocrPages: number
  skippedPages: number
  reused: boolean
}

export interface Reading extends Omit<Counted, 'reused'> {
  text: string
}

interface ModelDocument extends Reading {
  paths: Set<string>
}

interface ModelWorker {
  workerId: string
  startedAt: number
  leaseMs: number
  beat: number
}

export type Place = {job: ModelJob; file: ModelFile | undefined}
export type FileEnd = {outcome: 'loaded' | 'skipped' | 'failed'; reading: Counted | null; code: string | null}

const CRASH_BUDGET = 3

export class QueueModel {
  /** The wall clock, which anybody may set. */
  now = Date.parse('2026-05-01T12:00:00.000Z')
  /** The clock that nobody can set. */
  monotonic = 0
  paused = false
  /** In the order of arrival. */
  jobs: ModelJob[] = []
  attempts: ModelAttempt[] = []
  readonly documents = new Map<string, ModelDocument>()
  readonly workers = new Map<string, ModelWorker>()
  /** Workers whose process lives, and with it their kernel lock. */
  readonly living = new Set<string>()
  #arrivals = 0

  enqueue(draft: Pick<ModelJob, 'id' | 'path' | 'priority' | 'maxRetries' | 'availableAt'>): void {
    this.#arrivals += 1
    this.jobs.push({
      ...draft,
      ...FRESH,
      availableAt: draft.availableAt,
      seq: this.#arrivals,
      attempts: 0,
      walked: false,
      generation: 1,
      end: null,
      files: [],
    })
  }

  statusOf(job: ModelJob): 'pending' | 'processing' | 'completed' | 'failed' {
    if (job.end) return job.end.status
    return this.openAttempts(job).length > 0 ? 'processing' : 'pending'
  }

  /** When a pending job may run: a walked one when the first of its files may. */
  availabilityOf(job: ModelJob): number | null {
    if (this.statusOf(job) !== 'pending') return null
    if (!job.walked) return job.availableAt
    const times = job.files.filter(({outcome}) => outcome === null).map(({availableAt}) => availableAt)
    return times.some((time) => time === null) ? null : Math.min(...(times as number[]))
  }

  openAttempts(job: ModelJob): ModelAttempt[] {
    return this.attempts.filter((attempt) => attempt.job === job && attempt.outcome === null)
  }

  openFiles(job: ModelJob): ModelFile[] {
    return job.files.filter(({outcome}) => outcome === null)
  }

  holderOf({job, file}: Place): ModelAttempt | undefined {
    return this.openAttempts(job).find((attempt) => attempt.file === file)
  }

  stands(token: string): ModelAttempt | undefined {
    return this.attempts.find((attempt) => attempt.token === token && attempt.outcome === null)
  }

  // Taking work

  /** What waited until now may run from now on, also if somebody sets the clock back. */
  promote(settled?: ModelJob): void {
    if (this.paused) return
    for (const job of this.jobs) {
      if (job.end) continue
      if (this.statusOf(job) === 'pending' && !job.walked && job !== settled) letGo(job, this.now)
      for (const file of job.files) if (file.outcome === null) letGo(file, this.now)
    }
  }

  /**
   * First in line: the highest priority, then the oldest job, then its files in the order they were found.
   *
   * @param settled a job that is being handed back in the same transaction, and is not taken up again in it
   */
  first(jobId?: string, settled?: ModelJob): Place | undefined {
    if (this.paused) return undefined
    return this.#line((unit) => unit.availableAt === null)
      .filter(({job, file}) => file !== undefined || job !== settled)
      .find(({job}) => jobId === undefined || job.id === jobId)
  }

  /** The job that a claim would come to now. */
  next(): ModelJob | undefined {
    return this.#line(({availableAt}) => availableAt === null || availableAt <= this.now)[0]?.job
  }

  #line(ready: (unit: Unit) => boolean): Place[] {
    const places = this.jobs
      .filter((job) => !job.end)
      .flatMap((job): Place[] => [
        ...(!job.walked && this.statusOf(job) === 'pending' ? [{job, file: undefined}] : []),
        ...this.openFiles(job).map((file) => ({job, file})),
      ])
    return places
      .filter((place) => ready(place.file ?? place.job) && !this.holderOf(place))
      .sort((one, other) => other.job.priority - one.job.priority || one.job.seq - other.job.seq)
  }

  take(place: Place, workerId: string, token: string): ModelAttempt {
    const unit = place.file ?? place.job
    unit.attempts += 1
    unit.availableAt = null
    const attempt = {...place, token, workerId, number: unit.attempts, outcome: null, code: null}
    this.attempts.push(attempt)
    return attempt
  }

  addFiles(job: ModelJob, found: readonly {path: string; fingerprint: string}[]): void {
    for (const {path, fingerprint} of found) {
      const known = job.files.find((file) => file.path === path)
      const fresh = {...FRESH, generation: job.generation, fingerprint}
      if (!known) job.files.push({path, attempts: 0, outcome: null, reading: null, ...fresh})
      else if (known.generation < job.generation) {
        const good = known.outcome === 'loaded' && known.reading?.skippedPages === 0
        const kept = good && known.fingerprint === fingerprint
        Object.assign(known, fresh, kept ? {} : {outcome: null, reading: null})
      }
    }
  }

  // Ending attempts

  close(attempt: ModelAttempt, outcome: AttemptOutcome, code: string | null = null): void {
    attempt.outcome = outcome
    attempt.code = code
  }

  release(attempt: ModelAttempt): void {
    this.close(attempt, 'released')
  }

  postpone(attempt: ModelAttempt, code: string, availableAt: number): void {
    this.close(attempt, 'retried', code)
    const unit = attempt.file ?? attempt.job
    unit.retries += 1
    unit.code = code
    unit.availableAt = availableAt
  }

  walked(attempt: ModelAttempt): void {
    this.close(attempt, 'completed')
    attempt.job.walked = true
    this.#endIfDone(attempt.job)
  }

  /** A program's own handler has finished the job. */
  completed(attempt: ModelAttempt, result: unknown): void {
    this.close(attempt, 'completed')
    this.#end(attempt.job, 'completed', null, result)
  }

  /** The job itself has failed, and no file of it. */
  failed(attempt: ModelAttempt, code: string): void {
    this.close(attempt, 'failed', code)
    this.#end(attempt.job, 'failed', code, null)
  }

  /** The file of the claim has its outcome: the one file of a file job, or one of a directory. */
  fileEnded(attempt: ModelAttempt, path: string, end: FileEnd): void {
    const {job, file} = attempt
    this.close(attempt, end.outcome === 'failed' ? 'failed' : 'completed', end.code)
    if (file) {
      Object.assign(file, end)
      this.#endIfDone(job)
      return
    }
    const only = this.#recordOnly(job, path, end)
    const failed = end.outcome === 'failed'
    this.#end(
      job,
      failed ? 'failed' : 'completed',
      failed ? end.code : null,
      failed ? null : sum([only], 'file'),
    )
  }

  #recordOnly(job: ModelJob, path: string, end: FileEnd): ModelFile {
    const outcome = {generation: job.generation, ...end}
    const known = job.files.find((file) => file.path === path)
    if (known) return Object.assign(known, outcome)
    const file = {path, ...FRESH, attempts: 0, fingerprint: '', ...outcome}
    job.files.push(file)
    return file
  }

  #endIfDone(job: ModelJob): void {
    if (job.end || !job.walked || this.openFiles(job).length > 0) return
    const files = job.files.filter(({generation}) => generation === job.generation)
    const result = sum(files, 'directory')
    const failures = files.filter(({outcome}) => outcome === 'failed')
    const hopeless = failures.length > 0 && result.documents_loaded === 0
    this.#end(job, hopeless ? 'failed' : 'completed', hopeless ? (failures[0]?.code ?? null) : null, result)
  }

  /** With the job everything ends that somebody still does for it. */
  #end(job: ModelJob, status: 'completed' | 'failed', code: string | null, result: unknown): void {
    job.end = {status, result}
    job.code = code
    job.availableAt = null
    for (const attempt of this.openAttempts(job)) this.close(attempt, 'cancelled', code)
    for (const file of this.openFiles(job)) {
      Object.assign(file, {outcome: 'failed', code, availableAt: null})
    }
  }

  // Documents

  /** Keeps the better reading of a content. @returns what it counts for */
  save(path: string, fresh: Reading): Counted {
    const stored = this.documents.get(fresh.sha256)
    if (stored && fresh.skippedPages > 0 && stored.ocrPages > 0) return this.reuse(path, fresh.sha256)
    const paths = new Set([...(stored?.paths ?? []), path])
    this.documents.set(fresh.sha256, {...fresh, paths})
    return {...counts(fresh), reused: false}
  }

  reuse(path: string, sha256: string): Counted {
    const stored = this.documents.get(sha256)
    if (!stored) throw new Error('the caller asks for documents that are there')
    stored.paths.add(path)
    return {...counts(stored), reused: true}
  }

  // Steering

  cancel(job: ModelJob): void {
    if (job.end) return
    for (const attempt of this.openAttempts(job)) this.close(attempt, 'cancelled', 'CANCELLED')
    this.#end(job, 'failed', 'CANCELLED', null)
  }

  retry(job: ModelJob): void {
    if (!job.end) return
    Object.assign(job, FRESH, {walked: false, end: null, generation: job.generation + 1})
  }

  remove(gone: readonly ModelJob[]): void {
    this.jobs = this.jobs.filter((job) => !gone.includes(job))
    this.attempts = this.attempts.filter(({job}) => !gone.includes(job))
  }

  // Workers

  /** A worker starts. Whatever runs under its name belongs to a process that is no more. */
  register(workerId: string, leaseMs: number): void {
    this.bury(workerId, 'crashed')
    this.workers.set(workerId, {workerId, leaseMs, startedAt: this.now, beat: 0})
    this.living.add(workerId)
  }

  heartbeat(workerId: string, leaseMs: number): void {
    const known = this.workers.get(workerId)
    if (known) known.beat += 1
    else this.workers.set(workerId, {workerId, leaseMs, startedAt: this.now, beat: 0})
  }

  /** A worker leaves. What it has not handed back is found with nobody at it. */
  leave(workerId: string): void {
    this.living.delete(workerId)
    this.workers.delete(workerId)
  }

  /** @returns how many units were taken back */
  bury(workerId: string, outcome: 'crashed' | 'lost'): number {
    const held = this.attempts.filter((attempt) => attempt.workerId === workerId && attempt.outcome === null)
    let taken = 0
    for (const attempt of held) {
      if (attempt.outcome !== null) continue
      taken += 1
      this.#crash(attempt, outcome)
    }
    this.workers.delete(workerId)
    return taken
  }

  /** Costs no retry, but a part of the crash budget. */
  #crash(attempt: ModelAttempt, outcome: 'crashed' | 'lost'): void {
    const {job, file} = attempt
    const unit = file ?? job
    this.close(attempt, outcome, 'WORKER_LOST')
    unit.crashes += 1
    if (unit.crashes < CRASH_BUDGET) return
    if (!file) this.#end(job, 'failed', 'WORKER_LOST', null)
    else {
      Object.assign(file, {outcome: 'failed', code: 'WORKER_LOST', reading: null, availableAt: null})
      this.#endIfDone(job)
    }
  }
}

const FRESH = {availableAt: null, retries: 0, crashes: 0, code: null}

function letGo(unit: Unit, now: number): void {
  if (unit.availableAt !== null && unit.availableAt <= now) unit.availableAt = null
}

function counts({sha256, pages, ocrPages, skippedPages}: Reading): Omit<Counted, 'reused'> {
  return {sha256, pages, ocrPages, skippedPages}
}

function sum(files: readonly ModelFile[], type: 'file' | 'directory') {
  const read = files.flatMap(({outcome, reading}) => (outcome === 'loaded' && reading ? [reading] : []))
  const total = (of: (reading: Counted) => number) => read.reduce((all, reading) => all + of(reading), 0)
  return {
    documents_loaded: read.length,
    type,
    documents_skipped: files.filter(({outcome}) => outcome === 'skipped').length,
    documents_failed: files.filter(({outcome}) => outcome === 'failed').length,
    documents_reused: total(({reused}) => Number(reused)),
    pages: total(({pages}) => pages),
    ocr_pages: total(({ocrPages}) => ocrPages),
  }
}
