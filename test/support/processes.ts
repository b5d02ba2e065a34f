import {readdirSync, readFileSync} from 'node:fs'

/** Whether a process is there and is no zombie. */
export function isRunning(pid: number): boolean {
  return stateOf(pid) !== undefined
}

/** How many processes of a group run. Linux alone tells. */
export function countOfGroup(group: number): number {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => stateOf(Number(pid))?.group === group).length
}

function stateOf(pid: number): {group: number} | undefined {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /, '')
      .split(' ')
    return fields[0] === 'Z' || fields[0] === 'X' ? undefined : {group: Number(fields[2])}
  } catch {
    return undefined
  }
}
