import {spawn} from 'node:child_process'
import {once} from 'node:events'
import {fileURLToPath} from 'node:url'

const LAUNCHER = fileURLToPath(new URL('../../bin/run.js', import.meta.url))

export interface AtsResult {
  code: number | null
  stdout: string
  stderr: string
}

/** Runs the real command to its end, with an environment that is empty but for what is given. */
export async function ats(
  args: readonly string[],
  {cwd, env = {}, input = ''}: {cwd: string; env?: Record<string, string>; input?: string},
): Promise<AtsResult> {
  const child = spawn(process.execPath, [LAUNCHER, ...args], {cwd, env})
  const result = {stdout: '', stderr: ''}
  child.stdout.setEncoding('utf8').on('data', (text) => {
    result.stdout += text
  })
  child.stderr.setEncoding('utf8').on('data', (text) => {
    result.stderr += text
  })
  child.stdin.end(input)
  const [code] = await once(child, 'close')
  return {code, ...result}
}
