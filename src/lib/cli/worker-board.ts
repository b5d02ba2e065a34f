import type {WorkerEvent} from '../model/events.js'
import {clean} from './clean.js'
import {formatDuration} from './duration.js'

/** A job that is being worked on, as it is shown. */
export interface LiveJob {
  path: string
  /** Files found so far; undefined for a file job. */
  files: number | undefined
  loaded: number
  skipped: number
  failed: number
  startedAt: number
  /** What is being read now: the file, and how far. */
  reading: Map<string, string>
}

/** A line that stays: what became of a job or file. */
export interface FinishedLine {
  kind: 'completed' | 'failed' | 'retried' | 'noted'
  text: string
}

/** What a worker is doing, drawn from its events; knows nothing of a terminal. */
export class WorkerBoard {
  readonly jobs = new Map<string, LiveJob>()
  readonly #now: () => number
  #completed = 0
  #failed = 0
  #state = 'starting'

  constructor(now: () => number) {
    this.#now = now
  }

  /** The one line about the worker as a whole. */
  get headline(): string {
    const counts = [`${this.#completed} done`, ...(this.#failed > 0 ? [`${this.#failed} failed`] : [])]
    return [this.jobs.size > 0 && this.#state !== 'stopping' ? 'working' : this.#state, ...counts].join(' · ')
  }

  /** @returns lines to keep */
  apply(event: WorkerEvent): FinishedLine[] {
    switch (event.type) {
      case 'worker.started':
        this.#state = 'waiting for jobs'
        return []
      case 'worker.warning':
        return [{kind: 'noted', text: clean(event.message)}]
      case 'worker.idle':
        this.#state = event.paused ? 'the queue is paused' : idleText(event.pending)
        return []
      case 'worker.waiting':
        return [
          {
            kind: 'retried',
            text: `${clean(event.message)}; trying again in ${formatDuration(event.delayMs)}`,
          },
        ]
      case 'worker.stopping':
        this.#state = 'stopping'
        return event.forced || event.running === 0
          ? []
          : [{kind: 'noted', text: 'finishing what runs; press ^C again to stop at once'}]
      case 'worker.stopped':
        return []
      case 'documents.erased':
        return [{kind: 'noted', text: `${event.documents} documents erased: they had become too old`}]
      case 'erasures.completed':
        return [{kind: 'noted', text: 'nothing is left of what was erased'}]
      case 'erasures.waiting':
        return [{kind: 'retried', text: `${clean(event.message)}; an erasure waits for it`}]
      case 'job.recovered':
        return [
          {
            kind: 'retried',
            text: `${clean(event.filePath)}  taken back from worker ${clean(event.lostWorker)}`,
          },
        ]
      default:
        return this.#applyToJob(event)
    }
  }

  #applyToJob(event: JobEvent): FinishedLine[] {
    const job = this.#job(event.jobId, event.path)
    switch (event.type) {
      case 'job.claimed':
        return []
      case 'job.walked':
        job.files = event.files
        return []
      case 'file.started':
        job.reading.set(event.filePath, '')
        return []
      case 'page.read':
        job.reading.set(event.filePath, event.pages > 1 ? `page ${event.page} of ${event.pages}` : '')
        return []
      case 'file.loaded':
        return this.#endFile(event.jobId, event.filePath, 'loaded')
      case 'file.skipped':
        this.#endFile(event.jobId, event.filePath, 'skipped')
        return job.files === undefined ? [] : [{kind: 'noted', text: troubleText(event)}]
      case 'file.failed':
        this.#endFile(event.jobId, event.filePath, 'failed')
        return job.files === undefined ? [] : [{kind: 'failed', text: troubleText(event)}]
      case 'file.retried':
        this.#endFile(event.jobId, event.filePath)
        return job.files === undefined ? [] : [{kind: 'retried', text: retryText(event, event.filePath)}]
      case 'file.released':
        return this.#endFile(event.jobId, event.filePath)
      case 'job.retried':
        return this.#endJob(event.jobId, {kind: 'retried', text: retryText(event, event.path)})
      case 'job.released':
        return this.#endJob(event.jobId, {kind: 'noted', text: `${clean(event.path)}  handed back`})
      case 'lease.lost':
        return this.#endJob(event.jobId, {
          kind: 'noted',
          text: `${clean(event.path)}  taken away or cancelled`,
        })
      case 'job.completed':
        this.#completed += 1
        return this.#endJob(event.jobId, {kind: 'completed', text: this.#jobText(event.jobId, job)})
      case 'job.failed':
        this.#failed += 1
        return this.#endJob(event.jobId, {
          kind: 'failed',
          text: troubleText({...event, filePath: event.path}),
        })
    }
  }

  /** A directory's files may come to this worker without its job. */
  #job(jobId: string, path: string): LiveJob {
    const known = this.jobs.get(jobId)
    if (known) return known
    const job: LiveJob = {
      path,
      files: undefined,
      loaded: 0,
      skipped: 0,
      failed: 0,
      startedAt: this.#now(),
      reading: new Map(),
    }
    this.jobs.set(jobId, job)
    return job
  }

  #endFile(jobId: string, filePath: string, outcome?: 'loaded' | 'skipped' | 'failed'): FinishedLine[] {
    const job = this.jobs.get(jobId)
    job?.reading.delete(filePath)
    if (job && outcome) job[outcome] += 1
    return []
  }

  #endJob(jobId: string, line: FinishedLine): FinishedLine[] {
    this.jobs.delete(jobId)
    return [line]
  }

  #jobText(jobId: string, job: LiveJob): string {
    const ms = this.#now() - (this.jobs.get(jobId)?.startedAt ?? this.#now())
    return [clean(job.path), countText(job), formatDuration(ms)].filter(Boolean).join('  ')
  }
}

/** `3 loaded, 1 skipped`; of a directory also how many there are. */
export function countText({loaded, skipped, failed, files}: LiveJob): string {
  const counts = [
    [loaded, 'loaded'],
    [skipped, 'skipped'],
    [failed, 'failed'],
  ] as const
  const told = counts.filter(([count]) => count > 0).map(([count, word]) => `${count} ${word}`)
  if (told.length === 0) return files === undefined ? '' : `${files} files`
  return `${told.join(', ')}${files === undefined ? '' : ` of ${files}`}`
}

function idleText(pending: number): string {
  return pending === 0
    ? 'waiting for jobs'
    : `waiting; ${pending} ${pending === 1 ? 'job runs' : 'jobs run'} later`
}

type JobEvent = Exclude<
  WorkerEvent,
  {type: `worker.${string}` | `documents.${string}` | `erasures.${string}` | 'job.recovered'}
>

interface Trouble {
  code: string | null
  message: string
}

function troubleText({filePath, code, message}: Trouble & {filePath: string}): string {
  const path = clean(filePath)
  const reason = clean(message)
  return [reason.includes(path) ? '' : path, code, reason].filter(Boolean).join('  ')
}

function retryText(
  {message, retries, maxRetries, delayMs}: Trouble & {retries: number; maxRetries: number; delayMs: number},
  path: string,
): string {
  const again = `retry ${retries} of ${maxRetries} in ${formatDuration(delayMs)}`
  return `${clean(path)}  ${clean(message)}; ${again}`
}
