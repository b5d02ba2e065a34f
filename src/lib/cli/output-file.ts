import {resolve} from 'node:path'

/** Names of stdout; to write a file there would replace the device's name by a file. */
const STDOUT = new Set(['-', '/dev/stdout', '/dev/fd/1', '/proc/self/fd/1'])

/** The file that `--output` names, absolute; undefined for stdout. */
export function outputFile(output: string | undefined, cwd: string): string | undefined {
  return output === undefined || STDOUT.has(output) ? undefined : resolve(cwd, output)
}
