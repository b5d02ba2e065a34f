import {statSync} from 'node:fs'
import {dirname} from 'node:path'
import Database from 'better-sqlite3'
import {AtsError, toFileError} from '../../model/errors.js'
import {Connection} from './connection.js'
import {defineErasureFunctions} from './erased-rows.js'
import {migrate, recognize} from './migrate.js'
import {makePrivateFile} from './private-files.js'
import {isSealed, openSealed} from './sealed-file.js'
import {describeSqliteError} from './sqlite-error.js'

export interface OpenOptions {
  /** Absolute. */
  path: string
  /** Whether a missing file is created, readable by its owner alone. */
  create: boolean
  /** Milliseconds that a call waits for a lock. */
  busyTimeoutMs: number
}

/**
 * Opens the database and brings its schema up to date; where nothing may be written, it is opened for reading.
 *
 * @throws AtsError DATABASE_NOT_FOUND, DATABASE_BUSY, SCHEMA_TOO_NEW, NOT_A_DATABASE, …
 */
export async function openDatabase({path, create, busyTimeoutMs}: OpenOptions): Promise<Connection> {
  requireNode()
  if (create) createFile(path)
  checkFile(path, {create})
  const sealed = isSealed(path)
  const connection = new Connection(openFile(path, sealed), path, busyTimeoutMs)
  try {
    await recognize(connection)
    await (sealed ? configureReading(connection) : configure(connection))
    connection.openedAtVersion = await migrate(connection)
    defineErasureFunctions(connection)
    connection.guardFiles({sealed})
  } catch (error) {
    connection.close()
    throw error
  }
  return connection
}

/** better-sqlite3 does not refuse an older Node.js: it crashes. */
function requireNode(): void {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major > 22 || (major === 22 && minor >= 13)) return
  throw new AtsError('CONFIGURATION', `ats needs Node.js 22.13 or newer; this is ${process.version}`)
}

/** SQLite gives -wal and -shm the mode of the main file, so it has to be right before SQLite opens it. */
function createFile(path: string): void {
  try {
    makePrivateFile(path)
  } catch (error) {
    throw new AtsError('DATABASE_UNAVAILABLE', `${path} cannot be created: ${reason(error, path)}`, {
      suggestions: [`Check that ${dirname(path)} exists and may be written.`],
      cause: error,
    })
  }
}

function reason(error: unknown, path: string): string {
  const {message} = toFileError(error, dirname(path))
  return message
}

/** An empty file is as good as none: who only reads must neither make a database of it nor take it for one. */
function checkFile(path: string, {create}: {create: boolean}): void {
  const stats = look(path)
  if (stats && !stats.isFile()) {
    const what = stats.isDirectory() ? 'a directory' : 'no regular file'
    throw new AtsError('NOT_A_DATABASE', `${path} is ${what}`, {suggestions: ['Name a file with --db.']})
  }
  if (stats && (create || stats.size > 0)) return
  const why = stats ? ': the file is empty' : ''
  throw new AtsError('DATABASE_NOT_FOUND', `There is no database at ${path}${why}`, {
    suggestions: ['Name another with --db or ATS_DB, or put a first job in it: ats queue enqueue PATH'],
  })
}

function look(path: string) {
  try {
    return statSync(path, {throwIfNoEntry: false})
  } catch (cause) {
    throw new AtsError('DATABASE_UNAVAILABLE', `${path} cannot be reached: ${reason(cause, path)}`, {
      suggestions: ['Check the permissions of the directories above it.'],
      cause,
    })
  }
}

function openFile(path: string, sealed: boolean): Database.Database {
  try {
    // Waiting for locks is Connection's: SQLite's own wait would stop the event loop.
    return sealed ? openSealed(path) : new Database(path, {timeout: 0, fileMustExist: true})
  } catch (error) {
    throw describeSqliteError(error, path)
  }
}

async function configure(connection: Connection): Promise<void> {
  await connection.patiently(() => {
    // Takes effect only while the file is still empty, and costs nothing afterwards.
    if (connection.pragma('page_count') === 0) connection.pragma('auto_vacuum = INCREMENTAL')
    if (connection.pragma('journal_mode') !== 'wal') connection.pragma('journal_mode = WAL')
    // better-sqlite3 is built with NORMAL for WAL, which may lose the last commits in a power cut.
    connection.pragma('synchronous = FULL')
    connection.pragma('foreign_keys = ON')
    connection.pragma('secure_delete = ON')
    connection.pragma('temp_store = MEMORY')
  })
}

async function configureReading(connection: Connection): Promise<void> {
  await connection.patiently(() => connection.pragma('temp_store = MEMORY'))
}
