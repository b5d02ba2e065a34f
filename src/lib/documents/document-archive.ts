import type {Document} from '../model/document.js'
import type {Cleansing, Erasure, PurgeReport} from '../model/erasure.js'
import {AtsError} from '../model/errors.js'
import type {Person, Sibling} from '../model/person/person.js'
import {type SnippetOptions, snippetsOf} from '../model/search/snippets.js'
import type {Store} from '../store/store.js'
import {type DocumentFilter, toSelection} from './document-filter.js'
import {type ExportCounts, serialize} from './export/export-documents.js'
import {type ExportFormat, SERIALIZERS} from './export/formats.js'
import {type OriginalFile, readOriginal} from './original-file.js'
import {findErasure, type PurgeSelection, toErasureSelection} from './purge-selection.js'
import {SearchResult} from './search-result.js'

/** Few enough for the write lock to be held for milliseconds only. */
const PLACED_AT_ONCE = 20

const BYTE_ORDER_MARK = '\ufeff'

export interface PurgeOptions {
  /** Kept in the record for good: a ticket's number, a legal ground, never the person's name. Default none. */
  reason?: string
  /** Refuse the same content from now on, wherever it comes from. Default false. */
  block?: boolean
  /** Only say what would go. Default false. */
  dryRun?: boolean
}

export interface ListOptions extends DocumentFilter {
  /** Default 100. */
  limit?: number
}

export interface SearchOptions extends Omit<DocumentFilter, 'query' | 'onePerPerson'> {
  /** Default 20. */
  limit?: number
  /** How much of each document is shown. */
  snippets?: SnippetOptions
}

export interface ExportOptions extends DocumentFilter {
  format: ExportFormat
  /** Begin with a byte order mark, by which Excel knows a CSV file to be UTF-8. Default false. */
  bom?: boolean
}

export interface PersonsOptions extends Omit<DocumentFilter, 'onePerPerson'> {
  /** Default 100. */
  limit?: number
}

/** The documents that were taken in. */
export class DocumentArchive {
  readonly #store: () => Promise<Store>
  readonly #clock: () => Date

  constructor(store: () => Promise<Store>, clock: () => Date = () => new Date()) {
    this.#store = store
    this.#clock = clock
  }

  /**
   * Newest first.
   *
   * ```ts
   * for (const {fileName, pages} of await queue.documents.list({limit: 10})) console.log(fileName, pages)
   * ```
   *
   * @throws AtsError USAGE for a query that cannot be read
   */
  async list({limit = 100, ...filter}: ListOptions = {}): Promise<Document[]> {
    const selection = toSelection(filter)
    if (filter.onePerPerson) await this.#placeWaiting()
    return (await this.#store()).documents.list(limit, selection)
  }

  /**
   * The same, one after the other and however many there are: few are held in memory at a time.
   *
   * ```ts
   * for await (const {fileName} of queue.documents.each({languages: ['de']})) console.log(fileName)
   * ```
   *
   * @throws AtsError USAGE for a query that cannot be read
   */
  async *each(filter: DocumentFilter = {}): AsyncIterable<Document> {
    const selection = toSelection(filter)
    if (filter.onePerPerson) await this.#placeWaiting()
    yield* (await this.#store()).documents.each(selection)
  }

  /**
   * Full-text search, the best first: words, `"phrases"`, `begin*`, AND, OR, NOT, parentheses, fields (docs/search.md).
   *
   * ```ts
   * const found = await queue.documents.search('skill:kubernetes (berlin OR remote)', {limit: 5})
   * for (const {document, score, snippets} of found) console.log(score, document.fileName, snippets[0]?.text)
   * ```
   *
   * @throws AtsError USAGE for a query that cannot be read: the message says where, the suggestions what is expected
   */
  async search(
    query: string,
    {limit = 20, snippets, ...filter}: SearchOptions = {},
  ): Promise<SearchResult[]> {
    const {documents} = await this.#store()
    const selection = toSelection({...filter, query})
    const wanted = selection.query
    if (wanted === undefined) {
      const found = await documents.list(limit, selection)
      return found.map((document) => new SearchResult(document, 0, []))
    }
    const hits = await documents.search({...selection, query: wanted}, limit)
    return hits.map(
      ({document, score}) => new SearchResult(document, score, snippetsOf(document, wanted, snippets)),
    )
  }

  /**
   * Documents as text, piece by piece, the newest first: `jsonl` one a line, `csv` a table of the people, `jsonresume`
   * one array of JSON Resumes of those that have a profile, `md` one Markdown text (docs/search.md).
   *
   * ```ts
   * for await (const piece of queue.documents.export({format: 'csv'})) process.stdout.write(piece)
   * ```
   *
   * @returns how many documents were written and left out, when the last piece was taken
   * @throws AtsError USAGE for a query that cannot be read
   */
  async *export({format, bom = false, ...filter}: ExportOptions): AsyncGenerator<string, ExportCounts> {
    if (bom) yield BYTE_ORDER_MARK
    return yield* serialize(this.each(filter), SERIALIZERS[format])
  }

  /**
   * The file that a document was read from, if it is still the same.
   *
   * ```ts
   * await runWorker({queue, drain: true})
   * const {path, content} = await queue.documents.original('cv_uploads/priya-raman.txt')
   * ```
   *
   * @throws AtsError ORIGINAL_CHANGED (another file is at its path now), PATH_NOT_FOUND, PERMISSION_DENIED, IO_ERROR,
   *   DOCUMENT_NOT_FOUND, AMBIGUOUS_ID
   */
  async original(key: string): Promise<OriginalFile> {
    return readOriginal(await this.get(key))
  }

  /** How many documents the next search has to index first: those that were there before there was an index. */
  async unindexed(): Promise<number> {
    return (await this.#store()).documents.unindexed()
  }

  /** Indexes them; searches do it by themselves. */
  async completeIndex(): Promise<void> {
    await (await this.#store()).documents.completeIndex()
  }

  /**
   * The persons whose documents were taken in, each with the newest edition of the CV; the person whose document came
   * last first. Documents of before persons were known are given to theirs first. With conditions: the persons of the
   * documents that meet them, each with the newest edition of those.
   *
   * ```ts
   * for (const {name, documents} of await queue.documents.persons()) console.log(name, documents.length)
   * ```
   *
   * @throws AtsError USAGE for a query that cannot be read
   */
  async persons({limit = 100, ...filter}: PersonsOptions = {}): Promise<Person[]> {
    await this.#placeWaiting()
    const {documents} = await this.#store()
    if (Object.keys(filter).length === 0) return documents.persons(limit)
    const found = await this.list({...filter, limit, onePerPerson: true})
    return Promise.all(
      found.map(async (newest) => ({
        personId: newest.personId,
        name: newest.profile?.resume.basics?.name ?? null,
        newest,
        documents: await documents.editions(newest.personId),
      })),
    )
  }

  /**
   * The documents of a document's person, itself included, the newest edition first.
   *
   * ```ts
   * await runWorker({queue, drain: true})
   * const document = await queue.documents.get('cv_uploads/priya-raman.txt')
   * const [newest] = await queue.documents.editions(document)
   * ```
   */
  async editions({personId}: Pick<Document, 'personId'>): Promise<Sibling[]> {
    return (await this.#store()).documents.editions(personId)
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

  /**
   * Erases documents, with everything that the database says of them and of the paths they came from: in its tables,
   * its indexes, its log and the history of the queue, whatever program wrote it. Jobs for these paths that have not
   * ended fail with ERASED, and no job that is there already brings the content back.
   *
   * What a reader or a full disk keeps from being freed is told as `pending`: the documents are gone all the same, and
   * `finishErasures`, the next purge or a worker frees the rest.
   *
   * ```ts
   * const {documents, pending} = await queue.documents.purge({olderThanMs: 180 * 24 * 3600 * 1000}, {dryRun: true})
   * ```
   *
   * @param selection those of which all that is given holds
   * @throws AtsError DOCUMENT_NOT_FOUND, AMBIGUOUS_ID, USAGE (nothing is selected, or the reason names what goes)
   */
  async purge(selection: PurgeSelection, options: PurgeOptions = {}): Promise<PurgeReport> {
    const {reason = null, block = false, dryRun = false} = options
    const {erasures, documents} = await this.#store()
    const now = this.#clock()
    const selected = await toErasureSelection(selection, {documents, erasures, now})
    const order = {cause: 'request' as const, reason, block}
    if (dryRun) {
      const traces = await erasures.rehearse(selected, order, now)
      return {...traces, dryRun, pending: await erasures.countPending(), obstacle: null}
    }
    const traces = await erasures.erase(selected, order, now)
    return {...traces, dryRun, ...(await erasures.cleanse(this.#clock()))}
  }

  /**
   * Completes erasures that something kept from being completed.
   *
   * ```ts
   * const {pending, obstacle} = await queue.documents.finishErasures()
   * ```
   */
  async finishErasures(): Promise<Cleansing> {
    return (await this.#store()).erasures.cleanse(this.#clock())
  }

  /**
   * The record of what was erased, newest first: ids, hashes, times and reasons.
   *
   * ```ts
   * const unfinished = await queue.documents.erasures({pending: true})
   * ```
   *
   * @param filter `limit` defaults to 100; `pending`: only those of which something may be left in the files
   */
  async erasures({
    limit = 100,
    pending = false,
  }: {
    limit?: number
    pending?: boolean
  } = {}): Promise<Erasure[]> {
    return (await this.#store()).erasures.list({limit, pending})
  }

  /**
   * Lets a content that was erased and blocked be taken in again.
   *
   * ```ts
   * const [erased] = await queue.documents.erasures()
   * if (erased?.blocked && erased.sha256) await queue.documents.unblock(erased.sha256)
   * ```
   *
   * @param key the hash, or the id that the document had, or a fragment of either (at least 4 characters)
   * @returns the hash
   * @throws AtsError DOCUMENT_NOT_FOUND, AMBIGUOUS_ID, INVALID_STATE (it is not blocked)
   */
  async unblock(key: string): Promise<string> {
    const {erasures} = await this.#store()
    const sha256 = await findErasure(erasures, key)
    if (sha256 === undefined) {
      throw new AtsError('DOCUMENT_NOT_FOUND', `No document ${key} was erased`, {
        suggestions: ['List what was erased: ats documents erasures'],
      })
    }
    if (await erasures.unblock(sha256)) return sha256
    throw new AtsError('INVALID_STATE', `${key} is not blocked`)
  }

  async #placeWaiting(): Promise<void> {
    const {documents} = await this.#store()
    while ((await documents.placeWaiting(PLACED_AT_ONCE)) > 0);
  }
}
