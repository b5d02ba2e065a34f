-- Where a file that OCR read pages of lay, so that what was read of it goes with its path also where it never became a
-- document; and in which watched folder a file was seen, so that what is said of files that are gone goes too.
--
-- Breaks: nothing. Of pages that are there already nobody knows the path any more: they go by age, as before.

CREATE TABLE ocr_sources (
  -- Of the file, as in ocr_pages.
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
  -- Absolute.
  path   TEXT NOT NULL,
  PRIMARY KEY (sha256, path)
) STRICT, WITHOUT ROWID;
CREATE INDEX ocr_sources_path ON ocr_sources (path);

-- HMAC of the watched folder's path, as of the file's; NULL: seen before folders were kept.
ALTER TABLE watched_files ADD COLUMN folder_hmac TEXT CHECK (length(folder_hmac) = 64);
-- When a look at the whole folder did not find the file for the first time since it was last there; NULL: it is there.
ALTER TABLE watched_files ADD COLUMN missing_since TEXT;
CREATE INDEX watched_files_folder ON watched_files (folder_hmac, path_hmac);
