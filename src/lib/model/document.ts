import type {Attachment, ExtractionWarning, FileType, PageReading} from './extraction.js'
import type {Profile} from './profile.js'
import type {Section} from './section.js'

/**
 * The edition of the extraction pipeline. A document read by another edition is read again when its file comes by;
 * raise it when a change would give another text for the same bytes.
 */
export const PIPELINE_VERSION = 3

export interface DocumentFields {
  documentId: string
  /** The same for all documents of one person: the id of the oldest of them. */
  personId: string
  sha256: string
  /** Every path that it came from, the first one first. */
  paths: string[]
  /** Of the first path. */
  fileName: string
  fileType: FileType
  bytes: number
  pages: number
  ocrPages: number
  skippedPages: number
  ocrConfidence: number | null
  /** ISO 639-1, or null where it is not known. */
  language: string | null
  /** Light Markdown: docs/formats.md. */
  text: string
  words: number
  sections: Section[]
  profile: Profile | null
  metadata: Record<string, string>
  attachments: Attachment[]
  pageReadings: PageReading[]
  warnings: ExtractionWarning[]
  pipelineVersion: number
  /** Tesseract's names joined by `+`; null when no OCR was allowed. */
  ocrLanguages: string | null
  createdAt: Date
  updatedAt: Date
}

export interface DocumentJson {
  document_id: string
  person_id: string
  sha256: string
  paths: string[]
  file_name: string
  file_type: FileType
  bytes: number
  pages: number
  ocr_pages: number
  skipped_pages: number
  ocr_confidence: number | null
  language: string | null
  text: string
  words: number
  sections: Section[]
  profile: Profile | null
  metadata: Record<string, string>
  attachments: Attachment[]
  page_readings: PageReading[]
  warnings: ExtractionWarning[]
  pipeline_version: number
  created_at: string
  updated_at: string
}

/** The text and facts taken from one file's content; identified by the SHA-256 of that content. */
export class Document implements DocumentFields {
  readonly documentId!: string
  readonly personId!: string
  readonly sha256!: string
  readonly paths!: string[]
  readonly fileName!: string
  readonly fileType!: FileType
  readonly bytes!: number
  readonly pages!: number
  readonly ocrPages!: number
  readonly skippedPages!: number
  readonly ocrConfidence!: number | null
  readonly language!: string | null
  readonly text!: string
  readonly words!: number
  readonly sections!: Section[]
  readonly profile!: Profile | null
  readonly metadata!: Record<string, string>
  readonly attachments!: Attachment[]
  readonly pageReadings!: PageReading[]
  readonly warnings!: ExtractionWarning[]
  readonly pipelineVersion!: number
  readonly ocrLanguages!: string | null
  readonly createdAt!: Date
  readonly updatedAt!: Date

  constructor(fields: DocumentFields) {
    Object.assign(this, fields)
  }

  toJSON(): DocumentJson {
    return {
      document_id: this.documentId,
      person_id: this.personId,
      sha256: this.sha256,
      paths: this.paths,
      file_name: this.fileName,
      file_type: this.fileType,
      bytes: this.bytes,
      pages: this.pages,
      ocr_pages: this.ocrPages,
      skipped_pages: this.skippedPages,
      ocr_confidence: this.ocrConfidence,
      language: this.language,
      text: this.text,
      words: this.words,
      sections: this.sections,
      profile: this.profile,
      metadata: this.metadata,
      attachments: this.attachments,
      page_readings: this.pageReadings,
      warnings: this.warnings,
      pipeline_version: this.pipelineVersion,
      created_at: this.createdAt.toISOString(),
      updated_at: this.updatedAt.toISOString(),
    }
  }
}

/** How a file is to be read, as far as it changes the text. */
export interface ReadingOptions {
  ocr: boolean
  languages: readonly string[]
}

/** How the stored text of a content was read. */
export interface StoredReading {
  pipelineVersion: number
  ocrLanguages: string | null
  ocrPages: number
  skippedPages: number
}

/**
 * Whether a stored reading answers a new request for the same content, so that it need not be read again. A reading
 * without OCR serves a request with OCR only when OCR would have had nothing to do; one with OCR serves all.
 */
export function canReuse(stored: StoredReading, wanted: ReadingOptions): boolean {
  if (stored.pipelineVersion !== PIPELINE_VERSION) return false
  if (!wanted.ocr) return true
  if (stored.skippedPages > 0) return false
  return stored.ocrPages === 0 || stored.ocrLanguages === languageKey(wanted.languages)
}

/** Whether a new reading may take the place of a stored one: never one without OCR for one with it (SPEC §5). */
export function mayReplace(stored: StoredReading, fresh: {ocrPages: number; skippedPages: number}): boolean {
  return !(fresh.skippedPages > 0 && stored.ocrPages > 0)
}

export function languageKey(languages: readonly string[]): string {
  return languages.join('+')
}
