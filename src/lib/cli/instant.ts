import {fromStoredTime} from '../model/time.js'
import {InvalidValue} from './invalid-value.js'

const ISO = /^(\d{4}-\d\d-\d\d)(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:?\d\d)?)?$/i

/**
 * Reads a time of the command line: ISO-8601, a date alone is its first moment, without a zone it is UTC.
 *
 * @throws InvalidValue
 */
export function parseInstant(text: string): Date {
  const trimmed = text.trim()
  const day = ISO.exec(trimmed)?.[1]
  if (day === undefined || !isCalendarDay(day)) throw notATime(text)
  try {
    return fromStoredTime(trimmed)
  } catch {
    throw notATime(text)
  }
}

/** JavaScript takes 30 February for 2 March. */
function isCalendarDay(day: string): boolean {
  const date = new Date(`${day}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day)
}

function notATime(text: string): InvalidValue {
  return new InvalidValue(text, 'an ISO-8601 time such as 2026-12-01T08:00:00Z (without a zone it is UTC)')
}

/** `in 5 min`, `3 h ago`, `just now`: how far a time is from now, in its largest unit. */
export function relativeTime(time: Date, now: Date): string {
  const ms = time.getTime() - now.getTime()
  const distance = largestUnit(Math.abs(ms))
  if (distance === undefined) return 'just now'
  return ms > 0 ? `in ${distance}` : `${distance} ago`
}

const UNITS: readonly [name: string, ms: number][] = [
  ['d', 86_400_000],
  ['h', 3_600_000],
  ['min', 60_000],
  ['s', 1_000],
]

function largestUnit(ms: number): string | undefined {
  const unit = UNITS.find(([, size]) => ms >= size)
  return unit === undefined ? undefined : `${Math.floor(ms / unit[1])} ${unit[0]}`
}
