import {resolve} from 'node:path'
import type {Selectable} from 'kysely'
import {Document, type StoredReading} from '../../model/document.js'
import type {Attachment, ExtractionWarning, FileType, PageReading} from '../../model/extraction.js'
import type {Identity} from '../../model/person/identity.js'
import type {Person, Sibling} from '../../model/person/person.js'
import type {Profile} from '../../model/profile.js'
import type {SearchQuery} from '../../model/search/query.js'
import type {Section} from '../../model/section.js'
import {fromStoredTime} from '../../model/time.js'
import type {DocumentSelection, DocumentStore, Hit} from '../store.js'
import type {Connection} from './connection.js'
import * as documents from './document-queries.js'
import {toReading} from './documents.js'
import {blockedSize} from './erasure-queries.js'
import * as persons from './person-queries.js'
import {placeWaiting} from './persons.js'
import type {DocumentsTable} from './schema.js'
import {completeIndex, countUnindexed, isIndexComplete} from './search/search-index.js'
import {selectionParams, shapeOf} from './search/selection.js'
import {page, ranked} from './search/selection-queries.js'

/** Documents in memory at a time when all are gone through. */
const HELD_AT_ONCE = 20

export class SqliteDocuments implements DocumentStore {
  readonly #connection: Connection

  constructor(connection: Connection) {
    this.#connection = connection
  }

  async list(limit: number, selection: DocumentSelection = {}): Promise<Document[]> {
    const {found} = await this.#page(selection, Number.MAX_SAFE_INTEGER, limit)
    return found
  }

  async *each(selection: DocumentSelection): AsyncIterable<Document> {
    let below = Number.MAX_SAFE_INTEGER
    for (;;) {
      const {found, last} = await this.#page(selection, below, HELD_AT_ONCE)
      yield* found
      if (last === undefined || found.length < HELD_AT_ONCE) return
      below = last
    }
  }

  async search(selection: DocumentSelection & {query: SearchQuery}, limit: number): Promise<Hit[]> {
    const params = {...selectionParams(selection), limit}
    return this.#readIndexed(selection, () =>
      this.#connection
        .all(ranked(shapeOf(selection)), params)
        .map(({score, ...row}) => ({document: this.#toDocument(row), score})),
    )
  }

  unindexed(): Promise<number> {
    return this.#connection.read(() => countUnindexed(this.#connection))
  }

  completeIndex(): Promise<void> {
    return completeIndex(this.#connection)
  }

  find(key: string, limit: number): Promise<Document[]> {
    return this.#connection.read(() => {
      const exact = this.#connection.all(documents.documentsByKey, {key, path: resolve(key), limit})
      const rows = exact.length > 0 ? exact : this.#byFragment(key, limit)
      return rows.map((row) => this.#toDocument(row))
    })
  }

  async reading(sha256: string): Promise<(StoredReading & {documentId: string}) | undefined> {
    const row = await this.#connection.read(() => this.#connection.get(documents.documentBySha256, {sha256}))
    return row && {documentId: row.document_id, ...toReading(row)}
  }

  async hasSize(bytes: number): Promise<boolean> {
    return this.#connection.read(
      () =>
        this.#connection.get(documents.documentOfSize, {bytes}) !== undefined ||
        this.#connection.get(blockedSize, {bytes}) !== undefined,
    )
  }

  async addMoved(file: {from: string; to: string}): Promise<void> {
    await this.#connection.write(() => this.#connection.run(documents.insertMovedPath, file))
  }

  persons(limit: number): Promise<Person[]> {
    return this.#connection.read(() =>
      this.#connection.all(persons.latestOfPersons, {limit}).map(({person_id}) => this.#toPerson(person_id)),
    )
  }

  editions(personId: string): Promise<Sibling[]> {
    return this.#connection.read(() => this.#editions(personId).map(toSibling))
  }

  async placeWaiting(limit: number): Promise<number> {
    const waits = await this.#connection.read(
      () => this.#connection.get(persons.anyUngrouped, {}) !== undefined,
    )
    return waits ? this.#connection.write(() => placeWaiting(this.#connection, limit)) : 0
  }

  /** What is looked for by words has to be in the index; that it is is seen in the transaction that looks. */
  async #readIndexed<T>({query}: DocumentSelection, work: () => T): Promise<T> {
    for (;;) {
      const done = await this.#connection.read(() =>
        query === undefined || isIndexComplete(this.#connection) ? {found: work()} : undefined,
      )
      if (done) return done.found
      await this.completeIndex()
    }
  }

  #page(selection: DocumentSelection, below: number, limit: number) {
    const params = {...selectionParams(selection), below, limit}
    return this.#readIndexed(selection, () => {
      const rows = this.#connection.all(page(shapeOf(selection)), params)
      return {found: rows.map((row) => this.#toDocument(row)), last: rows.at(-1)?.doc_seq}
    })
  }

  #byFragment(fragment: string, limit: number): Selectable<DocumentsTable>[] {
    return this.#connection.all(documents.documentsByFragment, {fragment, limit})
  }

  #editions(personId: string): EditionRow[] {
    return this.#connection.all(persons.editionsOfPerson, {personId})
  }

  #toPerson(personId: string): Person {
    const rows = this.#editions(personId)
    const documentId = rows[0]?.document_id ?? personId
    const newest = this.#connection.get(persons.documentById, {documentId})
    if (!newest) throw new TypeError('a person has a document')
    return {
      personId,
      name: rows.map(nameOf).find((name) => name !== null) ?? null,
      newest: this.#toDocument(newest),
      documents: rows.map(toSibling),
    }
  }

  #toDocument(row: Selectable<DocumentsTable>): Document {
    const paths = this.#connection.all(documents.pathsOfDocument, {docSeq: row.doc_seq})
    return new Document({
      documentId: row.document_id,
      personId: row.person_id ?? row.document_id,
      sha256: row.sha256,
      paths: paths.map(({path}) => path),
      fileName: row.file_name,
      fileType: row.file_type as FileType,
      bytes: row.bytes,
      pages: row.pages,
      ocrPages: row.ocr_pages,
      skippedPages: row.skipped_pages,
      ocrConfidence: row.ocr_confidence,
      language: row.language,
      text: row.text,
      words: row.words,
      sections: JSON.parse(row.sections_json) as Section[],
      profile: row.profile_json === null ? null : (JSON.parse(row.profile_json) as Profile),
      metadata: JSON.parse(row.metadata_json) as Record<string, string>,
      attachments: JSON.parse(row.attachments_json) as Attachment[],
      pageReadings: JSON.parse(row.page_readings_json) as PageReading[],
      warnings: JSON.parse(row.warnings_json) as ExtractionWarning[],
      pipelineVersion: row.pipeline_version,
      ocrLanguages: row.ocr_languages,
      createdAt: fromStoredTime(row.created_at),
      updatedAt: fromStoredTime(row.updated_at),
    })
  }
}

interface EditionRow {
  document_id: string
  file_name: string
  file_type: string
  pages: number
  created_at: string
  identity_json: string | null
}

function nameOf({identity_json}: EditionRow): string | null {
  return identity_json === null ? null : (JSON.parse(identity_json) as Pick<Identity, 'name'>).name
}

/** The newest edition is the first of the rows. */
function toSibling(row: EditionRow, at: number): Sibling {
  return {
    documentId: row.document_id,
    fileName: row.file_name,
    fileType: row.file_type as FileType,
    pages: row.pages,
    createdAt: fromStoredTime(row.created_at),
    newest: at === 0,
  }
}
