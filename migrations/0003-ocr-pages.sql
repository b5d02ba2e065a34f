-- What OCR read on single pages: a retry, a new version of the pipeline or another file with the same page need not
-- read it again. Nothing depends on it; rows may be deleted at any time.
--
-- Breaks: nothing.

CREATE TABLE ocr_pages (
  -- SHA-256 of the page's picture and of all that decides what is read on it: languages, engine, version of the pipeline.
  key        TEXT NOT NULL CHECK (length(key) = 64),
  -- Of the file; a page that several files have is kept once for each.
  sha256     TEXT NOT NULL CHECK (length(sha256) = 64),
  -- Tesseract's names joined by `+`.
  languages  TEXT NOT NULL,
  text       TEXT NOT NULL,
  confidence REAL NOT NULL CHECK (confidence BETWEEN 0 AND 100),
  created_at TEXT NOT NULL,
  PRIMARY KEY (key, sha256)
) STRICT;

CREATE INDEX ocr_pages_by_file ON ocr_pages (sha256);
