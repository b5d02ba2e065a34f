import {nearest} from '../nearest.js'
import {FIELD_NAMES, type FieldName} from './query.js'
import {queryError} from './query-error.js'

export type Token = {
  /** Index into the query. */
  at: number
} & (
  | {kind: 'open' | 'close' | 'and' | 'or' | 'not'}
  | {kind: 'field'; name: string; field: FieldName}
  | {kind: 'words'; text: string; prefix: boolean; quoted: boolean}
)

/** Straight quotes, and the pairs that word processors and German, French, Japanese keyboards make of them. */
const CLOSING: Record<string, string> = {'"': '"', '“': '”', '„': '“', '«': '»', '»': '«', '「': '」'}
const ENDS_WORD = /[\s()"“”„«»「」\p{Cc}]/u
const SEARCHABLE = /[\p{L}\p{N}]/u
const FIELD = /^(\p{L}[\p{L}_]*):(?!\/\/)/u

const OPERATORS: Record<string, 'and' | 'or' | 'not'> = {AND: 'and', OR: 'or', NOT: 'not'}

/**
 * The query in pieces. Signs that nothing can be looked up by are left out where they stand alone.
 *
 * @throws AtsError USAGE: a quote that is not closed, an unknown field, a star inside a word
 */
export function tokenize(query: string): Token[] {
  const tokens: Token[] = []
  let at = 0
  while (at < query.length) at = readToken(query, at, tokens)
  return tokens
}

/** @returns where the next one begins */
function readToken(query: string, at: number, tokens: Token[]): number {
  const character = query[at] as string
  if (/[\s\p{Cc}]/u.test(character)) return at + 1
  if (character === '(' || character === ')') {
    tokens.push({kind: character === '(' ? 'open' : 'close', at})
    return at + 1
  }
  if (Object.hasOwn(CLOSING, character)) return readPhrase(query, at, tokens)
  // A closing quote that closes nothing.
  if (ENDS_WORD.test(character)) return at + 1
  return readWord(query, at, tokens)
}

function readPhrase(query: string, at: number, tokens: Token[]): number {
  const opening = query[at] as string
  const end = closingQuote(query, at + 1, opening)
  if (end === -1) {
    throw queryError(
      query,
      at,
      `the quote ${opening} is not closed`,
      `Put a ${CLOSING[opening]} after the phrase.`,
    )
  }
  const inside = query.slice(at + 1, end)
  const starred = query[end + 1] === '*'
  const text = inside.replace(/\*\s*$/, '')
  if (!SEARCHABLE.test(text))
    throw queryError(query, at, 'there is no word in the quotes', 'Put a letter or digit between the quotes.')
  tokens.push({kind: 'words', at, text: text.trim(), prefix: starred || text !== inside, quoted: true})
  return end + (starred ? 2 : 1)
}

/** A straight quote may close a curly one. */
function closingQuote(query: string, from: number, opening: string): number {
  const ends = [CLOSING[opening] as string, '"'].map((quote) => query.indexOf(quote, from))
  const found = ends.filter((end) => end !== -1)
  return found.length === 0 ? -1 : Math.min(...found)
}

function readWord(query: string, at: number, tokens: Token[]): number {
  const rest = query.slice(at)
  const end = rest.search(ENDS_WORD)
  const word = end === -1 ? rest : rest.slice(0, end)
  if (Object.hasOwn(OPERATORS, word)) {
    tokens.push({kind: OPERATORS[word] as 'and', at})
    return at + word.length
  }
  if (/^-(?!-)/.test(word) && (word.length > 1 || '("“„«'.includes(query[at + 1] ?? ' '))) {
    tokens.push({kind: 'not', at})
    return at + 1
  }
  const field = FIELD.exec(word)?.[1]
  if (field !== undefined) {
    tokens.push({kind: 'field', at, name: field, field: fieldOf(query, at, field)})
    return at + field.length + 1
  }
  const token = toWords(query, at, word)
  if (token) tokens.push(token)
  return at + word.length
}

function fieldOf(query: string, at: number, name: string): FieldName {
  const field = Object.hasOwn(FIELD_NAMES, name.toLowerCase()) ? FIELD_NAMES[name.toLowerCase()] : undefined
  if (field !== undefined) return field
  const names = Object.keys(FIELD_NAMES)
  const right = nearest(name, names)
  const known = names.map((one) => `${one}:`).join(', ')
  throw queryError(
    query,
    at,
    `${name}: is no field`,
    right === undefined
      ? `Fields are ${known}; text with a colon goes in "quotes".`
      : `Did you mean ${right}:? Text with a colon goes in "quotes".`,
  )
}

function toWords(query: string, at: number, word: string): Token | undefined {
  const text = word.replace(/\*$/, '')
  const star = text.indexOf('*')
  const lone = !SEARCHABLE.test(text)
  if (star !== -1 || (lone && text !== word)) {
    const place = at + (star === -1 ? 0 : star)
    throw queryError(query, place, 'a * may only end a word', 'Put it after the beginning of a word: kube*')
  }
  return lone ? undefined : {kind: 'words', at, text, prefix: text !== word, quoted: false}
}
