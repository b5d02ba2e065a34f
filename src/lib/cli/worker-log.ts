import type {WorkerEvent, WorkerEventType, WorkerListener} from '../model/events.js'
import {clean, cleanJson} from './clean.js'

export type LogFormat = 'text' | 'json'

export interface LogOptions {
  format: LogFormat
  /** Also what happens many times a file. */
  verbose: boolean
  write: (line: string) => void
  now: () => Date
}

type Level = 'debug' | 'info' | 'warn' | 'error'

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
  const toLine = format === 'json' ? jsonLine : textLine
  return (event) => {
    if (verbose || levelOf(event) !== 'debug') write(`${toLine(event, now())}\n`)
  }
}

/** Each claim is one line: that of a job which is a file has been told as the job's. */
function levelOf(event: WorkerEvent): Level {
  return event.type === 'file.started' && event.filePath === event.path ? 'debug' : LEVELS[event.type]
}

/** `2026-11-23T18:00:00.123Z INFO  file.loaded job_id=… path=… pages=2` */
function textLine(event: WorkerEvent, time: Date): string {
  const facts = fieldsOf(event)
    .flatMap(flat)
    .map(([name, value]) => `${name}=${textValue(value)}`)
  return [time.toISOString(), levelOf(event).toUpperCase().padEnd(5), event.type, ...facts].join(' ')
}

function jsonLine(event: WorkerEvent, time: Date): string {
  return cleanJson({
    time: time.toISOString(),
    level: levelOf(event),
    event: event.type,
    ...Object.fromEntries(fieldsOf(event)),
  })
}

/** Snake case as in all JSON; the file only where it is not the job's own path. */
function fieldsOf({type: _, ...event}: WorkerEvent): [string, unknown][] {
  const isOwnPath = 'filePath' in event && event.filePath === event.path
  return Object.entries(event)
    .filter(([name]) => !(isOwnPath && name === 'filePath'))
    .map(([name, value]) => [name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`), value])
}

/** A result's members stand beside the other facts; words of a list are joined. */
function flat([name, value]: [string, unknown]): [string, unknown][] {
  if (Array.isArray(value)) return [[name, value.join('+')]]
  return typeof value === 'object' && value !== null ? Object.entries(value) : [[name, value]]
}

function textValue(value: unknown): string {
  const text = typeof value === 'string' ? clean(value) : (JSON.stringify(value) ?? '')
  return /^[^\s"=]+$/.test(text) ? text : `"${text.replaceAll('"', '\\"')}"`
}
