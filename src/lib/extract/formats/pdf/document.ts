import {createRequire} from 'node:module'
import {dirname, sep} from 'node:path'
import {PDFParse} from 'pdf-parse'
import type {PDFDocumentProxy} from 'pdfjs-dist/legacy/build/pdf.mjs'
import {AtsError} from '../../../model/errors.js'
import {withTrailer} from './lost-trailer.js'

export interface OpenPdf {
  document: PDFDocumentProxy
  /** Its end is missing; what could be found is there. */
  isSalvaged: boolean
  close(): Promise<void>
}

/** pdf-parse keeps its document to itself, and a second pdf.js document of the file would cost the memory twice. */
interface Parser {
  load(): Promise<PDFDocumentProxy>
  destroy(): Promise<void>
}

/**
 * Opens a PDF with pdf-parse. A file that needs no password to be opened, as most "protected" ones, is opened.
 *
 * @param maxPixels images with more pixels are left out of renderings
 * @throws AtsError `ENCRYPTED` or `CORRUPT`
 */
export async function openPdf(bytes: Buffer, maxPixels: number): Promise<OpenPdf> {
  try {
    return {...(await open(bytes, maxPixels)), isSalvaged: !bytes.includes('startxref')}
  } catch (error) {
    const mended = isPasswordNeeded(error) ? undefined : withTrailer(bytes)
    if (!mended) throw openingError(error)
    return open(mended, maxPixels).then(
      (opened) => ({...opened, isSalvaged: true}),
      () => {
        throw openingError(error)
      },
    )
  }
}

async function open(bytes: Buffer, maxPixels: number): Promise<Omit<OpenPdf, 'isSalvaged'>> {
  const parser = new PDFParse({
    // pdf.js takes the buffer away from its owner, so it gets a copy.
    data: new Uint8Array(bytes),
    ...resources(),
    maxImageSize: maxPixels,
    isEvalSupported: false,
    useWorkerFetch: false,
    useSystemFonts: false,
    verbosity: 0,
  }) as unknown as Parser
  const document = await parser.load()
  return {document, close: () => parser.destroy()}
}

/** Directories of the installed pdf.js: without them JPEG 2000 comes out white and CJK text empty, unannounced. */
function resources() {
  const root = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'))
  const directory = (name: string) => `${root}${sep}${name}${sep}`
  return {
    wasmUrl: directory('wasm'),
    iccUrl: directory('iccs'),
    cMapUrl: directory('cmaps'),
    cMapPacked: true,
    standardFontDataUrl: directory('standard_fonts'),
  }
}

function isPasswordNeeded(error: unknown): boolean {
  return error instanceof Error && error.name === 'PasswordException'
}

function openingError(error: unknown): AtsError {
  if (isPasswordNeeded(error)) {
    return new AtsError('ENCRYPTED', 'the PDF needs a password', {
      suggestions: ['Save a copy without a password and enqueue that.'],
      cause: error,
    })
  }
  return new AtsError('CORRUPT', 'the PDF is damaged beyond reading', {cause: error})
}
