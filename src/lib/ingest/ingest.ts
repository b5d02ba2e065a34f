import {stat} from 'node:fs/promises'
import {dirname, resolve} from 'node:path'
import {type BlockList, blockedContent, listForMany} from '../extract/blocked-content.js'
import {AtsError, toFileError} from '../model/errors.js'
import type {PageProgress} from '../model/extraction.js'
import type {Claim, FoundFile, Settlement, TurnedAway} from '../store/store.js'
import {type FileToRead, type Reader, readDocument, since} from './read-document.js'
import {newTally, type WalkTally, walkFiles} from './walk.js'

/** Files recorded in one transaction while a directory is walked. */
const FOUND_AT_ONCE = 500

export interface Ingestion {
  reader: Reader
  /** Whether this worker may use OCR at all. */
  ocr: boolean
  /** Absolute; a relative path in a row means relative to its directory. */
  database: string
}

export interface IngestListeners {
  onFile: (file: FileToRead) => void
  onPage: (file: FileToRead, progress: PageProgress) => void
  onWalked: (tally: WalkTally) => void
  /** A file of a walked directory was turned away, its content being erased and blocked. */
  onTurnedAway: (file: TurnedAway) => void
  /** Files of a directory were recorded and can be claimed. */
  onFound: () => void
}

export interface IngestOptions {
  signal: AbortSignal
  /** Whether stored readings of the same content may be used. */
  reuse: boolean
  /** What an error leads to: another try, or the end. */
  judge: (error: AtsError) => Settlement
  listeners: IngestListeners
}

/** Does what a claim is for: reads its file, or walks its directory. Its failure is a settlement too. */
export async function ingest(
  ingestion: Ingestion,
  claim: Claim,
  options: IngestOptions,
): Promise<Settlement> {
  const path = claim.file?.path ?? absolutePath(claim.job.filePath, ingestion.database)
  const started = performance.now()
  try {
    if (claim.file === undefined && (await stat(path)).isDirectory())
      return await walk(path, claim, options, ingestion.reader.blockList)
    const file = {path, pathBytes: claim.file?.pathBytes ?? null, ocr: ingestion.ocr && claim.job.ocr}
    options.listeners.onFile(file)
    return await readDocument(ingestion.reader, file, {
      reuse: options.reuse,
      signal: options.signal,
      onPage: (progress) => options.listeners.onPage(file, progress),
    })
  } catch (thrown) {
    if (thrown instanceof AtsError && isNotOfTheFile(thrown)) throw thrown
    return settleError(toFileError(thrown, path), path, since(started), options)
  }
}

/** Errors of the database are no fault of the file's. */
function isNotOfTheFile({code}: AtsError): boolean {
  return code === 'LEASE_LOST' || code.startsWith('DATABASE_') || code === 'CONFIGURATION'
}

function settleError(error: AtsError, path: string, durationMs: number, options: IngestOptions): Settlement {
  if (options.signal.aborted) return {kind: 'released'}
  const failure = {code: error.code, message: error.message}
  if (error.code === 'OCR_DISABLED') return {kind: 'skipped', path, error: failure, durationMs}
  const settlement = options.judge(error)
  return settlement.kind === 'failed' ? {...settlement, path, durationMs} : settlement
}

/** Whether a job's path is a directory, as far as this worker can see. */
export function isDirectory(path: string, database: string): Promise<boolean> {
  return stat(absolutePath(path, database)).then(
    (stats) => stats.isDirectory(),
    () => false,
  )
}

/** A relative path in a row means relative to the database's directory (SPEC §8). */
function absolutePath(path: string, database: string): string {
  return resolve(dirname(database), path)
}

async function walk(
  root: string,
  claim: Claim,
  {signal, listeners}: IngestOptions,
  blockList: BlockList,
): Promise<Settlement> {
  const tally = newTally()
  const ofThisWalk = await listForMany(blockList)
  let batch: FoundFile[] = []
  const turnedAway: TurnedAway[] = []
  const record = async () => {
    if (batch.length > 0) await claim.addFiles(batch)
    batch = []
    listeners.onFound()
  }
  for await (const file of walkFiles(root, tally)) {
    if (signal.aborted) return {kind: 'released'}
    const sha256 = await blockedContent(file.pathBytes ?? file.path, ofThisWalk)
    if (sha256 !== undefined) {
      const number = turnedAway.length + 1
      turnedAway.push(...(await claim.refuseFiles([{number, sha256}])))
    } else batch.push(file)
    if (batch.length === FOUND_AT_ONCE) await record()
  }
  await record()
  listeners.onWalked(tally)
  // Only now: a walk that is broken off is done again, and they would be told twice.
  for (const file of turnedAway) listeners.onTurnedAway(file)
  return {kind: 'walked'}
}
