import {randomUUID} from 'node:crypto'
import {ERASED} from '../../model/erasure.js'
import {AtsError} from '../../model/errors.js'
import type {Job} from '../../model/job.js'
import {isFinal} from '../../model/job-state.js'
import {fromStoredTime, toStoredTime} from '../../model/time.js'
import type {
  Claim,
  ClaimRequest,
  ClaimStore,
  FoundFile,
  RefusedFile,
  Settled,
  Settlement,
  TurnedAway,
} from '../store.js'
import * as claims from './claim-queries.js'
import type {Connection} from './connection.js'
import {lookThrough} from './documents.js'
import {ringDoorbell} from './doorbell.js'
import {blocked} from './erased-content.js'
import {ERASED_FILE} from './erasure-queries.js'
import {jobById, jobBySeq, setting} from './job-queries.js'
import {type JobRow, toJob} from './job-rows.js'
import {anythingReady, firstReady, promoteDue, type ReadyUnit} from './ready.js'
import {leaseLost, NO_DOCUMENT, recordFile, settle, type Unit} from './settle.js'
import {SharedCommit} from './shared-commit.js'
import {PAUSED} from './standing.js'

/** Jobs looked at to tell whether files are still being found. */
const WALKING_LIMIT = 100

export class SqliteClaims implements ClaimStore {
  readonly #connection: Connection
  readonly #desk: Desk

  /** @param revive enters a worker of this process again, if its row is gone; called within a write transaction */
  constructor(connection: Connection, revive: Desk['revive']) {
    this.#connection = connection
    this.#desk = {connection, settlements: new SharedCommit(connection), revive}
  }

  async claim(request: ClaimRequest): Promise<Claim[]> {
    const now = toStoredTime(request.now)
    // Even an UPDATE that finds nothing takes the write lock: an idle worker must not stand in a producer's way.
    const hopeful = await this.#connection.read(() => anythingReady(this.#connection, now, request.jobId))
    // A claim that a power cut takes back is made again, as after any crash: the work need not wait for the disk.
    return hopeful ? this.#connection.writeUnsynced(() => claimReady(this.#desk, request)) : []
  }

  claimJob(id: string, workerId: string, at: Date): Promise<Claim> {
    const now = toStoredTime(at)
    return this.#connection.write(() => {
      const job = this.#connection.get(jobById, {id})
      if (!job) throw new AtsError('JOB_NOT_FOUND', `There is no job ${id}`)
      if (isFinal(job.status)) throw new AtsError('INVALID_STATE', `Job ${id} is ${job.status} already`)
      const claim = takeJob(this.#desk, job.seq, workerId, now)
      if (!claim) throw leaseLost()
      return claim
    })
  }

  adoptOrphans(now: Date): Promise<number> {
    return this.#connection.write(() => this.#connection.run(claims.adoptOrphans, {now: toStoredTime(now)}))
  }

  async lost(workerId: string, tokens: readonly string[]): Promise<string[]> {
    const open = await this.#connection.read(() =>
      this.#connection.all(claims.openTokens, {workerId}).map((row) => row.token),
    )
    const standing = new Set(open)
    return tokens.filter((token) => !standing.has(token))
  }

  walking(): Promise<string[]> {
    return this.#connection.read(() =>
      this.#connection.all(claims.claimedUnwalked, {limit: WALKING_LIMIT}).map((job) => job.file_path),
    )
  }

  async nextAvailableAt(): Promise<Date | undefined> {
    const times = await this.#connection.read(() => [
      this.#connection.get(claims.nextJobTime, {})?.at,
      this.#connection.get(claims.nextFileTime, {})?.at,
    ])
    const [earliest] = times.filter((time) => time != null).sort()
    return earliest === undefined ? undefined : fromStoredTime(earliest)
  }
}

/** Where claims are handed out. */
interface Desk {
  connection: Connection
  settlements: SharedCommit
  revive: (workerId: string, now: string) => void
}

/** Takes up to `limit` units. Only within a write transaction. */
function claimReady(desk: Desk, {workerId, limit, now, jobId}: ClaimRequest): Claim[] {
  const {connection} = desk
  if (connection.get(setting, {name: PAUSED})) return []
  const at = toStoredTime(now)
  promoteDue(connection, at)
  const taken: Claim[] = []
  while (taken.length < limit) {
    const unit = firstReady(connection, jobId)
    const claim = unit && take(desk, unit, workerId, at)
    if (!claim) break
    taken.push(claim)
  }
  return taken
}

function take(desk: Desk, unit: ReadyUnit, workerId: string, now: string): Claim | undefined {
  return unit.kind === 'job' ? takeJob(desk, unit.seq, workerId, now) : takeFile(desk, unit, workerId, now)
}

function takeJob(desk: Desk, seq: number, workerId: string, now: string): Claim | undefined {
  const {connection} = desk
  const [job] = connection.all(claims.takeJob, {seq, now})
  if (!job) return undefined
  const {attempts: attempt, retries} = job
  const unit = openAttempt(desk, job, {fileId: null, attempt, workerId, now})
  return new SqliteClaim(desk, unit, {
    job: toJob(job),
    file: undefined,
    attempt,
    retries,
    workerId,
    now,
  })
}

function takeFile(
  desk: Desk,
  {fileId, seq}: {fileId: number; seq: number},
  workerId: string,
  now: string,
): Claim | undefined {
  const {connection} = desk
  const [file] = connection.all(claims.takeFile, {fileId})
  if (!file) return undefined
  connection.run(claims.wakeJob, {seq, now})
  const job = connection.get(jobBySeq, {seq})
  if (!job) return undefined
  const {attempts: attempt, retries, path, path_bytes: pathBytes} = file
  const unit = openAttempt(desk, job, {fileId, attempt, workerId, now})
  const facts = {job: toJob(job), file: {path, pathBytes}, attempt, retries, workerId, now}
  return new SqliteClaim(desk, unit, facts)
}

function openAttempt(
  {connection, revive}: Desk,
  {seq, generation}: JobRow,
  attempt: {fileId: number | null; attempt: number; workerId: string; now: string},
): Unit {
  // A worker that slept for longer than its lease has been struck off; whoever takes work is there.
  revive(attempt.workerId, attempt.now)
  const token = randomUUID()
  const [opened] = connection.all(claims.openAttempt, {seq, token, ...attempt})
  if (!opened) throw new TypeError('an inserted attempt has a number')
  return {attemptId: opened.attempt_id, token, seq, fileId: attempt.fileId, generation}
}

interface ClaimFacts {
  job: Job
  file: Claim['file']
  attempt: number
  retries: number
  workerId: string
  now: string
}

class SqliteClaim implements Claim {
  readonly token: string
  readonly workerId: string
  readonly job: Job
  readonly file: Claim['file']
  readonly attempt: number
  readonly retries: number
  readonly startedAt: Date
  readonly #desk: Desk
  readonly #unit: Unit

  constructor(desk: Desk, unit: Unit, facts: ClaimFacts) {
    this.#desk = desk
    this.#unit = unit
    this.token = unit.token
    this.workerId = facts.workerId
    this.job = facts.job
    this.file = facts.file
    this.attempt = facts.attempt
    this.retries = facts.retries
    this.startedAt = fromStoredTime(facts.now)
  }

  async addFiles(files: readonly FoundFile[]): Promise<void> {
    const {seq, generation, attemptId, token} = this.#unit
    const {priority} = this.job
    const now = toStoredTime(new Date())
    await this.#desk.connection.write(() => {
      if (!this.#desk.connection.get(claims.openAttemptWithToken, {attemptId, token})) throw leaseLost()
      const added = files.flatMap((file) =>
        this.#desk.connection.all(claims.addFile, {seq, priority, generation, ...file}),
      )
      const open = added.filter((row) => row.state === 'pending').length
      this.#desk.connection.run(claims.openFiles, {seq, added: open, now})
    })
    ringDoorbell(this.#desk.connection.path)
  }

  async refuseFiles(files: readonly RefusedFile[]): Promise<TurnedAway[]> {
    const {seq, generation, attemptId, token} = this.#unit
    await this.#desk.connection.write(() => {
      if (!this.#desk.connection.get(claims.openAttemptWithToken, {attemptId, token})) throw leaseLost()
      for (const {number, sha256} of files) {
        const path = `${ERASED_FILE}blocked ${number}`
        recordFile(
          this.#desk.connection,
          {seq, generation},
          {path, error: blocked(sha256), durationMs: 0},
          'skipped',
          NO_DOCUMENT,
        )
      }
    })
    return files.map(({sha256}) => ({path: ERASED, error: blocked(sha256)}))
  }

  async settle(settlement: Settlement, now: Date, next?: ClaimRequest): Promise<Settled> {
    const {seq} = this.#unit
    // A text is looked through while nobody waits for the lock.
    if (settlement.kind === 'loaded') lookThrough(settlement)
    const settled = await this.#desk.settlements.write(() => {
      const outcome = settle(this.#desk.connection, this.#unit, settlement, now)
      const taken = next ? claimReady(this.#desk, next) : []
      this.#desk.connection.run(claims.restJob, {seq, now: toStoredTime(now)})
      const job = this.#desk.connection.get(jobBySeq, {seq})
      if (!job) throw leaseLost()
      return {job: toJob(job), next: taken, ...outcome}
    })
    if (settlement.kind === 'released') ringDoorbell(this.#desk.connection.path)
    return settled
  }
}
