import {stat} from 'node:fs/promises'
import {contentHash} from '../extract/content-hash.js'
import type {ExtractorPool} from '../extract/pool/extractor-pool.js'
import {canReuse, languageKey} from '../model/document.js'
import type {ExtractionLimits, PageProgress} from '../model/extraction.js'
import type {OcrCache} from '../model/ocr-cache.js'
import type {BlockListStore, DocumentStore, Settlement} from '../store/store.js'

export interface Reader {
  pool: ExtractorPool
  documents: DocumentStore
  blockList: BlockListStore
  /** What OCR has read before, for the file at this path. */
  ocrCache: (path: string) => OcrCache
  languages: readonly string[]
  limits: ExtractionLimits
}

export interface FileToRead {
  /** Absolute, as it is shown and stored. */
  path: string
  /** The exact name where it is not valid UTF-8. */
  pathBytes: Uint8Array | null
  ocr: boolean
}

export interface ReadOptions {
  /** Whether a document with the same content and the same way of reading may be used instead. */
  reuse: boolean
  signal: AbortSignal
  onPage: (progress: PageProgress) => void
}

/**
 * Reads one file, or finds that its content is known.
 *
 * @throws AtsError with a file error code
 */
export async function readDocument(
  reader: Reader,
  file: FileToRead,
  {reuse, signal, onPage}: ReadOptions,
): Promise<Extract<Settlement, {kind: 'loaded' | 'reused'}>> {
  const {path, ocr} = file
  const started = performance.now()
  const sha256 = reuse ? await knownContent(reader, file) : undefined
  if (sha256 !== undefined) return {kind: 'reused', path, sha256, durationMs: since(started)}
  const {languages, limits} = reader
  const request = {path: file.pathBytes ?? path, ocr, languages, limits}
  const extraction = await reader.pool.extract(request, {signal, onPage, ocrCache: reader.ocrCache(path)})
  const ocrLanguages = ocr ? languageKey(languages) : null
  return {kind: 'loaded', path, extraction, ocrLanguages, durationMs: since(started)}
}

/**
 * The hash of the file's content, if a stored reading of it will do, or if it was erased and is blocked: then it is
 * not read at all, and the store refuses it by its hash.
 */
async function knownContent(
  {documents, blockList, languages}: Reader,
  {path, pathBytes, ocr}: FileToRead,
): Promise<string | undefined> {
  const name = pathBytes === null ? path : Buffer.from(pathBytes)
  const stats = await stat(name).catch(() => undefined)
  if (!stats?.isFile() || !(await documents.hasSize(stats.size))) return undefined
  const sha256 = await contentHash(name)
  if (sha256 === undefined) return undefined
  if (await blockList.isBlocked(sha256)) return sha256
  const reading = await documents.reading(sha256)
  return reading && canReuse(reading, {ocr, languages}) ? sha256 : undefined
}

export function since(started: number): number {
  return Math.round(performance.now() - started)
}
