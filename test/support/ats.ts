import {type ChildProcess, type StdioOptions, spawn} from 'node:child_process'
import {once} from 'node:events'
import {fileURLToPath} from 'node:url'

/** The launcher that is under test: of the sources, or of a package that was installed elsewhere. */
export const LAUNCHER =
  process.env.ATS_TESTED_LAUNCHER ?? fileURLToPath(new URL('../../bin/run.js', import.meta.url))

const UNBUNDLED = '--conditions=unbundled'

/** Arguments of Node that make the launcher start the form of the program that is under test. */
export const FORM: readonly string[] = process.env.NODE_OPTIONS?.includes(UNBUNDLED) ? [UNBUNDLED] : []

export interface AtsResult {
  /** Null when a signal ended it. */
  code: number | null
  stdout: string
  stderr: string
}

export interface AtsOptions {
  cwd: string
  /** The whole environment. Default empty. */
  env?: Record<string, string>
  input?: string | Buffer
  /** Of Node itself. */
  nodeArgs?: readonly string[]
  stdio?: StdioOptions
  /** A program, with its arguments, that runs the command in its surroundings. */
  via?: readonly string[]
}

/** Runs the real command to its end, with an environment that is empty but for what is given. */
export async function ats(args: readonly string[], options: AtsOptions): Promise<AtsResult> {
  const child = startAts(args, options)
  // The command may end without reading its input.
  child.stdin?.on('error', () => undefined)
  child.stdin?.end(options.input ?? '')
  return resultOf(child)
}

/** Starts the real command. */
export function startAts(
  args: readonly string[],
  {cwd, env = {}, nodeArgs = [], stdio = 'pipe', via = []}: AtsOptions,
): ChildProcess {
  const [program = '', ...words] = [...via, process.execPath, ...FORM, ...nodeArgs, LAUNCHER, ...args]
  return spawn(program, words, {cwd, env, stdio})
}

/** What a started command says from now on, and how it ends. */
export async function resultOf(child: ChildProcess): Promise<AtsResult> {
  const stdout = collect(child.stdout)
  const stderr = collect(child.stderr)
  const [code] = await once(child, 'close')
  return {code, stdout: stdout(), stderr: stderr()}
}

/** The one JSON document that stdout must be. */
export function document<T = Record<string, unknown>>({stdout}: AtsResult): T {
  return JSON.parse(stdout) as T
}

function collect(stream: NodeJS.ReadableStream | null): () => string {
  const chunks: Buffer[] = []
  stream?.on('data', (chunk: Buffer) => chunks.push(chunk))
  return () => Buffer.concat(chunks).toString('utf8')
}
