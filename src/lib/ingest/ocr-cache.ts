import type {OcrCache} from '../model/ocr-cache.js'
import type {OcrPageStore} from '../store/store.js'

/**
 * Remembers in the database what OCR read of one file. A page that another file has too is kept for each of them, so
 * that the erasure of one leaves the other's; and the path is kept, so that an erasure of it finds the pages.
 *
 * @param path of the file, absolute
 */
export function ocrCacheOf(pages: OcrPageStore, path: string, clock: () => Date): OcrCache {
  let isSourceKnown = false
  return {
    async recall(key, sha256) {
      const found = await pages.find(key, sha256)
      if (!found) return undefined
      const {languages, text, confidence} = found
      if (found.sha256 !== sha256) await pages.add({key, sha256, languages, text, confidence}, path, clock())
      else if (!isSourceKnown) await pages.addSource(sha256, path)
      isSourceKnown = true
      return {text, confidence}
    },
    keep: (page) => pages.add(page, path, clock()),
  }
}
