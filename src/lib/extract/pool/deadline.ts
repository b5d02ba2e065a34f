import type {ExtractionLimits, PageProgress} from '../../model/extraction.js'

/**
 * The time a file may take: so long for all that is not OCR, and so long for each page of OCR. It runs on the clock
 * that nobody can set.
 */
export class Deadline {
  readonly #limits: Pick<ExtractionLimits, 'fileTimeoutMs' | 'pageTimeoutMs'>
  readonly #onExpire: (message: string) => void
  #timer: NodeJS.Timeout | undefined
  #leftMs: number
  #since = performance.now()
  #ocrPage: number | undefined

  constructor(
    limits: Pick<ExtractionLimits, 'fileTimeoutMs' | 'pageTimeoutMs'>,
    onExpire: (message: string) => void,
  ) {
    this.#limits = limits
    this.#onExpire = onExpire
    this.#leftMs = limits.fileTimeoutMs
    this.#run(this.#leftMs, `Reading took longer than ${limits.fileTimeoutMs / 1000} s`)
  }

  /** A page is about to be OCRed (told with method `ocr` the first time), or was read. */
  progress({page, method}: PageProgress): void {
    const begins = method === 'ocr' && this.#ocrPage !== page
    if (this.#ocrPage === undefined) this.#leftMs -= performance.now() - this.#since
    this.#ocrPage = begins ? page : undefined
    const {fileTimeoutMs, pageTimeoutMs} = this.#limits
    if (begins) this.#run(pageTimeoutMs, `OCR of page ${page} took longer than ${pageTimeoutMs / 1000} s`)
    else this.#run(Math.max(1, this.#leftMs), `Reading took longer than ${fileTimeoutMs / 1000} s`)
  }

  end(): void {
    clearTimeout(this.#timer)
  }

  #run(ms: number, message: string): void {
    clearTimeout(this.#timer)
    this.#since = performance.now()
    this.#timer = setTimeout(() => this.#onExpire(message), ms)
  }
}
