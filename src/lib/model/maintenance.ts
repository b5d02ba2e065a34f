/**
 * What can be wrong inside a database. `DAMAGED`: SQLite cannot read all of it. `SCHEMA`: a table, index or trigger is
 * not as it was made. `DANGLING_ROWS`: rows whose job, file or document is gone. `COUNTERS`: the counts by state are
 * not what is there. `ABANDONED_JOBS`: processing, with nobody at them. `STRAY_ATTEMPTS`: open attempts at what
 * nobody works on. `ABANDONED_FILES`: files being read, by nobody. `OPEN_FILES`: files without outcome of jobs that
 * ended. `FILE_COUNTS`: a folder's number of open files is not what is there. `STUCK_JOBS`: folders with no open file
 * that have not ended. `PENDING_ERASURES`: documents that were erased, while something of them may be left in the files.
 * `PERSONS`: a person is not named after its oldest document, or cannot be found again by one.
 * `SEARCH_INDEX`: what documents are found by is not what they say.
 */
export const PROBLEM_CODES = [
  'DAMAGED',
  'SCHEMA',
  'DANGLING_ROWS',
  'COUNTERS',
  'STRAY_ATTEMPTS',
  'ABANDONED_JOBS',
  'ABANDONED_FILES',
  'OPEN_FILES',
  'FILE_COUNTS',
  'STUCK_JOBS',
  'PENDING_ERASURES',
  'PERSONS',
  'SEARCH_INDEX',
] as const

export type ProblemCode = (typeof PROBLEM_CODES)[number]

export interface Problem {
  code: ProblemCode
  message: string
  count: number
  /** A few ids, names or figures. */
  examples: string[]
  repaired: boolean
}

export interface CheckReport {
  /** Whether nothing is wrong, or nothing is wrong any more. */
  ok: boolean
  database: string
  schemaVersion: number
  problems: Problem[]
}

export interface BackupReport {
  /** Of the copy, absolute. */
  path: string
  bytes: number
  jobs: number
  documents: number
}

export interface VacuumReport {
  /** Of the database file and its log together. */
  bytesBefore: number
  bytesAfter: number
  /** The whole file was written anew. */
  full: boolean
  /** Somebody was using the log, so that it could not be cut: not all space was given back. */
  busy: boolean
}

export interface SchemaReport {
  database: string
  version: number
  /** Before it was opened; 0 for a new file and for one of the reference implementation. */
  versionBefore: number
}

export interface CheckReportJson {
  ok: boolean
  database: string
  schema_version: number
  problems: Problem[]
}

export function checkToJson({ok, database, schemaVersion, problems}: CheckReport): CheckReportJson {
  return {ok, database, schema_version: schemaVersion, problems}
}

export interface VacuumReportJson {
  bytes_before: number
  bytes_after: number
  full: boolean
  busy: boolean
}

export function vacuumToJson({bytesBefore, bytesAfter, full, busy}: VacuumReport): VacuumReportJson {
  return {bytes_before: bytesBefore, bytes_after: bytesAfter, full, busy}
}

export interface SchemaReportJson {
  database: string
  schema_version: number
  schema_version_before: number
  migrated: boolean
}

export function schemaToJson({database, version, versionBefore}: SchemaReport): SchemaReportJson {
  return {
    database,
    schema_version: version,
    schema_version_before: versionBefore,
    migrated: version !== versionBefore,
  }
}
