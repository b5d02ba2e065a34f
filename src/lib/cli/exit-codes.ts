import type {AtsError, ErrorCode} from '../model/errors.js'

/** SPEC §4. Others (of signals, say) are made from these by the shell. */
export const EXIT = {
  done: 0,
  failed: 1,
  usage: 2,
  notFound: 3,
  partly: 4,
  tryAgain: 75,
  configuration: 78,
  interrupted: 130,
  terminated: 143,
} as const

export type ExitCode = (typeof EXIT)[keyof typeof EXIT]

/** What each exit code tells a script; `docs/errors.md` is checked against it. */
export const EXIT_MEANINGS: Record<ExitCode, string> = {
  0: 'done; a reader that closed the pipe counts as done',
  1: 'failed',
  2: 'usage: a command, flag or argument is wrong, or a confirmation is missing',
  3: 'not found: a path, job, document or database',
  4: 'partly done: some of what was named was done, some was refused',
  75: 'try again later: the database is busy or away, or the time to wait was over',
  78: 'configuration: a setting, the database file or the machine is not fit',
  130: 'interrupted by SIGINT',
  143: 'stopped by SIGTERM or SIGHUP',
}

/** The one table of exit codes. A new error code does not compile without its line here. */
export const EXIT_CODES: Record<ErrorCode, ExitCode> = {
  FILE_NOT_FOUND: EXIT.notFound,
  PERMISSION_DENIED: EXIT.failed,
  UNSUPPORTED_FORMAT: EXIT.failed,
  EMPTY_FILE: EXIT.failed,
  ENCRYPTED: EXIT.failed,
  CORRUPT: EXIT.failed,
  TOO_LARGE: EXIT.failed,
  NO_TEXT: EXIT.failed,
  OCR_DISABLED: EXIT.failed,
  TIMEOUT: EXIT.failed,
  OUT_OF_MEMORY: EXIT.failed,
  EXTRACTOR_CRASHED: EXIT.failed,
  IO_ERROR: EXIT.failed,
  FILE_CHANGED: EXIT.failed,
  CANCELLED: EXIT.failed,
  WORKER_LOST: EXIT.failed,
  HANDLER_FAILED: EXIT.failed,
  ERASED: EXIT.failed,
  USAGE: EXIT.usage,
  CONFIGURATION: EXIT.configuration,
  PATH_NOT_FOUND: EXIT.notFound,
  JOB_NOT_FOUND: EXIT.notFound,
  DOCUMENT_NOT_FOUND: EXIT.notFound,
  ORIGINAL_CHANGED: EXIT.failed,
  NO_PROFILE: EXIT.notFound,
  AMBIGUOUS_ID: EXIT.usage,
  INVALID_STATE: EXIT.failed,
  LEASE_LOST: EXIT.failed,
  CONFIRMATION_REQUIRED: EXIT.usage,
  DATABASE_NOT_FOUND: EXIT.notFound,
  DATABASE_BUSY: EXIT.tryAgain,
  DATABASE_READ_ONLY: EXIT.failed,
  DATABASE_CORRUPT: EXIT.failed,
  DATABASE_FULL: EXIT.failed,
  DATABASE_UNAVAILABLE: EXIT.tryAgain,
  DATABASE_GONE: EXIT.configuration,
  SCHEMA_TOO_NEW: EXIT.configuration,
  NOT_A_DATABASE: EXIT.configuration,
  QUEUE_CLOSED: EXIT.failed,
  INTERRUPTED: EXIT.interrupted,
  WAIT_TIMEOUT: EXIT.tryAgain,
}

export function exitCodeOf(error: AtsError): ExitCode {
  return EXIT_CODES[error.code]
}
