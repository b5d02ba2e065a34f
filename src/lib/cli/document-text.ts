import type {Document} from '../model/document.js'
import type {Person, Sibling} from '../model/person/person.js'
import {relativeTime} from './instant.js'
import type {Look} from './job-text.js'
import {type Column, renderFields, renderTable} from './table.js'

const SHORT_ID = 8

export function renderDocumentTable(documents: readonly Document[], {colors, now, width}: Look): string {
  if (documents.length === 0) return ''
  const columns: Column<Document>[] = [
    {header: 'ID', value: ({documentId}) => shortId(documentId, width)},
    {header: 'FILE', value: ({fileName}) => fileName, cut: 'middle'},
    {header: 'TYPE', value: ({fileType}) => fileType},
    {header: 'PAGES', value: ({pages}) => String(pages), align: 'right', optional: true},
    {header: 'OCR', value: ({ocrPages}) => String(ocrPages), align: 'right', optional: true},
    {header: 'AGE', value: ({createdAt}) => relativeTime(createdAt, now), align: 'right'},
    {header: 'PATH', value: ({paths}) => paths[0] ?? '', cut: 'middle', optional: true},
  ]
  return renderTable(documents, columns, {width, paintHeader: (header) => colors.bold(header)})
}

/** A line a person: the newest edition, and how many documents there are besides. */
export function renderPersonTable(persons: readonly Person[], {colors, now, width}: Look): string {
  if (persons.length === 0) return ''
  const columns: Column<Person>[] = [
    {header: 'NAME', value: ({name}) => name ?? '', cut: 'end'},
    {header: 'NEWEST', value: ({newest}) => shortId(newest.documentId, width)},
    {header: 'FILE', value: ({newest}) => newest.fileName, cut: 'middle'},
    {header: 'TYPE', value: ({newest}) => newest.fileType, optional: true},
    {header: 'SIBLINGS', value: ({documents}) => String(documents.length - 1), align: 'right'},
    {header: 'AGE', value: ({newest}) => relativeTime(newest.createdAt, now), align: 'right', optional: true},
    {header: 'PERSON', value: ({personId}) => shortId(personId, width)},
  ]
  return renderTable(persons, columns, {width, paintHeader: (header) => colors.bold(header)})
}

/** The end of an id, which differs most, where a terminal is narrow; the whole of it in a pipe. */
function shortId(id: string, width: number | undefined): string {
  return width === undefined ? id : id.slice(-SHORT_ID)
}

/** What is known of a document, its text apart. */
export function renderDocumentFacts(document: Document, siblings: readonly Sibling[], now: Date): string {
  const {pages, ocrPages, ocrConfidence, warnings} = document
  const confidence = ocrConfidence === null ? '' : `, confidence ${Math.round(ocrConfidence)}`
  return renderFields([
    ['document', document.documentId],
    ['person', document.personId],
    ['sha256', document.sha256],
    ...document.paths.map((path): [string, string] => ['path', path]),
    ['type', document.fileType],
    ['pages', ocrPages > 0 ? `${pages} (${ocrPages} by OCR${confidence})` : String(pages)],
    ['taken in', `${document.createdAt.toISOString()} (${relativeTime(document.createdAt, now)})`],
    ...siblings.map((sibling): [string, string] => ['same person', siblingText(sibling)]),
    ...warnings.map(({code, message}): [string, string] => ['warning', `${code}: ${message}`]),
  ])
}

function siblingText({documentId, fileName, fileType, newest}: Sibling): string {
  return `${documentId} ${fileName} (${fileType}${newest ? ', the newest edition' : ''})`
}
