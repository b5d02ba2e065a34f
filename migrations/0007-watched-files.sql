-- What `ats watch` has enqueued, so that a file makes one job however often it is seen and by however many watchers.
--
-- Breaks: nothing.

CREATE TABLE watched_files (
  -- HMAC-SHA-256 of the path, under the key of this database that settings hold: an erasure has nothing to take out
  -- here, and what was erased is not taken in again unasked.
  path_hmac   TEXT PRIMARY KEY CHECK (length(path_hmac) = 64),
  -- Of the file when it was enqueued; another one is another file.
  fingerprint TEXT NOT NULL,
  job_id      TEXT NOT NULL,
  enqueued_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX watched_files_job ON watched_files (job_id);
