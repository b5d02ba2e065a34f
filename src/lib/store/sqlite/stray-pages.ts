import type {Connection} from './connection.js'
import * as erasures from './erasure-queries.js'

/**
 * What OCR read of files that never became documents: it is found by where the files lay. Only within a transaction.
 */

/** Of documents that are about to go, and of whatever else lay at their own paths. @returns how many pages there were */
export function forgetPagesOfDocuments(
  connection: Connection,
  docSeqs: string,
  paths: readonly string[],
): number {
  const sources = connection.all(erasures.deleteOcrSources, {seqs: docSeqs, paths: JSON.stringify(paths)})
  const pages = connection.run(erasures.deleteOcrPages, {seqs: docSeqs})
  return pages + forgetLost(connection, sources)
}

/** @returns how many pages there were */
export function forgetPagesAt(connection: Connection, place: erasures.Place): number {
  return forgetLost(connection, connection.all(erasures.deleteOcrSourcesAt, place))
}

/** Of jobs that are about to be deleted. */
export function forgetPagesOfJobs(connection: Connection, jobSeqs: string): void {
  const paths = connection.all(erasures.ocrSourcesOfJobs, {seqs: jobSeqs}).map(({path}) => path)
  if (paths.length > 0) forgetPagesOfDocuments(connection, '[]', paths)
}

/** @returns how many pages there were */
export function forgetPagesBefore(connection: Connection, before: string): number {
  const pages = connection.run(erasures.deleteStrayOcrPages, {before})
  if (pages > 0) connection.run(erasures.deleteEmptyOcrSources, {})
  return pages
}

function forgetLost(connection: Connection, sources: readonly {sha256: string}[]): number {
  const sha256s = [...new Set(sources.map(({sha256}) => sha256))]
  return connection.run(erasures.deleteLostOcrPages, {sha256s: JSON.stringify(sha256s)})
}
