import type {AttemptOutcome} from '../../model/attempt.js'
import {AtsError} from '../../model/errors.js'
import type {Failure} from '../../model/failure.js'
import type {IngestionResult} from '../../model/job.js'
import type {FileOutcome} from '../../model/job-file.js'
import {toStoredTime} from '../../model/time.js'
import type {Settled, Settlement} from '../store.js'
import * as claims from './claim-queries.js'
import type {Connection} from './connection.js'
import {reuseDocument, type SavedDocument, saveDocument} from './documents.js'
import {eraseEmptiedFolder, eraseUnit, refuseErased} from './erased-content.js'
import * as jobs from './job-queries.js'
import type {JobRow} from './job-rows.js'

/** What a claim is on, as the database knows it. */
export interface Unit {
  attemptId: number
  token: string
  seq: number
  /** Null: the claim is on the job itself. */
  fileId: number | null
  generation: number
}

export const NO_DOCUMENT: SavedDocument = {
  docSeq: null,
  pages: 0,
  ocrPages: 0,
  skippedPages: 0,
  reused: false,
}

const ATTEMPT_OUTCOMES: Record<Settlement['kind'], AttemptOutcome> = {
  completed: 'completed',
  walked: 'completed',
  loaded: 'completed',
  reused: 'completed',
  skipped: 'completed',
  failed: 'failed',
  retry: 'retried',
  released: 'released',
}

/**
 * Ends an attempt and writes what it came to. Only within a write transaction: the fence comes first, and all that
 * follows stands or falls with it.
 *
 * @returns the id of the document, if the settlement has one, or why it has none
 * @throws AtsError LEASE_LOST
 */
export function settle(
  connection: Connection,
  unit: Unit,
  asked: Settlement,
  at: Date,
): Pick<Settled, 'documentId' | 'refused'> {
  const now = toStoredTime(at)
  const refusal = refuseErased(connection, unit.seq, asked, now)
  const settlement = refusal?.settlement ?? asked
  const error = 'error' in settlement ? settlement.error : null
  closeAttempt(connection, unit, ATTEMPT_OUTCOMES[settlement.kind], error, now)
  const documentId =
    unit.fileId === null
      ? settleJob(connection, unit, settlement, now)
      : settleFile(connection, unit.seq, unit.fileId, settlement, now)
  if (refusal) eraseUnit(connection, unit, now)
  if (settlement.kind === 'walked' || (refusal && unit.fileId !== null))
    eraseEmptiedFolder(connection, unit.seq, now)
  if (refusal) return {refused: refusal.settlement.error}
  return documentId === undefined ? {} : {documentId}
}

export function closeAttempt(
  connection: Connection,
  {attemptId, token}: Pick<Unit, 'attemptId' | 'token'>,
  outcome: AttemptOutcome,
  error: Failure | null,
  now: string,
): void {
  const closing = {attemptId, token, now, outcome, code: error?.code ?? null, message: error?.message ?? null}
  if (connection.run(claims.closeAttempt, closing) !== 1) throw leaseLost()
}

export function leaseLost(): AtsError {
  return new AtsError('LEASE_LOST', 'The job or file was cancelled, cleared or given to another worker')
}

function settleJob(
  connection: Connection,
  unit: Unit,
  settlement: Settlement,
  now: string,
): string | undefined {
  const {seq} = unit
  switch (settlement.kind) {
    case 'completed':
      endJob(connection, seq, 'completed', settlement.result, null, now)
      return undefined
    case 'walked':
      endIfDone(connection, connection.all(claims.markWalked, {seq, now})[0], now)
      return undefined
    case 'retry':
      connection.run(claims.postponeJob, {seq, now, ...postponement(settlement)})
      return undefined
    case 'released':
      return undefined
    case 'failed':
      if (settlement.path !== undefined) recordFile(connection, unit, settlement, 'failed', NO_DOCUMENT)
      endJob(connection, seq, 'failed', null, settlement.error, now)
      return undefined
    case 'skipped':
      recordFile(connection, unit, settlement, 'skipped', NO_DOCUMENT)
      endJob(connection, seq, 'completed', fileResult('skipped', NO_DOCUMENT), null, now)
      return undefined
    default: {
      const document = keepDocument(connection, settlement, now)
      recordFile(connection, unit, settlement, 'loaded', document)
      endJob(connection, seq, 'completed', fileResult('loaded', document), null, now)
      return document.documentId
    }
  }
}

function settleFile(
  connection: Connection,
  seq: number,
  fileId: number,
  settlement: Settlement,
  now: string,
): string | undefined {
  switch (settlement.kind) {
    case 'completed':
    case 'walked':
      throw new TypeError(`a file cannot be ${settlement.kind}`)
    case 'retry':
      connection.run(claims.postponeFile, {fileId, ...postponement(settlement)})
      return undefined
    case 'released':
      connection.run(claims.releaseFile, {fileId})
      return undefined
    case 'failed':
    case 'skipped': {
      const {kind, error, durationMs} = settlement
      endFile(connection, {seq, fileId, outcome: kind, document: NO_DOCUMENT, error, durationMs}, now)
      return undefined
    }
    default: {
      const document = keepDocument(connection, settlement, now)
      const {durationMs} = settlement
      endFile(connection, {seq, fileId, outcome: 'loaded', document, error: null, durationMs}, now)
      return document.documentId
    }
  }
}

function keepDocument(
  connection: Connection,
  settlement: Extract<Settlement, {kind: 'loaded' | 'reused'}>,
  now: string,
): SavedDocument & {documentId: string} {
  return settlement.kind === 'loaded'
    ? saveDocument(connection, settlement, now)
    : reuseDocument(connection, settlement, now)
}

interface EndedFile {
  seq: number
  fileId: number
  outcome: FileOutcome
  document: SavedDocument
  error: Failure | null
  durationMs: number
}

/** Writes a file's outcome, and with the last one the job's. */
export function endFile(connection: Connection, file: EndedFile, now: string): void {
  const {seq, fileId, outcome, document, error, durationMs} = file
  connection.run(claims.endFile, {fileId, outcome, ...columns(document, error), durationMs})
  endIfDone(connection, connection.all(claims.countDownFile, {seq, now})[0], now)
}

/** Writes the outcome of a file that was no unit of its own. */
export function recordFile(
  connection: Connection,
  {seq, generation}: Pick<Unit, 'seq' | 'generation'>,
  settlement: {path?: string; error?: Failure; durationMs: number},
  outcome: FileOutcome,
  document: SavedDocument,
): void {
  connection.run(claims.recordFile, {
    seq,
    generation,
    path: settlement.path ?? '',
    outcome,
    ...columns(document, settlement.error ?? null),
    durationMs: settlement.durationMs,
  })
}

function columns(document: SavedDocument, error: Failure | null) {
  return {
    docSeq: document.docSeq,
    reused: Number(document.reused),
    pages: document.pages,
    ocrPages: document.ocrPages,
    skippedPages: document.skippedPages,
    code: error?.code ?? null,
    message: error?.message ?? null,
  }
}

/** Ends a directory job whose files are all known and all have their outcome. */
function endIfDone(connection: Connection, job: JobRow | undefined, now: string): void {
  if (!job || job.walked === 0 || job.files_open > 0) return
  const result = sumFiles(connection, job)
  const hopeless = result.documents_failed > 0 && result.documents_loaded === 0
  const error = hopeless ? firstFailure(connection, job, result) : null
  endJob(connection, job.seq, hopeless ? 'failed' : 'completed', result, error, now)
}

function sumFiles(connection: Connection, {seq, generation}: JobRow): IngestionResult {
  const sums = connection.all(claims.sumFiles, {seq, generation})
  const of = (outcome: FileOutcome) => sums.find((sum) => sum.outcome === outcome)
  const loaded = of('loaded')
  return {
    documents_loaded: loaded?.files ?? 0,
    type: 'directory',
    documents_skipped: of('skipped')?.files ?? 0,
    documents_failed: of('failed')?.files ?? 0,
    documents_reused: loaded?.reused ?? 0,
    pages: loaded?.pages ?? 0,
    ocr_pages: loaded?.ocr_pages ?? 0,
  }
}

function firstFailure(connection: Connection, job: JobRow, {documents_failed}: IngestionResult): Failure {
  const first = connection.get(claims.firstFailedFile, {seq: job.seq, generation: job.generation})
  const message = `No file could be read; ${documents_failed} failed. The first: ${first?.error_message ?? ''}`
  return {code: (first?.error_code ?? null) as Failure['code'], message}
}

function fileResult(outcome: FileOutcome, document: SavedDocument): IngestionResult {
  return {
    documents_loaded: Number(outcome === 'loaded'),
    type: 'file',
    documents_skipped: Number(outcome === 'skipped'),
    documents_failed: Number(outcome === 'failed'),
    documents_reused: Number(document.reused),
    pages: document.pages,
    ocr_pages: document.ocrPages,
  }
}

export function endJob(
  connection: Connection,
  seq: number,
  status: 'completed' | 'failed',
  result: unknown,
  error: Failure | null,
  now: string,
): void {
  const ended = {
    seq,
    status,
    result: result === null || result === undefined ? null : JSON.stringify(result),
    code: error?.code ?? null,
    message: error?.message ?? null,
    now,
  }
  const [before] = connection.all(claims.endJob, ended)
  if (!before) throw leaseLost()
  const {code, message} = ended
  connection.run(jobs.cancelAttempts, {seq, code, message, now})
  connection.run(jobs.closeOpenFiles, {seq, code, message})
}

/** Fails a job that has not ended, and with it everything that somebody does for it. */
export function cancelJob(connection: Connection, seq: number, error: Failure, now: string): void {
  const {code, message} = error
  connection.run(jobs.cancelAttempts, {seq, code, message, now})
  connection.run(jobs.closeOpenFiles, {seq, code, message})
  connection.run(jobs.cancelJob, {seq, code: code ?? 'CANCELLED', message, now})
}

function postponement({error, retries, availableAt}: Extract<Settlement, {kind: 'retry'}>) {
  return {retries, availableAt: toStoredTime(availableAt), code: error.code, message: error.message}
}
