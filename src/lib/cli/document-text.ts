import type {Document} from '../model/document.js'
import {relativeTime} from './instant.js'
import type {Look} from './job-text.js'
import {type Column, renderFields, renderTable} from './table.js'

const SHORT_ID = 8

export function renderDocumentTable(documents: readonly Document[], {colors, now, width}: Look): string {
  if (documents.length === 0) return ''
  const columns: Column<Document>[] = [
    {header: 'ID', value: ({documentId}) => (width === undefined ? documentId : documentId.slice(-SHORT_ID))},
    {header: 'FILE', value: ({fileName}) => fileName, cut: 'middle'},
    {header: 'TYPE', value: ({fileType}) => fileType},
    {header: 'PAGES', value: ({pages}) => String(pages), align: 'right'},
    {header: 'OCR', value: ({ocrPages}) => String(ocrPages), align: 'right'},
    {header: 'AGE', value: ({createdAt}) => relativeTime(createdAt, now), align: 'right'},
    {header: 'PATH', value: ({paths}) => paths[0] ?? '', cut: 'middle'},
  ]
  return renderTable(documents, columns, {width, paintHeader: (header) => colors.bold(header)})
}

/** What is known of a document, its text apart. */
export function renderDocumentFacts(document: Document, now: Date): string {
  const {pages, ocrPages, ocrConfidence, warnings} = document
  const confidence = ocrConfidence === null ? '' : `, confidence ${Math.round(ocrConfidence)}`
  return renderFields([
    ['document', document.documentId],
    ['sha256', document.sha256],
    ...document.paths.map((path): [string, string] => ['path', path]),
    ['type', document.fileType],
    ['pages', ocrPages > 0 ? `${pages} (${ocrPages} by OCR${confidence})` : String(pages)],
    ['taken in', `${document.createdAt.toISOString()} (${relativeTime(document.createdAt, now)})`],
    ...warnings.map(({code, message}): [string, string] => ['warning', `${code}: ${message}`]),
  ])
}
