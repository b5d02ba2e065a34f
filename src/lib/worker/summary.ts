import type {WorkerEvent, WorkerSummary} from '../model/events.js'

type Counts = Omit<WorkerSummary, 'workerId' | 'database' | 'pending' | 'durationMs'>

const COUNTED: Partial<Record<WorkerEvent['type'], keyof Counts>> = {
  'job.completed': 'jobsCompleted',
  'job.failed': 'jobsFailed',
  'job.retried': 'retries',
  'file.retried': 'retries',
  'job.released': 'released',
  'file.released': 'released',
  'file.loaded': 'filesLoaded',
  'file.skipped': 'filesSkipped',
  'file.failed': 'filesFailed',
}

/** Counts what a worker did by listening to it. */
export class SummaryTally {
  readonly #counts: Counts = {
    jobsCompleted: 0,
    jobsFailed: 0,
    retries: 0,
    released: 0,
    filesLoaded: 0,
    filesSkipped: 0,
    filesFailed: 0,
  }

  listen(event: WorkerEvent): void {
    const counter = COUNTED[event.type]
    if (counter) this.#counts[counter] += 1
  }

  summary(facts: Pick<WorkerSummary, 'workerId' | 'database' | 'pending' | 'durationMs'>): WorkerSummary {
    return {...facts, ...this.#counts}
  }
}
