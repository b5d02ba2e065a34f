import {createRequire} from 'node:module'
import type {Worker, WorkerParams} from 'tesseract.js'
import {AtsError} from '../../../model/errors.js'
import {languageData, readLanguageData} from '../languages/language-data.js'
import {type Grey, toPgm} from '../page/grey.js'
import {type Engine, PAGE_MODE} from './engine.js'

const LEGACY_ENGINE = 0
const LSTM_ENGINE = 1

/** Of tesseract.js. */
export const PACKAGED_VERSION = (
  createRequire(import.meta.url)('tesseract.js/package.json') as {version: string}
).version

/** Tesseract thinks aloud on stderr. */
const QUIET = {debug_file: '/dev/null'} as Partial<WorkerParams>

/**
 * Reads pages with the Tesseract that comes with ats, compiled to WebAssembly, and the language data of the installed
 * npm packages. Nothing is downloaded. It reads one page at a time.
 */
export function createPackagedEngine(): Engine {
  const reader = new PackagedReader()
  return {
    name: `tesseract.js ${PACKAGED_VERSION}`,
    read: (page, languages) => reader.read(page, languages),
    findTurn,
    close: () => reader.close(),
  }
}

/** Keeps the WebAssembly warm, and the data of every language that it was asked for. */
class PackagedReader {
  #worker: Worker | undefined
  /** The worker keeps this array as its list of the languages that it has data for. */
  #loaded: string[] = []
  #current = ''

  async read(page: Grey, languages: readonly string[]): Promise<string> {
    const worker = await this.#speaking(languages)
    try {
      const {data} = await worker.recognize(toPgm(page), {}, {text: false, tsv: true})
      return data.tsv ?? ''
    } catch (error) {
      throw engineError(error)
    }
  }

  async close(): Promise<void> {
    const worker = this.#worker
    this.#worker = undefined
    await worker?.terminate()
  }

  /** @throws AtsError `CONFIGURATION` when a language is not installed */
  async #speaking(languages: readonly string[]): Promise<Worker> {
    const key = languages.join('+')
    // A missing file would let the library wait for ever, so all are looked for first.
    for (const language of languages) languageData(language)
    if (this.#worker && this.#current === key) return this.#worker
    const worker = this.#worker ?? (await this.#begin(languages[0] ?? 'eng'))
    await this.#load(worker, languages)
    if (this.#current !== key) await worker.reinitialize(key, LSTM_ENGINE)
    await worker.setParameters({...QUIET, tessedit_pageseg_mode: PAGE_MODE.automatic as never})
    this.#current = key
    return worker
  }

  async #begin(language: string): Promise<Worker> {
    this.#loaded = [language]
    this.#worker = await start(this.#loaded, LSTM_ENGINE)
    this.#current = language
    return this.#worker
  }

  /**
   * The library looks for all languages in one directory, and each npm package is its own; language data handed over
   * as bytes it loads, but then takes the bytes for the language's name. So the others' data is written into the
   * engine's own file system and entered as loaded.
   */
  async #load(worker: Worker, languages: readonly string[]): Promise<void> {
    for (const language of languages.filter((one) => !this.#loaded.includes(one))) {
      await worker.FS('writeFile', [`./${language}.traineddata`, await readLanguageData(language)])
      this.#loaded.push(language)
    }
  }
}

/** Turned pages are rare and the engine for them holds much memory, so it lives no longer than the question. */
async function findTurn(page: Grey): Promise<number | undefined> {
  const worker = await start(['osd'], LEGACY_ENGINE, {legacyCore: true, legacyLang: true})
  try {
    await worker.setParameters(QUIET)
    const {data} = await worker.detect(toPgm(page))
    return data.orientation_degrees ?? undefined
  } catch {
    return undefined
  } finally {
    await worker.terminate()
  }
}

async function start(languages: string[], engine: number, options = {}): Promise<Worker> {
  const {createWorker} = (await import('tesseract.js')).default
  const {directory, isPacked} = languageData(languages[0] as string)
  return new Promise((resolve, reject) => {
    // The library tells of a failed start only here; without a listener it throws where nobody can catch.
    const errorHandler = (error: unknown) => reject(engineError(error))
    createWorker(languages, engine, {
      ...options,
      langPath: directory,
      gzip: isPacked,
      cacheMethod: 'none',
      errorHandler,
    }).then(resolve, errorHandler)
  })
}

/** The library rejects with strings. */
function engineError(error: unknown): AtsError {
  const reason = error instanceof Error ? error.message : String(error)
  return new AtsError('EXTRACTOR_CRASHED', `OCR failed: ${reason}`, {cause: error})
}
