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
  /** The id of a person. */
  person?: string
  /** Milliseconds since a job last took the document in. */
  olderThanMs?: number
}

/** Characters of an id or hash that may stand for it. */
const LEAST_OF_KEY = 4

/**
 * @throws AtsError USAGE (nothing is given: everything would go), DOCUMENT_NOT_FOUND, AMBIGUOUS_ID
 */
export async function toErasureSelection(
  {documents: keys, path, person, olderThanMs}: PurgeSelection,
  {documents, erasures, now}: Pick<Store, 'documents' | 'erasures'> & {now: Date},
): Promise<ErasureSelection> {
  if (keys === undefined && path === undefined && person === undefined && olderThanMs === undefined)
    throw new AtsError('USAGE', 'Nothing says which documents to purge', {
      suggestions: ['Give ids or hashes, a path, a person or an age.'],
    })
  const named = keys === undefined ? undefined : await findIds(keys, {documents, erasures})
  const ofPerson = person === undefined ? undefined : await idsOfPerson(person, {documents})
  const documentIds = named && ofPerson ? named.filter((id) => ofPerson.includes(id)) : (named ?? ofPerson)
  return {
    ...(documentIds === undefined ? {} : {documentIds}),
    ...(path === undefined ? {} : {path: resolve(path)}),
    ...(olderThanMs === undefined ? {} : {before: new Date(now.getTime() - olderThanMs)}),
  }
}

/** All at once, before any goes: a person is named after the oldest of the documents. */
async function idsOfPerson(personId: string, {documents}: Pick<Store, 'documents'>): Promise<string[]> {
  return (await documents.editions(personId)).map(({documentId}) => documentId)
}

/** What is erased already is none to erase, and no error: a purge that was not completed is run again as it was. */
async function findIds(
  keys: readonly string[],
  {documents, erasures}: Pick<Store, 'documents' | 'erasures'>,
): Promise<string[]> {
  const ids: string[] = []
  for (const key of keys) {
    const found = key.length < LEAST_OF_KEY ? [] : await documents.find(key, 6)
    const named = found.filter((document) => isNamed(document, key))
    if (named.length > 1)
      throw ambiguous(
        key,
        named.map(({documentId}) => documentId),
      )
    const [document] = named
    if (document) ids.push(document.documentId)
    else if ((await findErasure(erasures, key)) === undefined) throw notFound(key)
  }
  return ids
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
  if (hashes.length > 1) throw ambiguous(key, hashes)
  return hashes[0]
}

function ambiguous(key: string, found: readonly string[]): AtsError {
  return new AtsError('AMBIGUOUS_ID', `${key} fits more than one document: ${found.join(', ')}`, {
    suggestions: ['Give more of the id; the last characters differ most.'],
  })
}

function notFound(key: string): AtsError {
  return new AtsError('DOCUMENT_NOT_FOUND', `There is no document ${key}, and none was erased`, {
    suggestions: ['List the documents: ats documents list', `Or mean its path: --path ${key}`],
  })
}
