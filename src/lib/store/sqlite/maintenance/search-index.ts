import type {Problem} from '../../../model/maintenance.js'
import type {Connection} from '../connection.js'
import * as index from '../search/index-queries.js'
import {digestOf, keepTerms, unindexedBelow} from '../search/search-index.js'
import {isIndexExact} from './index-comparison.js'

/** Documents compared at a time. */
const AT_ONCE = 100
const EXAMPLES = 5

/**
 * What documents are found by, against what they say. Read only, so that others can write meanwhile. Faults that name
 * documents come first; where there are none, the whole index is compared with all documents, word for word.
 */
export function searchFaults(connection: Connection): Problem[] {
  if (!hasIndex(connection)) return []
  const faults = namedFaults(connection)
  if (faults.length > 0 || isIndexExact(connection)) return faults
  return [
    problem('the search index holds words that the documents do not, or not all of theirs', 1, [
      'documents_fts',
    ]),
  ]
}

function namedFaults(connection: Connection): Problem[] {
  return [
    faultOf('missing in the search index', missingDocuments(connection)),
    faultOf(
      'not indexed as it is now',
      changedDocuments(connection).map(({document_id}) => document_id),
    ),
    faultOf('in the search index and nowhere else', strayEntries(connection)),
    ...(isDamaged(connection) ? [problem('the search index is damaged', 1, ['documents_fts'])] : []),
  ].filter(({count}) => count > 0)
}

/** Writes the index anew from the documents. */
export function mendSearchIndex(connection: Connection): void {
  if (!hasIndex(connection)) return
  for (const {doc_seq} of changedDocuments(connection)) connection.run(index.deleteTerms, {docSeq: doc_seq})
  for (const {doc_seq} of connection.all(index.missingTerms, {below: below(connection)}))
    keepTerms(connection, doc_seq)
  connection.run(index.rebuildIndex, {})
}

/** Whether the tables are there: that one is gone is a fault of the schema. */
function hasIndex({database}: Connection): boolean {
  const named = database.prepare(
    `SELECT count(*) FROM sqlite_schema
      WHERE name IN ('documents', 'documents_fts', 'documents_searchable', 'document_search', 'settings')`,
  )
  return named.pluck().get() === 5
}

function missingDocuments(connection: Connection): string[] {
  const unknown = connection.all(index.missingTerms, {below: below(connection)})
  return [...unknown, ...connection.all(index.missingEntries, {})].map(({document_id}) => document_id)
}

function strayEntries(connection: Connection): string[] {
  return connection.all(index.strayEntries, {}).map(({doc_seq}) => `document number ${doc_seq}`)
}

function below(connection: Connection): number {
  return unindexedBelow(connection) ?? 0
}

interface ChangedDocument {
  doc_seq: number
  document_id: string
}

function changedDocuments(connection: Connection): ChangedDocument[] {
  const changed: ChangedDocument[] = []
  for (let after = 0; ; ) {
    const rows = connection.all(index.indexedAfter, {after, limit: AT_ONCE})
    for (const {doc_seq, document_id, file_name, digest, ...row} of rows)
      if (!Buffer.from(digestOf({...row, fileName: file_name})).equals(digest))
        changed.push({doc_seq, document_id})
    const last = rows.at(-1)
    if (!last || rows.length < AT_ONCE) return changed
    after = last.doc_seq
  }
}

function isDamaged({database}: Connection): boolean {
  const rows = database.pragma("integrity_check('documents_fts')") as {integrity_check: string}[]
  return rows.some(({integrity_check}) => integrity_check !== 'ok')
}

function faultOf(fault: string, examples: readonly string[]): Problem {
  const count = examples.length
  const documents = `${count} document${count === 1 ? ' is' : 's are'}`
  return problem(`${documents} ${fault}`, count, examples)
}

function problem(message: string, count: number, examples: readonly string[]): Problem {
  return {code: 'SEARCH_INDEX', message, count, examples: examples.slice(0, EXAMPLES), repaired: false}
}
