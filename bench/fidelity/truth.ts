import {readFileSync} from 'node:fs'
import {parse} from 'yaml'

/** What a page shows of these is computed (dates, addresses), so they are no truth about its words. */
const COMPUTED =
  /^(date|start_date|end_date|startDate|endDate|releaseDate|url|doi|phone|href|id|website|picture|image|network|username|countryCode|icon|\$schema|canonical|version|lastModified)$/

export interface Truth {
  text: string
  /** Lines that stand one after the other on the page: the highlights of each entry. */
  lines: string[][]
}

/** The words of a structured CV (rendercv's YAML, Reactive Resume's and JSON Resume's JSON). */
export function structuredTruth(path: string): Truth {
  const text = readFileSync(path, 'utf8')
  const data = path.endsWith('.json') ? JSON.parse(text) : parse(text)
  const root = data.cv ?? (data.sections ? visible(data) : data)
  return {
    text: [...strings(root)].map(plain).join('\n'),
    lines: [...lists(root), ...htmlLists(root)].map((list) => list.map(plain)),
  }
}

/** Plain text or Markdown that a CV was made from. */
export function textTruth(path: string): Truth {
  const text = plain(readFileSync(path, 'utf8').replace(/<!--[\s\S]*?-->/g, ''))
  return {text, lines: [text.split('\n')]}
}

/**
 * Reactive Resume: hidden sections, and layout data beside the words, are not on the page; whether the name of a
 * section is, its template decides.
 */
function visible({
  basics,
  sections,
}: {
  basics: object
  sections: Record<string, {visible?: boolean}>
}): unknown {
  const shown = Object.values(sections).filter((section) => section.visible !== false)
  return {
    basics,
    shown: shown.map((section) => ({...section, name: ''})),
  }
}

function* strings(value: unknown, key = ''): Generator<string> {
  if (COMPUTED.test(key)) return
  if (typeof value === 'string') yield value
  else if (Array.isArray(value)) for (const one of value) yield* strings(one)
  else if (value !== null && typeof value === 'object') {
    for (const [name, one] of Object.entries(value)) yield* strings(one, name)
  }
}

function* lists(value: unknown): Generator<string[]> {
  if (Array.isArray(value)) {
    if (value.length > 1 && value.every((one) => typeof one === 'string' && one.length > 25)) yield value
    for (const one of value) yield* lists(one)
  } else if (value !== null && typeof value === 'object') {
    for (const one of Object.values(value)) yield* lists(one)
  }
}

/** The items of each HTML list. */
function* htmlLists(value: unknown): Generator<string[]> {
  for (const text of strings(value)) {
    const items = [...text.matchAll(/<li>(.*?)<\/li>/gs)].map(([, item = '']) => item)
    if (items.length > 1) yield items
  }
}

/** Without Markdown's and HTML's marks. */
function plain(text: string): string {
  return text
    .replace(/<[^>]+>/g, ' ')
    .replace(/&nbsp;/g, ' ')
    .replace(/&amp;/g, '&')
    .replace(/!?\[([^\]]*)\]\([^)]*\)(\{[^}]*\})?/g, '$1')
    .replace(/^#+ |\*\*|[*_`](?=\S)|(?<=\S)[*_`]/gm, '')
}
