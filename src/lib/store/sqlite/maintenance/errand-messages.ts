import type {Cleansing} from '../../../model/erasure.js'
import type {ErrorCode} from '../../../model/errors.js'
import type {BackupReport, CheckReport, VacuumReport} from '../../../model/maintenance.js'
import type {BackupPaths} from './back-up.js'

/** What a child process does for its parent, because it may take minutes. */
export type Errand =
  | {kind: 'check'; repair: boolean}
  | {kind: 'vacuum'; full: boolean}
  | ({kind: 'backup'} & BackupPaths)
  /** `now`: milliseconds since 1970. */
  | {kind: 'cleanse'; now: number}

export interface ErrandResults {
  check: CheckReport
  vacuum: VacuumReport
  backup: BackupReport
  cleanse: Cleansing
}

export interface ToErrandChild {
  /** Of the database, absolute. */
  path: string
  busyTimeoutMs: number
  errand: Errand
}

export type FromErrandChild =
  | {type: 'done'; report: ErrandResults[Errand['kind']]}
  | {type: 'refused'; code: ErrorCode; message: string; suggestions: readonly string[]}
  | {type: 'broken'; stack: string}
