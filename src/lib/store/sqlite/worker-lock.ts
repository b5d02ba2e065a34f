import {existsSync, mkdirSync, readdirSync, readFileSync, rmSync} from 'node:fs'
import {hostname} from 'node:os'
import {dirname, join} from 'node:path'
import Database from 'better-sqlite3'

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

  static hold(path: string): WorkerLock {
    mkdirSync(dirname(path), {recursive: true, mode: 0o700})
    for (;;) {
      const database = lock(path)
      // Between the making of the file and the lock on it, somebody may have swept it away.
      if (existsSync(path)) return new WorkerLock(database, path)
      database.close()
    }
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

export function removeLock(path: string): void {
  rmSync(path, {force: true})
}

/**
 * Removes the locks that nobody holds and that belong to no worker the database knows: each is of one that was killed
 * after it had its lock and before it was registered.
 */
export function sweepLocks(databasePath: string, registered: ReadonlySet<string>): void {
  const room = lockRoom(databasePath)
  for (const name of readdirSync(room)) {
    if (name.endsWith(SUFFIX) && !registered.has(name.slice(0, -SUFFIX.length)))
      removeIfFree(join(room, name))
  }
}

function removeIfFree(path: string): void {
  try {
    const database = lock(path, {timeout: 0, fileMustExist: true})
    // While it is held: a worker that is about to lock it must find it either whole or gone.
    removeLock(path)
    database.close()
  } catch {
    // Held, so its worker lives; or swept by another meanwhile.
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
