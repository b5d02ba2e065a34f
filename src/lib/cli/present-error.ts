import {inspect} from 'node:util'
import {AtsError} from '../model/errors.js'
import {clean, cleanJson} from './clean.js'
import {EXIT, type ExitCode, exitCodeOf} from './exit-codes.js'

export interface ErrorJson {
  error: {code: string; message: string; suggestions: string[]}
}

/** An error that no user can cause: a fault of the program. */
const BUG = {
  code: 'INTERNAL_ERROR',
  message: 'Something went wrong inside ats; this is a bug',
  suggestions: ['Run the command again with DEBUG=ats* to see the details, and report them.'],
}

export function errorExitCode(error: unknown): ExitCode {
  return error instanceof AtsError ? exitCodeOf(error) : EXIT.failed
}

export function errorToJson(error: unknown): ErrorJson {
  const {code, message, suggestions} = error instanceof AtsError ? error : BUG
  return {error: {code, message, suggestions: [...suggestions]}}
}

/** One line of JSON. */
export function errorDocument(error: unknown): string {
  return `${cleanJson(errorToJson(error))}\n`
}

/** The message in one line, then the place and what to do next, a line each; with `debug` also cause and stack. */
export function errorText(error: unknown, {debug}: {debug: boolean}): string {
  const {message, suggestions} = errorToJson(error).error
  const excerpt = error instanceof AtsError ? error.excerpt : []
  const lines = [clean(message), ...[...excerpt, ...suggestions].map((line) => `  ${clean(line)}`)]
  if (debug) lines.push(inspect(error))
  return `${lines.join('\n')}\n`
}

/** Whether `DEBUG` names ats (`ats*`, `ats:…`, `*`). */
export function wantsDebug(env: NodeJS.ProcessEnv): boolean {
  return (env.DEBUG ?? '').split(/[\s,]+/).some((name) => name === '*' || /^ats(\*|:|$)/.test(name))
}
