import {closeSync, fsyncSync, openSync, renameSync, statSync} from 'node:fs'
import {dirname} from 'node:path'
import Database from 'better-sqlite3'
import {AtsError, toFileError} from '../../../model/errors.js'
import type {BackupReport} from '../../../model/maintenance.js'
import type {Connection} from '../connection.js'
import {describeSqliteError} from '../sqlite-error.js'

export interface BackupPaths {
  /** Where the copy shall be. */
  destination: string
  /** In the same directory; not there yet, and left to the caller to remove when this throws. */
  partial: string
}

/**
 * Writes a copy as of one moment, while others write: it is complete, checked and on the disk before it gets its
 * name.
 */
export async function backUp(
  connection: Connection,
  {destination, partial}: BackupPaths,
): Promise<BackupReport> {
  createPrivately(partial)
  await copyInto(connection, partial)
  const contents = inspect(partial)
  const bytes = statSync(partial).size
  try {
    flush(partial)
    renameSync(partial, destination)
    flush(dirname(destination))
  } catch (error) {
    throw fileErrorOf(error, destination)
  }
  return {path: destination, bytes, ...contents}
}

/** The file is there before SQLite writes to it, so that at no time anybody else may read it. */
function createPrivately(path: string): void {
  try {
    closeSync(openSync(path, 'wx', 0o600))
  } catch (error) {
    throw fileErrorOf(error, dirname(path))
  }
}

/** `VACUUM INTO` reads one snapshot; SQLite's backup interface would begin anew at each commit of another process. */
async function copyInto(connection: Connection, path: string): Promise<void> {
  await connection.patiently(() => {
    try {
      connection.database.prepare('VACUUM INTO ?').run(path)
    } catch (error) {
      throw copyError(error, path)
    }
  })
}

/** Whether the disk of the copy, not the database, is what failed. */
function copyError(error: unknown, path: string): unknown {
  const code = String((error as {code?: unknown}).code)
  if (code === 'SQLITE_FULL' || code.startsWith('SQLITE_IOERR_WRITE')) return noRoom(dirname(path), error)
  if (code.startsWith('SQLITE_READONLY') || code.startsWith('SQLITE_CANTOPEN'))
    return describeSqliteError(error, path)
  return error
}

function inspect(path: string): Pick<BackupReport, 'jobs' | 'documents'> {
  const copy = new Database(path, {readonly: true, fileMustExist: true})
  try {
    const verdict = copy.pragma('quick_check(1)', {simple: true})
    if (verdict !== 'ok')
      throw new AtsError('DATABASE_CORRUPT', `The copy is damaged, and was thrown away: ${verdict}`, {
        suggestions: ['Check the database: ats db check'],
      })
    const count = (table: string) => Number(copy.prepare(`SELECT count(*) FROM ${table}`).pluck().get())
    return {jobs: count('jobs'), documents: count('documents')}
  } catch (error) {
    throw describeSqliteError(error, path)
  } finally {
    copy.close()
  }
}

function flush(path: string): void {
  const file = openSync(path, 'r')
  try {
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}

function fileErrorOf(error: unknown, path: string): AtsError {
  const {code} = error as NodeJS.ErrnoException
  if (code === 'ENOSPC' || code === 'EDQUOT' || code === 'EFBIG') return noRoom(dirname(path), error)
  return toFileError(error, path)
}

function noRoom(directory: string, cause: unknown): AtsError {
  return new AtsError(
    'DATABASE_FULL',
    `${directory}: there is no room for the copy; nothing was left behind`,
    {
      suggestions: ['Free some space there, or name another place.'],
      cause,
    },
  )
}
