-- The first schema: queue, attempts, workers, documents.
--
-- Breaks: nothing. A table `jobs` of the Python reference implementation is taken over by the migration runner
-- before and after this file (see docs/decisions/0004-adopting-the-old-file.md).
--
-- Plain SQL producers run the defaults, CHECKs and triggers on `jobs` in their own SQLite, which may be older than
-- ours. STRICT needs 3.37; nothing on `jobs` may need more (no `subsec`, no jsonb, no FTS table).
--
-- Times are ISO-8601 UTC with milliseconds and no zone, as the reference implementation reads them.

CREATE TABLE jobs (
  -- The nine columns of the reference implementation, in its order: `SELECT *` by position goes on working.
  job_id         TEXT NOT NULL UNIQUE CHECK (job_id <> ''),
  file_path      TEXT NOT NULL CHECK (file_path <> ''),
  status         TEXT NOT NULL DEFAULT 'pending'
                 CHECK (status IN ('pending', 'processing', 'completed', 'failed')),
  retries        INTEGER NOT NULL DEFAULT 0 CHECK (retries >= 0),
  max_retries    INTEGER NOT NULL DEFAULT 3 CHECK (max_retries >= 0),
  error_message  TEXT,
  created_at     TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%f', 'now'))
                 CHECK (julianday(created_at) IS NOT NULL),
  updated_at     TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%f', 'now'))
                 CHECK (julianday(updated_at) IS NOT NULL),
  result_json    TEXT CHECK (result_json IS NULL OR json_valid(result_json)),
  -- The order of arrival: "oldest first" must not depend on anybody's clock.
  seq            INTEGER PRIMARY KEY AUTOINCREMENT,
  -- Higher runs first.
  priority       INTEGER NOT NULL DEFAULT 0,
  -- NULL: may run now. A worker sets it to NULL when the time has come, so that the index of what may run holds
  -- nothing else (delayed jobs of high priority would make every claim scan them).
  available_at   TEXT CHECK (available_at IS NULL OR julianday(available_at) IS NOT NULL),
  error_code     TEXT,
  -- Workers that died while they had it.
  crashes        INTEGER NOT NULL DEFAULT 0 CHECK (crashes >= 0),
  attempts       INTEGER NOT NULL DEFAULT 0 CHECK (attempts >= 0),
  ocr            INTEGER NOT NULL DEFAULT 1 CHECK (ocr IN (0, 1)),
  -- Of the file at the time of an enqueue that skips duplicates.
  content_sha256 TEXT CHECK (content_sha256 IS NULL OR length(content_sha256) = 64),
  -- A directory job: whether its files are all in `files`, and how many of them have no outcome yet.
  walked         INTEGER NOT NULL DEFAULT 0 CHECK (walked IN (0, 1)),
  files_open     INTEGER NOT NULL DEFAULT 0 CHECK (files_open >= 0),
  -- Raised by each retry of a finished job: files of an older generation are looked at again.
  generation     INTEGER NOT NULL DEFAULT 1
) STRICT;

-- What may be claimed now, in the order of claiming (the last column of every index is `seq`).
CREATE INDEX jobs_ready ON jobs (walked, priority DESC)
  WHERE status = 'pending' AND available_at IS NULL AND walked = 0;
CREATE INDEX jobs_scheduled ON jobs (status, available_at)
  WHERE status = 'pending' AND available_at IS NOT NULL;
-- The name is the reference implementation's: its CREATE INDEX IF NOT EXISTS finds it and does nothing.
CREATE INDEX idx_status ON jobs (status);
-- For --skip-duplicates.
CREATE INDEX jobs_unfinished_path ON jobs (file_path)
  WHERE status IN ('pending', 'processing');
CREATE INDEX jobs_content ON jobs (content_sha256, seq)
  WHERE content_sha256 IS NOT NULL;

-- A delay given in any form that SQLite knows (`datetime('now', '+1 hour')`) is kept in the one form that sorts.
CREATE TRIGGER jobs_available_at_insert AFTER INSERT ON jobs
  WHEN NEW.available_at IS NOT NULL
   AND NEW.available_at <> strftime('%Y-%m-%dT%H:%M:%f', NEW.available_at)
BEGIN
  UPDATE jobs SET available_at = strftime('%Y-%m-%dT%H:%M:%f', NEW.available_at) WHERE seq = NEW.seq;
END;

-- The state machine of src/lib/model/job-state.ts, said once more where nobody can go round it.
CREATE TRIGGER jobs_transition BEFORE UPDATE OF status ON jobs
  WHEN NEW.status <> OLD.status AND NOT (
    (OLD.status = 'pending' AND NEW.status IN ('processing', 'completed', 'failed')) OR
    (OLD.status = 'processing' AND NEW.status IN ('pending', 'completed', 'failed')) OR
    (OLD.status = 'completed' AND NEW.status IN ('pending')) OR
    (OLD.status = 'failed' AND NEW.status IN ('pending'))
  )
BEGIN
  SELECT RAISE(ABORT, 'ats: a job cannot change from this status to that one');
END;

-- Counting a million rows takes 0.4 s; keeping the count costs a page that is being written anyway.
CREATE TABLE job_counts (
  status TEXT PRIMARY KEY CHECK (status IN ('pending', 'processing', 'completed', 'failed', 'scheduled')),
  jobs   INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;

INSERT INTO job_counts (status) VALUES ('pending'), ('processing'), ('completed'), ('failed'), ('scheduled');

CREATE TRIGGER jobs_count_insert AFTER INSERT ON jobs
BEGIN
  UPDATE job_counts SET jobs = jobs + 1 WHERE status = NEW.status;
END;
CREATE TRIGGER jobs_count_delete AFTER DELETE ON jobs
BEGIN
  UPDATE job_counts SET jobs = jobs - 1 WHERE status = OLD.status;
END;
CREATE TRIGGER jobs_count_status AFTER UPDATE OF status ON jobs WHEN NEW.status <> OLD.status
BEGIN
  UPDATE job_counts SET jobs = jobs - 1 WHERE status = OLD.status;
  UPDATE job_counts SET jobs = jobs + 1 WHERE status = NEW.status;
END;
CREATE TRIGGER jobs_scheduled_insert AFTER INSERT ON jobs
  WHEN NEW.status = 'pending' AND NEW.available_at IS NOT NULL
BEGIN
  UPDATE job_counts SET jobs = jobs + 1 WHERE status = 'scheduled';
END;
CREATE TRIGGER jobs_scheduled_delete AFTER DELETE ON jobs
  WHEN OLD.status = 'pending' AND OLD.available_at IS NOT NULL
BEGIN
  UPDATE job_counts SET jobs = jobs - 1 WHERE status = 'scheduled';
END;
CREATE TRIGGER jobs_scheduled_update AFTER UPDATE OF status, available_at ON jobs
  WHEN (NEW.status = 'pending' AND NEW.available_at IS NOT NULL)
    <> (OLD.status = 'pending' AND OLD.available_at IS NOT NULL)
BEGIN
  UPDATE job_counts
     SET jobs = jobs + (NEW.status = 'pending' AND NEW.available_at IS NOT NULL)
                     - (OLD.status = 'pending' AND OLD.available_at IS NOT NULL)
   WHERE status = 'scheduled';
END;

CREATE TABLE documents (
  doc_seq            INTEGER PRIMARY KEY AUTOINCREMENT,
  document_id        TEXT NOT NULL UNIQUE,
  sha256             TEXT NOT NULL UNIQUE CHECK (length(sha256) = 64),
  file_name          TEXT NOT NULL,
  file_type          TEXT NOT NULL,
  bytes              INTEGER NOT NULL CHECK (bytes > 0),
  pages              INTEGER NOT NULL CHECK (pages > 0),
  ocr_pages          INTEGER NOT NULL CHECK (ocr_pages BETWEEN 0 AND pages),
  -- Pages left unread because OCR was off.
  skipped_pages      INTEGER NOT NULL CHECK (skipped_pages BETWEEN 0 AND pages),
  ocr_confidence     REAL CHECK (ocr_confidence BETWEEN 0 AND 100),
  language           TEXT,
  text               TEXT NOT NULL CHECK (text <> ''),
  metadata_json      TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(metadata_json)),
  page_readings_json TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(page_readings_json)),
  warnings_json      TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(warnings_json)),
  pipeline_version   INTEGER NOT NULL,
  -- Tesseract's names joined by `+`; NULL when OCR was not allowed.
  ocr_languages      TEXT,
  created_at         TEXT NOT NULL,
  updated_at         TEXT NOT NULL
) STRICT;

CREATE TABLE document_paths (
  doc_seq    INTEGER NOT NULL REFERENCES documents (doc_seq) ON DELETE CASCADE,
  path       TEXT NOT NULL,
  created_at TEXT NOT NULL,
  PRIMARY KEY (doc_seq, path)
) STRICT, WITHOUT ROWID;
-- Whether a file needs hashing at all before it is read.
CREATE INDEX documents_bytes ON documents (bytes);
CREATE INDEX document_paths_path ON document_paths (path);

-- A file of a job: the one file of a file job once it has an outcome, or each that a directory job found, which is
-- claimed and fenced like a job.
CREATE TABLE files (
  file_id       INTEGER PRIMARY KEY AUTOINCREMENT,
  job_seq       INTEGER NOT NULL REFERENCES jobs (seq) ON DELETE CASCADE,
  path          TEXT NOT NULL,
  -- The exact name where it is not valid UTF-8; `path` then shows the odd bytes as \xHH.
  path_bytes    BLOB,
  state         TEXT NOT NULL DEFAULT 'pending' CHECK (state IN ('pending', 'processing', 'done')),
  priority      INTEGER NOT NULL DEFAULT 0,
  available_at  TEXT,
  retries       INTEGER NOT NULL DEFAULT 0 CHECK (retries >= 0),
  crashes       INTEGER NOT NULL DEFAULT 0 CHECK (crashes >= 0),
  attempts      INTEGER NOT NULL DEFAULT 0 CHECK (attempts >= 0),
  generation    INTEGER NOT NULL DEFAULT 1,
  -- Size, time and inode as the walk saw them: tells a later generation whether the file has changed.
  fingerprint   TEXT,
  outcome       TEXT CHECK (outcome IN ('loaded', 'skipped', 'failed')),
  doc_seq       INTEGER REFERENCES documents (doc_seq) ON DELETE SET NULL,
  reused        INTEGER NOT NULL DEFAULT 0 CHECK (reused IN (0, 1)),
  pages         INTEGER NOT NULL DEFAULT 0,
  ocr_pages     INTEGER NOT NULL DEFAULT 0,
  skipped_pages INTEGER NOT NULL DEFAULT 0,
  error_code    TEXT,
  error_message TEXT,
  duration_ms   INTEGER,
  CHECK ((state = 'done') = (outcome IS NOT NULL))
) STRICT;
CREATE UNIQUE INDEX files_path ON files (job_seq, path, coalesce(path_bytes, x''));
CREATE INDEX files_ready ON files (priority DESC, job_seq)
  WHERE state = 'pending' AND available_at IS NULL;
CREATE INDEX files_scheduled ON files (available_at)
  WHERE state = 'pending' AND available_at IS NOT NULL;
CREATE INDEX files_pending ON files (job_seq) WHERE state = 'pending';
CREATE INDEX files_document ON files (doc_seq) WHERE doc_seq IS NOT NULL;

-- One run of a job, or of one file of a directory job, by one worker. The row is the claim: while `finished_at` is
-- NULL the holder of `token` may write about the job or file, and finishing it is what every such write begins with.
CREATE TABLE attempts (
  attempt_id    INTEGER PRIMARY KEY AUTOINCREMENT,
  job_seq       INTEGER NOT NULL REFERENCES jobs (seq) ON DELETE CASCADE,
  file_id       INTEGER REFERENCES files (file_id) ON DELETE CASCADE,
  attempt       INTEGER NOT NULL CHECK (attempt > 0),
  token         TEXT NOT NULL,
  worker_id     TEXT NOT NULL,
  started_at    TEXT NOT NULL,
  finished_at   TEXT,
  outcome       TEXT CHECK (outcome IN ('completed', 'failed', 'retried', 'released', 'crashed', 'lost', 'cancelled')),
  error_code    TEXT,
  error_message TEXT,
  CHECK ((finished_at IS NULL) = (outcome IS NULL))
) STRICT;
CREATE INDEX attempts_job ON attempts (job_seq);
CREATE INDEX attempts_file ON attempts (file_id) WHERE file_id IS NOT NULL;
CREATE INDEX attempts_open_worker ON attempts (worker_id) WHERE finished_at IS NULL;
-- One job, or one file, has one holder.
CREATE UNIQUE INDEX attempts_one_holder ON attempts (job_seq, coalesce(file_id, 0)) WHERE finished_at IS NULL;

CREATE TABLE workers (
  worker_id    TEXT PRIMARY KEY,
  host         TEXT NOT NULL,
  -- Tells whether a kernel lock of that worker can be seen from here.
  boot_id      TEXT NOT NULL,
  pid          INTEGER NOT NULL,
  concurrency  INTEGER NOT NULL,
  -- Milliseconds without a heartbeat after which its work may be taken.
  lease_ms     INTEGER NOT NULL CHECK (lease_ms > 0),
  -- Counts heartbeats: a reaper measures by its own clock how long it stands still.
  beat         INTEGER NOT NULL DEFAULT 0,
  started_at   TEXT NOT NULL,
  heartbeat_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE settings (
  name  TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
