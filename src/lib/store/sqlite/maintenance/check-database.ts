import {AtsError} from '../../../model/errors.js'
import type {CheckReport, Problem} from '../../../model/maintenance.js'
import {toStoredTime} from '../../../model/time.js'
import type {Connection} from '../connection.js'
import {describeSqliteError} from '../sqlite-error.js'
import {danglingRows} from './dangling-rows.js'
import {INVARIANTS, type Invariant} from './invariants.js'
import {schemaProblems} from './schema-objects.js'

/** Faults that SQLite tells of at the most. */
const MOST_FAULTS = 50
const EXAMPLES = 5

/**
 * Looks for damage, then for what the schema cannot forbid. A damaged database is looked at no further: what it says
 * could not be trusted, and nothing is written to it.
 */
export async function checkDatabase(
  connection: Connection,
  {repair}: {repair: boolean},
): Promise<CheckReport> {
  const damage = await findDamage(connection)
  const problems = damage.length > 0 ? damage : await findInconsistencies(connection, repair)
  return {
    ok: problems.every(({repaired}) => repaired),
    database: connection.path,
    schemaVersion: Number(connection.pragma('user_version')),
    problems,
  }
}

async function findDamage(connection: Connection): Promise<Problem[]> {
  try {
    const faults = await connection.read(() => integrityFaults(connection))
    return faults.map((message) => damaged(message, faults.length))
  } catch (error) {
    if (error instanceof AtsError && error.code === 'DATABASE_CORRUPT') return [damaged(error.message, 1)]
    throw error
  }
}

function integrityFaults(connection: Connection): string[] {
  const rows = connection.database.pragma(`integrity_check(${MOST_FAULTS})`) as {integrity_check: string}[]
  return rows.map((row) => row.integrity_check).filter((fault) => fault !== 'ok')
}

function damaged(message: string, count: number): Problem {
  return {code: 'DAMAGED', message, count, examples: [], repaired: false}
}

/** Looks without the write lock first: most databases need no repair. */
async function findInconsistencies(connection: Connection, repair: boolean): Promise<Problem[]> {
  const found = await connection.read(() => inconsistencies(connection, false))
  return repair && found.length > 0 ? connection.write(() => inconsistencies(connection, true)) : found
}

function inconsistencies(connection: Connection, repair: boolean): Problem[] {
  const invariants = [...danglingRows(connection), ...INVARIANTS]
  return [
    ...schemaProblems(connection, {repair}),
    ...invariants.flatMap((invariant) => breaches(connection, invariant, repair)),
  ]
}

function breaches(connection: Connection, invariant: Invariant, repair: boolean): Problem[] {
  const {code, noun, fault, find} = invariant
  try {
    const count = Number(connection.database.prepare(`SELECT count(*) FROM (${find})`).pluck().get())
    if (count === 0) return []
    const examples = connection.database.prepare(`${find} LIMIT ${EXAMPLES}`).pluck().all().map(String)
    if (repair) mend(connection, invariant)
    const message = `${count} ${plural(noun, count)} ${count === 1 ? 'is' : 'are'} ${fault}`
    return [{code, message, count, examples, repaired: repair}]
  } catch (error) {
    throw describeSqliteError(error, connection.path)
  }
}

function mend(connection: Connection, {repair}: Invariant): void {
  const now = toStoredTime(new Date())
  connection.database.prepare(repair).run(repair.includes(':now') ? {now} : {})
}

function plural(noun: string, count: number): string {
  return count === 1 ? noun : noun.replace(/^\w+/, '$&s')
}
