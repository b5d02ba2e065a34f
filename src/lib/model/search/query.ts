/**
 * What somebody looks for, read from a query such as `skill:kubernetes (berlin OR remote) -intern`. An engine turns
 * it into its own language.
 */
export type SearchQuery =
  | {kind: 'and'; parts: SearchQuery[]}
  | {kind: 'or'; parts: SearchQuery[]}
  | {kind: 'not'; part: SearchQuery}
  | Words
  | Facet

/** A word, or words that follow one another. */
export interface Words {
  kind: 'words'
  /** As it was typed, without quotes and star; has at least one letter or digit. */
  text: string
  /** Whether the last word may go on. */
  prefix: boolean
  /** It stood in quotes: neither parts of compounds nor words without their hyphen are meant. */
  quoted: boolean
  /** Where to look; absent: everywhere. */
  field?: TextField
}

/** What a document is, as opposed to what it says. */
export interface Facet {
  kind: 'facet'
  facet: 'language' | 'type'
  /** Any of these. */
  values: string[]
}

/** The parts of a document that can be looked through each by itself. */
export const TEXT_FIELDS = ['name', 'headline', 'skills', 'titles', 'employers', 'file_name', 'text'] as const

export type TextField = (typeof TEXT_FIELDS)[number]

/** A query, and the times at its top. */
export interface ParsedQuery {
  /** Absent: everything. */
  query?: SearchQuery
  /** Taken in at this time or later. */
  after?: Date
  /** Taken in before this time. */
  before?: Date
}

/** The words before a colon, and what each looks through. */
export const FIELD_NAMES: Record<string, TextField | 'language' | 'type' | 'after' | 'before'> = {
  name: 'name',
  headline: 'headline',
  skill: 'skills',
  skills: 'skills',
  title: 'titles',
  company: 'employers',
  employer: 'employers',
  file: 'file_name',
  text: 'text',
  lang: 'language',
  language: 'language',
  type: 'type',
  after: 'after',
  before: 'before',
}

export type FieldName = (typeof FIELD_NAMES)[string]

/** All of these, without needless levels; undefined where there is nothing. */
export function allOf(queries: readonly (SearchQuery | undefined)[]): SearchQuery | undefined {
  const parts = queries
    .filter((query) => query !== undefined)
    .flatMap((query) => (query.kind === 'and' ? query.parts : [query]))
  return parts.length > 1 ? {kind: 'and', parts} : parts[0]
}
