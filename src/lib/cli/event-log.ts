import {clean, cleanJson} from './clean.js'

export type LogFormat = 'text' | 'json'

export type Level = 'debug' | 'info' | 'warn' | 'error'

export interface EventLogOptions<Event> {
  format: LogFormat
  write: (line: string) => void
  now: () => Date
  levelOf: (event: Event) => Level
}

/** Writes one line an event. */
export function createEventLog<Event extends {type: string}>({
  format,
  write,
  now,
  levelOf,
}: EventLogOptions<Event>): (event: Event) => void {
  const toLine = format === 'json' ? jsonLine : textLine
  return (event) => write(`${toLine(event, levelOf(event), now())}\n`)
}

/** `2026-11-23T18:00:00.123Z INFO  file.loaded job_id=… path=… pages=2` */
function textLine(event: {type: string}, level: Level, time: Date): string {
  const facts = fieldsOf(event)
    .flatMap(flat)
    .map(([name, value]) => `${name}=${textValue(value)}`)
  return [time.toISOString(), level.toUpperCase().padEnd(5), event.type, ...facts].join(' ')
}

function jsonLine(event: {type: string}, level: Level, time: Date): string {
  return cleanJson({
    time: time.toISOString(),
    level,
    event: event.type,
    ...Object.fromEntries(fieldsOf(event)),
  })
}

/** Snake case as in all JSON; the file only where it is not the job's own path. */
function fieldsOf({
  type: _,
  ...event
}: {
  type: string
  filePath?: unknown
  path?: unknown
}): [string, unknown][] {
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
