import {type Stats, statSync} from 'node:fs'
import {basename} from 'node:path'
import {AtsError} from '../../model/errors.js'

/**
 * Knows the files that a connection has open: while it is open, SQLite itself never replaces them. Whoever deletes or
 * replaces one makes a ghost of it: what is written there is lost, or torn when another process writes beside it.
 * Looks only by `stat`: to open and close the file would drop the process's locks on it.
 */
export class FilesInPlace {
  readonly #path: string
  readonly #sealed: boolean
  readonly #seen: ReadonlyMap<string, Stats>

  /**
   * @param path of the database, which is open and was read from
   * @param options `sealed`: it was opened without locks, so that nobody may write to it meanwhile
   */
  constructor(path: string, {sealed}: {sealed: boolean}) {
    this.#path = path
    this.#sealed = sealed
    const seen = [path, `${path}-wal`, `${path}-shm`].map((file) => [file, look(file)] as const)
    this.#seen = new Map(seen.filter((pair): pair is [string, Stats] => pair[1] !== undefined))
  }

  /**
   * @throws AtsError DATABASE_GONE when one of the files is no longer the one that is open, or was emptied,
   *   DATABASE_BUSY when somebody writes to a sealed one
   */
  check(): void {
    for (const [file, seen] of this.#seen) {
      const now = look(file)
      const emptied = file === this.#path && now?.size === 0
      if (emptied || now?.ino !== seen.ino || now.dev !== seen.dev) throw gone(file, this.#path)
      if (this.#sealed && (now.mtimeMs !== seen.mtimeMs || now.size !== seen.size)) throw written(this.#path)
    }
    if (this.#sealed && !this.#seen.has(`${this.#path}-wal`) && look(`${this.#path}-wal`))
      throw written(this.#path)
  }
}

/** @returns undefined when nothing is there */
function look(file: string): Stats | undefined {
  try {
    return statSync(file, {throwIfNoEntry: false})
  } catch (cause) {
    throw new AtsError('DATABASE_UNAVAILABLE', `${file} is out of sight`, {
      suggestions: ['Check the permissions of the directories above it.'],
      cause,
    })
  }
}

function written(path: string): AtsError {
  return new AtsError('DATABASE_BUSY', `${path} was written to while it was read without locks`, {
    suggestions: ['Run the command again.'],
  })
}

function gone(file: string, path: string): AtsError {
  return new AtsError('DATABASE_GONE', `${file} was deleted, replaced or emptied while it was in use`, {
    suggestions: [
      'Stop all workers before a database is moved, restored or deleted, and start them afterwards.',
      `Before another file is put there, move ${basename(path)}-wal and ${basename(path)}-shm away too: they belong to the old one.`,
    ],
  })
}
