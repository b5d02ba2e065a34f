/**
 * The library behind the `ats` command: take in CVs from any program.
 *
 * ```ts
 * import {IngestionQueue, loadDocuments, runWorker} from 'ats'
 *
 * const queue = new IngestionQueue('./jobs.db')
 * const jobId = await queue.enqueue('./cv_uploads')
 * await runWorker({queue, drain: true})
 * console.log((await queue.getJob(jobId))?.result)
 * await queue.close()
 * ```
 */

export {examineMachine} from './lib/doctor/examine-machine.js'
export type {Finding, Verdict} from './lib/doctor/finding.js'
export type {Machine} from './lib/doctor/machine.js'
export {
  DocumentArchive,
  type ExportOptions,
  type ListOptions,
  type PurgeOptions,
  type SearchOptions,
} from './lib/documents/document-archive.js'
export type {DocumentFilter} from './lib/documents/document-filter.js'
export type {ExportCounts} from './lib/documents/export/export-documents.js'
export {EXPORT_FORMATS, type ExportFormat} from './lib/documents/export/formats.js'
export type {OriginalFile} from './lib/documents/original-file.js'
export type {PurgeSelection} from './lib/documents/purge-selection.js'
export {SearchResult, type SearchResultJson} from './lib/documents/search-result.js'
export {
  type LoadedDocument,
  type LoadOptions,
  type LoadProgress,
  loadDocuments,
} from './lib/ingest/load-documents.js'
export type {Attempt, AttemptJson, AttemptOutcome} from './lib/model/attempt.js'
export {type BackoffPolicy, DEFAULT_BACKOFF} from './lib/model/backoff.js'
export {Document, type DocumentJson} from './lib/model/document.js'
export type {
  Cleansing,
  ErasedDocument,
  ErasedTraces,
  Erasure,
  ErasureCause,
  ErasureJson,
  PurgeReport,
} from './lib/model/erasure.js'
export {
  AtsError,
  type CallErrorCode,
  type ErrorCode,
  FILE_ERRORS,
  type FileErrorCode,
} from './lib/model/errors.js'
export type {WorkerEvent, WorkerListener, WorkerSummary} from './lib/model/events.js'
export type {
  Explanation,
  FileCounts,
  Holder,
  JobReason,
  WorkAhead,
} from './lib/model/explanation.js'
export {
  DEFAULT_LIMITS,
  type Extraction,
  type ExtractionLimits,
  type ExtractionWarning,
  type FileType,
} from './lib/model/extraction.js'
export {type IngestionResult, Job, type JobJson, type JsonValue} from './lib/model/job.js'
export type {FileOutcome, JobFile, JobFileJson} from './lib/model/job-file.js'
export {JOB_STATUSES, type JobStatus} from './lib/model/job-state.js'
export type {
  BackupReport,
  CheckReport,
  Problem,
  ProblemCode,
  SchemaReport,
  VacuumReport,
} from './lib/model/maintenance.js'
export type {Person, PersonJson, Sibling, SiblingJson} from './lib/model/person/person.js'
export type {Snippet, SnippetOptions} from './lib/model/search/snippets.js'
export type {QueueStats} from './lib/model/stats.js'
export type {WorkerInfo} from './lib/model/worker.js'
export {
  type ClaimOptions,
  type Duplicate,
  type EnqueueOptions,
  IngestionQueue,
  type QueueOptions,
} from './lib/queue/ingestion-queue.js'
export type {WaitOptions} from './lib/queue/wait-for-jobs.js'
export type {Claim, RetrySelection, Settled, Settlement} from './lib/store/store.js'
export type {WatchEvent, WatchListener} from './lib/watch/watch-events.js'
export {watchFolders} from './lib/watch/watch-folders.js'
export type {Disposal, WatchOptions, WatchSummary} from './lib/watch/watch-options.js'
export {runWorker} from './lib/worker/run-worker.js'
export type {HandlerContext, JobHandler, WorkerOptions} from './lib/worker/worker-options.js'
