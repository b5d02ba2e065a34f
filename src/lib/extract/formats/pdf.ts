import type {PDFDocumentProxy} from 'pdfjs-dist/legacy/build/pdf.mjs'
import {AtsError} from '../../model/errors.js'
import type {ExtractionWarning, ReadPage, ReadResult} from '../../model/extraction.js'
import {Typography} from '../layout/typography.js'
import type {Format, ReadContext} from './format.js'
import {imageWithoutText} from './image-without-text.js'
import {findActualText} from './pdf/actual-text.js'
import {readAttachments} from './pdf/attachments.js'
import {openPdf} from './pdf/document.js'
import {hasLargeImage} from './pdf/large-image.js'
import {readMetadata} from './pdf/metadata.js'
import type {Hidden} from './pdf/painting.js'
import {type PageReading, type PageTask, readPage} from './pdf/read-page.js'

const SALVAGED: ExtractionWarning = {
  code: 'SALVAGED',
  message: 'the end of the PDF is missing; what could be found was read',
}

const ATTACHMENTS_IGNORED: ExtractionWarning = {
  code: 'ATTACHMENTS_IGNORED',
  message: 'files attached to the PDF were not read',
}

/** Characters of hidden text that a warning shows. */
const QUOTED = 80

/** PDF: each page by its text layer, in reading order, or by OCR where that layer is missing or broken. */
export const pdf: Format = {type: 'pdf', read}

async function read(context: ReadContext): Promise<ReadResult> {
  const {document, isSalvaged, close} = await openPdf(context.bytes, context.limits.maxPixels)
  try {
    if (document.numPages === 0) throw new AtsError('CORRUPT', 'the PDF has no pages')
    const {pages, warnings} = await readPages(document, context)
    refuseLargeImage(pages, context)
    const attachments = await readAttachments(document, pages.length)
    return {
      pages,
      metadata: await readMetadata(document),
      attachments,
      warnings: [
        ...warnings,
        ...(isSalvaged ? [SALVAGED] : []),
        ...documentWarnings(document, context),
        ...(attachments.length > 0 ? [ATTACHMENTS_IGNORED] : []),
      ],
    }
  } finally {
    await close()
  }
}

/** @throws AtsError `TOO_LARGE` where nothing was read, and an image was too large to be looked at */
function refuseLargeImage(pages: readonly ReadPage[], {bytes, limits}: ReadContext): void {
  if (pages.some(({text, method}) => text !== '' || method === 'skipped')) return
  if (!hasLargeImage(bytes, limits.maxPixels)) return
  throw new AtsError('TOO_LARGE', `an image of the PDF has more than ${limits.maxPixels} pixels`)
}

async function readPages(document: PDFDocumentProxy, context: ReadContext) {
  const pages: ReadPage[] = []
  const warnings: ExtractionWarning[] = []
  const count = Math.min(document.numPages, context.limits.maxPages)
  const failures: unknown[] = []
  const shared = {typography: new Typography(), actualText: findActualText(context.bytes)}
  for (let number = 1; number <= count; number++) {
    try {
      const {hidden, isWordlessImage, ...page} = await readNumbered(document, number, count, shared, context)
      pages.push(page)
      if (hidden) warnings.push(hiddenText(hidden, number))
      if (isWordlessImage) warnings.push(imageWithoutText(number))
    } catch (error) {
      failures.push(error)
      pages.push({text: '', method: 'empty'})
      warnings.push({code: 'PAGE_FAILED', message: `page ${number} could not be read`, page: number})
    }
    context.onPage({page: number, pages: count, method: (pages.at(-1) as ReadPage).method})
  }
  if (failures.length === count) throw allFailed(failures[0])
  return {pages, warnings}
}

async function readNumbered(
  document: PDFDocumentProxy,
  number: number,
  count: number,
  shared: Pick<PageTask, 'typography' | 'actualText'>,
  {limits, recognizer, onPage}: ReadContext,
): Promise<PageReading> {
  const page = await document.getPage(number)
  try {
    const onOcr = () => onPage({page: number, pages: count, method: 'ocr'})
    return await readPage({document, page, recognizer, maxPixels: limits.maxPixels, ...shared, onOcr})
  } finally {
    page.cleanup()
  }
}

function hiddenText({text, tricks}: Hidden, page: number): ExtractionWarning {
  const quoted = text.length > QUOTED ? `${text.slice(0, QUOTED)}…` : text
  const message = `text that cannot be seen on page ${page} (${tricks.join(', ')}): “${quoted}”`
  return {code: 'HIDDEN_TEXT', message, page}
}

function allFailed(cause: unknown): AtsError {
  return cause instanceof AtsError
    ? cause
    : new AtsError('CORRUPT', 'no page of the PDF can be read', {cause})
}

function documentWarnings(document: PDFDocumentProxy, {limits}: ReadContext): ExtractionWarning[] {
  const warnings: ExtractionWarning[] = []
  if (document.numPages > limits.maxPages) {
    const message = `only the first ${limits.maxPages} of ${document.numPages} pages were read`
    warnings.push({code: 'TRUNCATED', message})
  }
  return warnings
}
