import type {ErrorCode} from '../../model/errors.js'
import type {Extraction, ExtractionRequest, PageProgress} from '../../model/extraction.js'

/** What the parent tells the child. */
export interface ToChild {
  type: 'extract'
  request: ExtractionRequest
}

/** What the child tells the parent. */
export type FromChild =
  | ({type: 'page'} & PageProgress)
  | {type: 'done'; extraction: Extraction; rss: number}
  | {type: 'failed'; code: ErrorCode; message: string; suggestions: readonly string[]; rss: number}

/** What the watchdog writes on stderr before it ends a child for its memory. */
export const MEMORY_MARK = 'ats-extractor: over the memory limit'
