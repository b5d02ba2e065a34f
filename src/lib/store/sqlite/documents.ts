import {basename} from 'node:path'
import {mayReplace, PIPELINE_VERSION, type StoredReading} from '../../model/document.js'
import {AtsError} from '../../model/errors.js'
import type {Extraction} from '../../model/extraction.js'
import {identityOf} from '../../model/person/identity.js'
import {preparedTerms} from '../../model/search/prepared-terms.js'
import {newId} from '../new-id.js'
import type {Settlement} from '../store.js'
import type {Connection} from './connection.js'
import * as documents from './document-queries.js'
import {changeIndexed} from './indexed-documents.js'
import {placeDocument, placeWaiting} from './persons.js'
import {indexDocument} from './search/search-index.js'

/** A document as the file that led to it counts it. */
export interface SavedDocument {
  docSeq: number | null
  documentId?: string
  pages: number
  ocrPages: number
  skippedPages: number
  reused: boolean
}

/** Documents of before persons were known that are given to theirs whenever one is stored. */
const PLACED_WITH_ANOTHER = 4

type Saved = SavedDocument & {docSeq: number; documentId: string}

/** Does what takes long of `saveDocument`, and needs no lock: identity and words are found once for each reading. */
export function lookThrough({path, extraction}: Extract<Settlement, {kind: 'loaded'}>): void {
  identityOf(extraction)
  preparedTerms(extraction, basename(path))
}

/** Stores what was read, once per content; a poorer reading leaves a better one alone. Only within a transaction. */
export function saveDocument(
  connection: Connection,
  {path, extraction, ocrLanguages}: Extract<Settlement, {kind: 'loaded'}>,
  now: string,
): Saved {
  const row = toRow(extraction, path, ocrLanguages, now)
  const stored = connection.get(documents.documentBySha256, {sha256: extraction.sha256})
  if (!stored) {
    const [inserted] = connection.all(documents.insertDocument, row)
    if (inserted) placeDocument(connection, inserted.doc_seq, extraction, now)
    placeWaiting(connection, PLACED_WITH_ANOTHER)
    const saved = keepPath(connection, path, now, {...row, ...inserted, reused: false})
    indexDocument(connection, saved.docSeq, extraction)
    return saved
  }
  if (!mayReplace(toReading(stored), extraction))
    return keepPath(connection, path, now, {...stored, reused: true})
  const {doc_seq, document_id} = stored
  const isOut = changeIndexed(connection, [doc_seq], () => connection.run(documents.replaceReading, row))
  if (isOut) indexDocument(connection, doc_seq, extraction)
  placeDocument(connection, doc_seq, extraction, stored.created_at)
  return keepPath(connection, path, now, {...row, doc_seq, document_id, reused: false})
}

/** Links one more path to a content that is known already. */
export function reuseDocument(
  connection: Connection,
  {path, sha256}: Extract<Settlement, {kind: 'reused'}>,
  now: string,
): Saved {
  const stored = connection.get(documents.documentBySha256, {sha256})
  // Erased since it was looked up: the caller reads the file after all.
  if (!stored) throw new AtsError('DOCUMENT_NOT_FOUND', `There is no document with the hash ${sha256}`)
  return keepPath(connection, path, now, {...stored, reused: true})
}

interface StoredCounts {
  doc_seq?: number
  document_id: string
  pages: number
  ocr_pages: number
  skipped_pages: number
  reused: boolean
}

function keepPath(connection: Connection, path: string, now: string, stored: StoredCounts): Saved {
  const docSeq = stored.doc_seq
  if (docSeq === undefined) throw new TypeError('a stored document has a number')
  connection.run(documents.insertPath, {docSeq, path, now})
  return {
    docSeq,
    documentId: stored.document_id,
    pages: stored.pages,
    ocrPages: stored.ocr_pages,
    skippedPages: stored.skipped_pages,
    reused: stored.reused,
  }
}

/** The part of a row that says how the text was read. */
export function toReading(row: {
  pipeline_version: number
  ocr_languages: string | null
  ocr_pages: number
  skipped_pages: number
}): StoredReading {
  return {
    pipelineVersion: row.pipeline_version,
    ocrLanguages: row.ocr_languages,
    ocrPages: row.ocr_pages,
    skippedPages: row.skipped_pages,
  }
}

function toRow(
  extraction: Extraction,
  path: string,
  ocrLanguages: string | null,
  now: string,
): documents.NewDocument {
  return {
    document_id: newId(),
    sha256: extraction.sha256,
    file_name: basename(path),
    file_type: extraction.fileType,
    bytes: extraction.bytes,
    pages: extraction.pages,
    ocr_pages: extraction.ocrPages,
    skipped_pages: extraction.skippedPages,
    ocr_confidence: extraction.ocrConfidence,
    language: extraction.language,
    text: extraction.text,
    words: extraction.words,
    sections_json: JSON.stringify(extraction.sections),
    profile_json: extraction.profile === null ? null : JSON.stringify(extraction.profile),
    metadata_json: JSON.stringify(extraction.metadata),
    attachments_json: JSON.stringify(extraction.attachments),
    page_readings_json: JSON.stringify(extraction.pageReadings),
    warnings_json: JSON.stringify(extraction.warnings),
    pipeline_version: PIPELINE_VERSION,
    ocr_languages: ocrLanguages,
    created_at: now,
    updated_at: now,
  }
}
