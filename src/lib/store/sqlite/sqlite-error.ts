import {AtsError} from '../../model/errors.js'

function sqliteCode(error: unknown): string {
  const {code, name} = (error ?? {}) as {code?: unknown; name?: unknown}
  return name === 'SqliteError' && typeof code === 'string' ? code : ''
}

/** Whether another connection held a lock: the call may go through later. */
export function isBusy(error: unknown): boolean {
  const code = sqliteCode(error)
  return code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED') || code === 'SQLITE_PROTOCOL'
}

/** Whether SQLite met a fault of the database or its disk, not of what was asked: everything else would meet it too. */
export function isOfDatabase(error: unknown): boolean {
  return sqliteCode(error) === 'SQLITE_NOMEM' || describeSqliteError(error, '') !== error
}

/** Turns SQLite's errors into ours; what is none of SQLite's stays as it is. */
export function describeSqliteError(error: unknown, path: string): unknown {
  const code = sqliteCode(error)
  if (code === '') return error
  if (isBusy(error)) {
    return new AtsError('DATABASE_BUSY', `${path} is busy: another process holds it`, {
      suggestions: ['Try again in a moment.'],
      cause: error,
    })
  }
  if (code === 'SQLITE_FULL' || code === 'SQLITE_IOERR_SHMSIZE') {
    return new AtsError('DATABASE_FULL', `${path}: there is no room left on the disk; nothing was changed`, {
      suggestions: ['Free some space and try again.'],
      cause: error,
    })
  }
  if (code.startsWith('SQLITE_READONLY') || code === 'SQLITE_PERM' || code === 'SQLITE_AUTH') {
    return new AtsError('DATABASE_READ_ONLY', `${path} may not be written`, {
      suggestions: ['Check the permissions of the file and of its directory.'],
      cause: error,
    })
  }
  if (code === 'SQLITE_NOTADB') return notADatabase(path, error)
  if (code.startsWith('SQLITE_CORRUPT')) {
    return new AtsError('DATABASE_CORRUPT', `${path} is damaged`, {
      suggestions: ['Restore it from a backup, or save what can be read with: sqlite3 FILE ".recover"'],
      cause: error,
    })
  }
  if (code.startsWith('SQLITE_CANTOPEN') || code.startsWith('SQLITE_IOERR')) {
    return new AtsError('DATABASE_UNAVAILABLE', `${path} cannot be opened, read or written`, {
      suggestions: ['Check its disk and its directory: permissions, room, quota, the limit of file sizes.'],
      cause: error,
    })
  }
  return error
}

export function notADatabase(path: string, cause?: unknown): AtsError {
  return new AtsError('NOT_A_DATABASE', `${path} is not a database of ats`, {
    suggestions: [
      'Name another file with --db.',
      'If it was one, its first bytes are damaged: restore it from a backup.',
    ],
    cause,
  })
}
