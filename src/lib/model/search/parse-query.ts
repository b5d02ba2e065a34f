import {FILE_TYPES, typesNamed} from '../file-type.js'
import {nearest} from '../nearest.js'
import {periodStart} from './period.js'
import {allOf, type FieldName, type ParsedQuery, type SearchQuery, type TextField} from './query.js'
import {queryError} from './query-error.js'
import {type Token, tokenize} from './tokens.js'

/** More than anybody types, and less than what an engine's own parser gives up at. */
const DEEPEST = 12
const MOST_TOKENS = 256
const MOST_CHARACTERS = 4_000
/** Of a phrase, and of the values of a field. */
const MOST_PARTS = 64

/** What follows the fields that are no text. */
const VALUES: Record<string, {what: string; example: string}> = {
  'after:': {what: 'a date', example: 'after:2026-03'},
  'before:': {what: 'a date', example: 'before:2026-03'},
  'lang:': {what: 'a language', example: 'lang:de'},
  'language:': {what: 'a language', example: 'language:de'},
  'type:': {what: 'a type of file', example: 'type:pdf'},
}

/** A point in time on its way to the top. */
interface Bound {
  kind: 'bound'
  side: 'after' | 'before'
  time: Date
  at: number
}

type Node = SearchQuery | Bound | {kind: 'and' | 'or'; parts: Node[]} | {kind: 'not'; part: Node}

/**
 * Reads a query. From the loosest: `OR`; words beside each other or `AND`; `NOT` or a minus; `field:`; parentheses,
 * "phrases", words, beginnings of words with a `*`.
 *
 * @throws AtsError USAGE with the place and what is expected there
 */
export function parseQuery(query: string): ParsedQuery {
  if (query.length > MOST_CHARACTERS)
    throw queryError(
      query.slice(0, MOST_CHARACTERS),
      MOST_CHARACTERS,
      'it is too long',
      `At most ${MOST_CHARACTERS} characters will do.`,
    )
  const tokens = tokenize(query)
  if (tokens.length === 0)
    throw queryError(query, 0, 'there is nothing to look for', 'Give a word, such as kubernetes.')
  if (tokens.length > MOST_TOKENS)
    throw queryError(
      query,
      tokens[MOST_TOKENS]?.at ?? 0,
      'it is too long',
      `At most ${MOST_TOKENS} words will do.`,
    )
  return new Parser(query, tokens).parse()
}

class Parser {
  readonly #query: string
  readonly #tokens: readonly Token[]
  #next = 0
  #depth = 0

  constructor(query: string, tokens: readonly Token[]) {
    this.#query = query
    this.#tokens = tokens
  }

  parse(): ParsedQuery {
    const root = this.#or(undefined)
    const left = this.#peek()
    if (left) throw this.#error(left.at, '")" closes nothing', 'Take it away, or put a ( before.')
    return this.#liftBounds(root)
  }

  #or(field: FieldName | undefined, after?: string): Node {
    const parts = [this.#and(field, after)]
    while (this.#take('or')) parts.push(this.#and(field, 'OR'))
    return parts.length > 1 ? {kind: 'or', parts} : (parts[0] as Node)
  }

  #and(field: FieldName | undefined, after?: string): Node {
    const parts = [this.#unary(field, after)]
    for (;;) {
      if (this.#take('and')) parts.push(this.#unary(field, 'AND'))
      else if (this.#startsOperand()) parts.push(this.#unary(field))
      else return parts.length > 1 ? {kind: 'and', parts} : (parts[0] as Node)
    }
  }

  #unary(field: FieldName | undefined, after?: string): Node {
    const not = this.#take('not')
    if (!not) return this.#operand(field, after)
    return this.#deeper(not, () => {
      const part = this.#unary(field, 'NOT')
      return part.kind === 'not' ? part.part : {kind: 'not', part}
    })
  }

  #operand(field: FieldName | undefined, after?: string): Node {
    const named = this.#take('field')
    if (named) return this.#deeper(named, () => this.#unary(named.field, `${named.name}:`))
    const open = this.#take('open')
    if (open) return this.#deeper(open, () => this.#group(open, field))
    const words = this.#take('words')
    if (words) return this.#words(words, field)
    throw this.#missingOperand(after)
  }

  #group(open: Token, field: FieldName | undefined): Node {
    if (this.#peek()?.kind === 'close')
      throw this.#error(open.at, 'there is nothing in the parentheses', 'Put a word between them.')
    const inside = this.#or(field, '(')
    if (!this.#take('close'))
      throw this.#error(open.at, '"(" is not closed', 'Put a ) after what belongs together.')
    return inside
  }

  #words(token: Extract<Token, {kind: 'words'}>, field: FieldName | undefined): Node {
    switch (field) {
      case 'after':
      case 'before':
        return {kind: 'bound', side: field, time: this.#time(token), at: token.at}
      case 'language':
        return {
          kind: 'facet',
          facet: 'language',
          values: this.#values(token, (value) => this.#language(value, token)),
        }
      case 'type':
        return {
          kind: 'facet',
          facet: 'type',
          values: this.#values(token, (value) => this.#type(value, token)),
        }
      default: {
        const {text, prefix, quoted} = token
        if (text.split(/\s+/, MOST_PARTS + 1).length > MOST_PARTS)
          throw this.#error(token.at, 'the phrase is too long', `At most ${MOST_PARTS} words will do.`)
        return {
          kind: 'words',
          text,
          prefix,
          quoted,
          ...(field === undefined ? {} : {field: field as TextField}),
        }
      }
    }
  }

  /** `de` or `de,fr`. */
  #values(token: Extract<Token, {kind: 'words'}>, read: (value: string) => readonly string[]): string[] {
    const values = token.text.split(',').filter((value) => value !== '')
    if (values.length > MOST_PARTS)
      throw this.#error(token.at, 'there are too many values', `At most ${MOST_PARTS} will do.`)
    return values.flatMap(read)
  }

  #language(value: string, {at}: Token): string[] {
    if (/^[a-z]{2,3}$/i.test(value)) return [value.toLowerCase()]
    throw this.#error(at, `"${value}" is no language`, 'Give its two letters: lang:de')
  }

  #type(value: string, {at}: Token): readonly string[] {
    const types = typesNamed(value)
    if (types) return types
    const right = nearest(value, FILE_TYPES)
    throw this.#error(
      at,
      `"${value}" is no type of file`,
      right === undefined ? `Types are ${FILE_TYPES.join(', ')}.` : `Did you mean type:${right}?`,
    )
  }

  #time(token: Extract<Token, {kind: 'words'}>): Date {
    const time = periodStart(token.text)
    if (time) return time
    throw this.#error(token.at, `"${token.text}" is no date`, 'Give one such as 2026, 2026-03 or 2026-03-15.')
  }

  /** Times hold for the whole search, since no engine looks them up by words. */
  #liftBounds(root: Node): ParsedQuery {
    const parts = root.kind === 'and' ? root.parts : [root]
    const bounds = parts.filter((part) => part.kind === 'bound')
    const rest = parts.filter((part) => part.kind !== 'bound')
    const query = allOf(rest.map((part) => this.#withoutBounds(part)))
    return {
      ...(query === undefined ? {} : {query}),
      ...latest('after', bounds),
      ...latest('before', bounds),
    }
  }

  #withoutBounds(node: Node): SearchQuery {
    switch (node.kind) {
      case 'bound':
        throw this.#error(
          node.at,
          `${node.side}: holds for the whole search`,
          'Put it beside the rest, outside of OR, NOT and parentheses.',
        )
      case 'and':
      case 'or':
        return {kind: node.kind, parts: node.parts.map((part) => this.#withoutBounds(part))}
      case 'not':
        return {kind: 'not', part: this.#withoutBounds(node.part)}
      default:
        return node
    }
  }

  #deeper(token: Token, read: () => Node): Node {
    this.#depth += 1
    if (this.#depth > DEEPEST)
      throw this.#error(token.at, 'it is nested too deeply', 'Use fewer parentheses.')
    const node = read()
    this.#depth -= 1
    return node
  }

  #missingOperand(after: string | undefined): Error {
    const token = this.#peek()
    const at = token?.at ?? this.#query.trimEnd().length
    const operators = {and: 'AND', or: 'OR', not: 'NOT', open: '(', close: ')', field: '', words: ''}
    const found = token ? operators[token.kind] : 'the end'
    const value = VALUES[after ?? '']
    if (value !== undefined)
      return this.#error(
        at,
        `${value.what} is missing after ${after}`,
        `Give it right after the colon: ${value.example}`,
      )
    return after === undefined
      ? this.#error(
          at,
          `a word is missing before ${found}`,
          'AND and OR stand between two words; as words they go in "quotes".',
        )
      : this.#error(at, `a word is missing after ${after}`, `Put a word, a "phrase" or a ( after ${after}.`)
  }

  #peek(): Token | undefined {
    return this.#tokens[this.#next]
  }

  #take<Kind extends Token['kind']>(kind: Kind): Extract<Token, {kind: Kind}> | undefined {
    const token = this.#peek()
    if (token?.kind !== kind) return undefined
    this.#next += 1
    return token as Extract<Token, {kind: Kind}>
  }

  #startsOperand(): boolean {
    return ['not', 'field', 'open', 'words'].includes(this.#peek()?.kind ?? '')
  }

  #error(at: number, message: string, expected: string) {
    return queryError(this.#query, at, message, expected)
  }
}

/** The narrowest of several. */
function latest(side: Bound['side'], bounds: readonly Bound[]): {after?: Date; before?: Date} {
  const times = bounds.filter((bound) => bound.side === side).map(({time}) => time.getTime())
  if (times.length === 0) return {}
  return {[side]: new Date(side === 'after' ? Math.max(...times) : Math.min(...times))}
}
