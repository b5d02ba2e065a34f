import {AtsError} from '../../../model/errors.js'
import type {CheckReport, Problem} from '../../../model/maintenance.js'
import {toStoredTime} from '../../../model/time.js'
import type {Connection} from '../connection.js'
import {cleanse} from './cleanse.js'
import {danglingRows} from './dangling-rows.js'
import {INVARIANTS, type Invariant, PENDING_ERASURES} from './invariants.js'
import {remake, type SchemaObject, schemaFaults} from './schema-objects.js'
import {mendSearchIndex, searchFaults} from './search-index.js'

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
  const problems =
    damage.length > 0
      ? damage
      : [...(await findInconsistencies(connection, repair)), ...(await findErasures(connection, repair))]
  return {
    ok: problems.every(({repaired}) => repaired),
    database: connection.path,
    schemaVersion: Number(connection.pragma('user_version')),
    problems,
  }
}

async function findDamage(connection: Connection): Promise<Problem[]> {
  try {
    const faults = (await connection.read(() => integrityFaults(connection))).filter(isNotOfSearch)
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

/** The search index can be made anew, so that its damage is none of the database. */
function isNotOfSearch(fault: string): boolean {
  return !/inverted index|documents_fts/.test(fault)
}

function damaged(message: string, count: number): Problem {
  return {code: 'DAMAGED', message, count, examples: [], repaired: false}
}

/** Looks without the write lock first: most databases need no repair. */
async function findInconsistencies(connection: Connection, repair: boolean): Promise<Problem[]> {
  const found = await connection.read(() => findFaults(connection))
  const problems = found.map(({problem}) => problem)
  return repair && found.length > 0 ? connection.write(() => mend(connection)) : problems
}

/** What was found is looked for once more: only what is gone counts as repaired. */
function mend(connection: Connection): Problem[] {
  const found = findFaults(connection)
  for (const fault of found) if (fault.object) remake(connection, fault.object)
  for (const {repair} of invariants(connection)) runRepair(connection, repair)
  if (found.some(({problem}) => problem.code === 'SEARCH_INDEX')) mendSearchIndex(connection)
  const left = findFaults(connection)
  const isLeft = ({id}: Fault) => left.some((fault) => fault.id === id)
  const mended = found.filter((fault) => !isLeft(fault))
  return [...mended.map(({problem}) => ({...problem, repaired: true})), ...left.map(({problem}) => problem)]
}

/** Erasures that were begun; to repair them is to complete them, which others may keep from being done. */
async function findErasures(connection: Connection, repair: boolean): Promise<Problem[]> {
  const found = await connection.read(() => breaches(connection, PENDING_ERASURES))
  if (found.length === 0 || !repair) return found.map(({problem}) => problem)
  const {pending} = await cleanse(connection, new Date())
  return found.map(({problem}) => ({...problem, repaired: pending === 0}))
}

/** Tells a problem from others of its kind, before and after its repair. */
interface Fault {
  id: string
  problem: Problem
  /** What has to be made again. */
  object?: SchemaObject
}

function findFaults(connection: Connection): Fault[] {
  return [
    ...schemaFaults(connection).map(({object, message}) => ({
      id: object.name,
      object,
      problem: {code: 'SCHEMA' as const, message, count: 1, examples: [object.name], repaired: false},
    })),
    ...invariants(connection).flatMap((invariant) => breaches(connection, invariant)),
    ...searchFaults(connection).map((problem) => ({id: problem.message, problem})),
  ]
}

function invariants(connection: Connection): Invariant[] {
  return [...danglingRows(connection), ...INVARIANTS]
}

function breaches({database}: Connection, {code, noun, fault, find}: Omit<Invariant, 'repair'>): Fault[] {
  const count = Number(database.prepare(`SELECT count(*) FROM (${find})`).pluck().get())
  if (count === 0) return []
  const examples = database.prepare(`${find} LIMIT ${EXAMPLES}`).pluck().all().map(String)
  const message = `${count} ${plural(noun, count)} ${count === 1 ? 'is' : 'are'} ${fault}`
  return [{id: `${noun} ${fault}`, problem: {code, message, count, examples, repaired: false}}]
}

function runRepair({database}: Connection, repair: string): void {
  const now = toStoredTime(new Date())
  database.prepare(repair).run(repair.includes(':now') ? {now} : {})
}

function plural(noun: string, count: number): string {
  return count === 1 ? noun : noun.replace(/^\w+/, '$&s')
}
