import {basename, dirname} from 'node:path'
import {asciiJson, ERASED_MEANWHILE, type ErasedTraces, type ErasureOrder} from '../../model/erasure.js'
import type {Failure} from '../../model/failure.js'
import * as claims from './claim-queries.js'
import type {Connection} from './connection.js'
import {eraseFileRows, eraseJobRows} from './erased-rows.js'
import * as erasures from './erasure-queries.js'
import {refuseNames, refuseReason} from './erasure-reason.js'
import {placeOf} from './erasure-selection.js'
import {changeIndexed} from './indexed-documents.js'
import {deleteOcrPagesOf, deleteOcrSourcesOf} from './ocr-page-queries.js'
import {takeOut} from './persons.js'
import {cancelJob, endFile, NO_DOCUMENT} from './settle.js'
import {forgetPagesAt, forgetPagesBefore, forgetPagesOfDocuments} from './stray-pages.js'

/** Why what had not ended ends now. */
const GONE: Failure = {code: 'ERASED', message: ERASED_MEANWHILE}

/** Shorter names would be found in the middle of others. */
const LEAST_OF_NAME = 5

/**
 * Takes documents out of the tables, with all that the queue's history says of their paths. A path that another
 * document has too is that one's: only what led to the erased document is taken out then. Only within a transaction.
 *
 * @param docSeqs documents that are there
 * @throws AtsError USAGE when the reason names what is erased
 */
export function eraseDocuments(
  connection: Connection,
  docSeqs: readonly number[],
  order: ErasureOrder,
  now: string,
): ErasedTraces {
  const seqs = JSON.stringify(docSeqs)
  const rows = connection.all(erasures.documentsToErase, {seqs})
  const links = connection.all(erasures.pathsOfDocuments, {seqs})
  const documents = rows.map((row) => ({
    documentId: row.document_id,
    sha256: row.sha256,
    fileName: row.file_name,
    personName: row.person_name,
    paths: links.filter((link) => link.doc_seq === row.doc_seq).map((link) => link.path),
  }))
  if (order.reason !== null) refuseReason(connection, docSeqs, order.reason)
  const siblings = connection.all(erasures.siblingsOfDocuments, {seqs}).map((row) => row.document_id)
  const paths = links.filter(({shared}) => !shared).map(({path}) => path)
  const {cause, reason, block} = order
  connection.run(erasures.insertErasures, {seqs, cause, reason, blocked: Number(block), now})
  const jobsEnded = endJobs(connection, paths, now)
  const {files, jobs} = eraseHistory(connection, seqs, paths, now)
  takeOut(connection, docSeqs)
  const ocrPages = forgetPagesOfDocuments(connection, seqs, paths)
  changeIndexed(connection, docSeqs, () => connection.run(erasures.deleteDocuments, {seqs}))
  forgetSamples(connection)
  return {documents, siblings, files, jobs, jobsEnded, ocrPages}
}

type Counts = Omit<ErasedTraces, 'documents' | 'siblings'>

/** Takes out what the history says of paths that never led to a document, where the work there has ended. */
export function erasePaths(
  connection: Connection,
  path: string,
  {cause, reason}: ErasureOrder,
  now: string,
): Counts {
  const ocrPages = forgetPagesAt(connection, placeOf(path))
  const traces = {...eraseEnded(connection, path), jobsEnded: 0, ocrPages}
  if (traces.jobs + traces.files + ocrPages === 0) return traces
  if (reason !== null) refuseNames(reason, [basename(path)])
  connection.run(erasures.insertErasureOfPaths, {cause, reason, now})
  return traces
}

/**
 * Takes out what the history says of a content that never became a document, wherever it lay, and its pages, and ends
 * its jobs. What OCR read of another content that lay at the same path stays.
 */
export function eraseContent(
  connection: Connection,
  sha256: string,
  {cause, reason, block}: ErasureOrder,
  now: string,
): Counts {
  const jobsEnded = endAll(connection, connection.all(erasures.unfinishedJobsOf, {sha256}), now)
  const sum = {jobs: 0, jobsEnded, files: 0, ocrPages: 0}
  const paths = connection.all(erasures.pathsOfStrayContent, {sha256}).map(({path}) => path)
  for (const path of paths) {
    const {jobs, files} = eraseEnded(connection, path)
    sum.jobs += jobs
    sum.files += files
  }
  // Of pages that were kept before their sources were, no path is known.
  sum.ocrPages = connection.run(deleteOcrPagesOf, {sha256})
  const sources = connection.run(deleteOcrSourcesOf, {sha256})
  const isToBeBlocked = block && !connection.get(erasures.blockOf, {sha256})
  if (jobsEnded + sum.jobs + sum.files + sum.ocrPages + sources === 0 && !isToBeBlocked) return sum
  if (reason !== null)
    refuseNames(
      reason,
      paths.map((path) => basename(path)),
    )
  connection.run(erasures.insertErasureOfContent, {sha256, cause, reason, blocked: Number(block), now})
  return sum
}

/** What the history says of a path that never led to a document, where the work there has ended. */
function eraseEnded(connection: Connection, path: string): Pick<Counts, 'jobs' | 'files'> {
  const place = placeOf(path)
  const files = connection.all(erasures.filesWithoutDocument, place)
  const at = seqsOf(connection.all(erasures.endedJobsAt, place))
  eraseFileRows(
    connection,
    files.map((file) => file.file_id),
  )
  const holders = [...new Set(files.map((file) => file.job_seq))]
  const emptied = seqsOf(connection.all(erasures.jobsWithNothingElse, {seqs: JSON.stringify(holders)}))
  const jobs = new Set([...at, ...emptied])
  eraseJobRows(connection, [...jobs])
  const others = holders.filter((seq) => !jobs.has(seq))
  eraseMentions(
    connection,
    others,
    files.map((file) => file.path),
  )
  return {jobs: jobs.size, files: files.length}
}

/** Takes out what OCR read long ago of files that never became a document. @returns how many pages there were */
export function eraseStrayPages(
  connection: Connection,
  before: string,
  {cause, reason}: ErasureOrder,
  now: string,
): number {
  const pages = forgetPagesBefore(connection, before)
  if (pages > 0) connection.run(erasures.insertErasureOfPaths, {cause, reason, now})
  return pages
}

/** Unfinished jobs for one of the paths would bring back what is being erased. @returns how many */
function endJobs(connection: Connection, paths: readonly string[], now: string): number {
  return endAll(connection, connection.all(erasures.unfinishedJobsAt, {paths: JSON.stringify(paths)}), now)
}

function endAll(connection: Connection, jobs: readonly {seq: number}[], now: string): number {
  for (const {seq} of jobs) cancelJob(connection, seq, GONE, now)
  return jobs.length
}

function eraseHistory(
  connection: Connection,
  docSeqs: string,
  paths: readonly string[],
  now: string,
): {files: number; jobs: number} {
  const files = connection.all(erasures.filesOfDocuments, {seqs: docSeqs, paths: JSON.stringify(paths)})
  for (const file of files.filter(({state}) => state !== 'done')) endOpenFile(connection, file, now)
  eraseFileRows(
    connection,
    files.map((file) => file.file_id),
  )
  const own = files.filter((file) => file.is_job === 1).map((file) => file.job_seq)
  const holders = [...new Set(files.map((file) => file.job_seq))]
  const emptied = seqsOf(connection.all(erasures.jobsWithNothingElse, {seqs: JSON.stringify(holders)}))
  const at = seqsOf(connection.all(erasures.jobsAt, {paths: JSON.stringify(paths)}))
  const erased = new Set([...own, ...emptied, ...at])
  eraseJobRows(connection, [...erased])
  const folders = seqsOf(connection.all(erasures.jobsAt, {paths: JSON.stringify(foldersAbove(paths))}))
  const others = [...new Set([...holders, ...folders])].filter((seq) => !erased.has(seq))
  eraseMentions(connection, others, paths)
  return {files: files.length, jobs: erased.size}
}

/** A file of a folder that is still being worked on: the folder goes on without it. */
function endOpenFile(
  connection: Connection,
  {file_id: fileId, job_seq: seq}: {file_id: number; job_seq: number},
  now: string,
): void {
  const {code, message} = GONE
  connection.run(erasures.closeAttemptsOfFile, {fileId, code: code ?? '', message, now})
  // The file before may have been the last that somebody had in hand, and have let the job rest.
  connection.run(claims.wakeJob, {seq, now})
  endFile(
    connection,
    {seq, fileId, outcome: 'skipped', document: NO_DOCUMENT, error: GONE, durationMs: 0},
    now,
  )
  connection.run(claims.restJob, {seq, now})
}

/** What jobs that stay say of the paths: `No file could be read; 3 failed. The first: …`. */
function eraseMentions(connection: Connection, jobSeqs: readonly number[], paths: readonly string[]): void {
  const names = [
    ...paths,
    ...paths.map((path) => basename(path)).filter((name) => name.length >= LEAST_OF_NAME),
  ]
  const needles = JSON.stringify([...new Set([...names, ...names.map(asciiJson)])])
  const seqs = JSON.stringify(jobSeqs)
  connection.run(erasures.eraseMentionsOfJobs, {seqs, needles})
  connection.run(erasures.eraseMentionsOfAttempts, {seqs, needles})
}

function foldersAbove(paths: readonly string[]): string[] {
  const folders = new Set<string>()
  for (const path of paths) {
    for (let folder = dirname(path); !folders.has(folder); folder = dirname(folder)) folders.add(folder)
  }
  return [...folders]
}

function seqsOf(rows: readonly {seq: number}[]): number[] {
  return rows.map(({seq}) => seq)
}

/** ANALYZE keeps samples of what indexes hold, paths among them. */
function forgetSamples({database}: Connection): void {
  const tables = database
    .prepare("SELECT name FROM sqlite_schema WHERE name IN ('sqlite_stat3', 'sqlite_stat4')")
    .pluck()
    .all()
  for (const table of tables) database.exec(`DELETE FROM ${table}`)
}
