import type {FileCounts, Holding, Standing, WorkAhead} from '../../model/explanation.js'
import {fromStoredTime} from '../../model/time.js'
import type {Connection} from './connection.js'
import {jobById, setting} from './job-queries.js'
import {type JobRow, toJob} from './job-rows.js'
import * as standing from './standing-queries.js'

/** The name of the setting that stands while the queue is paused. */
export const PAUSED = 'paused'

/** Only within a transaction, so that all of it is of one moment. */
export function readStanding(connection: Connection, id: string, now: string): Standing | undefined {
  const row = connection.get(jobById, {id})
  return (
    row && {
      job: toJob(row),
      paused: connection.get(setting, {name: PAUSED}) !== undefined,
      ahead: countAhead(connection, row, now),
      files: row.walked === 1 ? countFiles(connection, row, now) : null,
      holdings: readHoldings(connection, row),
    }
  )
}

function countAhead(connection: Connection, {priority, seq}: JobRow, now: string): WorkAhead {
  const place = {priority, seq, now}
  const waiting = connection.get(standing.jobsAhead, place)?.jobs ?? 0
  const {jobs = 0, files = 0} = connection.get(standing.filesAhead, place) ?? {}
  return {jobs: waiting + jobs, files}
}

function countFiles(connection: Connection, {seq, generation}: JobRow, now: string): FileCounts {
  const counts = connection.get(standing.fileCounts, {seq, generation, now})
  if (!counts) throw new TypeError('a count has a row')
  const {next_at, ...known} = counts
  const ready = known.total - known.done - known.running - known.waiting
  return {...known, ready, nextAt: next_at === null ? null : fromStoredTime(next_at)}
}

function readHoldings(connection: Connection, {seq}: JobRow): Holding[] {
  return connection.all(standing.holdings, {seq}).map(({worker_id, started_at, path}) => ({
    workerId: worker_id,
    filePath: path,
    startedAt: fromStoredTime(started_at),
  }))
}
