import type {Job} from './job.js'
import type {JobStatus} from './job-state.js'
import type {WorkerInfo} from './worker.js'

/**
 * Why a job is where it is. `paused`: nobody may take anything. `scheduled`: its time has not come. `retry`: it waits
 * after a failure. `files_waiting`: its files wait after failures. `no_worker`: nobody is there to take it.
 * `workers_busy`: those who are have their hands full. `in_line`: other work comes first. `ready`: it is first in
 * line. `running`: somebody works on it. `worker_gone`: whoever had it is no more, and nobody has taken it back yet.
 * `abandoned`: it stands as if somebody were at it, and nobody is. `completed`, `failed`: it has ended.
 */
export const JOB_REASONS = [
  'completed',
  'failed',
  'running',
  'worker_gone',
  'abandoned',
  'paused',
  'scheduled',
  'retry',
  'files_waiting',
  'no_worker',
  'workers_busy',
  'in_line',
  'ready',
] as const

export type JobReason = (typeof JOB_REASONS)[number]

/** A claim on the job or on one of its files. */
export interface Holding {
  workerId: string
  /** The file of a directory job; null for the job itself. */
  filePath: string | null
  startedAt: Date
}

/** The holder of a claim, as far as it is known. */
export interface Holder extends Holding {
  host: string | null
  pid: number | null
  alive: boolean
}

/** A directory job's files. */
export interface FileCounts {
  total: number
  done: number
  running: number
  /** May be taken now. */
  ready: number
  /** Wait for their next try. */
  waiting: number
  /** When the first of those that wait may run. */
  nextAt: Date | null
}

/** What a claim would take before this job. */
export interface WorkAhead {
  /** Jobs that come first: waiting ones, and directory jobs whose files may be taken. */
  jobs: number
  /** Files of those directory jobs. */
  files: number
}

/** What the store knows of a job's place, all of one moment. */
export interface Standing {
  job: Job
  paused: boolean
  ahead: WorkAhead
  /** Null unless it is a directory whose files are known. */
  files: FileCounts | null
  holdings: Holding[]
}

export interface Explanation {
  job: Job
  /** All that holds, the most telling first; never empty. */
  reasons: JobReason[]
  paused: boolean
  /** Null unless the job, or a file of it, may be taken as far as it is concerned itself. */
  ahead: WorkAhead | null
  files: FileCounts | null
  heldBy: Holder[]
  workersAlive: number
}

/** Puts together why a job is not running, or what it is doing. */
export function explain(standing: Standing, workers: readonly WorkerInfo[], now: Date): Explanation {
  const {job, paused, files} = standing
  const heldBy = standing.holdings.map((holding) => toHolder(holding, workers))
  const living = workers.filter(({alive}) => alive)
  const reasons = reasonsOf({standing, heldBy, living, now})
  const inLine = isWaiting(job.status) && mayRun(standing, now)
  return {
    job,
    reasons,
    paused,
    ahead: inLine ? standing.ahead : null,
    files,
    heldBy,
    workersAlive: living.length,
  }
}

interface Facts {
  standing: Standing
  heldBy: readonly Holder[]
  living: readonly WorkerInfo[]
  now: Date
}

function reasonsOf(facts: Facts): JobReason[] {
  const {status} = facts.standing.job
  if (status === 'completed' || status === 'failed') return [status]
  if (status === 'processing') return processingReasons(facts)
  return pendingReasons(facts)
}

function processingReasons({heldBy}: Facts): JobReason[] {
  if (heldBy.length === 0) return ['abandoned']
  return heldBy.some(({alive}) => alive) ? ['running'] : ['worker_gone']
}

function pendingReasons(facts: Facts): JobReason[] {
  const {standing, living} = facts
  if (isStuck(standing)) return ['abandoned']
  const reasons: JobReason[] = []
  if (standing.paused) reasons.push('paused')
  if (living.length === 0) reasons.push('no_worker')
  if (!mayRun(standing, facts.now)) return [...reasons, delayOf(standing)]
  if (living.length > 0 && living.every(isFull)) reasons.push('workers_busy')
  if (standing.ahead.jobs > 0) reasons.push('in_line')
  return reasons.length === 0 ? ['ready'] : reasons
}

/** Its files are said to be the job, and there is none left to do. */
function isStuck({files}: Standing): boolean {
  return files !== null && files.ready + files.waiting + files.running === 0
}

function isWaiting(status: JobStatus): boolean {
  return status === 'pending'
}

function mayRun({job, files}: Standing, now: Date): boolean {
  if (files !== null) return files.ready > 0
  return job.availableAt === null || job.availableAt <= now
}

function delayOf({job, files}: Standing): JobReason {
  if (files !== null) return 'files_waiting'
  return job.errorMessage === null && job.errorCode === null ? 'scheduled' : 'retry'
}

function isFull({running, concurrency}: WorkerInfo): boolean {
  return running.length >= concurrency
}

function toHolder(holding: Holding, workers: readonly WorkerInfo[]): Holder {
  const worker = workers.find(({workerId}) => workerId === holding.workerId)
  return {...holding, host: worker?.host ?? null, pid: worker?.pid ?? null, alive: worker?.alive ?? false}
}

export interface ExplanationJson {
  job_id: string
  file_path: string
  status: JobStatus
  reasons: JobReason[]
  paused: boolean
  available_at: string | null
  retries: number
  max_retries: number
  error_code: string | null
  error_message: string | null
  ahead: WorkAhead | null
  files: {
    total: number
    done: number
    running: number
    ready: number
    waiting: number
    next_at: string | null
  } | null
  held_by: {
    worker_id: string
    host: string | null
    pid: number | null
    alive: boolean
    file_path: string | null
    started_at: string
  }[]
  workers_alive: number
}

export function explanationToJson({job, files, heldBy, ...about}: Explanation): ExplanationJson {
  return {
    job_id: job.jobId,
    file_path: job.filePath,
    status: job.status,
    reasons: about.reasons,
    paused: about.paused,
    available_at: job.availableAt?.toISOString() ?? null,
    retries: job.retries,
    max_retries: job.maxRetries,
    error_code: job.errorCode,
    error_message: job.errorMessage,
    ahead: about.ahead,
    files: files && fileCountsToJson(files),
    held_by: heldBy.map(holderToJson),
    workers_alive: about.workersAlive,
  }
}

function fileCountsToJson({nextAt, ...counts}: FileCounts): NonNullable<ExplanationJson['files']> {
  return {...counts, next_at: nextAt?.toISOString() ?? null}
}

function holderToJson(holder: Holder): ExplanationJson['held_by'][number] {
  return {
    worker_id: holder.workerId,
    host: holder.host,
    pid: holder.pid,
    alive: holder.alive,
    file_path: holder.filePath,
    started_at: holder.startedAt.toISOString(),
  }
}
