/** What a watcher tells of itself. Paths are absolute. */
export type WatchEvent =
  | {type: 'watch.started'; folders: string[]; database: string}
  /** The file system tells of no changes in this folder: it is looked at every `pollMs`. */
  | {type: 'watch.polling'; folder: string; message: string}
  /** A folder, or something in it, cannot be looked at now. */
  | {type: 'watch.unreachable'; folder: string; message: string}
  | {type: 'watch.enqueued'; path: string; jobId: string}
  /** `code` of a file that failed: its job's error code; `ERASED` where its content is blocked. */
  | {type: 'watch.moved'; path: string; to: string; code?: string}
  | {type: 'watch.deleted'; path: string}
  /** A file stays where it is, and why. */
  | {type: 'watch.left'; path: string; message: string}
  /** The database cannot be used now. */
  | {type: 'watch.waiting'; code: string; message: string}
  | {type: 'watch.stopping'}
  | {type: 'watch.stopped'; enqueued: number; moved: number; deleted: number; durationMs: number}

export type WatchListener = (event: WatchEvent) => void
