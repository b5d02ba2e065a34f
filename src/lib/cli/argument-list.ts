import type {FlagInput} from '@oclif/core/interfaces'

export interface SplitArguments {
  /** The flags with their values, for the parser. */
  flagTokens: string[]
  /** Everything else, in order. */
  words: string[]
}

/** Parts flags from words in one pass. Which flags are known, and what their values may be, is the parser's to say. */
export function splitArguments(argv: readonly string[], flags: FlagInput): SplitArguments {
  const flagTokens: string[] = []
  const words: string[] = []
  for (let i = 0; i < argv.length; i++) {
    const token = argv[i] as string
    if (token === '--') {
      for (let j = i + 1; j < argv.length; j++) words.push(argv[j] as string)
      break
    }
    if (!token.startsWith('-') || token === '-') {
      words.push(token)
      continue
    }
    flagTokens.push(token)
    const value = argv[i + 1]
    if (takesNext(token, flags) && value !== undefined) {
      flagTokens.push(value)
      i++
    }
  }
  return {flagTokens, words}
}

function takesNext(token: string, flags: FlagInput): boolean {
  if (token.startsWith('--')) return flags[token.slice(2)]?.type === 'option'
  return Object.values(flags).some(({char, type}) => type === 'option' && token === `-${char}`)
}
