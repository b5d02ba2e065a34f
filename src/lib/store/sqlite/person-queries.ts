import {sql} from 'kysely'
import {query} from './query.js'

export const insertIdentity = query<{
  docSeq: number
  identity: string
  sketch: Uint8Array | null
  recency: string
}>()((q, p) =>
  q
    .insertInto('identities')
    .values({doc_seq: p.docSeq, identity_json: p.identity, sketch: p.sketch, recency: p.recency}),
)

/** `keys`: a JSON array of numbers. */
export const insertKeys = query<{docSeq: number; keys: string}>()((q, p) =>
  q
    .insertInto('identity_keys')
    .expression(
      q
        .selectFrom(sql<{key: number}>`(SELECT value AS key FROM json_each(${p.keys}))`.as('given'))
        .select((e) => [e.ref('given.key').as('key'), sql<number>`${p.docSeq}`.as('doc_seq')]),
    ),
)

/** Takes its keys with it. */
export const deleteIdentity = query<{docSeq: number}>()((q, p) =>
  q.deleteFrom('identities').where('doc_seq', '=', p.docSeq),
)

/** The newest grouped documents that have a key. */
export const documentsOfKey = query<{key: number; limit: number}>()((q, p) =>
  q
    .selectFrom('identity_keys')
    .select('doc_seq')
    .where('key', '=', p.key)
    .orderBy('doc_seq', 'desc')
    .limit(p.limit),
)

export const placedIdentity = query<{docSeq: number}>()((q, p) =>
  q
    .selectFrom('identities')
    .innerJoin('documents', 'documents.doc_seq', 'identities.doc_seq')
    .select(['documents.doc_seq', 'person_id', 'identity_json', 'sketch'])
    .where('identities.doc_seq', '=', p.docSeq),
)

/** The newest first. */
export const identitiesOfPerson = query<{personId: string; limit: number}>()((q, p) =>
  q
    .selectFrom('documents')
    .innerJoin('identities', 'identities.doc_seq', 'documents.doc_seq')
    .select(['documents.doc_seq', 'person_id', 'identity_json', 'sketch'])
    .where('person_id', '=', p.personId)
    .orderBy('documents.doc_seq', 'desc')
    .limit(p.limit),
)

export const membersOfPerson = query<{personId: string}>()((q, p) =>
  q.selectFrom('documents').select('doc_seq').where('person_id', '=', p.personId).orderBy('doc_seq'),
)

export const oldestOfPerson = query<{personId: string}>()((q, p) =>
  q
    .selectFrom('documents')
    .select(['doc_seq', 'document_id'])
    .where('person_id', '=', p.personId)
    .orderBy('doc_seq')
    .limit(1),
)

export const personOfDocument = query<{docSeq: number}>()((q, p) =>
  q.selectFrom('documents').select(['document_id', 'person_id']).where('doc_seq', '=', p.docSeq),
)

export const setPerson = query<{docSeq: number; personId: string | null}>()((q, p) =>
  q.updateTable('documents').set({person_id: p.personId}).where('doc_seq', '=', p.docSeq),
)

export const renamePerson = query<{from: string; to: string}>()((q, p) =>
  q.updateTable('documents').set({person_id: p.to}).where('person_id', '=', p.from),
)

export const ungroupedDocuments = query<{limit: number}>()((q, p) =>
  q
    .selectFrom('documents')
    .select(['doc_seq', 'text', 'profile_json', 'metadata_json', 'ocr_pages', 'created_at'])
    .where('person_id', 'is', null)
    .orderBy('doc_seq')
    .limit(p.limit),
)

export const anyUngrouped = query()((q) =>
  q.selectFrom('documents').select('doc_seq').where('person_id', 'is', null).limit(1),
)

/** The document of each person that came last, the latest first; one that is not grouped yet stands for itself. */
export const latestOfPersons = query<{limit: number}>()((q, p) =>
  q
    .selectFrom('documents as one')
    .select(['doc_seq', sql<string>`coalesce(one.person_id, one.document_id)`.as('person_id')])
    .where(
      sql<boolean>`NOT EXISTS (SELECT 1 FROM documents AS later
                                WHERE later.person_id = one.person_id AND later.doc_seq > one.doc_seq)`,
    )
    .orderBy('doc_seq', 'desc')
    .limit(p.limit),
)

/** The newest edition first. `personId` may be the id of a document that is not grouped yet. */
export const editionsOfPerson = query<{personId: string}>()((q, p) =>
  q
    .selectFrom('documents')
    .leftJoin('identities', 'identities.doc_seq', 'documents.doc_seq')
    .select(['document_id', 'file_name', 'file_type', 'pages', 'created_at', 'identity_json'])
    .where((e) =>
      e.or([
        e('person_id', '=', p.personId),
        e.and([e('person_id', 'is', null), e('document_id', '=', p.personId)]),
      ]),
    )
    .orderBy('recency', 'desc')
    .orderBy('documents.doc_seq', 'desc'),
)

export const documentById = query<{documentId: string}>()((q, p) =>
  q.selectFrom('documents').selectAll().where('document_id', '=', p.documentId),
)
