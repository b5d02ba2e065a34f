import {readdirSync, readFileSync} from 'node:fs'

/** The extractor processes of these workers that are there now, whoever their parent is by now. Linux alone tells. */
export function readersOf(workers: readonly number[]): number[] {
  const marks = workers.map((pid) => `ATS_EXTRACTOR_PARENT=${pid}`)
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => marks.some((mark) => environmentOf(pid).includes(mark)))
    .map(Number)
}

/** Empty for processes that are gone, that are zombies or that are none of ours. */
function environmentOf(pid: string): string[] {
  try {
    return readFileSync(`/proc/${pid}/environ`, 'utf8').split('\0')
  } catch {
    return []
  }
}
