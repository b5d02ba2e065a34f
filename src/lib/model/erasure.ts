import type {Failure} from './failure.js'

/** Stands in the queue's history where the path of an erased document stood, or a message about it. */
export const ERASED = '(erased)'

/** What a job says that had not ended when the document of its path was erased. It names nobody, and so may stay. */
export const ERASED_MEANWHILE = 'the document of this path was erased'

/** Whether a job's path was erased, so that the job can never run again. */
export function isErasedPath(path: string): boolean {
  return path === ERASED
}

/** `retention`: the document had become too old. */
export type ErasureCause = 'request' | 'retention'

/** Which documents to erase: those of which all that is given holds. */
export interface ErasureSelection {
  documentIds?: readonly string[]
  /** SHA-256 of contents that never became documents: what the history and OCR say of them goes, besides the documents. */
  strayContents?: readonly string[]
  /** Absolute: a file, or a folder with all below it. */
  path?: string
  /** Last taken in before this time. */
  before?: Date
}

export interface ErasureOrder {
  cause: ErasureCause
  /** Kept in the record: a ticket's number, a legal ground, never the person's name. */
  reason: string | null
  /** Whether the same content is refused from now on. */
  block: boolean
}

/** A document that is erased, or would be, as it was. */
export interface ErasedDocument {
  documentId: string
  sha256: string
  fileName: string
  /** Whose CV it is, as it says; null where no name was found. */
  personName: string | null
  /** Every path that it came from. */
  paths: string[]
}

/** What an erasure takes out of the database, or would take. */
export interface ErasedTraces {
  documents: ErasedDocument[]
  /** Ids of documents of the same persons that stay: other editions, formats and scans. */
  siblings: string[]
  /** Jobs whose path and messages go; they stay in the history without them. */
  jobs: number
  /** Of these, unfinished ones, which fail with ERASED. */
  jobsEnded: number
  /** Files of jobs, likewise. */
  files: number
  /** Pages of which the text goes that OCR read, of documents and of what never became one. */
  ocrPages: number
}

/** The record of one erased document, or of paths that never led to one: no text, no name, no path. */
export interface Erasure {
  /** Null: of paths alone. */
  documentId: string | null
  sha256: string | null
  cause: ErasureCause
  reason: string | null
  /** Whether the same content is refused. */
  blocked: boolean
  /** When the document went from the database. */
  erasedAt: Date
  /** When no byte of it was left in the database's files; null: some may be. */
  completedAt: Date | null
}

/** How far the database's files are free of what was erased. */
export interface Cleansing {
  /** Erasures that something kept from being completed. */
  pending: number
  /** What kept them; null when nothing is pending. */
  obstacle: Failure | null
}

/** What a purge did, or with `dryRun` would do. */
export interface PurgeReport extends ErasedTraces, Cleansing {
  dryRun: boolean
}

export interface ErasureJson {
  document_id: string | null
  sha256: string | null
  cause: ErasureCause
  reason: string | null
  blocked: boolean
  erased_at: string
  completed_at: string | null
}

export function erasureToJson(erasure: Erasure): ErasureJson {
  return {
    document_id: erasure.documentId,
    sha256: erasure.sha256,
    cause: erasure.cause,
    reason: erasure.reason,
    blocked: erasure.blocked,
    erased_at: erasure.erasedAt.toISOString(),
    completed_at: erasure.completedAt?.toISOString() ?? null,
  }
}

export interface PurgeReportJson {
  dry_run: boolean
  documents: {
    document_id: string
    sha256: string
    person_name?: string | null
    file_name?: string
    paths?: string[]
  }[]
  siblings: string[]
  jobs: number
  jobs_ended: number
  files: number
  ocr_pages: number
  pending: number
  obstacle: Failure | null
}

/** Names and paths are told only of what is still there. */
export function purgeToJson({documents, dryRun, ...report}: PurgeReport): PurgeReportJson {
  return {
    dry_run: dryRun,
    documents: documents.map(({documentId, sha256, personName, fileName, paths}) => ({
      document_id: documentId,
      sha256,
      ...(dryRun ? {person_name: personName, file_name: fileName, paths} : {}),
    })),
    siblings: report.siblings,
    jobs: report.jobs,
    jobs_ended: report.jobsEnded,
    files: report.files,
    ocr_pages: report.ocrPages,
    pending: report.pending,
    obstacle: report.obstacle,
  }
}

/** What JSON makes of a text, with all but ASCII escaped, as other programs' writers do. */
export function asciiJson(text: string): string {
  return JSON.stringify(text)
    .slice(1, -1)
    .replace(/[^ -~]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
}

/** Whether a result holds nothing but counts, as ingestion's own does: a program's own may hold anything. */
export function holdsOnlyCounts(result: unknown): boolean {
  if (typeof result !== 'object' || result === null || Array.isArray(result)) return false
  return Object.entries(result).every(
    ([name, value]) =>
      (/^(documents|pages|ocr)(_[a-z]+)*$/.test(name) && typeof value === 'number') ||
      (name === 'type' && (value === 'file' || value === 'directory')),
  )
}
