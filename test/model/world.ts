import Database from 'better-sqlite3'
import {expect} from 'chai'
import {AtsError} from '#lib/model/errors.js'
import type {Extraction} from '#lib/model/extraction.js'
import {openStore} from '#lib/store/open-store.js'
import type {Claim, Presence, Settled, Settlement, Store} from '#lib/store/store.js'
import {type Dump, dumper} from './dump.ts'
import {violations} from './invariants.ts'
import {differences, portraitOfDatabase, portraitOfModel} from './portrait.ts'
import {type FileEnd, type ModelAttempt, type ModelJob, QueueModel, type Reading} from './queue-model.ts'
import type {StatementTap} from './statement-tap.ts'
import type {Event, Settling, Step} from './steps.ts'
import {TransactionWatch} from './transaction-watch.ts'

const LEASE = 10_000
const ERROR = {code: 'TIMEOUT' as const, message: 'too slow'}
const FATAL = {code: 'CORRUPT' as const, message: 'damaged'}
const UNREAD = {code: 'OCR_DISABLED' as const, message: 'needs OCR'}

/** A worker's process: its connection, its lock, and what it has seen of the others. */
interface Slot {
  store: Store
  workerId: string
  presence: Presence
  /** Since when, by the clock that nobody can set, a heartbeat count has stood still. */
  seen: Map<string, {beat: number; since: number}>
}

interface Taking {
  workerId: string
  limit: number
  jobId?: string | undefined
  /** The job that was settled in the same transaction: it comes to rest after that. */
  settled?: ModelJob
}

/** Plays the same events to the model and to real stores on one file, and insists that they agree after each. */
export class World {
  readonly #model = new QueueModel()
  readonly #tap: StatementTap
  readonly #path: string
  readonly #reader: Database.Database
  readonly #probe: Database.Database
  readonly #dump: () => Dump
  readonly #watch: TransactionWatch
  readonly #office: Store
  readonly #slots: Slot[] = []
  /** Also those of workers that are gone: what they still try is what a process tries that was only asleep. */
  readonly #stores: Store[] = []
  readonly #claims: Claim[] = []
  /** Workers that have signed off: their process no longer answers for them. */
  readonly #left = new Set<string>()
  #born = 0

  private constructor(path: string, tap: StatementTap, office: Store) {
    this.#path = path
    this.#tap = tap
    this.#office = office
    this.#stores.push(office)
    this.#reader = new Database(path, {timeout: 0})
    this.#dump = dumper(this.#reader)
    this.#probe = new Database(path, {timeout: 0})
    this.#watch = new TransactionWatch(this.#probe)
    tap.onStatement = (statement) => {
      if (statement.database !== this.#reader) this.#watch.see(statement)
    }
  }

  static async open(path: string, tap: StatementTap): Promise<World> {
    const world = new World(path, tap, await openStore(path, {create: true, busyTimeoutMs: 0}))
    for (let at = 0; at < 3; at += 1) world.#slots.push(await world.#bear())
    return world
  }

  async close(): Promise<void> {
    this.#tap.onStatement = undefined
    for (const {workerId} of this.#slots) this.#tap.killLock(workerId)
    for (const store of this.#stores) await store.close()
    this.#reader.close()
    this.#probe.close()
  }

  /** @throws Error that says how the database differs from the model, or what is wrong with it */
  async play({step, crashAt}: Event): Promise<void> {
    const before = crashAt === null || !isOneTransaction(step) ? undefined : this.#dump()
    if (before) this.#watch.crashAt(crashAt as number)
    const done = await this.#perform(step).catch((error: unknown) => ({error}))
    const crashed = this.#watch.disarm()
    if (crashed) expect(this.#dump(), 'half a transaction').to.deep.equal(before)
    else if (typeof done === 'function') done()
    else throw done.error
    this.#check()
    const next = await this.#office.jobs.next(new Date(this.#model.now))
    expect(next?.jobId, 'the job that comes next').to.equal(this.#model.next()?.id)
  }

  #check(): void {
    const dump = this.#dump()
    expect(violations(dump)).to.deep.equal([])
    expect(differences(portraitOfModel(this.#model), portraitOfDatabase(dump))).to.deep.equal([])
  }

  /** Does it to the store. @returns what does it to the model */
  async #perform(step: Step): Promise<() => void> {
    const model = this.#model
    const now = new Date(model.now)
    switch (step.do) {
      case 'enqueue':
        return this.#enqueue(step, now)
      case 'claim':
        return this.#claim(step, now)
      case 'find files':
        return this.#findFiles(step)
      case 'settle':
        return this.#settle(step, now)
      case 'cancel':
      case 'retry': {
        const job = pick(model.jobs, step.job)
        if (!job) return nothing
        if (step.do === 'cancel') await this.#office.jobs.cancel(job.id, now)
        else await this.#office.jobs.retry({ids: [job.id]}, now)
        return () => model[step.do as 'cancel' | 'retry'](job)
      }
      case 'clear': {
        const {status, force} = step
        await this.#office.jobs.clear({force, ...(status ? {status} : {})})
        return () => model.remove(model.jobs.filter((job) => isCleared(model.statusOf(job), status, force)))
      }
      case 'pause':
      case 'resume':
        await this.#office.jobs.setPaused(step.do === 'pause')
        return () => {
          model.paused = step.do === 'pause'
        }
      case 'wait':
        return () => {
          model.now += step.wall
          model.monotonic += step.monotonic
        }
      default:
        return this.#stir(step.do, this.#slots[step.worker] as Slot, step.worker, now)
    }
  }

  async #enqueue(step: Extract<Step, {do: 'enqueue'}>, now: Date): Promise<() => void> {
    this.#born += 1
    const id = `00000000-0000-7000-8000-${String(this.#born).padStart(12, '0')}`
    const path = `/${step.directory ? 'directory' : 'file'}/${this.#born}`
    const availableAt = step.delay === 0 ? null : new Date(now.getTime() + step.delay)
    const {priority, maxRetries} = step
    const draft = {
      jobId: id,
      filePath: path,
      priority,
      maxRetries,
      availableAt,
      ocr: true,
      contentSha256: null,
    }
    await this.#office.jobs.insert([draft], now)
    return () =>
      this.#model.enqueue({id, path, priority, maxRetries, availableAt: availableAt?.getTime() ?? null})
  }

  async #claim({worker, limit, job}: Extract<Step, {do: 'claim'}>, now: Date): Promise<() => void> {
    const {store, workerId} = this.#slots[worker] as Slot
    const jobId = job === null ? undefined : pick(this.#model.jobs, job)?.id
    const claims = await store.claims.claim({workerId, limit, now, jobId})
    return () => this.#took(claims, {workerId, limit, jobId})
  }

  /** The model takes what is first in line, and it must be what the store took. */
  #took(claims: readonly Claim[], {workerId, limit, jobId, settled}: Taking): void {
    this.#model.promote(settled)
    for (const claim of claims) {
      const place = this.#model.first(jobId, settled)
      expect([claim.job.jobId, claim.file?.path]).to.deep.equal([place?.job.id, place?.file?.path])
      if (place) this.#model.take(place, workerId, claim.token)
      if (!this.#left.has(workerId) && !this.#model.workers.has(workerId))
        this.#model.heartbeat(workerId, LEASE)
    }
    if (claims.length < limit) {
      expect(this.#model.first(jobId, settled), 'work was left lying').to.equal(undefined)
    }
    this.#claims.push(...claims)
  }

  async #findFiles({claim: at, count, fingerprint}: Extract<Step, {do: 'find files'}>): Promise<() => void> {
    const claim = pick(this.#claims, at)
    if (!claim || claim.file || !claim.job.filePath.startsWith('/directory')) return nothing
    const found = Array.from({length: count}, (_, file) => ({
      path: `${claim.job.filePath}/${file}`,
      pathBytes: null,
      fingerprint: String(fingerprint),
    }))
    const attempt = this.#model.stands(claim.token)
    await this.#fenced(attempt, claim.addFiles(found))
    return () => attempt && this.#model.addFiles(attempt.job, found)
  }

  async #settle(step: Extract<Step, {do: 'settle'}>, now: Date): Promise<() => void> {
    const claim = pick(this.#claims, step.claim)
    if (!claim) return nothing
    const attempt = this.#model.stands(claim.token)
    const {settlement, inModel} = this.#howToSettle(step, claim, attempt)
    const request = {workerId: claim.workerId, limit: 1, now, jobId: undefined}
    const settling = claim.settle(settlement, now, step.more ? request : undefined)
    const erased = settlement.kind === 'reused' && !this.#model.documents.has(settlement.sha256)
    if (attempt && erased) {
      expect(await codeOf(settling)).to.equal('DOCUMENT_NOT_FOUND')
      return nothing
    }
    const settled = await this.#fenced(attempt, settling)
    return () => {
      if (!attempt) return
      inModel(attempt)
      if (step.more)
        this.#took((settled as Settled).next, {workerId: claim.workerId, limit: 1, settled: attempt.job})
    }
  }

  /** What no longer stands must not change anything, and say so. */
  async #fenced<T>(attempt: ModelAttempt | undefined, action: Promise<T>): Promise<T | undefined> {
    if (attempt) return action
    const before = this.#dump()
    const code = await codeOf(action)
    // A crash that was injected here is told by the watch.
    if (code !== 'crashed') {
      expect(code).to.equal('LEASE_LOST')
      expect(this.#dump()).to.deep.equal(before)
    }
    return undefined
  }

  #howToSettle(step: Extract<Step, {do: 'settle'}>, claim: Claim, attempt: ModelAttempt | undefined) {
    const path = claim.file?.path ?? claim.job.filePath
    const directory = !claim.file && path.startsWith('/directory')
    const how = directory && ['load', 'reuse', 'skip'].includes(step.how) ? 'finish' : step.how
    return this.#settling(how, step, {path, claim, attempt, directory})
  }

  #settling(
    how: Settling,
    {content, skipped, delay}: Extract<Step, {do: 'settle'}>,
    {
      path,
      claim,
      attempt,
      directory,
    }: {path: string; claim: Claim; attempt: ModelAttempt | undefined; directory: boolean},
  ): {settlement: Settlement; inModel: (attempt: ModelAttempt) => void} {
    const model = this.#model
    const ended = (outcome: FileEnd['outcome'], code: string | null, reading: FileEnd['reading'] = null) => {
      return (own: ModelAttempt) => model.fileEnded(own, path, {outcome, code, reading})
    }
    const durationMs = 1
    const retries = (attempt?.file ?? attempt?.job)?.retries ?? 0
    switch (how) {
      case 'load': {
        const reading = readingOf(content, skipped)
        const settlement: Settlement = {
          kind: 'loaded',
          path,
          extraction: extraction(reading),
          ocrLanguages: 'eng',
          durationMs,
        }
        return {settlement, inModel: (own) => ended('loaded', null, model.save(path, reading))(own)}
      }
      case 'reuse': {
        const {sha256} = readingOf(content, false)
        const settlement: Settlement = {kind: 'reused', path, sha256, durationMs}
        return {settlement, inModel: (own) => ended('loaded', null, model.reuse(path, sha256))(own)}
      }
      case 'skip':
        return {
          settlement: {kind: 'skipped', path, error: UNREAD, durationMs},
          inModel: ended('skipped', UNREAD.code),
        }
      case 'try again':
        if (retries < claim.job.maxRetries) {
          const availableAt = new Date(model.now + delay)
          const settlement: Settlement = {
            kind: 'retry',
            error: ERROR,
            retries: retries + 1,
            availableAt,
            delayMs: delay,
          }
          return {settlement, inModel: (own) => model.postpone(own, ERROR.code, availableAt.getTime())}
        }
        return this.#failing(ERROR, path, directory)
      case 'fail':
        return this.#failing(FATAL, path, directory)
      case 'release':
        return {settlement: {kind: 'released'}, inModel: (own) => model.release(own)}
      default:
        if (claim.file) return this.#failing(FATAL, path, false)
        if (directory) return {settlement: {kind: 'walked'}, inModel: (own) => model.walked(own)}
        return {
          settlement: {kind: 'completed', result: {n: content}},
          inModel: (own) => model.completed(own, {n: content}),
        }
    }
  }

  #failing(error: typeof ERROR | typeof FATAL, path: string, directory: boolean) {
    const settlement: Settlement = {kind: 'failed', ...(directory ? {} : {path}), error, durationMs: 1}
    const inModel = (own: ModelAttempt) =>
      directory
        ? this.#model.failed(own, error.code)
        : this.#model.fileEnded(own, path, {outcome: 'failed', code: error.code, reading: null})
    return {settlement, inModel}
  }

  // Workers

  async #stir(
    deed: 'heartbeat' | 'kill' | 'leave' | 'reap',
    slot: Slot,
    at: number,
    now: Date,
  ): Promise<() => void> {
    const model = this.#model
    switch (deed) {
      case 'heartbeat':
        await slot.presence.heartbeat(now)
        return () => model.heartbeat(slot.workerId, LEASE)
      case 'reap':
        await slot.store.workers.reap(now, model.monotonic)
        return () => this.#reap(slot)
      case 'leave':
        await slot.presence.end()
        model.leave(slot.workerId)
        this.#left.add(slot.workerId)
        this.#slots[at] = await this.#bear()
        return nothing
      default:
        this.#tap.killLock(slot.workerId)
        model.living.delete(slot.workerId)
        this.#slots[at] = await this.#bear()
        return nothing
    }
  }

  /** A new process takes a slot. */
  async #bear(): Promise<Slot> {
    this.#born += 1
    const workerId = `worker-${this.#born}`
    const store = await openStore(this.#path, {create: false, busyTimeoutMs: 0})
    this.#stores.push(store)
    const registration = {workerId, pid: process.pid, host: 'here', concurrency: 1, leaseMs: LEASE}
    const presence = await store.workers.register(registration, new Date(this.#model.now))
    this.#model.register(workerId, LEASE)
    return {store, workerId, presence, seen: new Map()}
  }

  /** The dead at once, the silent after their lease, and whoever has work without being known. */
  #reap({workerId: own, seen}: Slot): void {
    const model = this.#model
    const others = [...model.workers.values()].filter(({workerId}) => workerId !== own)
    for (const worker of others.sort((one, other) => one.startedAt - other.startedAt)) {
      const {workerId, beat, leaseMs} = worker
      const known = seen.get(workerId)
      if (!model.living.has(workerId)) this.#bury(workerId, 'crashed', seen)
      else if (known?.beat !== beat) seen.set(workerId, {beat, since: model.monotonic})
      else if (model.monotonic - known.since > leaseMs) this.#bury(workerId, 'lost', seen)
    }
    const held = model.attempts.filter(
      ({outcome, workerId}) => outcome === null && !model.workers.has(workerId),
    )
    for (const workerId of new Set(held.map((attempt) => attempt.workerId)))
      this.#bury(workerId, 'crashed', seen)
  }

  #bury(workerId: string, how: 'crashed' | 'lost', seen: Slot['seen']): void {
    this.#model.bury(workerId, how)
    seen.delete(workerId)
  }
}

function nothing(): void {
  // The step finds nothing to do it to.
}

function pick<T>(things: readonly T[], at: number): T | undefined {
  return things.length === 0 ? undefined : things[at % things.length]
}

/** Steps that are one transaction each, so that a crash in them must leave no trace. */
function isOneTransaction({do: deed}: Step): boolean {
  return !['clear', 'kill', 'leave', 'reap', 'wait'].includes(deed)
}

function isCleared(
  status: ReturnType<QueueModel['statusOf']>,
  wanted: string | null,
  force: boolean,
): boolean {
  return (wanted === null || status === wanted) && (force || status !== 'processing')
}

function readingOf(content: number, skipped: boolean): Reading {
  const sha256 = String(content).repeat(64)
  return skipped
    ? {sha256, text: `first page of ${content}`, pages: 2, ocrPages: 0, skippedPages: 1}
    : {sha256, text: `whole of ${content}`, pages: 2, ocrPages: content === 0 ? 0 : 1, skippedPages: 0}
}

function extraction(reading: Reading): Extraction {
  return {
    ...reading,
    bytes: 10,
    fileType: 'pdf',
    ocrConfidence: reading.ocrPages > 0 ? 90 : null,
    language: null,
    words: 1,
    sections: [],
    profile: null,
    attachments: [],
    pageReadings: [],
    metadata: {},
    warnings: [],
  }
}

async function codeOf(action: Promise<unknown>): Promise<string> {
  try {
    await action
    return 'no error'
  } catch (error) {
    if (error instanceof AtsError) return error.code
    if (String(error).includes('crashed before')) return 'crashed'
    throw error
  }
}

export type {ModelJob}
