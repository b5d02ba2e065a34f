import {createHash} from 'node:crypto'
import {readFile} from 'node:fs/promises'
import type {Document} from '../model/document.js'
import {AtsError, toFileError} from '../model/errors.js'

/** The file that a document was read from, as it was then. */
export interface OriginalFile {
  document: Document
  /** Where it is now. */
  path: string
  content: Uint8Array
}

/**
 * Reads the file from the first of the document's paths that still has the same content.
 *
 * @throws AtsError ORIGINAL_CHANGED (another file is there now), PATH_NOT_FOUND, PERMISSION_DENIED, IO_ERROR
 */
export async function readOriginal(document: Document): Promise<OriginalFile> {
  const failures: AtsError[] = []
  for (const path of document.paths) {
    const found = await readUnchanged(path, document)
    if (!(found instanceof AtsError)) return {document, path, content: found}
    failures.push(found)
  }
  throw worst(failures, document)
}

async function readUnchanged(path: string, {sha256, documentId}: Document): Promise<Uint8Array | AtsError> {
  try {
    const content = await readFile(path)
    if (createHash('sha256').update(content).digest('hex') === sha256) return content
    return new AtsError('ORIGINAL_CHANGED', `${path}: the file has changed since it was taken in`, {
      suggestions: [
        `What was read from it then: ats documents get ${documentId}`,
        `Take it in as it is now: ats queue enqueue ${path}`,
      ],
    })
  } catch (error) {
    const failure = toFileError(error, path)
    if (failure.code !== 'FILE_NOT_FOUND') return failure
    return new AtsError('PATH_NOT_FOUND', `${path}: the file is no longer there`, {
      suggestions: [`What was read from it: ats documents get ${documentId}`],
      cause: error,
    })
  }
}

/** That a file is gone is told only when none of the others says more. */
function worst(failures: readonly AtsError[], {documentId}: Document): AtsError {
  const [first] = failures.toSorted((a, b) => rank(a) - rank(b))
  return first ?? new AtsError('PATH_NOT_FOUND', `The document ${documentId} has no path`)
}

function rank({code}: AtsError): number {
  return ['ORIGINAL_CHANGED', 'PERMISSION_DENIED', 'IO_ERROR'].indexOf(code) === -1 ? 1 : 0
}
