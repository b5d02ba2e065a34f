import {createRequire} from 'node:module'
import Database from 'better-sqlite3'
import type {EngineInfo} from '../engine.js'

const require = createRequire(import.meta.url)

export function describeSqlite(): EngineInfo {
  const database = new Database(':memory:')
  const version = database.prepare('SELECT sqlite_version()').pluck().get()
  database.close()
  const {version: driver} = require('better-sqlite3/package.json') as {version: string}
  return {name: `SQLite ${version}`, driver: `better-sqlite3 ${driver}`}
}
