import {spawn, spawnSync} from 'node:child_process'
import {once} from 'node:events'

/** So many at a time, as `xargs -P` would. */
export async function inParallel<T>(
  items: readonly T[],
  width: number,
  work: (item: T) => Promise<void>,
): Promise<void> {
  const rest = [...items]
  const lane = async () => {
    for (let item = rest.shift(); item !== undefined; item = rest.shift()) await work(item)
  }
  await Promise.all(Array.from({length: width}, lane))
}

/** Runs a program to its end; what it says, and how it ends, is of no interest here. */
export async function run(program: string, args: readonly string[]): Promise<void> {
  const child = spawn(program, args, {stdio: 'ignore', env: {...process.env, OMP_THREAD_LIMIT: '1'}})
  await once(child, 'close')
}

/** @returns undefined: it is not installed */
export function versionOf(program: string, option: string): string | undefined {
  const {stdout, stderr, error} = spawnSync(program, [option], {encoding: 'utf8'})
  return error ? undefined : /[\d.]*\d/.exec(`${stdout}${stderr}`)?.[0]
}
