import {readdirSync, readFileSync} from 'node:fs'
import {setTimeout as sleep} from 'node:timers/promises'
import Database from 'better-sqlite3'
import {readersOf} from './readers.ts'

/** Milliseconds between two looks. */
const LOOK = 50

/** What is seen of a worker from outside while it works. */
export class Watch {
  /** Milliseconds that the latest heartbeat came after its time. */
  worstDelay = 0
  heartbeats = 0
  /** The most memory that one of its readers had, in MiB. */
  readerPeak = 0
  readonly #ending = new AbortController()
  readonly #watching: Promise<unknown>

  constructor(database: string, {pid, beatMs}: {pid: number; beatMs: number}) {
    this.#watching = Promise.all([this.#watchHeart(database, beatMs), this.#watchReaders(pid)])
  }

  async end(): Promise<void> {
    this.#ending.abort()
    await this.#watching
  }

  async #watchHeart(path: string, beatMs: number): Promise<void> {
    const database = new Database(path, {readonly: true})
    const look = database.prepare<[], {beat: number}>('select beat from workers')
    let last = look.get()?.beat
    let since = performance.now()
    while (await this.#goesOn(LOOK)) {
      const beat = look.get()?.beat
      this.worstDelay = Math.max(this.worstDelay, performance.now() - since - beatMs)
      if (beat === last) continue
      this.heartbeats += 1
      last = beat
      since = performance.now()
    }
    database.close()
  }

  async #watchReaders(pid: number): Promise<void> {
    while (await this.#goesOn(4 * LOOK)) {
      this.readerPeak = Math.max(this.readerPeak, ...readersOf([pid]).map(residentMb))
    }
  }

  async #goesOn(ms: number): Promise<boolean> {
    const {signal} = this.#ending
    await sleep(ms, undefined, {signal}).catch(() => undefined)
    return !signal.aborted
  }
}

/** MiB that a process has in memory; 0 when it is gone. Linux alone tells. */
export function residentMb(pid: number): number {
  try {
    const [, kilobytes = 0] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? []
    return Number(kilobytes) / 1_024
  } catch {
    return 0
  }
}

/** Files, sockets and pipes that a process has open. */
export function descriptorsOf(pid: number): number {
  return readdirSync(`/proc/${pid}/fd`).length
}
