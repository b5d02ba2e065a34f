import {resolve} from 'node:path'
import type {FileType} from '../model/extraction.js'
import {parseQuery} from '../model/search/parse-query.js'
import {allOf, type ParsedQuery, type SearchQuery} from '../model/search/query.js'
import type {DocumentSelection} from '../store/store.js'

/** Which documents: those that meet every condition that is there. */
export interface DocumentFilter {
  /** As for `ats documents search`: docs/search.md. */
  query?: string
  /** Of any of these languages, by ISO 639-1. */
  languages?: readonly string[]
  /** Of any of these formats. */
  types?: readonly FileType[]
  /** With all of these among their skills. */
  skills?: readonly string[]
  /** Taken in at this time or later. */
  after?: Date
  /** Taken in before this time. */
  before?: Date
  /** A file that they came from, or a directory with all that is below it. */
  path?: string
  /** Of each person one: the newest edition among those that meet the other conditions. Default false. */
  onePerPerson?: boolean
}

/**
 * A filter in the store's words.
 *
 * @throws AtsError USAGE for a query that cannot be read
 */
export function toSelection(filter: DocumentFilter): DocumentSelection {
  const parsed: ParsedQuery = filter.query === undefined ? {} : parseQuery(filter.query)
  const query = allOf([parsed.query, ...conditions(filter)])
  const after = latest(parsed.after, filter.after)
  const before = earliest(parsed.before, filter.before)
  return {
    ...(query === undefined ? {} : {query}),
    ...(after === undefined ? {} : {after}),
    ...(before === undefined ? {} : {before}),
    ...(filter.onePerPerson ? {onePerPerson: true} : {}),
    ...(filter.path === undefined ? {} : {path: resolve(filter.path)}),
  }
}

function conditions({languages = [], types = [], skills = []}: DocumentFilter): SearchQuery[] {
  return [
    ...(languages.length > 0 ? [facet('language', languages)] : []),
    ...(types.length > 0 ? [facet('type', types)] : []),
    ...skills
      .filter((text) => /[\p{L}\p{N}]/u.test(text))
      .map((text): SearchQuery => ({kind: 'words', text, prefix: false, quoted: false, field: 'skills'})),
  ]
}

function facet(name: 'language' | 'type', values: readonly string[]): SearchQuery {
  return {kind: 'facet', facet: name, values: values.map((value) => value.toLowerCase())}
}

function latest(one: Date | undefined, other: Date | undefined): Date | undefined {
  return one && other ? new Date(Math.max(one.getTime(), other.getTime())) : (one ?? other)
}

function earliest(one: Date | undefined, other: Date | undefined): Date | undefined {
  return one && other ? new Date(Math.min(one.getTime(), other.getTime())) : (one ?? other)
}
