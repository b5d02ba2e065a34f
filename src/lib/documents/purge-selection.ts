import {resolve} from 'node:path'
import type {Document} from '../model/document.js'
import type {ErasureSelection} from '../model/erasure.js'
import {AtsError} from '../model/errors.js'
import type {Store} from '../store/store.js'

/** Which documents to purge: those of which all that is given holds. */
export interface PurgeSelection {
  /** Ids or hashes, or beginnings or ends of them that fit one document alone. */
  documents?: readonly string[]
  /** A file, or a folder with all below it. */
  path?: string
  /** The person of this document: any one's id or hash, or a unique beginning or end of it; the person's id is one. */
  person?: string
  /** Milliseconds since a job last took the document in. */
  olderThanMs?: number
}

type Archives = Pick<Store, 'documents' | 'erasures'>

/** Candidates that are told. */
const MOST_NAMED = 6

/** Few enough for the write lock to be held for milliseconds only. */
const PLACED_AT_ONCE = 20

/** Characters of an id or hash that may stand for it. */
const LEAST_OF_KEY = 4

/**
 * @throws AtsError USAGE (nothing is given: everything would go), DOCUMENT_NOT_FOUND, AMBIGUOUS_ID
 */
export async function toErasureSelection(
  {documents: keys, path, person, olderThanMs}: PurgeSelection,
  {documents, erasures, now}: Archives & {now: Date},
): Promise<ErasureSelection> {
  if (keys === undefined && path === undefined && person === undefined && olderThanMs === undefined)
    throw new AtsError('USAGE', 'Nothing says which documents to purge', {
      suggestions: ['Give ids or hashes, a path, a person or an age.'],
    })
  const found = keys === undefined ? undefined : await findKeys(keys, {documents, erasures})
  const named = found?.ids
  const ofPerson = person === undefined ? undefined : await idsOfPerson(person, {documents, erasures})
  const documentIds = named && ofPerson ? named.filter((id) => ofPerson.includes(id)) : (named ?? ofPerson)
  // Of no person, and of an age that nobody knows.
  const isNarrowed = person !== undefined || path !== undefined || olderThanMs !== undefined
  return {
    ...(documentIds === undefined ? {} : {documentIds}),
    ...(found === undefined || isNarrowed ? {} : {strayContents: found.strayContents}),
    ...(path === undefined ? {} : {path: resolve(path)}),
    ...(olderThanMs === undefined ? {} : {before: new Date(now.getTime() - olderThanMs)}),
  }
}

/**
 * All at once, before any goes: a person is named after the oldest of the documents. Documents of before persons were
 * known are given to theirs first.
 */
async function idsOfPerson(key: string, {documents, erasures}: Archives): Promise<string[]> {
  while ((await documents.placeWaiting(PLACED_AT_ONCE)) > 0);
  const named = await findNamed(key, documents)
  const persons = [...new Set(named.map(({personId}) => personId))]
  if (persons.length > 1) throw ambiguous(key, named, 'documents of more than one person')
  const [personId] = persons
  if (personId === undefined) {
    if ((await findErasure(erasures, key)) === undefined) throw notFound(key)
    return []
  }
  return (await documents.editions(personId)).map(({documentId}) => documentId)
}

/** What is erased already is none to erase, and no error: a purge that was not completed is run again as it was. */
async function findKeys(
  keys: readonly string[],
  {documents, erasures}: Archives,
): Promise<{ids: string[]; strayContents: string[]}> {
  const ids: string[] = []
  const strayContents: string[] = []
  for (const key of keys) {
    const named = await findNamed(key, documents)
    const [document, another] = named
    if (document && another) throw ambiguous(key, named, 'more than one document')
    if (document) ids.push(document.documentId)
    else {
      const stray = await findStray(erasures, key)
      if (stray !== undefined) strayContents.push(stray)
      else if ((await findErasure(erasures, key)) === undefined) throw notFound(key)
    }
  }
  return {ids, strayContents}
}

/** The hash of a content that was tried and never became a document. @throws AtsError AMBIGUOUS_ID */
async function findStray(erasures: Store['erasures'], given: string): Promise<string | undefined> {
  const key = given.toLowerCase()
  if (key.length < LEAST_OF_KEY || !/^[0-9a-f]+$/.test(key)) return undefined
  const [sha256, another] = await erasures.findStray(key, 2)
  if (another !== undefined)
    throw new AtsError('AMBIGUOUS_ID', `${given} fits more than one content: ${sha256}, ${another}`, {
      suggestions: ['Give more of the hash.'],
    })
  return sha256
}

/** Documents that a key names, and not by a path, which others may share. */
async function findNamed(given: string, documents: Store['documents']): Promise<Document[]> {
  const key = given.toLowerCase()
  const found = key.length < LEAST_OF_KEY ? [] : await documents.find(key, MOST_NAMED)
  return found.filter((document) => isNamed(document, key))
}

function isNamed({documentId, sha256}: Document, key: string): boolean {
  return documentId.startsWith(key) || documentId.endsWith(key) || sha256.startsWith(key)
}

/**
 * The hash of what was erased under an id, a hash or a fragment of one.
 *
 * @throws AtsError AMBIGUOUS_ID
 */
export async function findErasure(erasures: Store['erasures'], key: string): Promise<string | undefined> {
  const found = key.length < LEAST_OF_KEY ? [] : await erasures.find(key, 6)
  const hashes = [...new Set(found.flatMap(({sha256}) => sha256 ?? []))]
  if (hashes.length > 1)
    throw new AtsError('AMBIGUOUS_ID', `${key} fits more than one erased document: ${hashes.join(', ')}`, {
      suggestions: ['Give more of the hash.'],
    })
  return hashes[0]
}

function ambiguous(key: string, found: readonly Document[], what: string): AtsError {
  const candidates = found.map(({documentId, fileName}) => `${documentId} (${fileName})`)
  return new AtsError('AMBIGUOUS_ID', `${key} fits ${what}: ${candidates.join(', ')}`, {
    suggestions: ['Give more of the id; the last characters differ most.'],
  })
}

function notFound(key: string): AtsError {
  return new AtsError('DOCUMENT_NOT_FOUND', `There is no document ${key}, and none was erased`, {
    suggestions: key.includes('/')
      ? ['It is a path: give one with --path, a folder for all below it, or ids for some of its files.']
      : ['List the documents: ats documents list', `If it is a file or folder: --path ${key}`],
  })
}
