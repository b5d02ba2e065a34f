import {readFile} from 'node:fs/promises'
import {join} from 'node:path'
import {gunzipSync} from 'node:zlib'
import type {Worker, WorkerParams} from 'tesseract.js'
import {AtsError} from '../../model/errors.js'
import {languageDirectory} from './language-data.js'

const LEGACY_ENGINE = 0
const LSTM_ENGINE = 1

/** Page mode 6, the library's default, reads straight across two columns. */
const AUTOMATIC_PAGE_MODE = '3'

/** Tesseract thinks aloud on stderr. */
const QUIET = {debug_file: '/dev/null'} as Partial<WorkerParams>

/**
 * Starts Tesseract for one or several languages, the first being the main one. Nothing is downloaded.
 *
 * @throws AtsError `CONFIGURATION` when a language is not installed, `EXTRACTOR_CRASHED` when Tesseract fails
 */
export async function startEngine(languages: readonly string[]): Promise<Worker> {
  const [main = 'eng', ...others] = languages
  // A missing file would let the library wait for ever, so all are looked for first.
  const directories = languages.map(languageDirectory)
  // The worker keeps this array as its list of the languages that it has data for.
  const loaded = [main]
  const worker = await start(loaded, LSTM_ENGINE, languageDirectory(main))
  if (others.length > 0) await addLanguages(worker, loaded, others, directories.slice(1))
  await worker.setParameters({...QUIET, tessedit_pageseg_mode: AUTOMATIC_PAGE_MODE as never})
  return worker
}

/** Starts the engine that only tells how a page is turned. */
export async function startOrientationEngine(): Promise<Worker> {
  const options = {legacyCore: true, legacyLang: true}
  const worker = await start(['osd'], LEGACY_ENGINE, languageDirectory('osd'), options)
  await worker.setParameters(QUIET)
  return worker
}

async function start(languages: string[], engine: number, langPath: string, options = {}): Promise<Worker> {
  const {createWorker} = (await import('tesseract.js')).default
  return new Promise((resolve, reject) => {
    // The library tells of a failed start only here; without a listener it throws where nobody can catch.
    const errorHandler = (error: unknown) => reject(engineError(error))
    createWorker(languages, engine, {
      ...options,
      langPath,
      gzip: true,
      cacheMethod: 'none',
      errorHandler,
    }).then(resolve, errorHandler)
  })
}

/**
 * The library looks for all languages in one directory, and each npm package is its own; language data handed over
 * as bytes it loads, but then takes the bytes for the language's name. So the others' data is written into the
 * engine's own file system and entered as loaded, and only then is Tesseract started anew with all of them.
 */
async function addLanguages(
  worker: Worker,
  loaded: string[],
  others: readonly string[],
  directories: readonly string[],
): Promise<void> {
  for (const [index, language] of others.entries()) {
    const packed = await readFile(join(directories[index] as string, `${language}.traineddata.gz`))
    await worker.FS('writeFile', [`./${language}.traineddata`, gunzipSync(packed)])
    loaded.push(language)
  }
  await worker.reinitialize(loaded.join('+'), LSTM_ENGINE)
}

/** The library rejects with strings. */
export function engineError(error: unknown): AtsError {
  const reason = error instanceof Error ? error.message : String(error)
  if (/attempting to read image|pixread/i.test(reason)) {
    return new AtsError('CORRUPT', 'the image is damaged beyond reading', {cause: error})
  }
  return new AtsError('EXTRACTOR_CRASHED', `OCR failed: ${reason}`, {cause: error})
}
