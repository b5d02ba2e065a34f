import type {JobStatus} from './job-state.js'

/** Counts of jobs by state, zeros included. */
export interface QueueStats extends Record<JobStatus, number> {
  total: number
  /** Pending jobs that wait for their `available_at`; they count as pending too. */
  scheduled: number
  /** Whole seconds since the oldest pending job that may run was made; null without one. */
  oldestPendingSeconds: number | null
  documents: number
  /** Workers that are alive. */
  workers: number
  paused: boolean
}

export interface QueueStatsJson extends Record<JobStatus, number> {
  total: number
  scheduled: number
  oldest_pending_seconds: number | null
  documents: number
  workers: number
  paused: boolean
}

export function statsToJson({oldestPendingSeconds, ...stats}: QueueStats): QueueStatsJson {
  return {
    pending: stats.pending,
    processing: stats.processing,
    completed: stats.completed,
    failed: stats.failed,
    scheduled: stats.scheduled,
    oldest_pending_seconds: oldestPendingSeconds,
    total: stats.total,
    documents: stats.documents,
    workers: stats.workers,
    paused: stats.paused,
  }
}
