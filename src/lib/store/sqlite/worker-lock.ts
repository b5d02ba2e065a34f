import {readdirSync, readFileSync, rmSync} from 'node:fs'
import {hostname} from 'node:os'
import {dirname, join} from 'node:path'
import Database from 'better-sqlite3'
import {AtsError, type ErrorCode, toFileError} from '../../model/errors.js'
import type {WorkerLocks} from '../engine.js'
import {makePrivateDirectory, makePrivateFile} from './private-files.js'
import {describeSqliteError} from './sqlite-error.js'

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
      makePrivateFile(path)
      const database = new Database(path, {timeout: 0})
      database.exec('BEGIN EXCLUSIVE')
      return new WorkerLock(database, path)
    } catch (error) {
      throw cannotHold(error, path)
    }
  }

  /** The file goes first: whoever finds it must find it locked. */
  release(): void {
    rmSync(this.#path, {force: true})
    this.#database.close()
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
  const directory = dirname(lockPath(databasePath, ''))
  const locks: WorkerLocks = {held: [], left: []}
  for (const name of namesIn(directory).filter((one) => one.endsWith('.lock'))) {
    const holder = holderOf(join(directory, name))
    if (holder === 'alive') locks.held.push(name.slice(0, -'.lock'.length))
    if (holder === 'dead') locks.left.push(join(directory, name))
  }
  return locks
}

function namesIn(directory: string): string[] {
  try {
    return readdirSync(directory)
  } catch {
    // No worker has ever been here, or it is not for us to see.
    return []
  }
}

export function removeLock(path: string): void {
  rmSync(path, {force: true})
}

/** Beside the database, where every process that shares it can see the locks. */
export function lockPath(databasePath: string, workerId: string): string {
  return join(`${databasePath}-workers`, `${workerId}.lock`)
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
