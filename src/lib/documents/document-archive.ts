import type {Document} from '../model/document.js'
import {AtsError} from '../model/errors.js'
import type {Store} from '../store/store.js'

/** The documents that were taken in. */
export class DocumentArchive {
  readonly #store: () => Promise<Store>

  constructor(store: () => Promise<Store>) {
    this.#store = store
  }

  /**
   * Newest first.
   *
   * ```ts
   * for (const {fileName, pages} of await queue.documents.list({limit: 10})) console.log(fileName, pages)
   * ```
   *
   * @param filter `limit` defaults to 100
   */
  async list({limit = 100}: {limit?: number} = {}): Promise<Document[]> {
    return (await this.#store()).documents.list(limit)
  }

  /**
   * One document, by its id, its hash, the beginning or end of its id, the beginning of its hash (at least 4
   * characters), or a path it came from; of several contents that a path has had, the newest.
   *
   * ```ts
   * await runWorker({queue, drain: true})
   * const {text} = await queue.documents.get('cv_uploads/priya-raman.txt')
   * ```
   *
   * @throws AtsError DOCUMENT_NOT_FOUND, AMBIGUOUS_ID
   */
  async get(key: string): Promise<Document> {
    const {documents, location} = await this.#store()
    const found = key.length < 4 ? [] : await documents.find(key, 6)
    const [first] = found
    const byPath = first?.paths.some((path) => path === key || path.endsWith(key.replace(/^\.?\//, '/')))
    if (first && (found.length === 1 || byPath)) return first
    if (first) {
      throw new AtsError(
        'AMBIGUOUS_ID',
        `${key} fits more than one document: ${found.map(({documentId}) => documentId).join(', ')}`,
        {suggestions: ['Give more of the id; the last characters differ most.']},
      )
    }
    throw new AtsError('DOCUMENT_NOT_FOUND', `There is no document ${key} in ${location}`, {
      suggestions: ['List the documents: ats documents list'],
    })
  }
}
