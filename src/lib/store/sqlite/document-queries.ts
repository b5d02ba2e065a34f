import {sql} from 'kysely'
import type {Bindable} from './query.js'
import {query, statement} from './query.js'
import type {DocumentsTable} from './schema.js'

export type NewDocument = {
  [Column in Exclude<keyof DocumentsTable, 'doc_seq' | 'person_id'>]: DocumentsTable[Column]
} & Record<string, Bindable>

export const documentBySha256 = query<{sha256: string}>()((q, p) =>
  q
    .selectFrom('documents')
    .select([
      'doc_seq',
      'document_id',
      'pages',
      'ocr_pages',
      'skipped_pages',
      'pipeline_version',
      'ocr_languages',
      'created_at',
    ])
    .where('sha256', '=', p.sha256),
)

export const insertDocument = query<NewDocument>()((q, p) =>
  q
    .insertInto('documents')
    .values({
      document_id: p.document_id,
      sha256: p.sha256,
      file_name: p.file_name,
      created_at: p.created_at,
      ...reading(p),
    })
    .returning('doc_seq'),
)

/** A better reading of the same content: the id, the paths and the first file name stay. */
export const replaceReading = query<NewDocument>()((q, p) =>
  q.updateTable('documents').set(reading(p)).where('sha256', '=', p.sha256),
)

function reading(p: NewDocument) {
  return {
    file_type: p.file_type,
    bytes: p.bytes,
    pages: p.pages,
    ocr_pages: p.ocr_pages,
    skipped_pages: p.skipped_pages,
    ocr_confidence: p.ocr_confidence,
    language: p.language,
    text: p.text,
    words: p.words,
    sections_json: p.sections_json,
    profile_json: p.profile_json,
    metadata_json: p.metadata_json,
    attachments_json: p.attachments_json,
    page_readings_json: p.page_readings_json,
    warnings_json: p.warnings_json,
    pipeline_version: p.pipeline_version,
    ocr_languages: p.ocr_languages,
    updated_at: p.updated_at,
  }
}

/** Links a path to a document, or notes that it was taken in from there once more. */
export const insertPath = query<{docSeq: number; path: string; now: string}>()((q, p) =>
  q
    .insertInto('document_paths')
    .values({doc_seq: p.docSeq, path: p.path, created_at: p.now})
    .onConflict((c) => c.columns(['doc_seq', 'path']).doUpdateSet({taken_in_at: p.now})),
)

/**
 * Links the newest document of a path to the path that the file was moved to; no other time is noted of it than of the
 * old one, since ages are counted from there. A millisecond keeps the paths in their order.
 */
export const insertMovedPath = statement<{from: string; to: string}>()(
  (p) => sql`
    INSERT INTO document_paths (doc_seq, path, created_at)
    SELECT doc_seq, ${p.to},
           strftime('%Y-%m-%dT%H:%M:%f', coalesce(taken_in_at, created_at), '+0.001 seconds')
      FROM document_paths WHERE path = ${p.from} ORDER BY coalesce(taken_in_at, created_at) DESC LIMIT 1
        ON CONFLICT DO NOTHING`,
)

export const documentsByKey = query<{key: string; path: string; limit: number}>()((q, p) =>
  q
    .selectFrom('documents')
    .selectAll()
    .where((e) =>
      e.or([
        e('document_id', '=', p.key),
        e('sha256', '=', p.key),
        e(
          'doc_seq',
          'in',
          e.selectFrom('document_paths').select('doc_seq').where('path', 'in', [p.key, p.path]),
        ),
      ]),
    )
    .orderBy('doc_seq', 'desc')
    .limit(p.limit),
)

export const documentsByFragment = query<{fragment: string; limit: number}>()((q, p) =>
  q
    .selectFrom('documents')
    .selectAll()
    .where(
      sql<boolean>`(substr(document_id, 1, length(${p.fragment})) = ${p.fragment}
        OR substr(document_id, -length(${p.fragment})) = ${p.fragment}
        OR substr(sha256, 1, length(${p.fragment})) = ${p.fragment})`,
    )
    .orderBy('doc_seq', 'desc')
    .limit(p.limit),
)

export const pathsOfDocument = query<{docSeq: number}>()((q, p) =>
  q
    .selectFrom('document_paths')
    .select('path')
    .where('doc_seq', '=', p.docSeq)
    .orderBy('created_at')
    .orderBy('path'),
)

export const documentOfSize = query<{bytes: number}>()((q, p) =>
  q.selectFrom('documents').select('doc_seq').where('bytes', '=', p.bytes).limit(1),
)
