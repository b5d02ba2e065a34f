import {stat} from 'node:fs/promises'
import {availableParallelism} from 'node:os'
import {basename, resolve} from 'node:path'
import {requireLanguages} from '../extract/ocr/ocr-tools.js'
import {ExtractorPool} from '../extract/pool/extractor-pool.js'
import {type AtsError, toFileError} from '../model/errors.js'
import {
  DEFAULT_LANGUAGES,
  DEFAULT_LIMITS,
  type Extraction,
  type ExtractionLimits,
  type ExtractionRequest,
  type FileType,
} from '../model/extraction.js'
import type {FoundFile} from '../store/store.js'
import {walkFiles} from './walk.js'

export interface LoadedDocument extends Extraction {
  /** Absolute. */
  filePath: string
  fileName: string
}

export type LoadProgress =
  | {type: 'loaded'; filePath: string; document: LoadedDocument}
  | {type: 'skipped' | 'failed'; filePath: string; code: string; message: string}

export interface LoadOptions {
  /** Whether scans and photos are read by OCR. Default true. */
  ocr?: boolean
  /** Tesseract's names of the languages to expect; `['auto']`, the default, finds out each file's. */
  languages?: readonly string[]
  /** Only files of these types; others are skipped with UNSUPPORTED_FORMAT. Default all. */
  formats?: readonly FileType[]
  limits?: Partial<ExtractionLimits>
  /** Files read at once, each in a process of its own. Default the number of cores. */
  concurrency?: number
  signal?: AbortSignal
  /** Told of each file, in the order in which they end. */
  onProgress?: (progress: LoadProgress) => void
}

/**
 * Reads a file, or every file below a directory, without queue or database.
 *
 * ```ts
 * const documents = await loadDocuments('./cv_uploads')
 * console.log(documents[0].text)
 * ```
 *
 * @returns what was read, in the order of the walk
 * @throws AtsError when the path cannot be read, when a single file cannot, when none of a directory's files can
 * and at least one failed, CONFIGURATION when a language is not installed, and CANCELLED when the signal aborts
 */
export async function loadDocuments(path: string, options: LoadOptions = {}): Promise<LoadedDocument[]> {
  const root = resolve(path)
  const limits = {...DEFAULT_LIMITS, ...options.limits}
  const {ocr = true, languages = DEFAULT_LANGUAGES, formats} = options
  if (ocr) await requireLanguages(languages)
  const request = {ocr, languages, limits, ...(formats ? {formats} : {})}
  const concurrency = options.concurrency ?? availableParallelism()
  const pool = new ExtractorPool({size: concurrency, limits})
  try {
    const files = await listFiles(root)
    const results = await inParallel(files, concurrency, (file) => load(pool, file, request, options))
    const documents = results.flatMap((result) => result.document ?? [])
    const failure = results.find((result) => result.error)?.error
    if (documents.length === 0 && failure) throw failure
    return documents
  } finally {
    await pool.close()
  }
}

async function listFiles(root: string): Promise<FoundFile[]> {
  try {
    if (!(await stat(root)).isDirectory()) return [{path: root, pathBytes: null, fingerprint: ''}]
    const files: FoundFile[] = []
    for await (const file of walkFiles(root)) files.push(file)
    return files
  } catch (error) {
    throw toFileError(error, root)
  }
}

/** Neither: the file was skipped. */
interface Loaded {
  document?: LoadedDocument
  error?: AtsError
}

async function load(
  pool: ExtractorPool,
  {path, pathBytes}: FoundFile,
  request: Omit<ExtractionRequest, 'path'>,
  {signal, onProgress}: LoadOptions,
): Promise<Loaded> {
  try {
    const extraction = await pool.extract({...request, path: pathBytes ?? path}, signal ? {signal} : {})
    const document = {...extraction, filePath: path, fileName: basename(path)}
    onProgress?.({type: 'loaded', filePath: path, document})
    return {document}
  } catch (thrown) {
    if (signal?.aborted) throw thrown
    const error = toFileError(thrown, path)
    const skipped =
      error.code === 'OCR_DISABLED' || (error.code === 'UNSUPPORTED_FORMAT' && request.formats !== undefined)
    onProgress?.({
      type: skipped ? 'skipped' : 'failed',
      filePath: path,
      code: error.code,
      message: error.message,
    })
    return skipped ? {} : {error}
  }
}

/** Runs `work` on every item, so many at a time; the results keep the order of the items. */
async function inParallel<T, R>(
  items: readonly T[],
  width: number,
  work: (item: T) => Promise<R>,
): Promise<R[]> {
  const results: R[] = []
  let next = 0
  const lane = async () => {
    for (let index = next++; index < items.length; index = next++) {
      results[index] = await work(items[index] as T)
    }
  }
  await Promise.all(Array.from({length: Math.max(1, width)}, lane))
  return results
}
