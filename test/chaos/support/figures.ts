import {statSync} from 'node:fs'
import {descriptorsOf, residentMb} from './watch.ts'

export interface Measured {
  /** Of the whole time, 0 to 1. */
  at: number
  value: number
}

/** What must not grow, now. */
export function figuresOf(pid: number, database: string) {
  const log = statSync(`${database}-wal`, {throwIfNoEntry: false})
  return {
    'memory, MiB': residentMb(pid),
    'write-ahead log, MiB': (log?.size ?? 0) / 2 ** 20,
    'open descriptors': descriptorsOf(pid),
  }
}

/** The middle of the values that fall into each quarter of the time. */
export function quarters(measured: readonly Measured[]): number[] {
  return [0, 1, 2, 3].map((quarter) =>
    median(measured.filter(({at}) => Math.min(3, Math.floor(4 * at)) === quarter).map(({value}) => value)),
  )
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN
}
