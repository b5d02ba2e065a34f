import {InvalidValue} from './invalid-value.js'

const DAY = 86_400_000

const DAYS_OF_A_YEAR = 365

/** Days; a month is a twelfth of a year, so that `12mo` is `1y`. */
const UNITS: Record<string, number> = {d: 1, w: 7, mo: DAYS_OF_A_YEAR / 12, y: DAYS_OF_A_YEAR}

const PERIOD = /^(\d{1,6})(d|w|mo|y)$/

/** In days, so that a date made with it stays a date. */
const LONGEST = 100 * DAYS_OF_A_YEAR

/**
 * Reads `180d`, `26w`, `6mo` or `2y` (of 365 days): what is deleted by age must not go because `6m`, for months, was
 * taken for minutes as elsewhere, or 180 for seconds.
 *
 * @returns whole days in milliseconds, at least one; a part of a day is taken for a day
 * @throws InvalidValue
 */
export function parsePeriod(text: string): number {
  const [, amount, unit = ''] = PERIOD.exec(text.trim().toLowerCase()) ?? []
  if (amount === undefined)
    throw new InvalidValue(
      text,
      'whole days, weeks, months or years, such as 180d, 26w, 6mo or 2y (m is minutes elsewhere)',
    )
  const days = Math.ceil(Number(amount) * (UNITS[unit] ?? 0))
  if (days < 1 || days > LONGEST) throw new InvalidValue(text, 'a period of 1d to 100y')
  return days * DAY
}
