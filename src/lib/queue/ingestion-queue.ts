import {resolve} from 'node:path'
import {DocumentArchive} from '../documents/document-archive.js'
import {blockedContent, listForMany} from '../extract/blocked-content.js'
import {contentHash} from '../extract/content-hash.js'
import type {Attempt} from '../model/attempt.js'
import type {BackoffPolicy} from '../model/backoff.js'
import {AtsError, type ErrorCode} from '../model/errors.js'
import {type Explanation, explain} from '../model/explanation.js'
import {type Failure, judgeFailure} from '../model/failure.js'
import {DEFAULT_MAX_RETRIES, type Job, type JsonValue} from '../model/job.js'
import type {JobFile} from '../model/job-file.js'
import {isFinal, type JobStatus} from '../model/job-state.js'
import type {BackupReport, CheckReport, SchemaReport, VacuumReport} from '../model/maintenance.js'
import type {QueueStats} from '../model/stats.js'
import type {WorkerInfo} from '../model/worker.js'
import {newId} from '../store/new-id.js'
import {openStore} from '../store/open-store.js'
import type {Claim, JobDraft, RetrySelection, Settlement, Store} from '../store/store.js'

export type {RetrySelection} from '../store/store.js'

import {Membership} from './membership.js'
import {type WaitOptions, waitForJobs} from './wait-for-jobs.js'

export interface QueueOptions {
  /** Whether a missing database is created. Default true; false makes it an error, DATABASE_NOT_FOUND. */
  create?: boolean
  /** Milliseconds that a call waits while another process holds the database. Default 10,000. */
  busyTimeoutMs?: number
  /** How long failed jobs wait. Default 5 s, doubling, at most 15 min. */
  backoff?: BackoffPolicy
  /** Of jobs whose `enqueue` does not say. Default 3. */
  maxRetries?: number
  /** Milliseconds without a sign of life after which claims of this object may be taken. Default 60,000. */
  leaseMs?: number
  /** The time. Default the system's. */
  clock?: () => Date
  /** Numbers in [0, 1) for the jitter of retries. Default `Math.random`. */
  random?: () => number
}

export interface EnqueueOptions {
  /** Retries after the first run. Default the queue's. */
  maxRetries?: number
  /** Higher runs first. Default 0. */
  priority?: number
  /** Milliseconds from now before the job may run. Default 0. */
  delay?: number
  /** The time before which the job may not run; wins over `delay`. */
  availableAt?: Date
  /** Whether scans may be read by OCR. Default true. */
  ocr?: boolean
  /** Keep the hash of a file's content with the job, so that `findDuplicate` sees it while it waits. Default false. */
  hashContent?: boolean
}

/** `tried`: the content was read before and gave no document; the job says why. */
export type Duplicate = {reason: 'queued' | 'tried'; jobId: string} | {reason: 'ingested'; documentId: string}

export interface ClaimOptions {
  workerId: string
  /** Default 1. */
  limit?: number
  /** Milliseconds; only the first claim of a worker id sets it. Default the queue's. */
  leaseMs?: number
}

/** Characters of an id that may stand for it. */
const LEAST_OF_ID = 4

/**
 * The durable queue of paths to be ingested. The database is opened at the first call, or by `open`.
 *
 * ```ts
 * const queue = new IngestionQueue('./jobs.db')
 * const jobId = await queue.enqueue('./cv_uploads', {maxRetries: 3})
 * const job = await queue.getJob(jobId)
 * await queue.close()
 * ```
 *
 * Every method may throw AtsError with the codes DATABASE_NOT_FOUND, DATABASE_BUSY, DATABASE_READ_ONLY,
 * DATABASE_FULL, DATABASE_CORRUPT, DATABASE_UNAVAILABLE, DATABASE_GONE, NOT_A_DATABASE, SCHEMA_TOO_NEW and QUEUE_CLOSED.
 */
export class IngestionQueue {
  readonly location: string
  readonly #options: Required<Omit<QueueOptions, 'backoff'>> & {backoff: BackoffPolicy | undefined}
  #store: Promise<Store> | undefined
  #documents: DocumentArchive | undefined
  #members = new Map<string, Promise<Membership>>()
  #marked = new Map<string, Claim>()
  #closed = false

  /** @param location the database file; made if it is missing */
  constructor(location: string, options: QueueOptions = {}) {
    this.location = /^[a-z][a-z0-9+.-]+:\/\//i.test(location) ? location : resolve(location)
    this.#options = {
      create: options.create ?? true,
      busyTimeoutMs: options.busyTimeoutMs ?? 10_000,
      backoff: options.backoff,
      maxRetries: options.maxRetries ?? DEFAULT_MAX_RETRIES,
      leaseMs: options.leaseMs ?? 60_000,
      clock: options.clock ?? (() => new Date()),
      random: options.random ?? Math.random,
    }
  }

  /** The documents that were taken in. */
  get documents(): DocumentArchive {
    this.#documents ??= new DocumentArchive(
      () => this.store(),
      () => this.#now(),
    )
    return this.#documents
  }

  /**
   * Opens the database now, so that what is wrong with it shows now.
   *
   * ```ts
   * await new IngestionQueue('./jobs.db').open()
   * ```
   */
  async open(): Promise<this> {
    await this.store()
    return this
  }

  /**
   * Adds one job. When this returns, the job survives a power cut.
   *
   * ```ts
   * const jobId = await queue.enqueue('./cv_uploads', {maxRetries: 5, priority: 10})
   * ```
   *
   * @param path a file or directory, which need not exist yet; stored absolute
   * @returns the job's id, a UUID of version 7
   */
  async enqueue(path: string, options: EnqueueOptions = {}): Promise<string> {
    const [id] = await this.enqueueMany([path], options)
    return id as string
  }

  /**
   * Adds one job per path in one transaction: all or none.
   *
   * ```ts
   * const jobIds = await queue.enqueueMany(['./cv_uploads', './late.pdf'], {delay: 60_000})
   * ```
   *
   * @returns the ids in the order of the paths
   */
  async enqueueMany(paths: Iterable<string>, options: EnqueueOptions = {}): Promise<string[]> {
    const store = await this.store()
    const now = this.#now()
    const drafts: JobDraft[] = []
    for (const path of paths) drafts.push(this.#draft(path, options, now))
    if (options.hashContent) await hashContents(drafts)
    if (drafts.length > 0) await store.jobs.insert(drafts, now)
    return drafts.map(({jobId}) => jobId)
  }

  /**
   * Adds a job for a file, unless the file as it is has had one by this method, from this process or another.
   *
   * ```ts
   * const again = await queue.enqueueOnce('./cv_uploads/priya-raman.txt', 'a fingerprint of its state')
   * ```
   *
   * @param fingerprint changes when the file does: of its size and times, say
   * @param options `folder`: the watched one that the file lies in, so that it is forgotten when it is gone from there
   * @returns the job's id; undefined when there was nothing to add
   */
  async enqueueOnce(
    path: string,
    fingerprint: string,
    options: EnqueueOptions & {folder?: string} = {},
  ): Promise<string | undefined> {
    const now = this.#now()
    const draft = this.#draft(path, options, now)
    if (options.hashContent) await hashContents([draft])
    const added = await (await this.store()).watchedFiles.enqueue(
      draft,
      {fingerprint, folder: options.folder},
      now,
    )
    return added ? draft.jobId : undefined
  }

  async getJob(id: string): Promise<Job | undefined> {
    return (await this.store()).jobs.get(id)
  }

  /**
   * The job with this id, or with an id that begins or ends so and no other does.
   *
   * ```ts
   * const job = await queue.findJob(jobId.slice(-8))
   * ```
   *
   * @param fragment at least 4 characters
   * @throws AtsError JOB_NOT_FOUND, AMBIGUOUS_ID
   */
  async findJob(fragment: string): Promise<Job> {
    const {jobs} = await this.store()
    const exact = await jobs.get(fragment)
    if (exact) return exact
    if (fragment.length < LEAST_OF_ID) throw tooShort(fragment)
    const found = await jobs.find(fragment.toLowerCase(), 6)
    if (found.length === 1) return found[0] as Job
    if (found.length > 1)
      throw ambiguous(
        'job',
        fragment,
        found.map(({jobId}) => jobId),
      )
    throw new AtsError('JOB_NOT_FOUND', `There is no job ${fragment} in ${this.location}`, {
      suggestions: ['List the jobs: ats queue list'],
    })
  }

  /**
   * Every run of the job and of its files, the oldest first, the running ones included.
   *
   * ```ts
   * for (const {attempt, outcome} of await queue.getAttempts(jobId)) console.log(attempt, outcome)
   * ```
   */
  async getAttempts(id: string): Promise<Attempt[]> {
    return (await this.store()).jobs.attempts(id)
  }

  /**
   * Why a job is not running, or what it is doing.
   *
   * ```ts
   * const {reasons, ahead} = await queue.explain(jobId) // e.g. ['in_line'], {jobs: 12, files: 340}
   * ```
   *
   * @throws AtsError JOB_NOT_FOUND
   */
  async explain(id: string): Promise<Explanation> {
    const store = await this.store()
    const now = this.#now()
    const standing = await store.jobs.standing(id, now)
    if (!standing) throw new AtsError('JOB_NOT_FOUND', `There is no job ${id} in ${this.location}`)
    return explain(standing, await store.workers.list(), now)
  }

  /**
   * The files of the job with their outcomes.
   *
   * ```ts
   * const unread = (await queue.getFiles(jobId)).filter(({outcome}) => outcome === 'skipped')
   * ```
   */
  async getFiles(id: string): Promise<JobFile[]> {
    return (await this.store()).jobs.files(id)
  }

  /**
   * The job that would be claimed next, the oldest within the highest priority; it is left where it is.
   *
   * ```ts
   * console.log((await queue.getPendingJob())?.filePath)
   * ```
   */
  async getPendingJob(): Promise<Job | undefined> {
    return (await this.store()).jobs.next(this.#now())
  }

  async getStats(): Promise<QueueStats> {
    return (await this.store()).jobs.stats(this.#now())
  }

  /**
   * Newest first.
   *
   * ```ts
   * const failed = await queue.getAllJobs({status: 'failed', limit: 20})
   * ```
   *
   * @param filter `limit` defaults to 100
   */
  async getAllJobs({status, limit = 100}: {status?: JobStatus; limit?: number} = {}): Promise<Job[]> {
    return (await this.store()).jobs.list({limit, ...(status ? {status} : {})})
  }

  /**
   * Whether the path, or the content of the file there, is queued, was taken in already, or was tried in vain by a job
   * that was enqueued with `hashContent` and is still known.
   *
   * ```ts
   * const known = await queue.findDuplicate('./cv_uploads/priya-raman.txt')
   * if (!known) await queue.enqueue('./cv_uploads/priya-raman.txt')
   * ```
   */
  async findDuplicate(path: string): Promise<Duplicate | undefined> {
    const store = await this.store()
    const absolute = resolve(path)
    const sha256 = await contentHash(absolute)
    const waiting = await store.jobs.findUnfinished(absolute)
    if (waiting) return {reason: 'queued', jobId: waiting.jobId}
    if (sha256 === undefined) return undefined
    const job = await store.jobs.findByContent(sha256)
    if (job && !isFinal(job.status)) return {reason: 'queued', jobId: job.jobId}
    const reading = await store.documents.reading(sha256)
    if (reading) return {reason: 'ingested', documentId: reading.documentId}
    return job && {reason: 'tried', jobId: job.jobId}
  }

  /**
   * Files whose content was erased and is blocked. A worker would skip them; who asks before enqueueing keeps the erased
   * names out of the database.
   *
   * ```ts
   * const erased = await queue.findBlocked(['./cv_uploads/priya-raman.txt'])
   * ```
   *
   * @returns the hash of the content by the path, as it was given; only of those that may not be taken in
   */
  async findBlocked(paths: readonly string[]): Promise<Map<string, string>> {
    const list = await listForMany((await this.store()).blockList)
    const blocked = new Map<string, string>()
    for (const path of paths) {
      const sha256 = await blockedContent(resolve(path), list)
      if (sha256 !== undefined) blocked.set(path, sha256)
    }
    return blocked
  }

  /**
   * Takes work, atomically: no two claims are on the same job or file. A claim stands until it is settled, or until
   * this process dies or is silent for `leaseMs`.
   *
   * ```ts
   * const [claim] = await queue.claim({workerId: 'mine'})
   * await claim?.settle({kind: 'completed', result: {pages: 2}}, new Date())
   * ```
   */
  async claim({workerId, limit = 1, leaseMs}: ClaimOptions): Promise<Claim[]> {
    await this.#join(workerId, leaseMs)
    return (await this.store()).claims.claim({workerId, limit, now: this.#now()})
  }

  /**
   * Claims the job for this queue object, which counts as its living worker until `close`.
   *
   * ```ts
   * await queue.markProcessing(jobId)
   * await queue.markCompleted(jobId, {documents_loaded: 1})
   * ```
   *
   * @throws AtsError JOB_NOT_FOUND, INVALID_STATE, LEASE_LOST (another worker has it)
   */
  async markProcessing(id: string): Promise<void> {
    if (this.#marked.has(id)) return
    const workerId = await this.#join()
    const {claims} = await this.store()
    this.#marked.set(id, await claims.claimJob(id, workerId, this.#now()))
  }

  /** Completes a job in any state that is not final. Throws as `markProcessing`. */
  async markCompleted(id: string, result: JsonValue = null): Promise<void> {
    await this.#settleMarked(id, () => ({kind: 'completed', result}))
  }

  /**
   * Fails a job in any state that is not final: it waits for its next try, or is `failed` when none is left or none
   * can help. Throws as `markProcessing`.
   *
   * ```ts
   * await queue.markFailed(jobId, 'the scanner was off')
   * ```
   */
  async markFailed(
    id: string,
    message: string,
    {code = null}: {code?: ErrorCode | null} = {},
  ): Promise<void> {
    await this.#settleMarked(id, (claim) => this.failure(claim, {code, message}))
  }

  /**
   * Puts finished jobs back to pending with a fresh budget.
   *
   * ```ts
   * await queue.retry({failed: true})
   * ```
   *
   * @returns the ids of those put back; jobs that are not finished are left alone
   */
  async retry(selection: RetrySelection): Promise<string[]> {
    return (await this.store()).jobs.retry(selection, this.#now())
  }

  /**
   * Fails a pending or running job with CANCELLED; whoever runs it is told within a second and writes nothing more.
   *
   * ```ts
   * await queue.cancel(jobId)
   * ```
   *
   * @throws AtsError JOB_NOT_FOUND, INVALID_STATE (it had ended)
   */
  async cancel(id: string): Promise<void> {
    const before = await (await this.store()).jobs.cancel(id, this.#now())
    if (!before) throw new AtsError('JOB_NOT_FOUND', `There is no job ${id} in ${this.location}`)
    if (isFinal(before.status)) {
      throw new AtsError('INVALID_STATE', `Job ${id} is ${before.status} already; there is nothing to cancel`)
    }
  }

  /**
   * From now on nothing is claimed; what runs goes on.
   *
   * ```ts
   * await queue.pause()
   * await queue.resume()
   * ```
   */
  async pause(): Promise<void> {
    await (await this.store()).jobs.setPaused(true)
  }

  async resume(): Promise<void> {
    await (await this.store()).jobs.setPaused(false)
  }

  /**
   * Deletes jobs with their history, never documents. Jobs that are being processed stay, unless `force`.
   *
   * ```ts
   * await queue.clear({status: 'completed', olderThanMs: 30 * 24 * 3600 * 1000})
   * ```
   *
   * @param filter `olderThanMs`: only jobs last changed longer ago; `dryRun`: only counts
   * @returns how many
   */
  async clear(
    filter: {status?: JobStatus; olderThanMs?: number; force?: boolean; dryRun?: boolean} = {},
  ): Promise<number> {
    const {jobs} = await this.store()
    const {status, olderThanMs, force = false, dryRun = false} = filter
    const before = olderThanMs === undefined ? undefined : new Date(this.#now().getTime() - olderThanMs)
    const selection = {force, ...(status ? {status} : {}), ...(before ? {before} : {})}
    return dryRun ? jobs.countClearable(selection) : jobs.clear(selection)
  }

  /**
   * Deletes every job, those being processed too.
   *
   * ```ts
   * await queue.clearAll()
   * ```
   *
   * @returns how many
   */
  clearAll(): Promise<number> {
    return this.clear({force: true})
  }

  /**
   * Resolves when all the jobs are completed or failed.
   *
   * ```ts
   * const [[job]] = await Promise.all([queue.wait([jobId], {timeoutMs: 60_000}), runWorker({queue, drain: true})])
   * ```
   *
   * @throws AtsError JOB_NOT_FOUND, WAIT_TIMEOUT, INTERRUPTED
   */
  wait(ids: readonly string[], options: WaitOptions = {}): Promise<Job[]> {
    return waitForJobs((id) => this.getJob(id), ids, options)
  }

  /**
   * The workers that the database knows, the dead ones whose work nobody has taken back yet included.
   *
   * ```ts
   * for (const {workerId, alive} of await queue.workers()) console.log(workerId, alive)
   * ```
   */
  async workers(): Promise<WorkerInfo[]> {
    return (await this.store()).workers.list()
  }

  /**
   * The version of the database's schema, and the one it had before this object opened it.
   *
   * ```ts
   * const {version, versionBefore} = await queue.schema()
   * ```
   */
  async schema(): Promise<SchemaReport> {
    return (await this.store()).maintenance.schema()
  }

  /**
   * Looks for damage, wrong counters and jobs, files and attempts that contradict one another.
   *
   * ```ts
   * const {ok, problems} = await queue.check({repair: true})
   * ```
   *
   * @param options `repair`: puts right what can be put right, all but damage. Default false
   * @throws AtsError INTERRUPTED when `close` ends it
   */
  async check({repair = false}: {repair?: boolean} = {}): Promise<CheckReport> {
    return (await this.store()).maintenance.check({repair})
  }

  /**
   * Writes a consistent, verified copy, readable by its owner alone, while workers and producers go on. It is
   * complete when it gets its name, and nothing is left of one that fails.
   *
   * ```ts
   * const {bytes} = await queue.backup('./jobs-backup.db')
   * ```
   *
   * @param options `force`: replaces a file that is there. Default false
   * @throws AtsError CONFIRMATION_REQUIRED (there is a file, and no `force`), PATH_NOT_FOUND (its directory),
   *   PERMISSION_DENIED, DATABASE_FULL (no room for the copy), USAGE, INVALID_STATE (the place is a database in use),
   *   INTERRUPTED when `close` ends it
   */
  async backup(destination: string, {force = false}: {force?: boolean} = {}): Promise<BackupReport> {
    return (await this.store()).maintenance.backup(resolve(destination), {force})
  }

  /**
   * Gives space that cleared jobs have left back to the disk, a little at a time while workers go on.
   *
   * ```ts
   * const {bytesBefore, bytesAfter} = await queue.vacuum()
   * ```
   *
   * @param options `full`: writes the whole file anew, which needs twice its room and stops writers. Default false
   * @throws AtsError INTERRUPTED when `close` ends it
   */
  async vacuum({full = false}: {full?: boolean} = {}): Promise<VacuumReport> {
    return (await this.store()).maintenance.vacuum({full})
  }

  /** Hands back what this object has claimed, and closes the database. Safe to call twice. */
  async close(): Promise<void> {
    if (this.#closed) return
    this.#closed = true
    if (!this.#store) return
    const store = await this.#store.catch(() => undefined)
    if (!store) return
    for (const claim of this.#marked.values()) await releaseQuietly(claim, this.#now())
    for (const member of this.#members.values()) await (await member).leave()
    await store.close()
  }

  /** For the rooms above: the engine under this queue. */
  store(): Promise<Store> {
    if (this.#closed) throw new AtsError('QUEUE_CLOSED', `The queue ${this.location} was closed`)
    this.#store ??= this.#openStore()
    return this.#store
  }

  /** What a failure of this claim leads to, by the queue's budget and backoff. */
  failure(claim: Pick<Claim, 'job' | 'retries'>, {code, message}: Failure): Settlement {
    const error = {code, message}
    const budget = {retries: claim.retries, maxRetries: claim.job.maxRetries}
    const verdict = judgeFailure(error, budget, this.#options.random, this.#options.backoff)
    if (verdict.kind === 'failed') return {kind: 'failed', error, durationMs: 0}
    const availableAt = new Date(this.#now().getTime() + verdict.delayMs)
    return {kind: 'retry', error, retries: verdict.retries, availableAt, delayMs: verdict.delayMs}
  }

  async #openStore(): Promise<Store> {
    const {create, busyTimeoutMs} = this.#options
    try {
      return await openStore(this.location, {create, busyTimeoutMs})
    } catch (error) {
      // A later call may find the database there.
      this.#store = undefined
      throw error
    }
  }

  #draft(path: string, options: EnqueueOptions, now: Date): JobDraft {
    if (path === '' || path.includes('\0'))
      throw new AtsError('USAGE', 'A path must not be empty or hold a NUL')
    const {maxRetries = this.#options.maxRetries, priority = 0, delay = 0, ocr = true} = options
    const availableAt = options.availableAt ?? new Date(now.getTime() + delay)
    return {
      jobId: newId(),
      filePath: resolve(path),
      maxRetries: wholeNumber('maxRetries', maxRetries, 0),
      priority: wholeNumber('priority', priority, -1_000_000_000),
      availableAt: availableAt > now ? availableAt : null,
      ocr,
      contentSha256: null,
    }
  }

  async #settleMarked(id: string, settlement: (claim: Claim) => Settlement): Promise<void> {
    await this.markProcessing(id)
    const claim = this.#marked.get(id) as Claim
    this.#marked.delete(id)
    await claim.settle(settlement(claim), this.#now())
  }

  /** Makes this object the living worker behind an id. */
  async #join(workerId = OWN, leaseMs = this.#options.leaseMs): Promise<string> {
    let member = this.#members.get(workerId)
    if (!member) {
      const name = workerId === OWN ? `queue-${process.pid}-${newId().slice(-6)}` : workerId
      member = this.store().then((store) =>
        Membership.join(store, {workerId: name, leaseMs, concurrency: 1}, this.#options.clock),
      )
      this.#members.set(workerId, member)
    }
    return (await member).workerId
  }

  #now(): Date {
    return this.#options.clock()
  }
}

async function hashContents(drafts: JobDraft[]): Promise<void> {
  for (const draft of drafts) draft.contentSha256 = (await contentHash(draft.filePath)) ?? null
}

/** The key under which this object's own worker name is kept. */
const OWN = ''

function tooShort(fragment: string): AtsError {
  return new AtsError('JOB_NOT_FOUND', `"${fragment}" is too short for a part of an id`, {
    suggestions: [`Give at least ${LEAST_OF_ID} characters of the id's beginning or end.`],
  })
}

function ambiguous(what: string, fragment: string, ids: string[]): AtsError {
  const shown = ids.slice(0, 5).join(', ')
  return new AtsError(
    'AMBIGUOUS_ID',
    `${fragment} fits more than one ${what}: ${shown}${ids.length > 5 ? ', …' : ''}`,
    {suggestions: ['Give more of the id; the last characters differ most.']},
  )
}

function wholeNumber(name: string, value: number, least: number): number {
  if (Number.isSafeInteger(value) && value >= least) return value
  throw new AtsError(
    'USAGE',
    `${name} must be a whole number${least === 0 ? ', zero or more' : ''}: ${value}`,
  )
}

async function releaseQuietly(claim: Claim, now: Date): Promise<void> {
  try {
    await claim.settle({kind: 'released'}, now)
  } catch (error) {
    // Cancelled or taken meanwhile, or the database is out of reach: the next worker takes it back.
    if (!(error instanceof AtsError && /^(LEASE_LOST|DATABASE_.*)$/.test(error.code))) throw error
  }
}
