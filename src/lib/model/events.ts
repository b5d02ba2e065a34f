import type {PageMethod} from './extraction.js'
import type {IngestionResult, JsonValue} from './job.js'

/** What a worker did in its life, told at its end. */
export interface WorkerSummary {
  workerId: string
  database: string
  jobsCompleted: number
  jobsFailed: number
  /** Failures that will run again, of jobs and of files. */
  retries: number
  /** Jobs and files handed back unfinished when it stopped. */
  released: number
  filesLoaded: number
  filesSkipped: number
  filesFailed: number
  /** Jobs that wait when it stops: for their time, for a resume, for other workers. */
  pending: number
  durationMs: number
}

interface OfJob {
  jobId: string
  /** The job's path. */
  path: string
}

interface OfFile extends OfJob {
  /** The file's path; that of the job in a file job. */
  filePath: string
}

interface Trouble {
  code: string | null
  message: string
}

interface Retry extends Trouble {
  retries: number
  maxRetries: number
  delayMs: number
}

/** What happens while a worker runs: progress, logs, metrics and webhooks listen, nothing else tells. */
export type WorkerEvent =
  | {
      type: 'worker.started'
      workerId: string
      /** The absolute path of the database. */
      database: string
      concurrency: number
      ocr: boolean
      languages: readonly string[]
    }
  /** Something about this machine that may do harm later. */
  | {type: 'worker.warning'; message: string}
  /** Nothing to do; told once until there is work again. */
  | {type: 'worker.idle'; pending: number; paused: boolean}
  | {type: 'worker.stopping'; running: number; forced: boolean}
  | ({type: 'worker.stopped'} & WorkerSummary)
  /** The database could not be used for now (busy, full, gone); the worker goes on trying. */
  | ({type: 'worker.waiting'; delayMs: number} & Trouble)
  /** Documents were older than the worker keeps them. */
  | {
      type: 'documents.erased'
      documents: number
      jobs: number
      jobsEnded: number
      files: number
      ocrPages: number
    }
  /** No byte is left of what was erased before. */
  | {type: 'erasures.completed'; documents: number}
  /** Something keeps what was erased from leaving the database's files; the worker goes on trying. */
  | ({type: 'erasures.waiting'; documents: number; delayMs: number} & Trouble)
  | ({type: 'job.claimed'; attempt: number; retries: number} & OfJob)
  /** A directory was walked: so many files; hidden and ignored files left out and links not followed are counted. */
  | ({
      type: 'job.walked'
      files: number
      hidden: number
      ignored: number
      links: number
      others: number
    } & OfJob)
  | ({type: 'job.completed'; result: IngestionResult | JsonValue; durationMs: number} & OfJob)
  | ({type: 'job.failed'} & OfJob & Trouble)
  | ({type: 'job.retried'} & OfJob & Retry)
  | ({type: 'job.released'} & OfJob)
  | ({type: 'file.started'; attempt: number} & OfFile)
  | ({type: 'page.read'; page: number; pages: number; method: PageMethod} & OfFile)
  | ({
      type: 'file.loaded'
      documentId: string
      reused: boolean
      /** 0 where a stored reading was used again. */
      pages: number
      ocrPages: number
      warnings: number
      durationMs: number
    } & OfFile)
  | ({type: 'file.skipped'; durationMs: number} & OfFile & Trouble)
  | ({type: 'file.failed'; durationMs: number} & OfFile & Trouble)
  | ({type: 'file.retried'} & OfFile & Retry)
  | ({type: 'file.released'} & OfFile)
  /** A job or file of a worker that died was taken back; `dead`: it was its third crash. */
  | ({type: 'job.recovered'; lostWorker: string; crashes: number; dead: boolean} & OfFile)
  /** What this worker was running was cancelled, or somebody else has it (it was stopped for too long). */
  | ({type: 'lease.lost'; reason: 'cancelled' | 'taken'} & OfFile)

export type WorkerEventType = WorkerEvent['type']
export type WorkerListener = (event: WorkerEvent) => void
