import {spawnSync} from 'node:child_process'

/**
 * Whether a program of the machine is there. One that is not is announced, and its tests are left out; with CI=true
 * nothing may be left out.
 */
export function isInstalled(program: string): boolean {
  const {error} = spawnSync(program, ['--version'], {stdio: 'ignore'})
  return !error || announceMissing(`${program} is not installed`)
}

/** Says loudly that tests are left out, and why; with CI=true that is an error. @returns false */
export function announceMissing(what: string): false {
  if (process.env.CI === 'true') throw new Error(`${what}, and CI leaves no test out`)
  process.stderr.write(`\n*** ${what}: its tests are NOT run ***\n\n`)
  return false
}

/** Runs a program to its end. @throws Error with what it said when it fails */
export function runTool(program: string, args: readonly string[], input = ''): string {
  const {status, stdout, stderr, error} = spawnSync(program, args, {input, encoding: 'utf8'})
  if (status === 0) return stdout
  throw new Error(`${program} failed (${status ?? error?.message}): ${stderr}`)
}
