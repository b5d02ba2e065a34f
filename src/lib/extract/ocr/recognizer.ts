import type {Worker} from 'tesseract.js'
import type {ExtractionLimits} from '../../model/extraction.js'
import type {Recognizer} from '../formats/format.js'
import {restoreBullets} from './bullets.js'
import {engineError, startEngine, startOrientationEngine} from './engine.js'
import {prepareImage} from './prepare-image.js'

export {installedLanguages} from './language-data.js'

/** Below this mean confidence a page is likely turned; upright pages read well stay above. */
const DOUBTFUL = 60

interface Reading {
  text: string
  confidence: number
}

export interface RecognizerOptions {
  /** Tesseract's names, at least one; the first is the main language. */
  languages: readonly string[]
  limits: Pick<ExtractionLimits, 'maxPixels'>
}

/**
 * Starts OCR with Tesseract, compiled to WebAssembly, and language data from the installed npm packages. It reads one
 * image at a time.
 *
 * @throws AtsError `CONFIGURATION` when a language is not installed
 */
export async function createRecognizer({
  languages,
  limits,
}: RecognizerOptions): Promise<Recognizer & {close(): Promise<void>}> {
  const engine = await startEngine(languages)
  return {
    recognize: (image) => recognize(engine, image, limits.maxPixels),
    close: async () => {
      await engine.terminate()
    },
  }
}

async function recognize(engine: Worker, image: Uint8Array, maxPixels: number): Promise<Reading> {
  const prepared = await prepareImage(image, maxPixels)
  const reading = await readUpright(engine, prepared)
  if (reading.confidence >= DOUBTFUL) return reading
  const degrees = await findTurn(prepared)
  if (degrees === 0) return reading
  const turned = await readUpright(engine, await prepareImage(prepared, maxPixels, degrees))
  return turned.confidence > reading.confidence ? turned : reading
}

/** Also straightens a skewed page. */
async function readUpright(engine: Worker, image: Buffer): Promise<Reading> {
  try {
    const {data} = await engine.recognize(image, {rotateAuto: true})
    return {text: restoreBullets(data.text.trim()), confidence: data.confidence}
  } catch (error) {
    throw engineError(error)
  }
}

/** How far the image must be turned clockwise to stand upright; 0 also where nobody can tell. */
async function findTurn(image: Buffer): Promise<number> {
  // Turned pages are rare and the engine for them holds much memory, so it lives no longer than the question.
  const engine = await startOrientationEngine()
  try {
    const {data} = await engine.detect(image)
    return data.orientation_degrees ?? 0
  } catch {
    return 0
  } finally {
    await engine.terminate()
  }
}
