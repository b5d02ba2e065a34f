import {setTimeout as sleep} from 'node:timers/promises'
import type {Attempt} from '../../model/attempt.js'
import type {Standing} from '../../model/explanation.js'
import type {Job} from '../../model/job.js'
import type {JobFile} from '../../model/job-file.js'
import {isFinal} from '../../model/job-state.js'
import type {QueueStats} from '../../model/stats.js'
import {fromStoredTime, toStoredTime} from '../../model/time.js'
import type {ClearFilter, JobDraft, JobFilter, JobStore, RetrySelection} from '../store.js'
import type {Connection} from './connection.js'
import {ringDoorbell} from './doorbell.js'
import * as jobs from './job-queries.js'
import {type JobRow, toAttempt, toJob, toJobFile} from './job-rows.js'
import {firstJobInLine} from './ready.js'
import {cancelJob} from './settle.js'
import {PAUSED, readStanding} from './standing.js'
import {forgetPagesOfJobs} from './stray-pages.js'
import {forgetUndone} from './watched-queries.js'

/** Jobs or files deleted in one transaction: few enough for the lock to be held for milliseconds only. */
const CLEAR_BATCH = 200

export class SqliteJobs implements JobStore {
  readonly #connection: Connection
  readonly #livingWorkers: () => number

  constructor(connection: Connection, {livingWorkers}: {livingWorkers: () => number}) {
    this.#connection = connection
    this.#livingWorkers = livingWorkers
  }

  async insert(drafts: readonly JobDraft[], now: Date): Promise<void> {
    await this.#connection.write(() => insertDrafts(this.#connection, drafts, now))
    ringDoorbell(this.#connection.path)
  }

  async get(id: string): Promise<Job | undefined> {
    const row = await this.#read(() => this.#connection.get(jobs.jobById, {id}))
    return row && toJob(row)
  }

  async find(fragment: string, limit: number): Promise<Job[]> {
    const rows = await this.#read(() => {
      const bySeq = new Map<number, JobRow>()
      const to = `${fragment}\u{10FFFF}`
      for (const row of this.#connection.all(jobs.jobsByPrefix, {from: fragment, to, limit}))
        bySeq.set(row.seq, row)
      for (const row of this.#connection.all(jobs.jobsBySuffix, {fragment, limit})) bySeq.set(row.seq, row)
      return [...bySeq.values()]
    })
    return rows.slice(0, limit).map(toJob)
  }

  async list({status, limit}: JobFilter): Promise<Job[]> {
    const rows = await this.#read(() =>
      status
        ? this.#connection.all(jobs.newestJobsByStatus, {status, limit})
        : this.#connection.all(jobs.newestJobs, {limit}),
    )
    return rows.map(toJob)
  }

  async next(now: Date): Promise<Job | undefined> {
    const row = await this.#read(() => firstJobInLine(this.#connection, toStoredTime(now)))
    return row && toJob(row)
  }

  standing(id: string, now: Date): Promise<Standing | undefined> {
    return this.#read(() => readStanding(this.#connection, id, toStoredTime(now)))
  }

  async attempts(id: string): Promise<Attempt[]> {
    const rows = await this.#read(() => this.#connection.all(jobs.attemptsOfJob, {id}))
    return rows.map(toAttempt)
  }

  async files(id: string): Promise<JobFile[]> {
    const rows = await this.#read(() => this.#connection.all(jobs.filesOfJob, {id}))
    return rows.map(toJobFile)
  }

  async stats(now: Date): Promise<QueueStats> {
    return this.#read(() => {
      const count = Object.fromEntries(
        this.#connection.all(jobs.counts, {}).map(({status, jobs: n}) => [status, n]),
      ) as Record<'pending' | 'processing' | 'completed' | 'failed' | 'scheduled', number>
      const due = this.#connection.get(jobs.countDue, {now: toStoredTime(now)})?.jobs ?? 0
      const oldest = this.#connection.get(jobs.oldestPending, {now: toStoredTime(now)})?.created_at
      return {
        ...count,
        scheduled: count.scheduled - due,
        total: count.pending + count.processing + count.completed + count.failed,
        oldestPendingSeconds: oldest === undefined ? null : secondsBetween(fromStoredTime(oldest), now),
        documents: this.#connection.get(jobs.countDocuments, {})?.documents ?? 0,
        workers: this.#livingWorkers(),
        paused: this.#connection.get(jobs.setting, {name: PAUSED}) !== undefined,
      }
    })
  }

  async findUnfinished(path: string): Promise<Job | undefined> {
    const row = await this.#read(() => this.#connection.get(jobs.unfinishedByPath, {path}))
    return row && toJob(row)
  }

  async findByContent(sha256: string): Promise<Job | undefined> {
    const row = await this.#read(() => this.#connection.get(jobs.newestByContent, {sha256}))
    return row && toJob(row)
  }

  async retry(selection: RetrySelection, now: Date): Promise<string[]> {
    const ids = await this.#connection.write(() =>
      this.#selectForRetry(selection).flatMap((id) =>
        this.#connection.all(jobs.retryJob, {id, now: toStoredTime(now)}).map((row) => row.job_id),
      ),
    )
    if (ids.length > 0) ringDoorbell(this.#connection.path)
    return ids
  }

  async cancel(id: string, now: Date): Promise<Job | undefined> {
    const error = {code: 'CANCELLED' as const, message: 'cancelled'}
    const at = toStoredTime(now)
    const row = await this.#connection.write(() => {
      const found = this.#connection.get(jobs.jobById, {id})
      if (found && !isFinal(found.status)) {
        cancelJob(this.#connection, found.seq, error, at)
      }
      return found
    })
    return row && toJob(row)
  }

  async clear(filter: ClearFilter): Promise<number> {
    let cleared = 0
    for await (const rows of this.#clearable(filter)) {
      const seqs = JSON.stringify(rows)
      await this.#inTurn(() => forgetPagesOfJobs(this.#connection, seqs))
      await this.#strip(seqs)
      const batch = {seqs, force: Number(filter.force)}
      cleared += await this.#inTurn(() => {
        this.#connection.run(forgetUndone, batch)
        return this.#connection.run(jobs.clearJobs, batch)
      })
    }
    return cleared
  }

  async countClearable(filter: ClearFilter): Promise<number> {
    let count = 0
    for await (const seqs of this.#clearable(filter)) count += seqs.length
    return count
  }

  async setPaused(paused: boolean): Promise<void> {
    await this.#connection.write(() =>
      paused
        ? this.#connection.run(jobs.setSetting, {name: PAUSED, value: 'true'})
        : this.#connection.run(jobs.deleteSetting, {name: PAUSED}),
    )
    if (!paused) ringDoorbell(this.#connection.path)
  }

  /** One job can be a directory of a hundred thousand files, which would take the lock for seconds. */
  async #strip(seqs: string): Promise<void> {
    const batch = {seqs, limit: CLEAR_BATCH}
    for (let stripped = CLEAR_BATCH; stripped === CLEAR_BATCH; ) {
      stripped = await this.#inTurn(() => this.#connection.run(jobs.stripJobs, batch))
    }
  }

  /** A write among many: others get the lock for longer than it had it. */
  async #inTurn<T>(work: () => T): Promise<T> {
    const started = performance.now()
    const result = await this.#connection.write(work)
    await sleep(2 + 2 * (performance.now() - started))
    return result
  }

  async *#clearable({status, before, force}: ClearFilter): AsyncGenerator<number[]> {
    const filter = {
      status: status ?? null,
      before: before ? toStoredTime(before) : null,
      force: Number(force),
      limit: CLEAR_BATCH,
    }
    for (let after = 0; ; ) {
      const rows = await this.#read(() => this.#connection.all(jobs.clearableSeqs, {...filter, after}))
      const last = rows.at(-1)
      if (!last) return
      yield rows.map((row) => row.seq)
      after = last.seq
    }
  }

  #selectForRetry(selection: RetrySelection): readonly string[] {
    if ('ids' in selection) return selection.ids
    if ('skipped' in selection) return this.#connection.all(jobs.skippedIds, {}).map((row) => row.job_id)
    if ('errorCode' in selection) {
      return this.#connection.all(jobs.failedIdsByCode, {code: selection.errorCode}).map((row) => row.job_id)
    }
    return this.#connection.all(jobs.failedIds, {}).map((row) => row.job_id)
  }

  #read<T>(work: () => T): Promise<T> {
    return this.#connection.read(work)
  }
}

function secondsBetween(from: Date, to: Date): number {
  return Math.max(0, Math.floor((to.getTime() - from.getTime()) / 1000))
}

/** Only within a write transaction. */
export function insertDrafts(connection: Connection, drafts: readonly JobDraft[], at: Date): void {
  const now = toStoredTime(at)
  const rows = drafts.map(toRow)
  const [first] = rows
  if (first && rows.length === 1) connection.run(jobs.insertJob, {...first, now})
  else connection.run(jobs.insertJobs, {rows: JSON.stringify(rows.map(Object.values)), now})
}

/** In the order of `insertJobs`. */
function toRow({jobId, filePath, maxRetries, priority, availableAt, ocr, contentSha256}: JobDraft) {
  return {
    jobId,
    filePath,
    maxRetries,
    priority,
    availableAt: availableAt && toStoredTime(availableAt),
    ocr: Number(ocr),
    contentSha256,
  }
}
