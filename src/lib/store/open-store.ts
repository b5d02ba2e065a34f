import {resolve} from 'node:path'
import {AtsError} from '../model/errors.js'
import type {Store} from './store.js'

export interface StoreOptions {
  /** Whether a missing database is created. */
  create: boolean
  /** Milliseconds that a call waits for a lock. */
  busyTimeoutMs: number
}

/**
 * Opens the store that a location names: a path is an SQLite file.
 *
 * @throws AtsError CONFIGURATION for a URL of an engine that is not there (yet), and what the engine throws
 */
export async function openStore(location: string, options: StoreOptions): Promise<Store> {
  if (/^[a-z][a-z0-9+.-]+:\/\//i.test(location)) {
    const scheme = location.slice(0, location.indexOf(':'))
    throw new AtsError('CONFIGURATION', `${scheme}:// is not supported by this version of ats`, {
      suggestions: ['Name a file: --db ./jobs.db'],
    })
  }
  const {openSqliteStore} = await import('./sqlite/sqlite-store.js')
  return openSqliteStore({...options, path: resolve(location)})
}
