import {type RawBuilder, type Selectable, sql} from 'kysely'
import {type Query, statement} from '../query.js'
import type {DocumentsTable} from '../schema.js'

/** Which conditions a selection has. */
export interface Shape {
  match: boolean
  time: boolean
  path: boolean
  onePerPerson: boolean
}

export type SelectionParams = {
  match: string
  after: string
  before: string
  path: string
  /** The first and the last of the paths below a directory. */
  pathFrom: string
  pathTo: string
  limit: number
}

type PageParams = SelectionParams & {below: number}
type RankedRow = Selectable<DocumentsTable> & {score: number}

/** The best first; of the equally good the newest. */
export const ranked = ofEachShape((shape) =>
  statement<SelectionParams, RankedRow>()(
    (p) => sql`
      SELECT documents.*, -found.rank AS score
        FROM (SELECT documents_fts.rowid AS doc_seq, rank FROM documents_fts
               WHERE documents_fts MATCH ${p.match} ${amongThose(shape, p)}
               ORDER BY rank, documents_fts.rowid DESC LIMIT ${p.limit}) AS found
       CROSS JOIN documents ON documents.doc_seq = found.doc_seq
       ORDER BY found.rank, found.doc_seq DESC`,
  ),
)

/** The newest first, below a number. */
export const page = ofEachShape((shape) =>
  statement<PageParams, Selectable<DocumentsTable>>()((p) =>
    shape.match
      ? sql`
      SELECT documents.* FROM documents_fts CROSS JOIN documents ON documents.doc_seq = documents_fts.rowid
       WHERE documents_fts MATCH ${p.match} AND documents_fts.rowid < ${p.below}
             ${suchThat(shape, p)} ${newestOfPerson(shape, p)}
       ORDER BY documents_fts.rowid DESC LIMIT ${p.limit}`
      : sql`
      SELECT documents.* FROM documents
       WHERE documents.doc_seq < ${p.below} ${suchThat(shape, p)} ${newestOfPerson(shape, p)}
       ORDER BY documents.doc_seq DESC LIMIT ${p.limit}`,
  ),
)

/**
 * Of all that match, before they are ranked: the lists are made once. The `+` keeps SQLite from asking the index once
 * for each number in them.
 */
function amongThose({time, path}: Shape, p: SelectionParams): RawBuilder<unknown> {
  const inTime = sql`AND +documents_fts.rowid IN (
    SELECT doc_seq FROM documents WHERE created_at >= ${p.after} AND created_at < ${p.before})`
  const atPath = sql`AND +documents_fts.rowid IN (SELECT doc_seq FROM document_paths WHERE ${isAt(p)})`
  return sql`${time ? inTime : sql``} ${path ? atPath : sql``}`
}

/** Of one document after the other, so that the pages of a long list together cost what the list costs. */
function suchThat(
  {time, path}: Pick<Shape, 'time' | 'path'>,
  p: SelectionParams,
  table = 'documents',
): RawBuilder<unknown> {
  const createdAt = sql.ref(`${table}.created_at`)
  const inTime = sql`AND ${createdAt} >= ${p.after} AND ${createdAt} < ${p.before}`
  const atPath = sql`AND EXISTS (
    SELECT 1 FROM document_paths WHERE document_paths.doc_seq = ${sql.ref(`${table}.doc_seq`)} AND (${isAt(p)}))`
  return sql`${time ? inTime : sql``} ${path ? atPath : sql``}`
}

/** No other document of the same person is newer and meets the conditions. Hardly anybody has many. */
function newestOfPerson({onePerPerson, ...shape}: Shape, p: SelectionParams): RawBuilder<unknown> {
  if (!onePerPerson) return sql``
  const found = sql`AND EXISTS (
    SELECT 1 FROM documents_fts WHERE documents_fts MATCH ${p.match} AND documents_fts.rowid = other.doc_seq)`
  return sql`AND NOT EXISTS (
    SELECT 1 FROM documents AS other
     WHERE other.person_id = documents.person_id AND ${editionOf('other')} > ${editionOf('documents')}
       ${suchThat(shape, p, 'other')} ${shape.match ? found : sql``})`
}

/** What the editions of a person are ordered by. */
function editionOf(table: string): RawBuilder<unknown> {
  const docSeq = sql.ref(`${table}.doc_seq`)
  return sql`(coalesce((SELECT recency FROM identities WHERE identities.doc_seq = ${docSeq}), ''), ${docSeq})`
}

function isAt(p: SelectionParams): RawBuilder<unknown> {
  return sql`path = ${p.path} OR (path >= ${p.pathFrom} AND path < ${p.pathTo})`
}

/** Each shape's query is made once, so that its statement is prepared once. */
function ofEachShape<Params, Row>(make: (shape: Shape) => () => Query<Params, Row>) {
  const made = new Map<string, () => Query<Params, Row>>()
  return (shape: Shape): (() => Query<Params, Row>) => {
    const key = JSON.stringify([shape.match, shape.time, shape.path, shape.onePerPerson])
    const declared = made.get(key) ?? make(shape)
    made.set(key, declared)
    return declared
  }
}
