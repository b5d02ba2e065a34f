import type {Document, DocumentJson} from '../document.js'
import type {FileType} from '../extraction.js'

/** One of the documents of a person. */
export interface Sibling {
  documentId: string
  fileName: string
  fileType: FileType
  pages: number
  createdAt: Date
  /** The edition that counts: docs/same-person.md. */
  newest: boolean
}

export interface SiblingJson {
  document_id: string
  file_name: string
  file_type: FileType
  pages: number
  created_at: string
  newest: boolean
}

/** A person, as the documents that are known to be the same person's. */
export interface Person {
  /** The id of the oldest of the documents. */
  personId: string
  /** As the newest document that tells it writes it. */
  name: string | null
  newest: Document
  /** All of them, the newest first. */
  documents: Sibling[]
}

export interface PersonJson {
  person_id: string
  name: string | null
  document_count: number
  newest: DocumentJson
  documents: SiblingJson[]
}

export function siblingToJson({
  documentId,
  fileName,
  fileType,
  pages,
  createdAt,
  newest,
}: Sibling): SiblingJson {
  return {
    document_id: documentId,
    file_name: fileName,
    file_type: fileType,
    pages,
    created_at: createdAt.toISOString(),
    newest,
  }
}

export function personToJson({personId, name, newest, documents}: Person): PersonJson {
  return {
    person_id: personId,
    name,
    document_count: documents.length,
    newest: newest.toJSON(),
    documents: documents.map(siblingToJson),
  }
}
