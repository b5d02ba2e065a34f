import Database from 'better-sqlite3'
import type {Problem} from '../../../model/maintenance.js'
import type {Connection} from '../connection.js'
import {listMigrations} from '../migrate.js'

interface SchemaObject {
  type: 'table' | 'index' | 'trigger' | 'view'
  name: string
  sql: string
}

/** Tables, indexes and triggers that are missing or not as the migrations make them. */
export function schemaProblems(connection: Connection, {repair}: {repair: boolean}): Problem[] {
  const present = new Map(readObjects(connection.database).map((object) => [object.name, object.sql]))
  const wrong = expectedObjects().filter(({name, sql}) => present.get(name) !== sql)
  return wrong.map((object) => {
    const {type, name} = object
    // A table holds what cannot be made again.
    const mendable = type === 'index' || type === 'trigger'
    if (repair && mendable) remake(connection, object)
    const state = present.has(name) ? 'is not as ats makes it' : 'is missing'
    return {
      code: 'SCHEMA',
      message: `the ${type} ${name} ${state}`,
      count: 1,
      examples: [name],
      repaired: repair && mendable,
    }
  })
}

function remake(connection: Connection, {type, name, sql}: SchemaObject): void {
  connection.exec(`DROP ${type} IF EXISTS "${name}"; ${sql}`)
}

function expectedObjects(): SchemaObject[] {
  const model = new Database(':memory:')
  try {
    for (const migration of listMigrations()) model.exec(migration.sql())
    return readObjects(model)
  } finally {
    model.close()
  }
}

function readObjects(database: Database.Database): SchemaObject[] {
  return database
    .prepare("SELECT type, name, sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%'")
    .all() as SchemaObject[]
}
