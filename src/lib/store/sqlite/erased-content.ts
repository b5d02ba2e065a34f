import type {Failure} from '../../model/failure.js'
import type {Settlement} from '../store.js'
import type {Connection} from './connection.js'
import {documentBySha256} from './document-queries.js'
import {eraseFileRows, eraseJobRows} from './erased-rows.js'
import * as erasures from './erasure-queries.js'
import {deleteOcrPagesOf, deleteOcrSourcesOf} from './ocr-page-queries.js'

export type Refusal = {settlement: Extract<Settlement, {kind: 'skipped'}>}

/**
 * Whether what a job has read was erased meanwhile, or is blocked. Jobs that were there before an erasure never bring
 * the content back, whatever copy of it they come by; later ones do, unless it is blocked. Only within a transaction.
 *
 * @returns what the settlement has to be instead, if so; what the unit says of its path has to go too
 */
export function refuseErased(
  connection: Connection,
  seq: number,
  settlement: Settlement,
  now: string,
): Refusal | undefined {
  if (settlement.kind !== 'loaded' && settlement.kind !== 'reused') return undefined
  const sha256 = settlement.kind === 'loaded' ? settlement.extraction.sha256 : settlement.sha256
  const erasure = connection.get(erasures.erasureForbidding, {sha256, seq})
  if (!erasure) return undefined
  // Kept by whoever was reading it while it was erased; a later job may have taken it in again.
  if (!connection.get(documentBySha256, {sha256}) && forgetPages(connection, sha256) > 0)
    connection.run(erasures.insertErasureOfPaths, {cause: 'request', reason: null, now})
  const {path, durationMs} = settlement
  const error = erasure.blocked === 1 ? blocked(sha256) : erasedMeanwhile(sha256)
  return {settlement: {kind: 'skipped', path, error, durationMs}}
}

/** @returns how many rows there were */
function forgetPages(connection: Connection, sha256: string): number {
  return connection.run(deleteOcrPagesOf, {sha256}) + connection.run(deleteOcrSourcesOf, {sha256})
}

/** Why a file is skipped. */
export function blocked(sha256: string): Failure {
  return {code: 'ERASED', message: `this content was erased and is blocked (sha256 ${sha256})`}
}

function erasedMeanwhile(sha256: string): Failure {
  return {code: 'ERASED', message: `this content was erased after the job was enqueued (sha256 ${sha256})`}
}

/** Takes out the path of a folder that held nothing but what was erased, once its job has ended: it may be a name. */
export function eraseEmptiedFolder(connection: Connection, seq: number, now: string): void {
  const seqs = JSON.stringify([seq])
  const [emptied] = connection.all(erasures.jobsWithNothingElse, {seqs})
  if (!emptied || !connection.get(erasures.fileIdsOfJob, {seq})) return
  eraseJobRows(connection, [seq])
  connection.run(erasures.insertErasureOfPaths, {cause: 'request', reason: null, now})
}

/**
 * Takes out the path of a file that has its outcome. The erasure that it belongs to may be complete, so that what the
 * rows leave behind is remembered anew.
 */
export function eraseUnit(
  connection: Connection,
  {seq, fileId}: {seq: number; fileId: number | null},
  now: string,
): void {
  const ids =
    fileId === null ? connection.all(erasures.fileIdsOfJob, {seq}).map((row) => row.file_id) : [fileId]
  eraseFileRows(connection, ids)
  if (fileId === null) eraseJobRows(connection, [seq])
  connection.run(erasures.insertErasureOfPaths, {cause: 'request', reason: null, now})
}
