import {createRequire} from 'node:module'
import type {ChalkInstance} from 'chalk'

const require = createRequire(import.meta.url)

export interface ColorQuestion {
  env: NodeJS.ProcessEnv
  isTerminal: boolean
  /** The flag. */
  noColor: boolean
}

/**
 * Whether to paint. The flag wins, then FORCE_COLOR and NO_COLOR, then CLICOLOR_FORCE, then what the terminal can do.
 */
export function wantsColor({env, isTerminal, noColor}: ColorQuestion): boolean {
  if (noColor) return false
  if (env.FORCE_COLOR !== undefined) return !['0', 'false'].includes(env.FORCE_COLOR)
  if (env.NO_COLOR) return false
  if (env.CLICOLOR_FORCE && env.CLICOLOR_FORCE !== '0') return true
  return isTerminal && env.TERM !== 'dumb' && env.CLICOLOR !== '0'
}

/** The sixteen colours, which follow the user's own theme, or none. */
export function createColors(question: ColorQuestion): ChalkInstance {
  // Loaded here: most commands run in scripts, and paint nothing.
  const {Chalk} = require('chalk') as typeof import('chalk')
  return new Chalk({level: wantsColor(question) ? 1 : 0})
}
