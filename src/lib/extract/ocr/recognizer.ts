import type {OcrCache, OcrPage} from '../../model/ocr-cache.js'
import type {Recognizer} from '../formats/format.js'
import {PACKAGED_VERSION} from './engines/packaged-engine.js'
import {checkLanguages, Engines, findOcrTools, type OcrTools} from './ocr-tools.js'
import {preparePage} from './page/prepare-page.js'
import {pageKey} from './page-key.js'
import {PageReader} from './read-page.js'

/** A file whose pages are to be read. */
export interface OcrFile {
  /** Hex SHA-256 of its content. */
  sha256: string
  /** Tesseract's names, at least one, the first being the main language; or `auto` alone. */
  languages: readonly string[]
  /** Of one image. */
  maxPixels: number
}

/** Tesseract, warm from file to file: the machine's own where it has the languages, otherwise the one in ats. */
export class Ocr {
  readonly #tools: OcrTools
  readonly #engines: Engines
  readonly #cache: OcrCache | undefined

  private constructor(tools: OcrTools, cache: OcrCache | undefined) {
    this.#tools = tools
    this.#engines = new Engines(tools)
    this.#cache = cache
  }

  /** @param tools what to read with; by default whatever this machine has */
  static async start(options: {cache?: OcrCache; tools?: OcrTools} = {}): Promise<Ocr> {
    return new Ocr(options.tools ?? (await findOcrTools()), options.cache)
  }

  /**
   * Reads the pages of one file, one at a time and in their order.
   *
   * @throws AtsError `CONFIGURATION` when a language is not installed
   */
  forFile({sha256, languages, maxPixels}: OcrFile): Recognizer {
    const wanted = [...new Set(languages)]
    checkLanguages(wanted, this.#tools)
    const reader = new PageReader(this.#engines, this.#tools, wanted)
    return {
      recognize: async (image) => {
        const key = pageKey(image, wanted, this.#tools, PACKAGED_VERSION)
        const known = await this.#recall(key, sha256)
        if (known) return known
        const {text, confidence, languages: used} = await reader.read(await preparePage(image, maxPixels))
        await this.#cache
          ?.keep({key, sha256, languages: used.join('+'), text, confidence})
          .catch(() => undefined)
        return {text, confidence}
      },
    }
  }

  close(): Promise<void> {
    return this.#engines.close()
  }

  async #recall(key: string, sha256: string): Promise<OcrPage | undefined> {
    return this.#cache?.recall(key, sha256).catch(() => undefined)
  }
}
