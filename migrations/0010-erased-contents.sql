-- The hash of an erased content that never became a document, so that it can be refused too.
--
-- Breaks: nothing. `sha256` may be there without `document_id` and `bytes`; where it is blocked and `bytes` is NULL,
-- nothing but the hash tells another file from it.

CREATE TABLE erasures_of_contents (
  erasure_seq  INTEGER PRIMARY KEY AUTOINCREMENT,
  document_id  TEXT UNIQUE,
  sha256       TEXT CHECK (length(sha256) = 64),
  -- Of the file: tells without hashing that another file is not the one that was erased. NULL: nobody knows.
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
  CHECK (sha256 IS NOT NULL OR (document_id IS NULL AND bytes IS NULL AND blocked = 0)),
  CHECK (document_id IS NULL OR bytes IS NOT NULL)
) STRICT;
INSERT INTO erasures_of_contents
  SELECT erasure_seq, document_id, sha256, bytes, cause, reason, blocked, last_job_seq, erased_at, rewritten_at, completed_at
    FROM erasures;
DROP TABLE erasures;
ALTER TABLE erasures_of_contents RENAME TO erasures;
CREATE INDEX erasures_sha256 ON erasures (sha256);
CREATE INDEX erasures_blocked ON erasures (bytes) WHERE blocked = 1;
CREATE INDEX erasures_pending ON erasures (erasure_seq) WHERE completed_at IS NULL;
