import {readdirSync, readFileSync} from 'node:fs'
import {createRequire} from 'node:module'
import {dirname, join} from 'node:path'
import {AtsError} from '../../model/errors.js'
import type {Connection} from './connection.js'
import {adoptLegacyJobs, isLegacy, setLegacyAside} from './legacy.js'
import {notADatabase} from './sqlite-error.js'

const MIGRATIONS = join(dirname(createRequire(import.meta.url).resolve('#package.json')), 'migrations')

/** "ats" and a version of the file kind, in SQLite's header: tells our files from other programs' databases. */
const APPLICATION_ID = 0x61747301

interface Migration {
  version: number
  name: string
  sql: () => string
}

/** The numbered files of `migrations/`, in order. */
export function listMigrations(): Migration[] {
  return readdirSync(MIGRATIONS)
    .filter((name) => /^\d{4}-.*\.sql$/.test(name))
    .sort()
    .map((name) => ({
      version: Number(name.slice(0, 4)),
      name,
      sql: () => readFileSync(join(MIGRATIONS, name), 'utf8'),
    }))
}

/**
 * Applies what is missing, all in one transaction under the write lock: of many processes that start together one
 * migrates and the others find it done.
 *
 * @returns the version that it found
 * @throws AtsError SCHEMA_TOO_NEW, NOT_A_DATABASE, DATABASE_BUSY, DATABASE_READ_ONLY
 */
export async function migrate(connection: Connection): Promise<number> {
  const migrations = listMigrations()
  const newest = migrations.at(-1)?.version ?? 0
  const current = await connection.read(() => schemaVersion(connection))
  if (current === newest) return current
  if (connection.isReadOnly) throw cannotMigrate(connection.path, current, newest)
  return connection.write(() => {
    const version = schemaVersion(connection)
    if (version > newest) throw tooNew(connection.path, version, newest)
    const legacy = version === 0 && isLegacy(connection)
    if (legacy) setLegacyAside(connection)
    for (const migration of migrations) if (migration.version > version) connection.exec(migration.sql())
    if (legacy) adoptLegacyJobs(connection)
    connection.pragma(`application_id = ${APPLICATION_ID}`)
    connection.pragma(`user_version = ${newest}`)
    return version
  })
}

/**
 * Refuses what is not for us before anything is changed in it.
 *
 * @throws AtsError SCHEMA_TOO_NEW, NOT_A_DATABASE
 */
export async function recognize(connection: Connection): Promise<void> {
  const newest = listMigrations().at(-1)?.version ?? 0
  const version = await connection.read(() => schemaVersion(connection))
  if (version > newest) throw tooNew(connection.path, version, newest)
}

/** 0 for an empty file and for one that the reference implementation wrote. */
function schemaVersion(connection: Connection): number {
  const version = connection.pragma('user_version') as number
  const ours = connection.pragma('application_id') === APPLICATION_ID
  if (ours) return version
  const empty = connection.database.prepare('SELECT count(*) FROM sqlite_schema').pluck().get() === 0
  if (empty || isLegacy(connection)) return 0
  throw notADatabase(connection.path)
}

function cannotMigrate(path: string, version: number, newest: number): AtsError {
  return new AtsError(
    'DATABASE_READ_ONLY',
    `${path} has schema ${version}, and to be read it must be brought up to ${newest}; it may not be written`,
    {
      suggestions: [
        'Where it may be written: ats db migrate',
        'Or copy it elsewhere and name the copy with --db.',
      ],
    },
  )
}

function tooNew(path: string, version: number, newest: number): AtsError {
  return new AtsError(
    'SCHEMA_TOO_NEW',
    `${path} has schema ${version}, and this ats knows schemas up to ${newest}`,
    {suggestions: ['Upgrade ats on this machine.']},
  )
}
