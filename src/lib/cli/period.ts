import {InvalidValue} from './invalid-value.js'

const DAY = 86_400_000

const YEAR = 365 * DAY

const UNITS: Record<string, number> = {d: DAY, w: 7 * DAY, y: YEAR}

const PERIOD = /^(\d+)([dwy])$/

/** So that a date made with it stays a date. */
const LONGEST_MS = 100 * YEAR

/**
 * Reads `180d`, `26w` or `2y` (of 365 days): what is deleted by age must not go because `6m`, for months, was taken for
 * minutes as elsewhere, or 180 for seconds.
 *
 * @returns whole days in milliseconds, at least one
 * @throws InvalidValue
 */
export function parsePeriod(text: string): number {
  const [, amount, unit = ''] = PERIOD.exec(text.trim().toLowerCase()) ?? []
  if (amount === undefined)
    throw new InvalidValue(
      text,
      'whole days, weeks or years, such as 180d, 26w or 2y (m is minutes elsewhere)',
    )
  const ms = Number(amount) * (UNITS[unit] ?? 0)
  if (ms < DAY || ms > LONGEST_MS) throw new InvalidValue(text, 'a period of 1d to 100y')
  return ms
}
