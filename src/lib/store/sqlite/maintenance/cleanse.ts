import type {Cleansing} from '../../../model/erasure.js'
import {toStoredTime} from '../../../model/time.js'
import type {Connection} from '../connection.js'
import * as erasures from '../erasure-queries.js'
import {cutLog, rewrite} from './vacuum.js'

/**
 * Frees the files of what was erased. Whatever wrote to them before, and whether it overwrote what it deleted or not,
 * the remains lie in free pages, in unused parts of pages, in the segments of full-text indexes and in the log: so the
 * indexes are merged, the whole file is written anew and the log is cut to nothing. How far it came is remembered:
 * after the rewriting, a second try only has to cut the log.
 */
export async function cleanse(connection: Connection, now: Date): Promise<Cleansing> {
  const at = toStoredTime(now)
  await rewriteIfNeeded(connection, at)
  const last = (await pendingOf(connection))?.last ?? 0
  if (await cutLog(connection))
    await connection.write(() => connection.run(erasures.markCompleted, {last, now: at}))
  const pending = (await pendingOf(connection))?.pending ?? 0
  return {pending, obstacle: pending === 0 ? null : inUse(connection.path)}
}

/** Another process may be at it, or have done it while this one waited for the lock. */
async function rewriteIfNeeded(connection: Connection, now: string): Promise<void> {
  if (!((await pendingOf(connection))?.unwritten ?? 0)) return
  await mergeIndexes(connection)
  const last = await rewrite(connection, () => {
    const state = connection.get(erasures.pendingErasures, {})
    return state && state.unwritten > 0 ? (state.last ?? undefined) : undefined
  })
  if (last !== undefined) await connection.write(() => connection.run(erasures.markRewritten, {last, now}))
}

/** A full-text index keeps deleted words until its segments are merged into one. */
async function mergeIndexes(connection: Connection): Promise<void> {
  await connection.write(() => {
    const indexes = connection.database
      .prepare("SELECT name FROM pragma_table_list WHERE type = 'virtual' AND schema = 'main'")
      .pluck()
      .all() as string[]
    for (const name of indexes.filter((one) => isFullText(connection, one)))
      connection.exec(`INSERT INTO "${name}" ("${name}") VALUES ('optimize')`)
  })
}

function isFullText({database}: Connection, table: string): boolean {
  const sql = database.prepare('SELECT sql FROM sqlite_schema WHERE name = ?').pluck().get(table)
  return /\busing\s+fts5\b/i.test(String(sql))
}

function pendingOf(connection: Connection) {
  return connection.read(() => connection.get(erasures.pendingErasures, {}))
}

function inUse(path: string): Cleansing['obstacle'] {
  return {code: 'DATABASE_BUSY', message: `${path}: another program has been reading for long`}
}
