/** What keeps the data. */
export interface EngineInfo {
  /** `SQLite 3.54.0` */
  name: string
  /** What talks to it: `better-sqlite3 13.2.0`. */
  driver: string
}

/**
 * Loads the engine, which may fail on a machine that it was not made for.
 *
 * @throws Error whatever the loader throws
 */
export async function describeEngine(): Promise<EngineInfo> {
  const {describeSqlite} = await import('./sqlite/describe-sqlite.js')
  return describeSqlite()
}

/** Lock files of workers beside a database. */
export interface WorkerLocks {
  /** Names of the workers that hold theirs. */
  held: string[]
  /** Paths of files that nobody holds: their workers died. */
  left: string[]
}

/** @param database absolute path of the database's file */
export async function readWorkerLocks(database: string): Promise<WorkerLocks> {
  const {examineLocks} = await import('./sqlite/worker-lock.js')
  return examineLocks(database)
}
