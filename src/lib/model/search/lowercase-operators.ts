import {tokenize} from './tokens.js'

const OPERATORS = ['and', 'or', 'not']

/**
 * Words of a query that were probably meant as operators, which are written in capitals: `or` in `java or kotlin`. As
 * they would be written.
 *
 * @throws AtsError USAGE for a query that cannot be read
 */
export function lowercaseOperators(query: string): string[] {
  const tokens = tokenize(query)
  const found = tokens.flatMap((token, i) => {
    if (token.kind !== 'words' || token.quoted || token.prefix) return []
    const word = token.text.toLowerCase()
    const isBetween = tokens[i + 1] !== undefined && (i > 0 || word === 'not')
    const isInField = tokens[i - 1]?.kind === 'field'
    return OPERATORS.includes(word) && isBetween && !isInField ? [word.toUpperCase()] : []
  })
  return [...new Set(found)]
}
