import type {Profile} from './profile.js'
import type {Section} from './section.js'

/** What `extract/` takes and gives: bytes in, an `Extraction` or an `AtsError` with a file error code out. */

/** The formats that ats reads, named by what the content is, never by the file's name. */
export type FileType =
  | 'pdf'
  | 'docx'
  | 'doc'
  | 'rtf'
  | 'odt'
  | 'txt'
  | 'md'
  | 'html'
  | 'jpeg'
  | 'png'
  | 'tiff'
  | 'webp'
  | 'bmp'
  | 'gif'

/** How a page came to its text. `skipped`: it needs OCR and OCR was off. `empty`: nothing is on it. */
export type PageMethod = 'text' | 'ocr' | 'both' | 'skipped' | 'empty'

export interface PageReading {
  /** From 1. */
  page: number
  method: PageMethod
  /** Characters of text other than white space. */
  characters: number
  /** 0 to 100, as Tesseract gives it; absent where no OCR took part. */
  confidence?: number
}

/** Something a reader of the text should know. The code is stable, the message is for people. */
export interface ExtractionWarning {
  code: WarningCode
  message: string
  page?: number
}

/** docs/formats.md says what each means. */
export const WARNING_CODES = [
  'HIDDEN_TEXT',
  'LOW_CONFIDENCE',
  'IMAGE_WITHOUT_TEXT',
  'PAGES_SKIPPED',
  'TRUNCATED',
  'SALVAGED',
  'PAGE_FAILED',
  'ENCODING_GUESSED',
  'ATTACHMENTS_IGNORED',
] as const

export type WarningCode = (typeof WARNING_CODES)[number]

export interface ExtractionLimits {
  /** Milliseconds for a file, OCR of its pages not counted. */
  fileTimeoutMs: number
  /** Milliseconds for the OCR of one page. */
  pageTimeoutMs: number
  /** MiB of JavaScript heap of an extractor process. */
  heapMb: number
  /** MiB of memory of an extractor process, everything counted. */
  memoryMb: number
  /** Bytes of the file itself. */
  maxFileBytes: number
  /** Bytes that an archive (DOCX, ODT) may unpack to. */
  maxUnpackedBytes: number
  /** Pixels of one image or one image frame. */
  maxPixels: number
  /** Pages read of one file; what follows is left out with a `TRUNCATED` warning. */
  maxPages: number
}

/** SPEC §5: 120 s a file, 60 s a page of OCR, 512 MiB of heap, 1 GiB in all. */
export const DEFAULT_LIMITS: Readonly<ExtractionLimits> = Object.freeze({
  fileTimeoutMs: 120_000,
  pageTimeoutMs: 60_000,
  heapMb: 512,
  memoryMb: 1024,
  maxFileBytes: 100 * 1024 * 1024,
  maxUnpackedBytes: 200 * 1024 * 1024,
  maxPixels: 60_000_000,
  maxPages: 500,
})

/** When nobody names the languages of OCR, each file's are found out. */
export const DEFAULT_LANGUAGES: readonly string[] = Object.freeze(['auto'])

export interface ExtractionRequest {
  /** Absolute. Bytes where the name is not valid UTF-8. */
  path: string | Uint8Array
  ocr: boolean
  /** Tesseract's names (`eng`, `deu`), at least one, or `auto` alone. */
  languages: readonly string[]
  limits: ExtractionLimits
  /** Types that are wanted; anything else is UNSUPPORTED_FORMAT. Default all. */
  formats?: readonly FileType[]
}

/** A file inside the file, which is listed and not read. */
export interface Attachment {
  name: string
  /** Bytes, where the container says. */
  bytes: number | null
}

/** What was read from one file. */
export interface Extraction {
  /** Hex SHA-256 of exactly the bytes that the text was read from. */
  sha256: string
  bytes: number
  fileType: FileType
  /**
   * Light Markdown (docs/formats.md): Unicode NFC, `\n` line ends, pages separated by a blank line, no private-use
   * glyphs, never blank.
   */
  text: string
  /** ISO 639-1 of most of the text, or null where it cannot be told. */
  language: string | null
  words: number
  /** In the order of the text. */
  sections: Section[]
  /** Null where the text is no CV. */
  profile: Profile | null
  /** 1 for formats without pages. */
  pages: number
  /** Pages that OCR took part in. */
  ocrPages: number
  /** Pages left unread because OCR was off. */
  skippedPages: number
  /** Mean over the OCR pages weighted by their characters, 0 to 100; null without OCR. */
  ocrConfidence: number | null
  pageReadings: PageReading[]
  /** What the file says of itself (title, author, producer, dates), as strings; absent keys were not there. */
  metadata: Record<string, string>
  attachments: Attachment[]
  warnings: ExtractionWarning[]
}

/** Told while a file is read. */
export interface PageProgress {
  page: number
  pages: number
  method: PageMethod
}

/** What a format's reader gives; the child adds hash, size and the sums over pages. */
export interface ReadResult {
  pages: ReadPage[]
  metadata?: Record<string, string>
  attachments?: Attachment[]
  warnings?: ExtractionWarning[]
}

export interface ReadPage {
  text: string
  method: PageMethod
  confidence?: number
}
