-- The search index: what documents are found by.
--
-- Breaks: nothing. Documents that are there already are indexed afterwards, fifty in a transaction, by `ats db migrate` or
-- by the first command that looks for words; one that is stopped is gone on with by the next.
--
-- No trigger keeps it: the index is written and its old entries are erased without a trace (`secure-delete`), which
-- SQLite before 3.42 can neither do nor read. The code does it in the transaction that stores or deletes a document.

-- The words of the parts of a document that are ranked or asked for apart, and in `extra` other forms of the words of
-- its text (docs/search.md). What is in the index is kept here as it was put in, for it to be taken out again exactly.
CREATE TABLE document_search (
  doc_seq   INTEGER PRIMARY KEY REFERENCES documents (doc_seq) ON DELETE CASCADE,
  name      TEXT NOT NULL,
  headline  TEXT NOT NULL,
  skills    TEXT NOT NULL,
  titles    TEXT NOT NULL,
  employers TEXT NOT NULL,
  file_name TEXT NOT NULL,
  extra     TEXT NOT NULL,
  -- SHA-256, its first 8 bytes, of the whole row of `documents_searchable` as it was put in: tells a change made by
  -- others than ats.
  digest    BLOB NOT NULL CHECK (length(digest) = 8)
) STRICT;

-- What the index holds of each document. A facet is marked by a private-use character, which no text has.
CREATE VIEW documents_searchable AS
  SELECT documents.doc_seq AS doc_seq, found.name AS name, found.headline AS headline, found.skills AS skills,
         found.titles AS titles, found.employers AS employers, found.file_name AS file_name, documents.text AS text,
         found.extra AS extra,
         char(57344) || 'any ' || char(57344) || 'type' || documents.file_type
           || coalesce(' ' || char(57344) || 'language' || documents.language, '') AS facets
    FROM documents JOIN document_search AS found ON found.doc_seq = documents.doc_seq;

CREATE VIRTUAL TABLE documents_fts USING fts5 (
  name, headline, skills, titles, employers, file_name, text, extra, facets,
  content = 'documents_searchable', content_rowid = 'doc_seq',
  tokenize = 'unicode61 remove_diacritics 2'
);
INSERT INTO documents_fts (documents_fts, rank) VALUES ('secure-delete', 1);
-- How much a word weighs in each of the columns. `extra` has hardly any: a word that has other forms must not count twice.
INSERT INTO documents_fts (documents_fts, rank)
  VALUES ('rank', 'bm25(10.0, 6.0, 5.0, 4.0, 3.0, 3.0, 1.0, 0.05, 0.0)');

-- While it stands, documents up to this number are still to be indexed, the newest first.
INSERT INTO settings (name, value)
  SELECT 'search_index_below', max(doc_seq) + 1 FROM documents HAVING max(doc_seq) IS NOT NULL;

-- For filters by time.
CREATE INDEX documents_created ON documents (created_at);
