import type {ErrorCode} from '../../model/errors.js'
import type {Extraction, ExtractionRequest, PageProgress} from '../../model/extraction.js'
import type {CachedPage, OcrPage} from '../../model/ocr-cache.js'

/** What the parent tells the child. */
export type ToChild =
  | {type: 'extract'; request: ExtractionRequest}
  /** The answer to the question with this number; without a page where nothing is known. */
  | {type: 'recalled'; question: number; page?: OcrPage}

/** What the child tells the parent. */
export type FromChild =
  | ({type: 'page'} & PageProgress)
  /** Asks what is known of a page, and is always answered. */
  | {type: 'recall'; question: number; key: string; sha256: string}
  | {type: 'keep'; page: CachedPage}
  | {type: 'done'; extraction: Extraction; rss: number}
  | {type: 'failed'; code: ErrorCode; message: string; suggestions: readonly string[]; rss: number}

/** What the watchdog writes on stderr before it ends a child for its memory. */
export const MEMORY_MARK = 'ats-extractor: over the memory limit'
