import type {Extraction} from '#lib/model/extraction.js'
import type {Settlement} from '#lib/store/store.js'

export interface CvParts {
  name?: string
  mail?: string
  phone?: string
  /** CVs of one life have the same lines. Default: none. */
  life?: number
  /** Lines of that life. Default 40. */
  lines?: number
  more?: string
}

const PARTS =
  'kept built led wrote sold drew taught moved planned mended harbour ledger bridge school garden engine'.split(
    ' ',
  )

/** The text of a fictional person's CV. */
export function writtenCv({name, mail, phone, life, lines = 40, more}: CvParts): string {
  const deeds = Array.from({length: life === undefined ? 0 : lines}, (_, line) =>
    Array.from({length: 6}, (_, word) => aWord(deed(life ?? 0, line, word))).join(' '),
  )
  return [name, mail, phone, '## Experience', ...deeds, more].filter((line) => line !== undefined).join('\n')
}

/** One of 256. */
function aWord(number: number): string {
  return `${PARTS[number % 16]}${PARTS[(number >> 4) % 16]}`
}

function deed(life: number, line: number, word: number): number {
  const mixed = Math.imul(life * 7919 + line * 131 + word + 1, 0x9e3779b1) >>> 0
  return (Math.imul(mixed ^ (mixed >>> 15), 0x85ebca6b) >>> 0) >>> 8
}

/** As OCR reads a bad page: each `every`th word has a wrong letter. */
export function misread(text: string, every: number): string {
  let word = 0
  return text.replace(/\b[a-z]{3,}\b/g, (found) => {
    word += 1
    return word % every === 0 ? `${found.slice(0, 1)}l${found.slice(2)}` : found
  })
}

/** What reading a text file comes to. */
export function loaded(path: string, text: string, more: Partial<Extraction> = {}): Settlement {
  const sha256 = Buffer.from(path).toString('hex').padStart(64, '0').slice(-64)
  return {
    kind: 'loaded',
    path,
    ocrLanguages: 'eng',
    durationMs: 1,
    extraction: {
      sha256,
      bytes: text.length,
      fileType: 'txt',
      text,
      language: null,
      words: 1,
      sections: [],
      profile: null,
      pages: 1,
      ocrPages: 0,
      skippedPages: 0,
      ocrConfidence: null,
      pageReadings: [],
      metadata: {},
      attachments: [],
      warnings: [],
      ...more,
    },
  }
}
