import type {Profile, Resume} from '#lib/model/profile.js'
import type {TrueEntry, Truth} from './truth.ts'

/** One value of one CV: whether it is right, and what was expected and found. */
export interface Verdict {
  field: string
  isRight: boolean
  /** Whether the text that the profile is read from holds it at all. */
  isInText: boolean
  expected: string
  found: string
}

export const FIELDS = [
  'name',
  'email',
  'phone',
  'links',
  'jobs',
  'employer',
  'title',
  'job dates',
  'schools',
  'school',
  'degree',
  'school dates',
] as const

interface Entry {
  what: string
  where: string
  start?: string | undefined
  end?: string | undefined
}

/** Every field of the truth against the profile. */
export function compare(truth: Truth, profile: Profile | null, text: string): Verdict[] {
  const {basics = {}, work = [], education = []} = (profile?.resume ?? {}) as Resume
  const jobs = work.map(({name, position, startDate, endDate}) => ({
    where: name ?? '',
    what: position ?? '',
    start: startDate,
    end: endDate,
  }))
  const schools = education.map(({institution, studyType, area, startDate, endDate}) => ({
    where: institution ?? '',
    what: `${studyType ?? ''} ${area ?? ''}`,
    start: startDate,
    end: endDate,
  }))
  return [
    ...one('name', truth.name, basics.name, text, (a, b) => fold(a) === fold(b)),
    ...one('email', truth.email, basics.email, text, (a, b) => a.toLowerCase() === b.toLowerCase()),
    ...one('phone', truth.phone, basics.phone, text, isSameNumber),
    links(
      truth.links,
      [basics.url, ...(basics.profiles ?? []).map(({url}) => url)].filter((url) => url !== undefined),
      text,
    ),
    ...entries(['jobs', 'employer', 'title', 'job dates'], truth.work, jobs, text),
    ...entries(['schools', 'school', 'degree', 'school dates'], truth.education, schools, text),
  ]
}

function one(
  field: string,
  expected: string | undefined,
  found: string | undefined,
  text: string,
  same: (a: string, b: string) => boolean,
): Verdict[] {
  if (expected === undefined) return []
  return [
    {
      field,
      isRight: found !== undefined && same(expected, found),
      isInText: holds(text, expected),
      expected,
      found: found ?? '',
    },
  ]
}

/** Those that the text holds, and no others. */
function links(expected: readonly string[], found: readonly string[], text: string): Verdict {
  const visible = expected.filter((link) => text.toLowerCase().includes(address(link)))
  const [want, have] = [visible, found].map((all) => [...new Set(all.map(address))].sort().join(' '))
  return {
    field: 'links',
    isRight: want === have,
    isInText: visible.length > 0,
    expected: want ?? '',
    found: have ?? '',
  }
}

/** Number and order by what is known of each; then each against the one in its place. */
function entries(
  fields: [string, string, string, string],
  expected: readonly TrueEntry[],
  found: readonly Entry[],
  text: string,
): Verdict[] {
  const [all, where, what, dates] = fields
  const inOrder =
    expected.length === found.length &&
    expected.every((entry, index) => isAbout(entry, found[index] as Entry))
  const list = (some: readonly Entry[]) => some.map((entry) => `${entry.what} @ ${entry.where}`).join('; ')
  return [
    {
      field: all,
      isRight: inOrder,
      isInText: expected.length > 0,
      expected: list(expected),
      found: list(found),
    },
    ...expected.flatMap((entry, index): Verdict[] => {
      const own = found[index]
      return [
        {
          field: where,
          isRight: fold(own?.where ?? '') === fold(entry.where),
          isInText: holds(text, entry.where),
          expected: entry.where,
          found: own?.where ?? '',
        },
        {
          field: what,
          isRight: isSameWords(entry.what, own?.what ?? ''),
          isInText: true,
          expected: entry.what,
          found: own?.what ?? '',
        },
        {
          field: dates,
          isRight: own !== undefined && isSameDate(entry.start, own.start) && isSameDate(entry.end, own.end),
          isInText: true,
          expected: `${entry.start} – ${entry.end}`,
          found: `${own?.start} – ${own?.end}`,
        },
      ]
    }),
  ]
}

function isAbout(entry: Entry, own: Entry): boolean {
  return fold(entry.where) === fold(own.where) || isSameWords(entry.what, own.what)
}

/** What stands between a degree and its subject, which a profile has in two fields. */
const PARTICLES = new Set('in of als zum zur en em di de da'.split(' '))

/** A degree and its subject in whatever order and with whatever between. */
function isSameWords(expected: string, found: string): boolean {
  const words = (value: string) =>
    fold(value)
      .split(' ')
      .filter((word) => !PARTICLES.has(word))
      .sort()
      .join(' ')
  return words(expected) === words(found)
}

/** As exact as the less exact of the two, and to the month where both have one. */
function isSameDate(expected: string | undefined, found: string | undefined): boolean {
  if (expected === undefined || found === undefined) return expected === found
  const length = Math.min(expected.length, found.length)
  return expected.slice(0, length) === found.slice(0, length)
}

function isSameNumber(expected: string, found: string): boolean {
  const [a, b] = [expected, found].map((number) => number.replace(/\D/g, '').replace(/^0+/, ''))
  return a !== undefined && b !== undefined && a.length > 6 && (a.endsWith(b) || b.endsWith(a))
}

function holds(text: string, value: string): boolean {
  return fold(text).includes(fold(value))
}

function fold(value: string): string {
  return value
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

function address(link: string): string {
  return link
    .toLowerCase()
    .replace(/^https?:\/\/(?:www\.)?/, '')
    .replace(/\/$/, '')
}
