import {InvalidValue} from './invalid-value.js'

const UNITS: Record<string, number> = {
  ms: 1,
  s: 1_000,
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
  w: 604_800_000,
}

const DURATION = /^(?:\d+(?:\.\d+)?(?:ms|s|m|h|d|w))+$/

/** The longest, so that a date made with it stays a date. */
const LONGEST_MS = 100 * 365 * 86_400_000

/**
 * Reads `30s`, `5m`, `2h`, `1d`, `1h30m`, or a bare number of seconds.
 *
 * @returns whole milliseconds
 * @throws InvalidValue
 */
export function parseDuration(text: string): number {
  const trimmed = text.trim().toLowerCase()
  const ms = /^\d+(\.\d+)?$/.test(trimmed) ? Number(trimmed) * 1_000 : sumOfParts(trimmed, text)
  if (ms > LONGEST_MS) throw new InvalidValue(text, 'a duration of at most 100 years')
  return Math.round(ms)
}

function sumOfParts(trimmed: string, text: string): number {
  if (!DURATION.test(trimmed)) throw new InvalidValue(text, 'a duration such as 30s, 5m, 2h or 1d')
  let ms = 0
  for (const [, amount, unit] of trimmed.matchAll(/(\d+(?:\.\d+)?)(ms|[smhdw])/g)) {
    ms += Number(amount) * (UNITS[unit ?? ''] ?? 0)
  }
  return ms
}

/** `0.4 s`, `12 s`, `3 min 5 s`, `2 h 10 min`: for people. */
export function formatDuration(ms: number): string {
  if (ms < 10_000) return `${(ms / 1_000).toFixed(1)} s`
  const seconds = Math.round(ms / 1_000)
  if (seconds < 60) return `${seconds} s`
  if (seconds < 3_600) return `${Math.floor(seconds / 60)} min ${seconds % 60} s`
  return `${Math.floor(seconds / 3_600)} h ${Math.floor((seconds % 3_600) / 60)} min`
}
