import type {Document} from '../model/document.js'
import type {Snippet} from '../model/search/snippets.js'

export interface SearchResultJson {
  document_id: string
  person_id: string
  score: number
  name: string | null
  headline: string | null
  file_name: string
  file_type: string
  language: string | null
  pages: number
  paths: string[]
  created_at: string
  snippets: Snippet[]
}

/** A document that was found, how well it fits, and the lines that show it. */
export class SearchResult {
  readonly document: Document
  /** The higher the better; only to be compared within one search. */
  readonly score: number
  readonly snippets: readonly Snippet[]

  constructor(document: Document, score: number, snippets: readonly Snippet[]) {
    this.document = document
    this.score = score
    this.snippets = snippets
  }

  /** The document without its text. */
  toJSON(): SearchResultJson {
    const {documentId, personId, profile, fileName, fileType, language, pages, paths, createdAt} =
      this.document
    const {name, label} = profile?.resume.basics ?? {}
    return {
      document_id: documentId,
      person_id: personId,
      score: this.score,
      name: name ?? null,
      headline: label ?? null,
      file_name: fileName,
      file_type: fileType,
      language,
      pages,
      paths,
      created_at: createdAt.toISOString(),
      snippets: [...this.snippets],
    }
  }
}
