import type {WorkerListener} from '../model/events.js'
import type {ExtractionLimits} from '../model/extraction.js'
import type {Job, JsonValue} from '../model/job.js'
import type {IngestionQueue} from '../queue/ingestion-queue.js'

export interface HandlerContext {
  /** Aborts when the worker stops at once, or when the job was cancelled or given to another worker. */
  signal: AbortSignal
  /** From 1. */
  attempt: number
}

/**
 * A program's own work in place of ingestion. What it returns is the job's result; what it throws fails the job: an
 * AtsError by its code, anything else with HANDLER_FAILED, which is retried.
 */
// biome-ignore lint/suspicious/noConfusingVoidType: a handler without a result is written as an ordinary function
export type JobHandler = (job: Job, context: HandlerContext) => Promise<JsonValue | void>

export interface WorkerOptions {
  queue: IngestionQueue
  /** Replaces ingestion. */
  handler?: JobHandler
  /** Whether scans and photos are read by OCR. Default true. */
  ocr?: boolean
  /** Tesseract's names of the languages to expect; `['auto']`, the default, finds out each file's. */
  languages?: readonly string[]
  limits?: Partial<ExtractionLimits>
  /** Milliseconds between two looks at an empty queue. Default 5,000. */
  pollInterval?: number
  /** Handle at most one job, then return. */
  oneTime?: boolean
  /** Return when nothing can be claimed; jobs that wait for a later time are left. */
  drain?: boolean
  /** Files at once, across jobs and within one. Default the number of cores. */
  concurrency?: number
  /** Jobs or files taken in one transaction. Default 1. */
  batchSize?: number
  /** Milliseconds that running work may go on after the stop signal before it is handed back. Default 10,000. */
  graceMs?: number
  /** Milliseconds without a heartbeat after which others take this worker's work. Default 60,000. */
  leaseMs?: number
  /** Milliseconds since they were last taken in after which documents are erased. Default never. */
  retentionMs?: number
  /** Stops the worker: it finishes what runs, or hands it back after `graceMs`. */
  signal?: AbortSignal
  /** Makes it hand back what runs at once. */
  forceSignal?: AbortSignal
  /** Told of everything that happens. */
  on?: WorkerListener
}
