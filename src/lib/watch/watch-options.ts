import type {IngestionQueue} from '../queue/ingestion-queue.js'
import type {WatchListener} from './watch-events.js'

export interface WatchOptions {
  queue: IngestionQueue
  /** Directories; what is below them is watched too. */
  folders: readonly string[]
  /** Milliseconds for which a file must not have changed before it is enqueued. Default 2 s. */
  settleMs?: number
  /** Milliseconds between two looks at everything, for file systems that tell nothing. Default 10 s. */
  pollMs?: number
  /** What becomes of a file whose job has completed. Default: it stays. */
  done?: Disposal
  /** What becomes of a file whose job has failed for good. Default: it stays. */
  failed?: Disposal
  /** Of the jobs. */
  priority?: number
  maxRetries?: number
  ocr?: boolean
  signal: AbortSignal
  on?: WatchListener
}

/** `moveTo`: a directory; the folders between the watched one and the file are kept. */
export type Disposal = {moveTo: string} | 'delete'

export interface WatchSummary {
  enqueued: number
  moved: number
  deleted: number
  durationMs: number
}
