import {createHash} from 'node:crypto'
import type {Extraction} from '#lib/model/extraction.js'
import type {Resume} from '#lib/model/profile.js'
import type {Settlement} from '#lib/store/store.js'

export type ExtractionFacts = Partial<Omit<Extraction, 'profile'>> & {resume?: Resume}

/** What an extractor would have made of a file with this text. */
export function extractionOf(text: string, {resume, ...facts}: ExtractionFacts = {}): Extraction {
  return {
    sha256: createHash('sha256').update(text).digest('hex'),
    bytes: Math.max(1, Buffer.byteLength(text)),
    fileType: 'txt',
    text,
    language: null,
    words: 1,
    sections: [],
    profile: resume === undefined ? null : {resume, found: {}},
    pages: 1,
    ocrPages: 0,
    skippedPages: 0,
    ocrConfidence: null,
    pageReadings: [],
    metadata: {},
    attachments: [],
    warnings: [],
    ...facts,
  }
}

/** The end of a job whose file was read. */
export function loadedFrom(path: string, extraction: Extraction): Extract<Settlement, {kind: 'loaded'}> {
  return {kind: 'loaded', path, extraction, ocrLanguages: 'eng', durationMs: 1}
}
