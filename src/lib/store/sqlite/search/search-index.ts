import {createHash} from 'node:crypto'
import {setTimeout as sleep} from 'node:timers/promises'
import type {Profile} from '../../../model/profile.js'
import type {DocumentTerms} from '../../../model/search/document-terms.js'
import {preparedTerms, type SearchableReading} from '../../../model/search/prepared-terms.js'
import type {Section} from '../../../model/section.js'
import type {Connection} from '../connection.js'
import {deleteSetting, setting} from '../job-queries.js'
import * as index from './index-queries.js'

/** Stands while documents of before the index are not in it: those with a smaller number. */
export const INDEX_BELOW = 'search_index_below'

/** Documents indexed in one transaction: few enough for the lock to be held for a moment only. */
const AT_ONCE = 50

/** Between two transactions: for others who wait for the lock, and for signals and timers of this process. */
const PAUSE_MS = 10

/** Puts a document into the index. Only within the write transaction that stored it. */
export function indexDocument(connection: Connection, docSeq: number, reading?: SearchableReading): void {
  keepTerms(connection, docSeq, reading)
  connection.run(index.insertIntoIndex, {docSeq})
}

/**
 * Notes what a document is to be found by; the index itself does not know it yet.
 *
 * @param reading what was stored, where it was looked through already
 */
export function keepTerms(connection: Connection, docSeq: number, reading?: SearchableReading): void {
  const row = connection.get(index.toIndex, {docSeq})
  if (!row) return
  const {language, text, file_type} = row
  const stored = () => ({
    language,
    text,
    sections: JSON.parse(row.sections_json) as Section[],
    profile: row.profile_json === null ? null : (JSON.parse(row.profile_json) as Profile),
  })
  const terms = preparedTerms(reading ?? stored(), row.file_name)
  connection.run(index.insertTerms, {
    docSeq,
    ...terms,
    digest: digestOf({...terms, text, file_type, language}),
  })
}

/**
 * Takes a document out of the index without a trace, if it is in it. Only within the write transaction that deletes or
 * changes the document, and before that is done: what was put in must be told once more.
 */
export function unindexDocument(connection: Connection, docSeq: number): void {
  if (connection.get(index.isIndexed, {docSeq}) === undefined) return
  connection.run(index.deleteFromIndex, {docSeq})
  connection.run(index.deleteTerms, {docSeq})
}

/**
 * Whether the index, if it knows a document at all, was told what the document says now. Where another program has
 * changed that, the document cannot be taken out word for word.
 */
export function isIndexedAsIs(connection: Connection, docSeq: number): boolean {
  const [row] = connection.all(index.indexedAfter, {after: docSeq - 1, limit: 1})
  if (row?.doc_seq !== docSeq) return true
  const {file_name: fileName, digest, ...terms} = row
  return Buffer.from(digestOf({...terms, fileName})).equals(digest)
}

export function isIndexComplete(connection: Connection): boolean {
  return unindexedBelow(connection) === undefined
}

/** How many documents of before the index are not in it yet. */
export function countUnindexed(connection: Connection): number {
  const below = unindexedBelow(connection)
  return below === undefined ? 0 : (connection.get(index.countUnindexedBelow, {below})?.documents ?? 0)
}

/** Indexes what was there before the index; goes on where another process has stopped. */
export async function completeIndex(connection: Connection): Promise<void> {
  while (!(await connection.read(() => isIndexComplete(connection)))) {
    await connection.write(() => indexSome(connection))
    await sleep(PAUSE_MS)
  }
}

function indexSome(connection: Connection): void {
  const below = unindexedBelow(connection)
  if (below === undefined) return
  const found = connection.all(index.unindexedBelow, {below, limit: AT_ONCE})
  for (const {doc_seq} of found) indexDocument(connection, doc_seq)
  const last = found.at(-1)
  if (last && found.length === AT_ONCE)
    connection.run(index.moveSetting, {name: INDEX_BELOW, value: String(last.doc_seq)})
  else connection.run(deleteSetting, {name: INDEX_BELOW})
}

/** Documents below this number may be missing in the index for now. */
export function unindexedBelow(connection: Connection): number | undefined {
  const below = connection.get(setting, {name: INDEX_BELOW})?.value
  return below === undefined ? undefined : Number(below)
}

type Indexed = DocumentTerms & {text: string; file_type: string; language: string | null}

/** Tells whether what is in the index is still what the document says. */
export function digestOf(indexed: Indexed): Uint8Array {
  const {name, headline, skills, titles, employers, fileName, extra, text, file_type, language} = indexed
  const all = [name, headline, skills, titles, employers, fileName, extra, text, file_type, language ?? '']
  return createHash('sha256').update(all.join('\0')).digest().subarray(0, 8)
}
