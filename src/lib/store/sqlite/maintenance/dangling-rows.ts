import type {Connection} from '../connection.js'
import type {Invariant} from './invariants.js'

interface Reference {
  child: string
  parent: string
  from: string
  to: string
  onDelete: string
}

/**
 * Rows whose parent is gone, one invariant for each foreign key of the schema: other programs' SQLite checks none and
 * cascades nothing unless it is told to.
 */
export function danglingRows(connection: Connection): Invariant[] {
  const references = connection.database
    .prepare(
      `SELECT child.name AS child, key."table" AS parent, key."from", key."to", key.on_delete AS onDelete
         FROM sqlite_schema AS child, pragma_foreign_key_list(child.name) AS key
        WHERE child.type = 'table'`,
    )
    .all() as Reference[]
  return references.map(toInvariant)
}

function toInvariant({child, parent, from, to, onDelete}: Reference): Invariant {
  const lost = `"${from}" IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM "${parent}" AS parent WHERE parent."${to}" = "${child}"."${from}")`
  return {
    code: 'DANGLING_ROWS',
    noun: `row of ${child}`,
    fault: `about rows of ${parent} that are gone`,
    find: `SELECT "${from}" AS example FROM "${child}" WHERE ${lost}`,
    repair:
      onDelete === 'SET NULL'
        ? `UPDATE "${child}" SET "${from}" = NULL WHERE ${lost}`
        : `DELETE FROM "${child}" WHERE ${lost}`,
  }
}
