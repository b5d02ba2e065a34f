import type {Resume} from '../profile.js'

/** The keys under which metadata keep times, the more telling first. */
const FILE_TIMES = ['modified', 'created']

interface Dated {
  text: string
  profile: {resume: Resume} | null
  metadata: Record<string, string>
}

/**
 * Orders editions of a CV as text: by the latest date in the life that it tells, then by the time that its file states,
 * then by when it was taken in. A scan or a conversion made yesterday of an old CV is still the older one.
 *
 * @param createdAt ISO 8601; what lies after it (a contract's end, an expected degree) dates nothing
 */
export function recencyOf({text, profile, metadata}: Dated, createdAt: string): string {
  const told = profile ? datesOf(profile.resume) : []
  const dates = (told.length > 0 ? told : yearsOf(text)).filter((date) => date <= createdAt)
  const fileTime = FILE_TIMES.map((key) => metadata[key] ?? '').find((time) => /^\d{4}-\d\d/.test(time))
  return [latest(dates), fileTime ?? '', createdAt].map((part) => part.padEnd(24)).join('|')
}

function datesOf({work = [], education = []}: Resume): string[] {
  return [...work, ...education].flatMap(({startDate, endDate}) =>
    [startDate, endDate].filter((date): date is string => date !== undefined),
  )
}

function yearsOf(text: string): string[] {
  return text.match(/(?<!\d)(?:19[5-9]|20\d)\d(?!\d)/g) ?? []
}

function latest(dates: readonly string[]): string {
  return dates.reduce((newest, date) => (date > newest ? date : newest), '')
}
