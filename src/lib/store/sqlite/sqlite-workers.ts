import {MAX_CRASHES} from '../../model/failure.js'
import {fromStoredTime, toStoredTime} from '../../model/time.js'
import type {WorkerInfo} from '../../model/worker.js'
import type {Presence, Recovered, WorkerRegistration, WorkerStore} from '../store.js'
import * as claims from './claim-queries.js'
import type {Connection} from './connection.js'
import {closeAttempt, endFile, endJob, NO_DOCUMENT} from './settle.js'
import {bootId, holderOf, lockPath, removeLock, sweepLocks, WorkerLock} from './worker-lock.js'
import * as workers from './worker-queries.js'

type WorkerRow = ReturnType<SqliteWorkers['rows']>[number]

/** A heartbeat count, and since when it has been standing still by the reader's own clock. */
interface Observation {
  beat: number
  sinceMs: number
}

/** A worker of this process. Its lock is kept here, because a lock that nobody holds on to is collected, and so released. */
interface Own {
  registration: WorkerRegistration
  lock: WorkerLock
}

export class SqliteWorkers implements WorkerStore {
  readonly #connection: Connection
  readonly #bootId = bootId()
  readonly #observed = new Map<string, Observation>()
  readonly #own = new Map<string, Own>()

  constructor(connection: Connection) {
    this.#connection = connection
  }

  async register(registration: WorkerRegistration, now: Date): Promise<Presence> {
    const {workerId} = registration
    const lock = WorkerLock.hold(lockPath(this.#connection.path, workerId))
    this.#own.set(workerId, {registration, lock})
    // After a power cut no worker is there any more.
    const beat = (at: Date) =>
      this.#connection.writeUnsynced(() => this.#enter(registration, toStoredTime(at)))
    try {
      await this.#sweepLocks()
      await beat(now)
    } catch (error) {
      lock.release()
      throw error
    }
    return {workerId, heartbeat: beat, end: () => this.#end(workerId, lock)}
  }

  /** Enters a worker of this process again, if its row is gone. Only within a write transaction. */
  revive(workerId: string, now: string): void {
    const registration = this.#own.get(workerId)?.registration
    if (registration && !this.#connection.get(workers.workerById, {workerId})) this.#enter(registration, now)
  }

  async list(): Promise<WorkerInfo[]> {
    const {rows, units} = await this.#connection.read(() => ({
      rows: this.rows(),
      units: this.#connection.all(workers.runningUnits, {}),
    }))
    return rows.map((row) => ({
      workerId: row.worker_id,
      host: row.host,
      pid: row.pid,
      startedAt: fromStoredTime(row.started_at),
      heartbeatAt: fromStoredTime(row.heartbeat_at),
      concurrency: row.concurrency,
      running: units
        .filter((unit) => unit.worker_id === row.worker_id)
        .map((unit) => ({jobId: unit.job_id, filePath: unit.path ?? unit.file_path})),
      alive: this.#seemsAlive(row),
    }))
  }

  /** How many seem alive. Only within a transaction. */
  countLiving(): number {
    return this.rows().filter((row) => this.#seemsAlive(row)).length
  }

  async reap(now: Date, monotonicMs: number): Promise<Recovered[]> {
    const rows = await this.#connection.read(() => this.rows())
    const recovered: Recovered[] = []
    for (const row of rows) {
      const verdict = this.#judge(row, monotonicMs)
      if (verdict !== 'alive') recovered.push(...(await this.#bury(row.worker_id, verdict, now)))
    }
    for (const {worker_id} of await this.#connection.read(() =>
      this.#connection.all(workers.strangers, {}),
    )) {
      recovered.push(...(await this.#bury(worker_id, 'crashed', now)))
    }
    return recovered
  }

  rows() {
    return this.#connection.all(workers.workers, {})
  }

  #enter(registration: WorkerRegistration, now: string): void {
    this.#connection.run(workers.upsertWorker, {...registration, bootId: this.#bootId, now})
  }

  async #sweepLocks(): Promise<void> {
    const rows = await this.#connection.read(() => this.rows())
    sweepLocks(this.#connection.path, new Set(rows.map((row) => row.worker_id)))
  }

  async #end(workerId: string, lock: WorkerLock): Promise<void> {
    this.#own.delete(workerId)
    try {
      await this.#connection.write(() => this.#connection.run(workers.deleteWorker, {workerId}))
    } catch (error) {
      // Its row stays: let the others see at once that nobody is behind it.
      lock.abandon()
      throw error
    }
    lock.release()
  }

  #judge(row: WorkerRow, monotonicMs: number): 'alive' | 'crashed' | 'lost' {
    if (this.#own.has(row.worker_id)) return 'alive'
    if (this.#lockOf(row) === 'dead') return 'crashed'
    const seen = this.#observed.get(row.worker_id)
    if (!seen || seen.beat !== row.beat) {
      this.#observed.set(row.worker_id, {beat: row.beat, sinceMs: monotonicMs})
      return 'alive'
    }
    return monotonicMs - seen.sinceMs > row.lease_ms ? 'lost' : 'alive'
  }

  /** For people: the wall clock is good enough where no lock can be asked. */
  #seemsAlive(row: WorkerRow): boolean {
    const holder = this.#own.has(row.worker_id) ? 'alive' : this.#lockOf(row)
    if (holder !== 'unknown') return holder === 'alive'
    return Date.now() - fromStoredTime(row.heartbeat_at).getTime() < row.lease_ms
  }

  #lockOf(row: WorkerRow): 'alive' | 'dead' | 'unknown' {
    if (row.boot_id !== this.#bootId) return 'unknown'
    return holderOf(lockPath(this.#connection.path, row.worker_id))
  }

  async #bury(workerId: string, outcome: 'crashed' | 'lost', now: Date): Promise<Recovered[]> {
    const recovered = await this.#connection.write(() => {
      const units = this.#connection.all(claims.openAttemptsOfWorker, {workerId})
      const at = toStoredTime(now)
      const taken = units.flatMap((unit) => takeBack(this.#connection, unit, workerId, outcome, at) ?? [])
      this.#connection.run(workers.deleteWorker, {workerId})
      return taken
    })
    this.#observed.delete(workerId)
    if (outcome === 'crashed') removeLock(lockPath(this.#connection.path, workerId))
    return recovered
  }
}

interface OpenUnit {
  attempt_id: number
  token: string
  job_seq: number
  file_id: number | null
  job_id: string
  file_path: string
  job_crashes: number
  path: string | null
  file_crashes: number | null
}

/**
 * Back in the line, unless it has cost one worker too many. Only within a transaction.
 *
 * @returns undefined when the end of a job that the same worker had has ended this too
 */
function takeBack(
  connection: Connection,
  unit: OpenUnit,
  lostWorker: string,
  outcome: 'crashed' | 'lost',
  now: string,
): Recovered | undefined {
  const {job_seq: seq, file_id: fileId, attempt_id: attemptId, token} = unit
  if (!connection.get(claims.openAttemptWithToken, {attemptId, token})) return undefined
  const crashes = (fileId === null ? unit.job_crashes : (unit.file_crashes ?? 0)) + 1
  const dead = crashes >= MAX_CRASHES
  const error = {code: 'WORKER_LOST' as const, message: workerLost(lostWorker, crashes, dead)}
  closeAttempt(connection, {attemptId, token}, outcome, error, now)
  if (fileId === null) connection.run(claims.setJobCrashes, {seq, crashes})
  else connection.run(claims.setFileCrashes, {fileId, crashes})
  if (!dead && fileId !== null) connection.run(claims.releaseFile, {fileId})
  if (dead && fileId !== null) {
    endFile(connection, {seq, fileId, outcome: 'failed', document: NO_DOCUMENT, error, durationMs: 0}, now)
  }
  if (dead && fileId === null) endJob(connection, seq, 'failed', null, error, now)
  connection.run(claims.restJob, {seq, now})
  const filePath = unit.path ?? unit.file_path
  return {jobId: unit.job_id, path: unit.file_path, filePath, lostWorker, crashes, dead}
}

function workerLost(workerId: string, crashes: number, dead: boolean): string {
  return dead
    ? `${crashes} workers died while they had it, the last one ${workerId}`
    : `worker ${workerId} died`
}
