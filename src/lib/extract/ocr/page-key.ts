import {createHash} from 'node:crypto'
import {AUTOMATIC, type OcrTools} from './ocr-tools.js'

/** Raised whenever the same page may be read differently: preparation, engines' settings, filters, layout. */
const OCR_VERSION = 3

/**
 * Names a page's picture together with all that decides what is read on it.
 *
 * @returns hex SHA-256
 */
export function pageKey(
  image: Uint8Array,
  languages: readonly string[],
  tools: OcrTools,
  packagedVersion: string,
): string {
  const known = languages.includes(AUTOMATIC) ? tools.languages : languages
  const native = tools.native && {
    version: tools.native.version,
    languages: known.filter((language) => tools.native?.languages.has(language)),
  }
  const circumstances = JSON.stringify([OCR_VERSION, packagedVersion, native ?? null, languages, known])
  return createHash('sha256').update(circumstances).update(image).digest('hex')
}
