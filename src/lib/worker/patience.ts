import {setTimeout as sleep} from 'node:timers/promises'
import {AtsError} from '../model/errors.js'
import type {WorkerListener} from '../model/events.js'

/** Milliseconds between two tries while the database cannot be used. */
const PAUSE = {first: 250, most: 5_000}

const PASSING = new Set(['DATABASE_BUSY', 'DATABASE_FULL', 'DATABASE_READ_ONLY', 'DATABASE_UNAVAILABLE'])

/** Whether the database may be usable again later without anybody's mending it. */
export function isPassing(error: unknown): boolean {
  return error instanceof AtsError && PASSING.has(error.code)
}

/** A database that a worker has never been able to write is a mistake of somebody's, which waiting would hide. */
export function isPassingAtStart(error: unknown): boolean {
  return isPassing(error) && (error as AtsError).code !== 'DATABASE_READ_ONLY'
}

/** What a database is while somebody else uses it, or its disk: not what a wrong path is. */
export function isBusyOrFull(error: unknown): boolean {
  return error instanceof AtsError && ['DATABASE_BUSY', 'DATABASE_FULL'].includes(error.code)
}

/**
 * Repeats a call to the store while the database is busy, full or out of reach: a worker waits for better times and
 * loses nothing.
 *
 * @param signal gives up waiting: the last error is thrown
 * @param passes which errors are waited for
 */
export async function patiently<T>(
  call: () => Promise<T>,
  emit: WorkerListener,
  signal: AbortSignal,
  passes: (error: unknown) => boolean = isPassing,
): Promise<T> {
  for (let delayMs = PAUSE.first; ; delayMs = Math.min(PAUSE.most, 2 * delayMs)) {
    try {
      return await call()
    } catch (error) {
      if (!passes(error) || signal.aborted) throw error
      const {code, message} = error as AtsError
      emit({type: 'worker.waiting', code, message, delayMs})
    }
    await sleep(delayMs, undefined, {signal}).catch(() => undefined)
  }
}
