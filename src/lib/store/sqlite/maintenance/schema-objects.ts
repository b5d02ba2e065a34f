import Database from 'better-sqlite3'
import type {Connection} from '../connection.js'
import {listMigrations} from '../migrate.js'

export interface SchemaObject {
  type: 'table' | 'index' | 'trigger' | 'view'
  name: string
  sql: string
}

/** Tables, indexes and triggers that are missing or not as the migrations make them. */
export function schemaFaults(connection: Connection): {object: SchemaObject; message: string}[] {
  const present = new Map(readObjects(connection.database).map((object) => [object.name, object.sql]))
  return expectedObjects()
    .filter(({name, sql}) => present.get(name) !== sql)
    .map((object) => {
      const state = present.has(object.name) ? 'is not as ats makes it' : 'is missing'
      return {object, message: `the ${object.type} ${object.name} ${state}`}
    })
}

/** Makes an index or trigger again; a table holds what cannot be made again. */
export function remake(connection: Connection, {type, name, sql}: SchemaObject): void {
  if (type === 'index' || type === 'trigger') connection.exec(`DROP ${type} IF EXISTS "${name}"; ${sql}`)
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
