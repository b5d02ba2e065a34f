/** What OCR read on one page, kept so that the same page is never read twice. */
export interface OcrPage {
  text: string
  /** Mean over the page's words, 0 to 100. */
  confidence: number
}

/** A page of a file, and what was read on it. */
export interface CachedPage extends OcrPage {
  /** Hex SHA-256 of the page's picture and of everything else that decides what is read. */
  key: string
  /** Hex SHA-256 of the file that the page is in. */
  sha256: string
  /** Tesseract's names joined by `+`: what the page was read with. */
  languages: string
}

/** Remembers what OCR read. It is a help and no more: whoever asks goes on when it fails. */
export interface OcrCache {
  /**
   * @param key as of `CachedPage`
   * @param sha256 of the file that is being read: whatever is found is kept for it too
   */
  recall(key: string, sha256: string): Promise<OcrPage | undefined>
  keep(page: CachedPage): Promise<void>
}
