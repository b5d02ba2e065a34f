import type {Connection} from './connection.js'
import {mendSearchIndex} from './maintenance/search-index.js'
import {isIndexedAsIs, unindexDocument} from './search/search-index.js'

/**
 * Changes or deletes documents that may be in the search index. An index has to be told word for word what to forget:
 * where another program has changed a document, nobody knows the words any more, and the index is made anew. Only
 * within a write transaction.
 *
 * @param change of the documents' rows
 * @returns whether the documents that are left are out of the index now, and to be put into it
 */
export function changeIndexed(
  connection: Connection,
  docSeqs: readonly number[],
  change: () => void,
): boolean {
  const isSound = docSeqs.every((docSeq) => isIndexedAsIs(connection, docSeq))
  if (isSound) for (const docSeq of docSeqs) unindexDocument(connection, docSeq)
  change()
  if (!isSound) mendSearchIndex(connection)
  return isSound
}
