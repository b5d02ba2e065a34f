import type {Grey} from '../page/grey.js'

/**
 * Tesseract, in whatever form. Given the same page and the same data, every form reads the same: they all get the
 * page as the same bytes, and all answer in Tesseract's table of words.
 */
export interface Engine {
  /** Program and version, as far as they decide what is read. */
  readonly name: string
  /**
   * Reads a page that stands upright.
   *
   * @param languages Tesseract's names, at least one; the first is the main language
   * @returns Tesseract's TSV (https://tesseract-ocr.github.io/tessdoc/Command-Line-Usage.html#tsv-output)
   * @throws AtsError EXTRACTOR_CRASHED
   */
  read(page: Grey, languages: readonly string[]): Promise<string>
  /** By how many degrees clockwise the page must be turned to stand upright; undefined where nobody can tell. */
  findTurn(page: Grey): Promise<number | undefined>
  close(): Promise<void>
}

/** Tesseract's page segmentation modes: its default for programs, 6, reads straight across two columns. */
export const PAGE_MODE = {orientationOnly: '0', automatic: '3'} as const
