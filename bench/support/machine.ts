import {cpus, loadavg, release, totalmem, type} from 'node:os'
import Database from 'better-sqlite3'

export interface Machine {
  cpu: string
  cores: number
  /** Rounded GiB. */
  memory: number
  os: string
  node: string
  sqlite: string
  /** Of the run, YYYY-MM-DD. */
  date: string
  /** One-minute load before the run: above the number of cores, absolute times mean little. */
  load: number
}

export function describeMachine(): Machine {
  const memory = new Database(':memory:')
  const sqlite = memory.prepare('SELECT sqlite_version()').pluck().get() as string
  memory.close()
  return {
    cpu: cpus()[0]?.model ?? 'unknown',
    cores: cpus().length,
    memory: Math.round(totalmem() / 2 ** 30),
    os: `${type()} ${release()}`,
    node: process.version,
    sqlite,
    date: new Date().toISOString().slice(0, 10),
    load: loadavg()[0] ?? Number.NaN,
  }
}

export function inWords({cpu, cores, memory, os, node, sqlite, date, load}: Machine): string {
  return `${date}, ${cores} × ${cpu}, ${memory} GiB, ${os}, Node ${node}, SQLite ${sqlite}, load ${load.toFixed(1)}`
}
