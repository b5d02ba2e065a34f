import type {Extraction} from '#lib/model/extraction.js'
import type {Settlement} from '#lib/store/store.js'

/** What a worker would have read of a small text file. */
export function someExtraction(sha256: string, more: Partial<Extraction> = {}): Extraction {
  return {
    sha256,
    bytes: 10,
    fileType: 'txt',
    text: 'Ada Nowak',
    pages: 1,
    ocrPages: 0,
    skippedPages: 0,
    ocrConfidence: null,
    language: null,
    words: 1,
    sections: [],
    profile: null,
    attachments: [],
    pageReadings: [],
    metadata: {},
    warnings: [],
    ...more,
  }
}

export function loaded(path: string, sha256: string, more: Partial<Extraction> = {}): Settlement {
  return {kind: 'loaded', path, ocrLanguages: 'eng', durationMs: 1, extraction: someExtraction(sha256, more)}
}
