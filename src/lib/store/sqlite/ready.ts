import * as claims from './claim-queries.js'
import type {Connection} from './connection.js'
import {jobBySeq} from './job-queries.js'
import type {JobRow} from './job-rows.js'

/** Waiting jobs that join the line in one transaction: few enough for the lock to be held for milliseconds only. */
const PROMOTED_AT_ONCE = 500

/** What is first in line: a job, or a file of a job whose directory was walked. */
export type ReadyUnit = {kind: 'job'; seq: number} | {kind: 'file'; fileId: number; seq: number}

interface Place {
  priority: number
  seq: number
}

/** Higher priority first, then the older job. Only within a transaction. */
export function firstReady(connection: Connection, jobId?: string): ReadyUnit | undefined {
  if (jobId !== undefined) return firstReadyOfJob(connection, jobId)
  const job = connection.get(claims.firstReadyJob, {})
  const file = connection.get(claims.firstReadyFile, {})
  if (job && !(file && comesFirst({priority: file.priority, seq: file.job_seq}, job))) {
    return {kind: 'job', seq: job.seq}
  }
  return file && {kind: 'file', fileId: file.file_id, seq: file.job_seq}
}

function firstReadyOfJob(connection: Connection, id: string): ReadyUnit | undefined {
  const job = connection.get(claims.readyJobById, {id})
  if (!job) return undefined
  if (job.walked === 0 && job.status === 'pending' && job.available_at === null)
    return {kind: 'job', seq: job.seq}
  const file = connection.get(claims.firstReadyFileOfJob, {seq: job.seq})
  return file && {kind: 'file', fileId: file.file_id, seq: job.seq}
}

function comesFirst(one: Place, other: Place): boolean {
  return one.priority > other.priority || (one.priority === other.priority && one.seq < other.seq)
}

/** Whether a claim would find anything, asked without the write lock. */
export function anythingReady(connection: Connection, now: string, jobId?: string): boolean {
  return (
    firstReady(connection, jobId) !== undefined ||
    connection.get(claims.firstDueJob, {now}) !== undefined ||
    connection.get(claims.anyDueFile, {now}) !== undefined
  )
}

export function promoteDue(connection: Connection, now: string): void {
  if (connection.get(claims.firstDueJob, {now}))
    connection.run(claims.promoteJobs, {now, limit: PROMOTED_AT_ONCE})
  if (connection.get(claims.anyDueFile, {now}))
    connection.run(claims.promoteFiles, {now, limit: PROMOTED_AT_ONCE})
}

/** The job that a claim would take, or whose file it would take. */
export function firstJobInLine(connection: Connection, now: string): JobRow | undefined {
  const seqs = [
    firstReady(connection)?.seq,
    connection.get(claims.firstDueJob, {now})?.seq,
    connection.get(claims.firstDueFile, {now})?.job_seq,
  ]
  const jobs = seqs.flatMap((seq) => (seq === undefined ? [] : (connection.get(jobBySeq, {seq}) ?? [])))
  return jobs.reduce<JobRow | undefined>(
    (first, job) => (first && !comesFirst(job, first) ? first : job),
    undefined,
  )
}
