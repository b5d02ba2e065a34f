import {sql} from 'kysely'
import {type Bindable, query, statement} from '../query.js'

export type DocumentTermsRow = {
  docSeq: number
  name: string
  headline: string
  skills: string
  titles: string
  employers: string
  fileName: string
  extra: string
  digest: Uint8Array
} & Record<string, Bindable>

export const toIndex = query<{docSeq: number}>()((q, p) =>
  q
    .selectFrom('documents')
    .select(['file_name', 'file_type', 'language', 'text', 'sections_json', 'profile_json'])
    .where('doc_seq', '=', p.docSeq),
)

export const isIndexed = query<{docSeq: number}>()((q, p) =>
  q.selectFrom('document_search').select('doc_seq').where('doc_seq', '=', p.docSeq),
)

export const insertTerms = query<DocumentTermsRow>()((q, p) =>
  q.insertInto('document_search').values({
    doc_seq: p.docSeq,
    name: p.name,
    headline: p.headline,
    skills: p.skills,
    titles: p.titles,
    employers: p.employers,
    file_name: p.fileName,
    extra: p.extra,
    digest: p.digest,
  }),
)

export const deleteTerms = query<{docSeq: number}>()((q, p) =>
  q.deleteFrom('document_search').where('doc_seq', '=', p.docSeq),
)

const columns = () => sql`name, headline, skills, titles, employers, file_name, text, extra, facets`

export const insertIntoIndex = statement<{docSeq: number}>()(
  (p) => sql`
    INSERT INTO documents_fts (rowid, ${columns()})
    SELECT doc_seq, ${columns()} FROM documents_searchable WHERE doc_seq = ${p.docSeq}`,
)

/** FTS5 has to be told what it was given. */
export const deleteFromIndex = statement<{docSeq: number}>()(
  (p) => sql`
    INSERT INTO documents_fts (documents_fts, rowid, ${columns()})
    SELECT 'delete', doc_seq, ${columns()} FROM documents_searchable WHERE doc_seq = ${p.docSeq}`,
)

export const rebuildIndex = statement()(
  () => sql`INSERT INTO documents_fts (documents_fts) VALUES ('rebuild')`,
)

export const unindexedBelow = query<{below: number; limit: number}>()((q, p) =>
  q
    .selectFrom('documents')
    .select('doc_seq')
    .where('doc_seq', '<', p.below)
    .where('doc_seq', 'not in', q.selectFrom('document_search').select('doc_seq'))
    .orderBy('doc_seq', 'desc')
    .limit(p.limit),
)

export const countUnindexedBelow = query<{below: number}>()((q, p) =>
  q
    .selectFrom('documents')
    .select(({fn}) => fn.countAll<number>().as('documents'))
    .where('doc_seq', '<', p.below)
    .where('doc_seq', 'not in', q.selectFrom('document_search').select('doc_seq')),
)

export const moveSetting = query<{name: string; value: string}>()((q, p) =>
  q.updateTable('settings').set({value: p.value}).where('name', '=', p.name),
)

/** All that the digest is made of. */
export const indexedAfter = query<{after: number; limit: number}>()((q, p) =>
  q
    .selectFrom('document_search as terms')
    .innerJoin('documents', 'documents.doc_seq', 'terms.doc_seq')
    .select([
      'terms.doc_seq',
      'document_id',
      'name',
      'headline',
      'skills',
      'titles',
      'employers',
      'terms.file_name',
      'extra',
      'digest',
      'text',
      'file_type',
      'language',
    ])
    .where('terms.doc_seq', '>', p.after)
    .orderBy('terms.doc_seq')
    .limit(p.limit),
)

/** Documents that nothing is noted of, but for those below a number, whose turn has not come. */
export const missingTerms = statement<{below: number}, {doc_seq: number; document_id: string}>()(
  (p) => sql`
    SELECT doc_seq, document_id FROM documents
     WHERE doc_seq >= ${p.below} AND doc_seq NOT IN (SELECT doc_seq FROM document_search)`,
)

/** Documents that something is noted of which the index does not know. */
export const missingEntries = statement<Record<never, never>, {document_id: string}>()(
  () => sql`
    SELECT document_id FROM document_search JOIN documents USING (doc_seq)
     WHERE document_search.doc_seq NOT IN (SELECT id FROM documents_fts_docsize)`,
)

export const strayEntries = statement<Record<never, never>, {doc_seq: number}>()(
  () => sql`
    SELECT id AS doc_seq FROM documents_fts_docsize WHERE id NOT IN (SELECT doc_seq FROM documents)`,
)
