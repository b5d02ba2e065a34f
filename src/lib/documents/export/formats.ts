import type {Document} from '../../model/document.js'
import {CSV_HEADER, toCsvRecord} from './csv.js'
import {toJsonResume} from './json-resume.js'
import {toMarkdown} from './markdown.js'

export const EXPORT_FORMATS = ['jsonl', 'csv', 'jsonresume', 'md'] as const

export type ExportFormat = (typeof EXPORT_FORMATS)[number]

/** How documents become one text, piece by piece. */
export interface Serializer {
  before: string
  /** @returns undefined for a document that the format has nothing to say of */
  piece: (document: Document) => string | undefined
  between: string
  /** After the last piece, if there was one. */
  end: string
  after: string
}

export const SERIALIZERS: Record<ExportFormat, Serializer> = {
  jsonl: {before: '', piece: (document) => `${JSON.stringify(document)}\n`, between: '', end: '', after: ''},
  csv: {before: CSV_HEADER, piece: toCsvRecord, between: '', end: '', after: ''},
  jsonresume: {
    before: '[',
    piece: (document) => {
      const resume = toJsonResume(document)
      return resume && `\n${JSON.stringify(resume)}`
    },
    between: ',',
    end: '\n',
    after: ']\n',
  },
  md: {before: '', piece: toMarkdown, between: '\n', end: '', after: ''},
}
