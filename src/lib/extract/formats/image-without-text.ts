import type {ExtractionWarning} from '../../model/extraction.js'

/** @param page from 1 */
export function imageWithoutText(page: number): ExtractionWarning {
  return {code: 'IMAGE_WITHOUT_TEXT', message: `OCR found no text in the image on page ${page}`, page}
}
