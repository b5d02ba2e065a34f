import {statSync} from 'node:fs'
import {setTimeout as sleep} from 'node:timers/promises'
import type {VacuumReport} from '../../../model/maintenance.js'
import type {Connection} from '../connection.js'

/** Pages given back in one transaction: few enough for the lock to be held for milliseconds only. */
const PAGES_AT_ONCE = 500

/** What `PRAGMA auto_vacuum` says of a file that can give back pages piece by piece. */
const INCREMENTAL = 2

/** How often, and with what pause, the log is tried while others use it. */
const TRIES = 100
const PAUSE_MS = 20

/**
 * Gives unused space back to the disk: piece by piece while others work, or, with `full`, by writing the whole file
 * anew, which takes twice its room and stops all other writers while it lasts. A file that ats did not make itself
 * can only be written anew; after that it can do it piece by piece too.
 */
export async function vacuum(connection: Connection, options: {full: boolean}): Promise<VacuumReport> {
  const bytesBefore = bytesOnDisk(connection.path)
  const mode = await connection.read(() => connection.pragma('auto_vacuum'))
  const full = options.full || mode !== INCREMENTAL
  if (full) await rewrite(connection, () => true)
  else await releasePages(connection)
  const busy = !(await cutLog(connection))
  return {bytesBefore, bytesAfter: bytesOnDisk(connection.path), full, busy}
}

/**
 * Writes the whole file anew.
 *
 * @param isNeeded asked before each try, without the lock; undefined: no longer
 * @returns what it said before the try that went through
 */
export async function rewrite<T>(
  connection: Connection,
  isNeeded: () => T | undefined,
): Promise<T | undefined> {
  // What is written aside may be larger than memory.
  connection.pragma('temp_store = FILE')
  return connection.patiently(() => {
    const need = isNeeded()
    if (need === undefined) return undefined
    // Takes the write lock where the file knows a mode already.
    if (connection.pragma('auto_vacuum') !== INCREMENTAL) connection.pragma('auto_vacuum = INCREMENTAL')
    connection.exec('VACUUM')
    return need
  })
}

async function releasePages(connection: Connection): Promise<void> {
  const free = await connection.read(() => Number(connection.pragma('freelist_count')))
  for (let left = free; left > 0; left -= PAGES_AT_ONCE) {
    await connection.write(() => connection.database.pragma(`incremental_vacuum(${PAGES_AT_ONCE})`))
  }
}

/** @returns false when others kept using the log */
export async function cutLog(connection: Connection): Promise<boolean> {
  for (let tries = 1; tries <= TRIES; tries += 1) {
    const refused = await connection.patiently(() => connection.pragma('wal_checkpoint(TRUNCATE)'))
    if (refused === 0) return true
    await sleep(PAUSE_MS)
  }
  return false
}

function bytesOnDisk(path: string): number {
  return [path, `${path}-wal`]
    .map((file) => statSync(file, {throwIfNoEntry: false})?.size ?? 0)
    .reduce((sum, size) => sum + size, 0)
}
