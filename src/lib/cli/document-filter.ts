import {resolve} from 'node:path'
import type {DocumentFilter} from '../documents/document-filter.js'
import {lowercaseOperators} from '../model/search/lowercase-operators.js'
import {day, type FlagValues, fileTypes, languageCodes, path, words} from './flag-types.js'

/** Which documents: for every command that takes several. */
export const DOCUMENT_FILTER_FLAGS = {
  lang: languageCodes({
    summary: 'Only documents in this language, by its two letters: de, or de,fr.',
    helpGroup: 'FILTER',
  }),
  type: fileTypes({
    summary: 'Only files of this format: pdf, word, image, or pdf,docx.',
    helpGroup: 'FILTER',
  }),
  skill: words({
    summary: 'Only people with this skill, or with all of several: java,sql.',
    helpGroup: 'FILTER',
  }),
  after: day({summary: 'Only documents taken in on this day or later.', helpGroup: 'FILTER'}),
  before: day({summary: 'Only documents taken in before this day.', helpGroup: 'FILTER'}),
  path: path({summary: 'Only what came from this file or folder.', helpGroup: 'FILTER'}),
}

/** The filter that the flags come to; absent flags filter nothing. */
export function documentFilter(
  flags: FlagValues<typeof DOCUMENT_FILTER_FLAGS>,
  cwd: string,
): Omit<DocumentFilter, 'query'> {
  const {lang, type, skill, after, before} = flags
  const given = {
    languages: lang,
    types: type,
    skills: skill,
    after,
    before,
    path: flags.path === undefined ? undefined : resolve(cwd, flags.path),
  }
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined))
}

/**
 * The words of a command line as one query. The shell has taken quotes away: what was one word to it belongs
 * together.
 */
export function queryOf(words: readonly string[]): string | undefined {
  if (words.length <= 1) return words[0]
  return words.map((word) => (/\s/.test(word) ? `(${word})` : word)).join(' ')
}

/** What somebody may not know who wrote `java or kotlin`. */
export function operatorNotes(query: string | undefined): string[] {
  if (query === undefined) return []
  return lowercaseOperators(query).map(
    (operator) => `"${operator.toLowerCase()}" was looked for as a word; the operator is written ${operator}`,
  )
}
