import type {OcrCache} from '../model/ocr-cache.js'
import type {OcrPageStore} from '../store/store.js'

/**
 * Remembers in the database what OCR read. A page that another file has too is kept for each of them, so that the
 * erasure of one leaves the other's.
 */
export function ocrCacheOf(pages: OcrPageStore, clock: () => Date): OcrCache {
  return {
    async recall(key, sha256) {
      const found = await pages.find(key, sha256)
      if (!found) return undefined
      const {languages, text, confidence} = found
      if (found.sha256 !== sha256) await pages.add({key, sha256, languages, text, confidence}, clock())
      return {text, confidence}
    },
    keep: (page) => pages.add(page, clock()),
  }
}
