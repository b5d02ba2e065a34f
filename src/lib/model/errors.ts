/**
 * What became wrong, as a stable word. SPEC §2 and §5: the codes are public, they stand in the database, in JSON
 * and in `docs/errors.md`.
 */
export type FileErrorCode =
  | 'FILE_NOT_FOUND'
  | 'PERMISSION_DENIED'
  | 'UNSUPPORTED_FORMAT'
  | 'EMPTY_FILE'
  | 'ENCRYPTED'
  | 'CORRUPT'
  | 'TOO_LARGE'
  | 'NO_TEXT'
  | 'OCR_DISABLED'
  | 'TIMEOUT'
  | 'OUT_OF_MEMORY'
  | 'EXTRACTOR_CRASHED'
  | 'IO_ERROR'
  | 'FILE_CHANGED'
  | 'CANCELLED'
  | 'WORKER_LOST'
  | 'HANDLER_FAILED'
  | 'ERASED'

/** What a retry can do about an error. */
export type Remedy = 'retry' | 'none'

/**
 * The one table of which errors a retry can cure (SPEC §2). `none`: the job or file fails at once, its retries
 * unspent. `docs/errors.md` is checked against it.
 */
export const FILE_ERRORS: Record<FileErrorCode, {remedy: Remedy; meaning: string}> = {
  FILE_NOT_FOUND: {remedy: 'retry', meaning: 'nothing is at the path'},
  PERMISSION_DENIED: {remedy: 'retry', meaning: 'the worker may not read the path'},
  UNSUPPORTED_FORMAT: {remedy: 'none', meaning: 'the content is of no format that ats reads'},
  EMPTY_FILE: {remedy: 'none', meaning: 'the file has no content'},
  ENCRYPTED: {remedy: 'none', meaning: 'the file needs a password'},
  CORRUPT: {remedy: 'none', meaning: 'the file is damaged beyond reading'},
  TOO_LARGE: {remedy: 'none', meaning: 'the file, or what it unpacks to, exceeds a size limit'},
  NO_TEXT: {remedy: 'none', meaning: 'the file was read and holds no text'},
  OCR_DISABLED: {remedy: 'none', meaning: 'the file can only be read by OCR, which was switched off'},
  TIMEOUT: {remedy: 'retry', meaning: 'reading took longer than the time limit'},
  OUT_OF_MEMORY: {remedy: 'retry', meaning: 'reading needed more than the memory limit'},
  EXTRACTOR_CRASHED: {remedy: 'retry', meaning: 'the extractor process died while it read the file'},
  IO_ERROR: {remedy: 'retry', meaning: 'the file system reported an error'},
  FILE_CHANGED: {remedy: 'retry', meaning: 'the file changed while it was read'},
  CANCELLED: {remedy: 'none', meaning: 'somebody cancelled the job'},
  WORKER_LOST: {remedy: 'none', meaning: 'three workers died while they had this job or file'},
  HANDLER_FAILED: {remedy: 'retry', meaning: "the program's own handler threw an error"},
  ERASED: {remedy: 'none', meaning: 'the content was erased, and this job may not bring it back'},
}

/** Errors of a call, as opposed to errors of a file. Each has its exit code in `cli/exit-codes.ts`. */
export type CallErrorCode =
  | 'USAGE'
  | 'CONFIGURATION'
  | 'PATH_NOT_FOUND'
  | 'JOB_NOT_FOUND'
  | 'DOCUMENT_NOT_FOUND'
  | 'ORIGINAL_CHANGED'
  | 'NO_PROFILE'
  | 'AMBIGUOUS_ID'
  | 'INVALID_STATE'
  | 'LEASE_LOST'
  | 'CONFIRMATION_REQUIRED'
  | 'DATABASE_NOT_FOUND'
  | 'DATABASE_BUSY'
  | 'DATABASE_READ_ONLY'
  | 'DATABASE_CORRUPT'
  | 'DATABASE_FULL'
  | 'DATABASE_UNAVAILABLE'
  | 'DATABASE_GONE'
  | 'SCHEMA_TOO_NEW'
  | 'NOT_A_DATABASE'
  | 'QUEUE_CLOSED'
  | 'INTERRUPTED'
  | 'WAIT_TIMEOUT'

export type ErrorCode = FileErrorCode | CallErrorCode

export interface AtsErrorOptions {
  /** What to do next, each a full sentence or a command. */
  suggestions?: readonly string[]
  /** Lines that show the place in what was typed, for people to look at. */
  excerpt?: readonly string[]
  cause?: unknown
}

/**
 * Every error that a user can cause or mend: a stable code, a message that says what happened to which path or id,
 * and what to do next. Anything else that is thrown is a bug.
 */
export class AtsError extends Error {
  override readonly name = 'AtsError'
  readonly code: ErrorCode
  readonly suggestions: readonly string[]
  readonly excerpt: readonly string[]

  constructor(code: ErrorCode, message: string, options: AtsErrorOptions = {}) {
    const {suggestions = [], excerpt = [], cause} = options
    super(message, cause === undefined ? undefined : {cause})
    this.code = code
    this.suggestions = suggestions
    this.excerpt = excerpt
  }
}

export function isFileErrorCode(code: string): code is FileErrorCode {
  return Object.hasOwn(FILE_ERRORS, code)
}

/** Whether an error with this code may be cured by running again; an unknown code may. */
export function isRetryable(code: string): boolean {
  return !isFileErrorCode(code) || FILE_ERRORS[code].remedy === 'retry'
}

/** Maps what the file system or the program threw to the code and message that the queue keeps. */
export function toFileError(error: unknown, path: string): AtsError {
  if (error instanceof AtsError) return error
  const code = (error as NodeJS.ErrnoException | undefined)?.code
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return new AtsError('FILE_NOT_FOUND', `${path}: no such file or directory`, {cause: error})
    case 'EACCES':
    case 'EPERM':
      return new AtsError('PERMISSION_DENIED', `${path}: permission denied`, {cause: error})
    default:
      if (typeof code === 'string' && /^E[A-Z0-9]+$/.test(code)) {
        return new AtsError('IO_ERROR', `${path}: ${code}`, {cause: error})
      }
      return new AtsError('HANDLER_FAILED', error instanceof Error ? error.message : String(error), {
        cause: error,
      })
  }
}
