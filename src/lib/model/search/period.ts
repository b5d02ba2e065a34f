import {fromStoredTime} from '../time.js'

const PERIOD =
  /^(\d{4})(?:-(\d\d)(?:-(\d\d)(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:?\d\d)?)?)?)?$/i

/**
 * The first moment of a year, a month or a day, or a moment itself: `2026`, `2026-03`, `2026-03-15`,
 * `2026-03-15T08:00Z`. Without a zone it is UTC.
 *
 * @returns undefined for anything else, 30 February included
 */
export function periodStart(text: string): Date | undefined {
  const [whole, year, month = '01', day = '01'] = PERIOD.exec(text.trim()) ?? []
  if (whole === undefined) return undefined
  const start = `${year}-${month}-${day}`
  const midnight = new Date(`${start}T00:00:00Z`)
  if (Number.isNaN(midnight.getTime()) || !midnight.toISOString().startsWith(start)) return undefined
  if (whole.length <= 10) return midnight
  try {
    return fromStoredTime(whole)
  } catch {
    return undefined
  }
}
