import {createHash, randomUUID} from 'node:crypto'
import {lstat, readdir, rm} from 'node:fs/promises'
import {hostname} from 'node:os'
import {basename, dirname, join} from 'node:path'

/** Of a process that cannot be asked, because it ran on another machine or in another container. */
const FORGOTTEN_MS = 3_600_000

/** Tells machines that share a folder apart, and containers, without naming them. */
const HERE = createHash('sha256').update(hostname()).digest('hex').slice(0, 8)

/** A name beside a file that is being written, which tells who writes it. */
export function partialPath(path: string): string {
  return `${path}.partial-${HERE}-${process.pid}-${randomUUID().slice(0, 8)}`
}

/** Takes away what killed processes have left of the same file. What cannot be looked at or removed stays. */
export async function removeForgotten(path: string, now = Date.now()): Promise<void> {
  const names = await readdir(dirname(path)).catch(() => [])
  for (const name of names.filter((one) => one.startsWith(`${basename(path)}.partial-`))) {
    const partial = join(dirname(path), name)
    if (await isForgotten(partial, now)) await rm(partial, {force: true}).catch(() => undefined)
  }
}

async function isForgotten(partial: string, now: number): Promise<boolean> {
  const [, host, pid] = /\.partial-([\da-f]{8})-(\d+)-[\da-f]{8}$/.exec(partial) ?? []
  if (host === HERE && !isAlive(Number(pid))) return true
  const written = await lstat(partial).catch(() => undefined)
  return written !== undefined && now - written.mtimeMs > FORGOTTEN_MS
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    // It is there, and somebody else's.
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
