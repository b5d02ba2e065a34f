import {JOB_STATUSES} from '../model/job-state.js'
import type {QueueStats} from '../model/stats.js'
import {formatDuration} from './duration.js'
import {type Look, paintStatus} from './job-text.js'
import {padEnd, padStart} from './width.js'

/** The counts, a line each, their digits in one column. */
export function renderStats(stats: QueueStats, {colors}: Pick<Look, 'colors'>): string {
  const lines: [string, number][] = [
    ...JOB_STATUSES.map((status): [string, number] => [status, stats[status]]),
    ['scheduled', stats.scheduled],
    ['total', stats.total],
    ['documents', stats.documents],
    ['workers', stats.workers],
  ]
  const width = Math.max(...lines.map(([, count]) => String(count).length))
  const counts = lines.map(([label, count]) => {
    const line = `${padEnd(label, 11)} ${padStart(String(count), width)}`
    const status = JOB_STATUSES.find((candidate) => candidate === label)
    return `${status !== undefined && count > 0 ? paintStatus(line, status, colors) : line}\n`
  })
  return [...counts, ...remarks(stats)].join('')
}

/** The counts in one line, for a log. */
export function renderStatsLine(stats: QueueStats, now: Date): string {
  const counts = JOB_STATUSES.map((status) => `${status}=${stats[status]}`).join(' ')
  return `${now.toISOString()} ${counts} scheduled=${stats.scheduled} total=${stats.total} workers=${stats.workers}\n`
}

function remarks({oldestPendingSeconds, paused}: QueueStats): string[] {
  return [
    ...(oldestPendingSeconds === null
      ? []
      : [`oldest pending job: ${formatDuration(oldestPendingSeconds * 1_000)}\n`]),
    ...(paused ? ['the queue is paused; go on with: ats queue resume\n'] : []),
  ]
}
