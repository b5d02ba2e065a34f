import type {Attempt} from '../model/attempt.js'
import type {Document, StoredReading} from '../model/document.js'
import type {Cleansing, ErasedTraces, Erasure, ErasureOrder, ErasureSelection} from '../model/erasure.js'
import type {Standing} from '../model/explanation.js'
import type {Extraction} from '../model/extraction.js'
import type {Failure} from '../model/failure.js'
import type {Job, JsonValue} from '../model/job.js'
import type {JobFile} from '../model/job-file.js'
import type {JobStatus} from '../model/job-state.js'
import type {BackupReport, CheckReport, SchemaReport, VacuumReport} from '../model/maintenance.js'
import type {CachedPage, OcrPage} from '../model/ocr-cache.js'
import type {Person, Sibling} from '../model/person/person.js'
import type {SearchQuery} from '../model/search/query.js'
import type {QueueStats} from '../model/stats.js'
import type {WorkerInfo} from '../model/worker.js'

/**
 * What every engine does for the rooms above, in their words: jobs, claims, documents, never rows. One conformance
 * suite (`test/store-conformance/`) runs against each implementation.
 *
 * Every method may throw the AtsErrors DATABASE_BUSY, DATABASE_FULL, DATABASE_READ_ONLY, DATABASE_CORRUPT,
 * DATABASE_UNAVAILABLE and DATABASE_GONE.
 */
export interface Store {
  /** Where the data is: an absolute path or a URL without its password. */
  readonly location: string
  readonly jobs: JobStore
  readonly claims: ClaimStore
  readonly documents: DocumentStore
  readonly erasures: ErasureStore
  readonly blockList: BlockListStore
  readonly ocrPages: OcrPageStore
  readonly workers: WorkerStore
  readonly watchedFiles: WatchedFiles
  readonly maintenance: MaintenanceStore
  /**
   * What speaks against the place where the data is, in a sentence or two; undefined where nothing is known to.
   */
  caution(): string | undefined
  /** Gives back the memory that only makes the next call faster, as when there is nothing to do. */
  releaseMemory(): void
  /**
   * Tells of work that another process has added, where the engine can; the poll finds the rest.
   *
   * @returns what stops it
   */
  listen(onWork: () => void): () => void
  /** Ends running maintenance too. */
  close(): Promise<void>
}

export interface JobDraft {
  jobId: string
  filePath: string
  maxRetries: number
  priority: number
  availableAt: Date | null
  ocr: boolean
  contentSha256: string | null
}

export interface JobFilter {
  status?: JobStatus
  limit: number
}

export type RetrySelection = {ids: readonly string[]} | {failed: true} | {errorCode: string} | {skipped: true}

export interface ClearFilter {
  status?: JobStatus
  /** Only jobs last changed before this time. */
  before?: Date
  /** Jobs that are being processed too. */
  force: boolean
}

export interface JobStore {
  /** Adds all drafts in one durable transaction. */
  insert(drafts: readonly JobDraft[], now: Date): Promise<void>
  get(id: string): Promise<Job | undefined>
  /** Jobs whose id begins or ends with the fragment, at most `limit`. */
  find(fragment: string, limit: number): Promise<Job[]>
  /** Newest first. */
  list(filter: JobFilter): Promise<Job[]>
  /** What a claim would take next; takes nothing. */
  next(now: Date): Promise<Job | undefined>
  /** Where a job stands, all of one moment. */
  standing(id: string, now: Date): Promise<Standing | undefined>
  attempts(id: string): Promise<Attempt[]>
  files(id: string): Promise<JobFile[]>
  stats(now: Date): Promise<QueueStats>
  /** An unfinished job for this path or content. */
  findUnfinished(path: string): Promise<Job | undefined>
  /** The newest job that was enqueued with this hash of its content. */
  findByContent(sha256: string): Promise<Job | undefined>
  /** Puts finished jobs back with a fresh budget. @returns their ids */
  retry(selection: RetrySelection, now: Date): Promise<string[]>
  /** @returns the job as it was before; it is cancelled unless that was final */
  cancel(id: string, now: Date): Promise<Job | undefined>
  /** Deletes jobs with their history, in batches that hold the lock for milliseconds. @returns how many */
  clear(filter: ClearFilter): Promise<number>
  countClearable(filter: ClearFilter): Promise<number>
  setPaused(paused: boolean): Promise<void>
}

export interface ClaimRequest {
  workerId: string
  limit: number
  now: Date
  /** Take nothing but this job and its files. */
  jobId?: string | undefined
}

/** A file of a directory job, as its walk found it. */
export interface FoundFile {
  path: string
  /** The exact name where it is not valid UTF-8. */
  pathBytes: Uint8Array | null
  fingerprint: string
}

/** A file of a directory whose content was erased and is blocked. */
export interface RefusedFile {
  /** Its place among those of the directory, from 1. */
  number: number
  sha256: string
}

/** What is told of such a file. */
export interface TurnedAway {
  /** `(erased)`, in the place of its name. */
  path: string
  error: Failure
}

/** How a unit of work ended, or why it is given back. */
export type Settlement =
  /** A program's own handler, or `markCompleted`, finished the job. */
  | {kind: 'completed'; result: JsonValue}
  /** The directory's files are all known; from here on they are the job. */
  | {kind: 'walked'}
  /** The file was read. */
  | {kind: 'loaded'; path: string; extraction: Extraction; ocrLanguages: string | null; durationMs: number}
  /** The file's content is known already. */
  | {kind: 'reused'; path: string; sha256: string; durationMs: number}
  | {kind: 'skipped'; path: string; error: Failure; durationMs: number}
  /** For good. `path` where it was a file that failed. */
  | {kind: 'failed'; path?: string; error: Failure; durationMs: number}
  | {kind: 'retry'; error: Failure; retries: number; availableAt: Date; delayMs: number}
  /** Handed back: the worker stops. */
  | {kind: 'released'}

export interface Settled {
  /** Set for `loaded` and `reused`, unless they were refused. */
  documentId?: string
  /** Set where the content was erased and this job may not bring it back: then the file was skipped for it. */
  refused?: Failure
  /** The job after the settlement. */
  job: Job
  /** What was claimed in the same transaction. */
  next: Claim[]
}

/**
 * The right to one unit of work: a job, or one file of a directory job. It is the only key: whatever is written
 * about the unit goes through it and checks, in the same transaction, that the claim still stands.
 *
 * Every method throws AtsError LEASE_LOST when it does not: the unit was cancelled, or given to another worker.
 */
export interface Claim {
  readonly token: string
  readonly workerId: string
  readonly job: Job
  /** The file of a directory job; undefined when the claim is on the job itself. */
  readonly file: {path: string; pathBytes: Uint8Array | null} | undefined
  /** From 1, of the job or of the file. */
  readonly attempt: number
  readonly retries: number
  readonly startedAt: Date
  /** Records files that a walk found; they can be claimed at once. */
  addFiles(files: readonly FoundFile[]): Promise<void>
  /**
   * Records files that a walk found and that are skipped, by nothing but a number: their names were erased.
   *
   * @returns one for each, in order
   */
  refuseFiles(files: readonly RefusedFile[]): Promise<TurnedAway[]>
  /** Ends the claim, and takes the next one in the same transaction if `next` asks for it. */
  settle(settlement: Settlement, now: Date, next?: ClaimRequest): Promise<Settled>
}

export interface ClaimStore {
  /** Takes what may run now: the oldest first within the highest priority. */
  claim(request: ClaimRequest): Promise<Claim[]>
  /**
   * Takes one job whether it waits or not, for the reference design's `mark…` methods.
   *
   * @throws AtsError JOB_NOT_FOUND, INVALID_STATE (it is final), LEASE_LOST (another worker has it)
   */
  claimJob(id: string, workerId: string, now: Date): Promise<Claim>
  /** Lets jobs that are left in `processing` with nobody at them run again. @returns how many */
  adoptOrphans(now: Date): Promise<number>
  /** Of these tokens, the ones whose claims no longer stand. */
  lost(workerId: string, tokens: readonly string[]): Promise<string[]>
  /** Paths of claimed jobs that are no directories yet as far as is known: some may still turn into files to do. */
  walking(): Promise<string[]>
  /** When the next waiting job or file may run; undefined when none waits. */
  nextAvailableAt(): Promise<Date | undefined>
}

/** Which documents are meant: those that meet every condition that is there. */
export interface DocumentSelection {
  query?: SearchQuery
  /** Of those of one person only the newest edition. Of a search, all are found. */
  onePerPerson?: boolean
  /** Taken in at this time or later. */
  after?: Date
  /** Taken in before this time. */
  before?: Date
  /** Absolute: a file that they came from, or a directory with all that is below it. */
  path?: string
}

/** A document that was found. */
export interface Hit {
  document: Document
  /** The higher the better; only to be compared within one search. */
  score: number
}

export interface DocumentStore {
  /** Newest first. */
  list(limit: number, selection?: DocumentSelection): Promise<Document[]>
  /** The same, one after the other: however many there are, few are held in memory. */
  each(selection: DocumentSelection): AsyncIterable<Document>
  /** The best first, of the equally good the newest. */
  search(selection: DocumentSelection & {query: SearchQuery}, limit: number): Promise<Hit[]>
  /** How many documents are still to be made findable: those that were there before there was an index. */
  unindexed(): Promise<number>
  /** Makes them findable, in many small transactions; what asks for words does it first. */
  completeIndex(): Promise<void>
  /** By id, by a fragment at either end of it, by hash or hash prefix, or by path; at most `limit`. */
  find(key: string, limit: number): Promise<Document[]>
  /** How the content with this hash was read, if it was. */
  reading(sha256: string): Promise<(StoredReading & {documentId: string}) | undefined>
  /** Whether anything is known of a content with this many bytes: if not, hashing a file to look it up is a waste. */
  hasSize(bytes: number): Promise<boolean>
  /** A file that a document came from is at another path now: the document came from there too, at the same time. */
  addMoved(file: {from: string; to: string}): Promise<void>
  /** The person whose document came last first. */
  persons(limit: number): Promise<Person[]>
  /** The documents of one person, the newest edition first. */
  editions(personId: string): Promise<Sibling[]>
  /** Gives up to `limit` documents of before persons were known to theirs. @returns how many: 0 when all have theirs */
  placeWaiting(limit: number): Promise<number>
}

/**
 * Erases documents so that no byte of them is left: first their rows, at once and for good, then what the rows leave
 * behind in the files. The second may have to wait for others, and is remembered until it is done.
 */
export interface ErasureStore {
  /**
   * Takes documents out of the database with all that the queue's history says of their paths. Whoever is reading one
   * of them can no longer bring it back.
   *
   * @throws AtsError USAGE when the reason names what is erased; what was erased before that stays erased
   */
  erase(selection: ErasureSelection, order: ErasureOrder, now: Date): Promise<ErasedTraces>
  /** What `erase` would do, and does not. */
  rehearse(selection: ErasureSelection, order: ErasureOrder, now: Date): Promise<ErasedTraces>
  /** Frees the files of what was erased: all that waits for it, in one go. What is in the way is told, not thrown. */
  cleanse(now: Date): Promise<Cleansing>
  /** How many erasures have not been completed. */
  countPending(): Promise<number>
  /** Newest first. */
  list(filter: {pending: boolean; limit: number}): Promise<Erasure[]>
  /** By the id or the hash that a document had, or by a fragment of it; at most `limit`. */
  find(key: string, limit: number): Promise<Erasure[]>
  /** Hashes that begin so of contents that were tried and never became documents; at most `limit`. */
  findStray(key: string, limit: number): Promise<string[]>
  /** Lets content with this hash be taken in again. @returns whether it was blocked */
  unblock(sha256: string): Promise<boolean>
}

/** The contents that were erased and may not be taken in again. */
export interface BlockListStore {
  /** @param sha256 hex, of a content */
  isBlocked(sha256: string): Promise<boolean>
  /** In bytes, of all of them; null: there is one of which nobody knows. */
  blockedSizes(): Promise<ReadonlySet<number | null>>
}

/** What OCR read on single pages, so that no page is read twice. Nothing else depends on it. */
export interface OcrPageStore {
  /** What was read on the page with this key, and in which file; of several files this one is preferred. */
  find(key: string, sha256: string): Promise<(OcrPage & {sha256: string; languages: string}) | undefined>
  /**
   * Adds what was read; what is known already stays as it is, and nothing is kept of a file that was erased.
   *
   * @param path of the file, absolute: an erasure of the path takes the pages of what never became a document
   */
  add(page: CachedPage, path: string, now: Date): Promise<void>
  /** A file whose pages are known lies at this path too. */
  addSource(sha256: string, path: string): Promise<void>
}

/** A file that was enqueued because it lay in a watched folder, and whose job has ended. */
export interface EndedFile {
  path: string
  /** As it was when it was enqueued. */
  fingerprint: string
  outcome: 'loaded' | 'failed'
  /** Of the job, where it failed and has one. */
  errorCode: string | null
  /** Codes of the document's warnings that say that it holds less than the file: `PAGES_SKIPPED`, … */
  unreadParts: readonly string[]
}

/** What lay in watched folders and was enqueued for that. */
export interface WatchedFiles {
  /**
   * Adds a job for a file, unless the file as it is has had one, whoever watched. One durable transaction.
   *
   * @param seen `folder`: the watched one, absolute
   * @returns whether it was added
   */
  enqueue(
    draft: JobDraft,
    seen: {fingerprint: string; folder: string | undefined},
    now: Date,
  ): Promise<boolean>
  /** Is another one when anything was written since, by whomever: cheap to ask, as `ended` is not. */
  state(): Promise<string>
  /**
   * Those that became documents (`loaded`) or failed, in the order of the jobs: however many there are, few are held in
   * memory. What was skipped or cancelled is neither.
   */
  ended(which: {loaded: boolean; failed: boolean}): AsyncIterable<EndedFile>
  /**
   * Forgets files of a folder that are gone, once they have been missing for a month of looks.
   *
   * @param present paths of all files that lie in it now, absolute
   */
  review(folder: string, present: Iterable<string>, now: Date): Promise<void>
  /** The file is not there any more. */
  forget(file: {path: string; fingerprint: string}): Promise<void>
}

export interface WorkerRegistration {
  workerId: string
  pid: number
  host: string
  concurrency: number
  /** Milliseconds without a heartbeat after which others may take its work. */
  leaseMs: number
}

/** A worker's presence: others see it alive until `end`, or until its process dies. */
export interface Presence {
  readonly workerId: string
  heartbeat(now: Date): Promise<void>
  end(): Promise<void>
}

/** A unit that was taken back from a worker that is no more. */
export interface Recovered {
  jobId: string
  path: string
  filePath: string
  lostWorker: string
  crashes: number
  /** It was one crash too many: the unit has failed with WORKER_LOST. */
  dead: boolean
}

export interface WorkerStore {
  register(registration: WorkerRegistration, now: Date): Promise<Presence>
  list(): Promise<WorkerInfo[]>
  /** Takes back the work of dead workers. `monotonicMs` is the caller's clock that no one can set. */
  reap(now: Date, monotonicMs: number): Promise<Recovered[]>
}

/** Care of the data as a whole. What takes long does not stop the event loop, and ends with `close`. */
export interface MaintenanceStore {
  schema(): Promise<SchemaReport>
  /** Looks for damage and contradictions, and mends those that can be mended if told to. */
  check(options: {repair: boolean}): Promise<CheckReport>
  /**
   * Writes a consistent copy, while others work; nothing is left of one that fails.
   *
   * @param destination absolute
   * @throws AtsError CONFIRMATION_REQUIRED (there is a file, and no `force`), PATH_NOT_FOUND, PERMISSION_DENIED, USAGE
   */
  backup(destination: string, options: {force: boolean}): Promise<BackupReport>
  /** Gives unused space back. `full`: writes everything anew. */
  vacuum(options: {full: boolean}): Promise<VacuumReport>
}
