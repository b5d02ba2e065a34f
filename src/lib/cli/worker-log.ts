import type {WorkerEvent, WorkerEventType, WorkerListener} from '../model/events.js'
import {createEventLog, type Level, type LogFormat} from './event-log.js'

export interface LogOptions {
  format: LogFormat
  /** Also what happens many times a file. */
  verbose: boolean
  write: (line: string) => void
  now: () => Date
}

/** How loud each event is; a new event does not compile without its line here. */
const LEVELS: Record<WorkerEventType, Level> = {
  'worker.started': 'info',
  'worker.warning': 'warn',
  'worker.idle': 'info',
  'worker.stopping': 'info',
  'worker.stopped': 'info',
  'worker.waiting': 'warn',
  'documents.erased': 'info',
  'erasures.completed': 'info',
  'erasures.waiting': 'warn',
  'job.claimed': 'info',
  'job.walked': 'info',
  'job.completed': 'info',
  'job.failed': 'error',
  'job.retried': 'warn',
  'job.released': 'info',
  'job.recovered': 'warn',
  'file.started': 'info',
  'page.read': 'debug',
  'file.loaded': 'info',
  'file.skipped': 'info',
  'file.failed': 'error',
  'file.retried': 'warn',
  'file.released': 'info',
  'lease.lost': 'warn',
}

/** One line an event. */
export function createWorkerLog({format, verbose, write, now}: LogOptions): WorkerListener {
  const log = createEventLog<WorkerEvent>({format, write, now, levelOf})
  return (event) => {
    if (verbose || levelOf(event) !== 'debug') log(event)
  }
}

/** Each claim is one line: that of a job which is a file has been told as the job's. */
function levelOf(event: WorkerEvent): Level {
  return event.type === 'file.started' && event.filePath === event.path ? 'debug' : LEVELS[event.type]
}
