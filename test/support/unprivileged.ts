import {spawnSync} from 'node:child_process'
import {chownSync} from 'node:fs'
import {LAUNCHER} from './ats.ts'
import {announceMissing} from './tools.ts'

const NOBODY = 65_534
const AS_NOBODY = ['setpriv', `--reuid=${NOBODY}`, `--regid=${NOBODY}`, '--clear-groups']
const isRoot = process.getuid?.() === 0

/**
 * What runs a command as a user for whom permissions count: nothing where the tests are run by one, `setpriv` where root
 * runs them. Undefined, and announced, where neither can be.
 */
export function unprivileged(): readonly string[] | undefined {
  if (!isRoot) return []
  const [program = '', ...words] = [...AS_NOBODY, process.execPath, LAUNCHER, '--version']
  if (spawnSync(program, words, {env: {}}).status === 0) return AS_NOBODY
  announceMissing('a command cannot be run as an unprivileged user here')
  return undefined
}

/** Gives a file to the user that `unprivileged` runs commands as. */
export function giveAway(path: string): void {
  if (isRoot) chownSync(path, NOBODY, NOBODY)
}
