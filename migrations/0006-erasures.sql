-- What was erased, and when a file was last taken in from a path.
--
-- Breaks: nothing.

-- One row a document that was erased, and one for paths that never led to a document: ids, hashes, times and a reason,
-- never text, names or paths.
CREATE TABLE erasures (
  erasure_seq  INTEGER PRIMARY KEY AUTOINCREMENT,
  document_id  TEXT UNIQUE,
  sha256       TEXT CHECK (length(sha256) = 64),
  -- Of the file: tells without hashing that another file is not the one that was erased.
  bytes        INTEGER CHECK (bytes > 0),
  cause        TEXT NOT NULL CHECK (cause IN ('request', 'retention')),
  reason       TEXT,
  blocked      INTEGER NOT NULL DEFAULT 0 CHECK (blocked IN (0, 1)),
  -- The newest job at that time: it and the older ones do not bring the content back.
  last_job_seq INTEGER NOT NULL,
  -- When the rows went.
  erased_at    TEXT NOT NULL,
  -- When the file had been written anew without what the rows leave behind in it.
  rewritten_at TEXT,
  -- When the log had been cut too: from then on no byte is left.
  completed_at TEXT,
  CHECK (completed_at IS NULL OR rewritten_at IS NOT NULL),
  CHECK ((document_id IS NULL) = (sha256 IS NULL) AND (sha256 IS NULL) = (bytes IS NULL))
) STRICT;
CREATE INDEX erasures_sha256 ON erasures (sha256);
CREATE INDEX erasures_blocked ON erasures (bytes) WHERE blocked = 1;
CREATE INDEX erasures_pending ON erasures (erasure_seq) WHERE completed_at IS NULL;

-- When a job last took the content in from this path; NULL: never since `created_at`. Retention counts from it.
ALTER TABLE document_paths ADD COLUMN taken_in_at TEXT;
