import type {ErasureSelection} from '../../model/erasure.js'
import {toStoredTime} from '../../model/time.js'
import type {Connection} from './connection.js'
import * as erasures from './erasure-queries.js'

export interface Page {
  /** Only documents with a higher number. */
  after: number
  limit: number
}

/** The documents that a selection names, the lowest numbers first. Only within a transaction. */
export function selectDocuments(connection: Connection, selection: ErasureSelection, page: Page): number[] {
  const named = intersection(namedDocuments(connection, selection, page.after))
  const {before} = selection
  const found =
    before === undefined ? (named ?? []) : takenInBefore(connection, toStoredTime(before), named, page)
  return found.toSorted((one, other) => one - other).slice(0, page.limit)
}

function namedDocuments(
  connection: Connection,
  {documentIds, path}: ErasureSelection,
  after: number,
): number[][] {
  const found: number[][] = []
  if (documentIds)
    found.push(seqs(connection.all(erasures.documentsWithIds, {ids: JSON.stringify(documentIds), after})))
  if (path !== undefined)
    found.push(seqs(connection.all(erasures.documentsFromPath, {...placeOf(path), after})))
  return found
}

function takenInBefore(
  connection: Connection,
  before: string,
  named: number[] | undefined,
  {after, limit}: Page,
): number[] {
  const among = named === undefined ? null : JSON.stringify(named)
  return seqs(connection.all(erasures.documentsTakenInBefore, {before, among, after, limit}))
}

/** Below a folder is what sorts after it with a slash, and before whatever follows the slash. */
export function placeOf(path: string): erasures.Place {
  const folder = path.replace(/\/+$/, '')
  return {path: folder === '' ? '/' : folder, from: `${folder}/`, to: `${folder}0`}
}

function seqs(rows: readonly {doc_seq: number}[]): number[] {
  return rows.map((row) => row.doc_seq)
}

function intersection(lists: readonly number[][]): number[] | undefined {
  return lists.length === 0
    ? undefined
    : lists.reduce((left, right) => {
        const kept = new Set(right)
        return left.filter((one) => kept.has(one))
      })
}
