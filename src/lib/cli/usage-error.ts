import {AtsError} from '../model/errors.js'
import {nearest} from '../model/nearest.js'
import {InvalidValue} from './invalid-value.js'

export interface UsageContext {
  /** As it is typed: `queue list`. */
  command: string
  /** The names of its flags. */
  flags: readonly string[]
  /** Whether its words are a query. */
  takesQuery: boolean
  /** What to do with words that it does not take. */
  wordAdvice: string | undefined
}

/** What oclif's parser throws, as far as it tells more than its message. */
interface ParserError extends Error {
  flags?: string[]
  args?: {name: string}[] | string[]
}

/**
 * Says what is wrong with a command line in our own words: oclif's carry its whole configuration along, and name
 * no right flag.
 */
export function toUsageError(error: unknown, context: UsageContext): unknown {
  if (!(error instanceof Error) || error instanceof AtsError) return error
  const [message, ...suggestions] = explain(error, context)
  if (message === undefined) return error
  return new AtsError('USAGE', message, {
    cause: error,
    suggestions: [...suggestions, `See ats ${context.command} --help.`],
  })
}

export function unknownFlag(
  given: string,
  {flags, takesQuery = false}: {flags: readonly string[]; takesQuery?: boolean},
): string[] {
  const name = given.replace(/^-+/, '').replace(/=.*$/s, '')
  const right = nearest(name, flags)
  return [
    `${given.replace(/=.*$/s, '')} is not a flag of this command`,
    ...(right === undefined ? [] : [`Did you mean --${right}?`]),
    ...(given.startsWith('--') ? [] : dashAdvice(given, takesQuery)),
  ]
}

function dashAdvice(given: string, takesQuery: boolean): string[] {
  if (!takesQuery) return ['A path or id that starts with - goes after --.']
  const word = given.slice(1)
  return [
    `To leave documents with a word out, write NOT: NOT ${/\s/.test(word) ? `'"${word}"'` : word}`,
    `Or put the whole query in quotes: 'java ${given}'`,
  ]
}

type Explain = (error: ParserError, context: UsageContext, match: RegExpMatchArray) => string[]

/** Recognised by the message, since oclif gives its errors no codes. */
const EXPLANATIONS: readonly [RegExp, Explain][] = [
  [/^Nonexistent flag/, ({flags = []}, context) => unknownFlag(flags[0] ?? '', context)],
  [
    /^Unexpected argument/,
    ({args = []}, {wordAdvice}) => [
      `Unexpected argument "${String(args[0])}"`,
      ...(wordAdvice === undefined ? [] : [wordAdvice]),
    ],
  ],
  [/^Missing \d+ required arg/, ({args = []}) => [`${args.map(nameOf).join(' and ')} is missing`]],
  [
    /^Expected --(\S+?)=(.*) to be one of: (.*?)(?:\nSee more help.*)?$/s,
    (_, __, match) => wrongChoice(match),
  ],
  [
    /^Flag --(\S+) expects one of these values: (.*)/,
    (_, __, [, name, options]) => [`--${name} needs one of: ${options}`],
  ],
  [/^Flag --(\S+) expects a value/, (_, __, [, name]) => [`--${name} needs a value`]],
  [/^Flag --(\S+) can only be specified once/, (_, __, [, name]) => [`--${name} was given twice`]],
  [
    /--([\w-]+)=[^\n]*? cannot also be provided when using --([\w-]+)/,
    (_, __, [, a, b]) => [`--${a} and --${b} exclude each other`],
  ],
]

function explain(error: ParserError, context: UsageContext): string[] {
  if (error instanceof InvalidValue) return invalidValue(error)
  for (const [pattern, explanation] of EXPLANATIONS) {
    const match = error.message.match(pattern)
    if (match) return explanation(error, context, match)
  }
  return []
}

/** oclif has put the flag's name into the message before. */
function invalidValue(error: InvalidValue): string[] {
  const flag = /^Parsing (--\S+)/.exec(error.message)?.[1] ?? ''
  return [
    `${flag}: expected ${error.expected}, not "${error.value}"`,
    ...(error.nearest === undefined ? [] : [`Did you mean "${error.nearest}"?`]),
  ]
}

function wrongChoice([, name, value = '', options = '']: RegExpMatchArray): string[] {
  const right = nearest(value, options.split(', '))
  return [
    `--${name}: expected one of ${options}, not "${value}"`,
    ...(right === undefined ? [] : [`Did you mean --${name} ${right}?`]),
  ]
}

function nameOf(arg: {name: string} | string): string {
  return (typeof arg === 'string' ? arg : arg.name).toUpperCase()
}
