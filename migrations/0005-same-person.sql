-- Which documents are the same person's: docs/same-person.md.
--
-- Breaks: nothing. Documents that are there already have no person yet: each is a person of its own until it is
-- grouped, a few with every document that is stored and the rest when persons are listed.

-- The id of the oldest document of the person.
ALTER TABLE documents ADD COLUMN person_id TEXT;
CREATE INDEX documents_person ON documents (person_id, doc_seq);
CREATE INDEX documents_ungrouped ON documents (doc_seq) WHERE person_id IS NULL;

-- What tells whose CV a document is. Goes with the document.
CREATE TABLE identities (
  doc_seq       INTEGER PRIMARY KEY REFERENCES documents (doc_seq) ON DELETE CASCADE,
  -- {name, nameIsSure, contacts, wordsHash, words, ocr}
  identity_json TEXT NOT NULL CHECK (json_valid(identity_json)),
  -- 128 values of 16 bits, little-endian; NULL where there are fewer than two words.
  sketch        BLOB CHECK (length(sketch) = 256),
  -- Sorts the editions of a CV, the newest last.
  recency       TEXT NOT NULL
) STRICT;

-- Where documents of one person meet: hashes of addresses, of the name, of parts of the sketch.
CREATE TABLE identity_keys (
  key     INTEGER NOT NULL,
  doc_seq INTEGER NOT NULL REFERENCES identities (doc_seq) ON DELETE CASCADE,
  PRIMARY KEY (key, doc_seq)
) STRICT, WITHOUT ROWID;
CREATE INDEX identity_keys_document ON identity_keys (doc_seq);
