import {type DocumentTerms, documentTerms, fileNameTerms, type SearchableDocument} from './document-terms.js'

/** A reading of a file: the same document, whatever the file is called. */
export type SearchableReading = Omit<SearchableDocument, 'fileName'>

const prepared = new WeakMap<SearchableReading, DocumentTerms>()

/**
 * `documentTerms`, once for each reading: whoever is to store one does it before the write lock is taken, because a
 * long text takes a second.
 */
export function preparedTerms(reading: SearchableReading, fileName: string): DocumentTerms {
  const known = prepared.get(reading)
  if (known) return {...known, fileName: fileNameTerms(fileName, reading)}
  const terms = documentTerms({...searchablePart(reading), fileName})
  prepared.set(reading, terms)
  return terms
}

function searchablePart({language, text, sections, profile}: SearchableReading): SearchableReading {
  return {language, text, sections, profile}
}
