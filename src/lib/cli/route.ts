export type Route =
  | {kind: 'command'; id: string; argv: string[]}
  /** Help that was asked for; '' is the program, else a topic or a command. */
  | {kind: 'help'; subject: string}
  | {kind: 'version'}
  /** A topic without a command. */
  | {kind: 'topic'; id: string}
  | {kind: 'unknown'; words: string; argv: string[]}

/** Flags that may stand before the command; true: a value follows. */
const LEADING: Record<string, boolean> = {'--db': true, '--json': false, '--no-color': false}

/**
 * Finds the command of a command line. `queue:list` is `queue list`; global flags may come first.
 *
 * @param ids the commands, words separated by a space
 */
export function route(argv: readonly string[], ids: readonly string[]): Route {
  const {leading, rest} = takeLeadingFlags(argv)
  const [first = '', ...others] = rest
  if (first === '--version') return {kind: 'version'}
  if (first === 'help') return {kind: 'help', subject: leadingWords(others).join(' ')}
  const spaced = /^[\w:]+$/.test(first) ? [...first.split(':'), ...others] : rest
  return routeWords(spaced, leading, ids)
}

function routeWords(rest: readonly string[], leading: readonly string[], ids: readonly string[]): Route {
  const words = leadingWords(rest)
  const id = longestId(words, ids)
  if (id !== undefined) {
    const own = rest.slice(id.split(' ').length)
    if (asksForHelp(own)) return {kind: 'help', subject: id}
    return {kind: 'command', id, argv: [...leading, ...own]}
  }
  const topic = words[0] ?? ''
  const isTopic = topic !== '' && ids.some((candidate) => candidate.startsWith(`${topic} `))
  if (topic === '' && (rest.length === 0 || asksForHelp(rest))) return {kind: 'help', subject: ''}
  if (isTopic && words.length === 1) {
    return asksForHelp(rest) ? {kind: 'help', subject: topic} : {kind: 'topic', id: topic}
  }
  if (topic === '') return {kind: 'unknown', words: rest[0] ?? '', argv: [...rest]}
  return {kind: 'unknown', words: words.slice(0, isTopic ? 2 : 1).join(' '), argv: [...leading, ...rest]}
}

function takeLeadingFlags(argv: readonly string[]): {leading: string[]; rest: string[]} {
  let i = 0
  while (i < argv.length) {
    const [name = '', value] = (argv[i] as string).split('=', 2)
    if (LEADING[name] === undefined) break
    i += LEADING[name] && value === undefined ? 2 : 1
  }
  return {leading: argv.slice(0, i), rest: argv.slice(i)}
}

function leadingWords(argv: readonly string[]): string[] {
  const end = argv.findIndex((word) => word.startsWith('-'))
  return argv.slice(0, Math.min(end === -1 ? argv.length : end, 3))
}

function longestId(words: readonly string[], ids: readonly string[]): string | undefined {
  for (let count = words.length; count > 0; count--) {
    const id = words.slice(0, count).join(' ')
    if (ids.includes(id)) return id
  }
  return undefined
}

function asksForHelp(argv: readonly string[]): boolean {
  const end = argv.indexOf('--')
  return argv.slice(0, end === -1 ? argv.length : end).some(isHelp)
}

function isHelp(word: string): boolean {
  return word === '--help' || word === '-h'
}
