import type {Explanation, FileCounts, Holder, JobReason, WorkAhead} from '../model/explanation.js'
import type {Job} from '../model/job.js'
import {clean} from './clean.js'
import {countOf} from './count.js'
import {relativeTime} from './instant.js'
import {failedFilesText} from './job-text.js'
import {renderFields} from './table.js'

/** The job in three lines, then a sentence for each reason. */
export function renderExplanation(explanation: Explanation, now: Date): string {
  const {job, reasons} = explanation
  const facts = renderFields([
    ['job', job.jobId],
    ['path', job.filePath],
    ['status', job.status],
  ])
  return `${facts}\n${reasons
    .flatMap((reason) => SENTENCES[reason](explanation, now))
    .map(toLine)
    .join('')}`
}

function toLine(sentence: string): string {
  return `${clean(sentence)}\n`
}

type Sentences = (explanation: Explanation, now: Date) => string[]

const SENTENCES: Record<JobReason, Sentences> = {
  completed: ({job}, now) => [`It was completed ${relativeTime(job.updatedAt, now)}.`, filesAdvice(job)],
  failed: ({job}, now) => [
    `It failed ${relativeTime(job.updatedAt, now)}, for good: ${causeOf(job)}`,
    `Run it again: ats queue retry ${job.jobId}`,
  ],
  running: ({heldBy, files}, now) => [
    ...heldBy.map((holder) => holderText(holder, now)),
    ...(files === null ? [] : [filesText(files, now)]),
  ],
  worker_gone: ({heldBy, workersAlive}, now) => [
    ...heldBy.map((holder) => holderText(holder, now)),
    workersAlive > 0
      ? 'A living worker takes it back in a moment.'
      : 'The next worker takes it back: ats worker run',
  ],
  abandoned: () => [
    'It stands as if somebody were at it, and nobody is; another program may have left it so.',
    'Put it right: ats db check --repair',
  ],
  paused: () => ['The queue is paused. Go on with: ats queue resume'],
  scheduled: ({job}, now) => [`It may not run before ${timeText(job.availableAt, now)}.`],
  retry: ({job}, now) => [
    `It failed and runs again ${timeText(job.availableAt, now)}, retry ${job.retries} of ${job.maxRetries}.`,
    `The failure: ${causeOf(job)}`,
  ],
  files_waiting: ({files}, now) => [files === null ? '' : filesText(files, now)].filter(Boolean),
  no_worker: () => ['No worker is alive. Start one: ats worker run'],
  workers_busy: ({workersAlive}) => [
    `${workersAlive === 1 ? 'The one living worker is' : `All ${workersAlive} living workers are`} busy.`,
  ],
  in_line: ({ahead}) => (ahead === null ? [] : [aheadText(ahead)]),
  ready: () => ['It is first in line; a worker takes it in a moment.'],
}

/** A folder's job is completed though files in it failed. */
function filesAdvice(job: Job): string {
  const advice = `ats queue get ${job.jobId}`
  const failed = failedFilesText(job)
  return failed === '' ? `What became of its files: ${advice}` : `${failed}; see: ${advice}`
}

function causeOf({errorCode, errorMessage}: {errorCode: string | null; errorMessage: string | null}): string {
  return [errorCode, errorMessage].filter(Boolean).join(': ') || 'no reason is known'
}

function holderText({workerId, host, pid, alive, filePath, startedAt}: Holder, now: Date): string {
  const where = host === null ? '' : ` (process ${pid} on ${host})`
  const what = filePath === null ? '' : `: ${filePath}`
  const since = relativeTime(startedAt, now)
  return alive
    ? `Worker ${workerId}${where} took it ${since}${what}`
    : `Worker ${workerId}${where} took it ${since} and is no longer there${what}`
}

function filesText({total, done, running, ready, waiting, nextAt}: FileCounts, now: Date): string {
  const parts = [
    `${done} of ${countOf(total, 'file')} done`,
    ...(running > 0 ? [`${running} being read`] : []),
    ...(ready > 0 ? [`${ready} ready`] : []),
    ...(waiting > 0 ? [`${waiting} waiting for the next try, the first ${timeText(nextAt, now)}`] : []),
  ]
  return `${parts.join(', ')}.`
}

function aheadText({jobs, files}: WorkAhead): string {
  const contents = files > 0 ? `, with ${countOf(files, 'file')} of folders to read` : ''
  return `${countOf(jobs, 'job')} ${jobs === 1 ? 'comes' : 'come'} first${contents}.`
}

function timeText(time: Date | null, now: Date): string {
  return time === null ? 'at once' : `${time.toISOString()} (${relativeTime(time, now)})`
}
