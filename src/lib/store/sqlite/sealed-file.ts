import {accessSync, constants, statSync} from 'node:fs'
import {dirname} from 'node:path'
import {pathToFileURL} from 'node:url'
import Database from 'better-sqlite3'
import {AtsError} from '../../model/errors.js'

/**
 * Whether a database lies where SQLite can make no files beside it, which it needs for reading too, and nobody has made
 * them: on a read-only medium, or in a directory that this user may only look into.
 *
 * @param path of a file that is there
 * @throws AtsError DATABASE_READ_ONLY (its last changes are in a log that cannot be read there)
 */
export function isSealed(path: string): boolean {
  if (isWritable(dirname(path))) return false
  const log = sizeOf(`${path}-wal`)
  if (log !== undefined && sizeOf(`${path}-shm`) !== undefined) return false
  if (log === undefined || log === 0) return true
  throw new AtsError(
    'DATABASE_READ_ONLY',
    `${path}-wal holds what was written last, and cannot be read where nothing may be written`,
    {suggestions: ['Copy both files to a directory that may be written, and name the copy with --db.']},
  )
}

/**
 * Opens it without locks and without other files (https://sqlite.org/uri.html#uriimmutable): SQLite believes that
 * nobody changes it, which `FilesInPlace` watches. The driver takes URIs where the environment has SQLITE_USE_URI=1
 * when the first database of the process is opened; `ats` sets it.
 *
 * @throws AtsError DATABASE_READ_ONLY where it takes none
 */
export function openSealed(path: string): Database.Database {
  try {
    return new Database(`${pathToFileURL(path).href}?immutable=1`, {readonly: true, fileMustExist: true})
  } catch (cause) {
    throw new AtsError('DATABASE_READ_ONLY', `${path} lies where no files may be made beside it`, {
      suggestions: [
        'In a program: set SQLITE_USE_URI=1 in the environment before its first database is opened.',
        'Or read a copy in a directory that may be written.',
      ],
      cause,
    })
  }
}

function isWritable(path: string): boolean {
  try {
    accessSync(path, constants.W_OK)
    return true
  } catch {
    return false
  }
}

function sizeOf(path: string): number | undefined {
  return statSync(path, {throwIfNoEntry: false})?.size
}
