import {existsSync, globSync, readFileSync} from 'node:fs'
import {basename, join} from 'node:path'
import {parse} from 'yaml'

/** One CV, and what it was made from. */
export interface Case {
  source: string
  /** Absolute. */
  file: string
  truth: Truth
}

export interface Truth {
  name?: string
  email?: string
  phone?: string
  /** Site and accounts. */
  links: string[]
  work: TrueEntry[]
  education: TrueEntry[]
}

/** A job or a school. */
export interface TrueEntry {
  /** Title, or degree and subject. */
  what: string
  /** Employer, or school. */
  where: string
  /** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; absent for now. */
  start?: string
  end?: string
}

type Json = Record<string, unknown>

/** The CVs of a corpus that have their source beside them. */
export function casesOf(corpus: string): Case[] {
  return [
    ...find(corpus, 'cv/rendercv/examples/*.pdf').map((file) =>
      caseOf('rendercv', file, file.replace(/pdf$/, 'yaml'), rendercv),
    ),
    ...find(corpus, 'cv/reactive-resume/**/templates/**/*.pdf').map((file) =>
      caseOf(
        'reactive-resume',
        file,
        join(file, '../../json', basename(file).replace(/pdf$/, 'json')),
        reactiveResume,
      ),
    ),
    ...find(corpus, 'derived/jsonresume/*.*')
      .filter((file) => !file.endsWith('.json'))
      .map((file) => caseOf('jsonresume', file, file.replace(/\.\w+\.\w+$/, '.json'), jsonResume)),
  ].filter((one) => one !== undefined)
}

function caseOf(source: string, file: string, truth: string, read: (json: Json) => Truth): Case | undefined {
  return existsSync(truth)
    ? {source, file, truth: read(parse(readFileSync(truth, 'utf8')) as Json)}
    : undefined
}

function rendercv({cv}: Json): Truth {
  const {name, email, phone, website, social_networks, sections} = cv as Json
  const {education = [], experience = []} = sections as Record<string, Json[]>
  const accounts = (social_networks ?? []) as {network: string; username: string}[]
  const hosts: Record<string, string> = {LinkedIn: 'linkedin.com/in/', GitHub: 'github.com/'}
  return {
    ...basics({name, email, phone}),
    links: [
      text(website),
      ...accounts.map(({network, username}) => `${hosts[network] ?? ''}${username}`),
    ].filter(Boolean),
    work: experience.map((one) => ({
      what: text(one.position),
      where: text(one.company),
      ...dates(text(one.start_date), text(one.end_date)),
    })),
    education: education.map((one) => ({
      what: `${text(one.degree)} ${text(one.area)}`,
      where: text(one.institution),
      ...dates(text(one.start_date), text(one.end_date)),
    })),
  }
}

function reactiveResume({basics: person, sections}: Json): Truth {
  const {name, email, phone, url} = person as Json
  const items = (key: string) => {
    const {visible, items: all} = (sections as Record<string, {visible: boolean; items: Json[]}>)[key] ?? {
      visible: false,
      items: [],
    }
    return visible ? all.filter((item) => item.visible) : []
  }
  const span = (date: unknown) => {
    const [start = '', end = ''] = text(date).split(/ to /)
    return dates(month(start), month(end))
  }
  return {
    ...basics({name, email, phone}),
    links: [text((url as Json).href), ...items('profiles').map((one) => text((one.url as Json).href))].filter(
      Boolean,
    ),
    work: items('experience').map((one) => ({
      what: text(one.position),
      where: text(one.company),
      ...span(one.date),
    })),
    education: items('education').map((one) => ({
      what: text(one.studyType),
      where: text(one.institution),
      ...span(one.date),
    })),
  }
}

function jsonResume({basics: person, work = [], education = []}: Json): Truth {
  const {name, email, phone, url, profiles = []} = person as Json
  return {
    ...basics({name, email, phone}),
    links: [text(url), ...(profiles as Json[]).map((one) => text(one.url))].filter(Boolean),
    work: (work as Json[]).map((one) => ({
      what: text(one.position),
      where: text(one.name),
      ...dates(text(one.startDate), text(one.endDate)),
    })),
    education: (education as Json[]).map((one) => ({
      what: `${text(one.studyType)} ${text(one.area)}`,
      where: text(one.institution),
      ...dates(text(one.startDate), text(one.endDate)),
    })),
  }
}

function basics(values: Json): Pick<Truth, 'name' | 'email' | 'phone'> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => text(value) !== ''))
}

function dates(start: string, end: string): {start?: string; end?: string} {
  const isPast = /^\d{4}/.test(end)
  return {...(start === '' ? {} : {start}), ...(isPast ? {end} : {})}
}

/** `January 2019` to `2019-01`. */
function month(words: string): string {
  const time = Date.parse(`1 ${words} UTC`)
  return Number.isNaN(time) ? words : new Date(time).toISOString().slice(0, 7)
}

function text(value: unknown): string {
  return value === undefined || value === null ? '' : String(value).trim()
}

function find(corpus: string, pattern: string): string[] {
  return globSync(pattern, {cwd: corpus})
    .map((file) => join(corpus, file))
    .sort()
}
