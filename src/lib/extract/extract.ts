import {basename} from 'node:path'
import {AtsError} from '../model/errors.js'
import type {
  Extraction,
  ExtractionRequest,
  ExtractionWarning,
  FileType,
  PageProgress,
  PageReading,
  ReadPage,
} from '../model/extraction.js'
import {detectFileType} from './detect/detect.js'
import {describeDocument} from './document-metadata.js'
import type {Recognizer} from './formats/format.js'
import {loadFormat} from './formats/registry.js'
import {normalizeText} from './layout/normalize-text.js'
import {readProfile} from './profile/profile.js'
import {type FileContent, fileChanged, readFile} from './read-file.js'
import {countWords} from './structure/count-words.js'
import {detectLanguage} from './structure/language.js'
import {joinPages} from './structure/page-starts.js'
import {findSections} from './structure/sections.js'

/** Mean confidence of OCR of a page below which a reader should be told. */
const LOW_CONFIDENCE = 60

export interface ExtractOptions {
  onPage: (progress: PageProgress) => void
  /** Gives what reads the images of the file with this hash; asked only when OCR is allowed. */
  recognizerFor: (sha256: string) => Recognizer
}

/**
 * Reads one file. Runs in the child process.
 *
 * @throws AtsError with a file error code; FILE_CHANGED, whatever came of it, when it was written to meanwhile
 */
export async function extract(request: ExtractionRequest, options: ExtractOptions): Promise<Extraction> {
  const {path, limits} = request
  const shown = typeof path === 'string' ? path : Buffer.from(path).toString('utf8')
  const content = await readFile(path, shown, limits.maxFileBytes)
  const [outcome] = await Promise.allSettled([extractContent(content, basename(shown), request, options)])
  // Half a file tells nothing: neither its text nor its error.
  if (await content.hasGrown()) throw fileChanged(shown)
  if (outcome.status === 'rejected') throw outcome.reason
  return outcome.value
}

async function extractContent(
  {bytes, sha256}: FileContent,
  fileName: string,
  request: ExtractionRequest,
  {onPage, recognizerFor}: ExtractOptions,
): Promise<Extraction> {
  const {limits, ocr} = request
  const fileType = detectFileType(bytes, fileName)
  if (request.formats && !request.formats.includes(fileType)) throw unwanted(fileType)
  const format = await loadFormat(fileType)
  const result = await format.read({
    bytes,
    fileName,
    limits,
    onPage,
    ...(ocr ? {recognizer: recognizerFor(sha256)} : {}),
  })
  const pages = result.pages.map((page) => ({...page, text: normalizeText(page.text)}))
  const readings = pages.map(toReading)
  const {text, pageStarts} = joinPages(pages.map((page) => page.text))
  const skippedPages = readings.filter(({method}) => method === 'skipped').length
  if (!holdsText(text)) throw nothingRead(skippedPages)
  const ocrConfidence = meanConfidence(readings)
  const sections = await orElse([], () => findSections(text, pageStarts))
  const headings = sections.map(({heading}) => heading)
  const language = await orElse(null, () => detectLanguage(text, headings))
  const metadata = describeDocument(result.metadata ?? {})
  return {
    sha256,
    bytes: bytes.length,
    fileType,
    text,
    language,
    words: countWords(text),
    sections,
    profile: await orElse(null, () => readProfile({text, pageStarts, sections, language, metadata})),
    pages: Math.max(1, pages.length),
    ocrPages: readings.filter(({method}) => method === 'ocr' || method === 'both').length,
    skippedPages,
    ocrConfidence,
    pageReadings: readings,
    metadata,
    attachments: result.attachments ?? [],
    warnings: [...(result.warnings ?? []), ...ownWarnings(skippedPages, readings)],
  }
}

/** What is told of a text is a help and no more: a defect there must not cost the text. */
export async function orElse<T>(fallback: T, tell: () => T | Promise<T>): Promise<T> {
  try {
    return await tell()
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`)
    return fallback
  }
}

function unwanted(fileType: FileType): AtsError {
  return new AtsError('UNSUPPORTED_FORMAT', `The file is of type ${fileType}, which was not asked for`)
}

function toReading({text, method, confidence}: ReadPage, index: number): PageReading {
  const characters = text.replace(/\s/g, '').length
  const page = {page: index + 1, method, characters}
  return confidence === undefined ? page : {...page, confidence: tenths(confidence)}
}

/** Rules, bullets and dots are on many an empty form; a letter or a figure is the least that can be read. */
function holdsText(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text)
}

function nothingRead(skippedPages: number): AtsError {
  if (skippedPages === 0) return new AtsError('NO_TEXT', 'The file was read and holds no text')
  return new AtsError('OCR_DISABLED', 'The file can only be read by OCR, which is switched off', {
    suggestions: ['Retry the job with a worker that may use OCR.'],
  })
}

function meanConfidence(readings: readonly PageReading[]): number | null {
  const read = readings.filter(({confidence}) => confidence !== undefined)
  if (read.length === 0) return null
  const weight = (reading: PageReading) => Math.max(1, reading.characters)
  const total = read.reduce((sum, reading) => sum + weight(reading), 0)
  const mean = read.reduce((sum, reading) => sum + weight(reading) * (reading.confidence ?? 0), 0) / total
  return tenths(mean)
}

function tenths(value: number): number {
  return Math.round(10 * value) / 10
}

function ownWarnings(skippedPages: number, readings: readonly PageReading[]): ExtractionWarning[] {
  const warnings: ExtractionWarning[] = []
  if (skippedPages > 0) {
    warnings.push({code: 'PAGES_SKIPPED', message: `${skippedPages} pages need OCR, which is switched off`})
  }
  for (const {page, confidence = 100} of readings) {
    if (confidence >= LOW_CONFIDENCE) continue
    const message = `OCR is unsure of what it read on page ${page} (${confidence} of 100)`
    warnings.push({code: 'LOW_CONFIDENCE', message, page})
  }
  return warnings
}
