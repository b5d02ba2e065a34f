import {AtsError} from '../errors.js'

/** Longer queries are told about without being shown. */
const SHOWN = 70

/**
 * What is wrong with a query and where.
 *
 * @param at index into the query
 * @param expected what would be right, a sentence
 */
export function queryError(query: string, at: number, message: string, expected: string): AtsError {
  const character = [...query.slice(0, at)].length
  const pointed = query.length <= SHOWN && !/\p{Cc}/u.test(query)
  return new AtsError('USAGE', `The query is wrong at character ${character + 1}: ${message}`, {
    excerpt: pointed ? [query, `${' '.repeat(character)}^`] : [],
    suggestions: [expected],
  })
}
