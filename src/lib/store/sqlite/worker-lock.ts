import {existsSync, readdirSync, readFileSync, rmSync} from 'node:fs'
import {hostname} from 'node:os'
import {dirname, join} from 'node:path'
import Database from 'better-sqlite3'
import {AtsError, type ErrorCode, toFileError} from '../../model/errors.js'
import type {WorkerLocks} from '../engine.js'
import {makePrivateDirectory, makePrivateFile} from './private-files.js'
import {describeSqliteError} from './sqlite-error.js'

const SUFFIX = '.lock'

/** Milliseconds that others need to see whether a lock is held. */
const A_LOOK = 1_000

/**
 * A worker that lives holds an exclusive lock on a tiny file of its own. The kernel lets go of it in the moment
 * the process dies, so others see a death within milliseconds; pids that are used again, stopped processes and
 * clocks that are set cannot fool it.
 */
export class WorkerLock {
  readonly #database: Database.Database
  readonly #path: string

  private constructor(database: Database.Database, path: string) {
    this.#database = database
    this.#path = path
  }

  /** @throws AtsError DATABASE_READ_ONLY, DATABASE_FULL or DATABASE_UNAVAILABLE where no lock can be held beside the database */
  static hold(path: string): WorkerLock {
    try {
      makePrivateDirectory(dirname(path))
      for (;;) {
        makePrivateFile(path)
        const database = lock(path)
        // Between the making of the file and the lock on it, somebody may have swept it away.
        if (existsSync(path)) return new WorkerLock(database, path)
        database.close()
      }
    } catch (error) {
      throw cannotHold(error, path)
    }
  }

  /** Lets go of the lock and leaves its file, as a death does. */
  abandon(): void {
    this.#database.close()
  }

  /** The file goes first: whoever finds it must find it locked. */
  release(): void {
    rmSync(this.#path, {force: true})
    this.#database.close()
  }
}

/** @param options of better-sqlite3. @throws the error of SQLite when another process holds it for longer than a look */
function lock(path: string, options: Database.Options = {timeout: A_LOOK}): Database.Database {
  const database = new Database(path, options)
  try {
    return database.exec('BEGIN EXCLUSIVE')
  } catch (error) {
    database.close()
    throw error
  }
}

const CAUSES: Record<string, ErrorCode> = {
  ENOSPC: 'DATABASE_FULL',
  EDQUOT: 'DATABASE_FULL',
  EACCES: 'DATABASE_READ_ONLY',
  EPERM: 'DATABASE_READ_ONLY',
  EROFS: 'DATABASE_READ_ONLY',
}

function cannotHold(error: unknown, path: string): unknown {
  const described = describeSqliteError(error, path)
  if (described !== error) return described
  const code = CAUSES[(error as NodeJS.ErrnoException).code ?? ''] ?? 'DATABASE_UNAVAILABLE'
  return new AtsError(code, `${path} cannot be made: ${toFileError(error, dirname(path)).message}`, {
    suggestions: ['Workers need a directory beside the database in which they can write.'],
    cause: error,
  })
}

/** `unknown`: there is no lock file to ask, so only the lease can tell. */
export function holderOf(path: string): 'alive' | 'dead' | 'unknown' {
  let database: Database.Database | undefined
  try {
    database = new Database(path, {timeout: 0, fileMustExist: true})
    database.exec('BEGIN EXCLUSIVE; ROLLBACK')
    return 'dead'
  } catch (error) {
    return String((error as {code?: unknown}).code).startsWith('SQLITE_BUSY') ? 'alive' : 'unknown'
  } finally {
    database?.close()
  }
}

/** Asks each lock file beside a database for its holder. */
export function examineLocks(databasePath: string): WorkerLocks {
  const locks: WorkerLocks = {held: [], left: []}
  for (const workerId of lockOwners(databasePath)) {
    const path = lockPath(databasePath, workerId)
    const holder = holderOf(path)
    if (holder === 'alive') locks.held.push(workerId)
    if (holder === 'dead') locks.left.push(path)
  }
  return locks
}

/** The workers whose lock files are there, whether they live or not. */
function lockOwners(databasePath: string): string[] {
  try {
    const names = readdirSync(lockRoom(databasePath))
    return names.filter((name) => name.endsWith(SUFFIX)).map((name) => name.slice(0, -SUFFIX.length))
  } catch {
    // No worker has ever been here, or it is not for us to see.
    return []
  }
}

export function removeLock(path: string): void {
  rmSync(path, {force: true})
}

/**
 * Removes the locks that nobody holds and that belong to no worker the database knows: each is of one that was killed
 * after it had its lock and before it was registered.
 */
export function sweepLocks(databasePath: string, registered: ReadonlySet<string>): void {
  for (const workerId of lockOwners(databasePath)) {
    if (!registered.has(workerId)) removeIfFree(lockPath(databasePath, workerId))
  }
}

/** Locks before it removes: a worker that is about to take the lock must find it either whole or gone. */
function removeIfFree(path: string): void {
  let database: Database.Database | undefined
  try {
    database = lock(path, {timeout: 0, fileMustExist: true})
    removeLock(path)
  } catch {
    // Held, so its worker lives; or swept by another meanwhile.
  } finally {
    database?.close()
  }
}

/** Beside the database, where every process that shares it can see the locks. */
export function lockPath(databasePath: string, workerId: string): string {
  return join(lockRoom(databasePath), `${workerId}${SUFFIX}`)
}

function lockRoom(databasePath: string): string {
  return `${databasePath}-workers`
}

/** Changes with every start of the machine; the same in all of its containers, which share one kernel. */
export function bootId(): string {
  try {
    return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()
  } catch {
    // No such file outside Linux: the host's name has to do.
    return hostname()
  }
}
