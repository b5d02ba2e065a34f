import type {Engine} from './engines/engine.js'
import {createNativeEngine, findNativeTesseract, type NativeTesseract} from './engines/native-engine.js'
import {createPackagedEngine} from './engines/packaged-engine.js'
import {notInstalled, packagedLanguages} from './languages/language-data.js'

/** Stands for the languages that a page turns out to be in. */
export const AUTOMATIC = 'auto'

/** What this machine has to read images with. */
export interface OcrTools {
  /** The machine's own Tesseract, which is used for the languages that it has data for. */
  native: NativeTesseract | undefined
  /** Languages of the Tesseract that comes with ats. */
  packaged: readonly string[]
  /** All languages, sorted. */
  languages: readonly string[]
}

export async function findOcrTools(): Promise<OcrTools> {
  const native = await findNativeTesseract()
  const packaged = packagedLanguages()
  const languages = [...new Set([...packaged, ...(native?.languages ?? [])])]
    .filter((language) => language !== 'osd')
    .sort()
  return {native, packaged, languages}
}

/** @throws AtsError `CONFIGURATION` when one of the languages is not installed, or none is */
export async function requireLanguages(languages: readonly string[]): Promise<void> {
  checkLanguages(languages, await findOcrTools())
}

/** Throws as `requireLanguages` does. */
export function checkLanguages(wanted: readonly string[], {languages}: OcrTools): void {
  const missing = wanted.find((language) =>
    language === AUTOMATIC ? languages.length === 0 : !languages.includes(language),
  )
  if (missing !== undefined) throw notInstalled(missing === AUTOMATIC ? 'eng' : missing, languages)
}

/** Whether the machine's own Tesseract has the data of all these languages. */
export function isNative(languages: readonly string[], {native}: OcrTools): boolean {
  return native !== undefined && languages.every((language) => native.languages.has(language))
}

/** Engines that are started when they are first needed. */
export class Engines {
  readonly #tools: OcrTools
  #native: Engine | undefined
  #packaged: Engine | undefined

  constructor(tools: OcrTools) {
    this.#tools = tools
  }

  /** The fastest engine that has the data of all these languages. */
  for(languages: readonly string[]): Engine {
    const {native} = this.#tools
    if (native && isNative(languages, this.#tools)) {
      this.#native ??= createNativeEngine(native)
      return this.#native
    }
    this.#packaged ??= createPackagedEngine()
    return this.#packaged
  }

  async close(): Promise<void> {
    await Promise.all([this.#native?.close(), this.#packaged?.close()])
  }
}
