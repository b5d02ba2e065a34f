import type {Block, Worker} from 'tesseract.js'
import type {ExtractionLimits} from '../../model/extraction.js'
import type {Recognizer} from '../formats/format.js'
import {restoreBullets} from './bullets.js'
import {engineError, startEngine, startOrientationEngine} from './engine.js'
import {prepareImage, shrinkImage} from './prepare-image.js'

export {installedLanguages} from './language-data.js'

/** Below this mean confidence a page is likely turned; upright pages read well stay above. */
const DOUBTFUL = 60
/** Upright lines are preferred even where the engine is a little less confident of them. */
const TOLERANCE = 5

interface Reading {
  text: string
  confidence: number
  /** Most lines run up or down: Tesseract reads those too, but misses words. */
  isVertical: boolean
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
  const engine = await startEngine([...new Set(languages)])
  return {
    recognize: async (image) => {
      const {text, confidence} = await recognize(engine, image, limits.maxPixels)
      return {text, confidence}
    },
    close: async () => {
      await engine.terminate()
    },
  }
}

async function recognize(engine: Worker, image: Uint8Array, maxPixels: number): Promise<Reading> {
  const prepared = await prepareImage(image, maxPixels)
  const reading = await read(engine, prepared)
  if (reading.confidence >= DOUBTFUL && !reading.isVertical) return reading
  const degrees = await findTurn(prepared)
  if (degrees === 0) return reading
  const turned = await read(engine, await prepareImage(prepared, maxPixels, degrees))
  return turned.confidence > reading.confidence - (reading.isVertical ? TOLERANCE : 0) ? turned : reading
}

/** Also straightens a skewed page. */
async function read(engine: Worker, image: Buffer): Promise<Reading> {
  try {
    const {data} = await engine.recognize(image, {rotateAuto: true}, {text: true, blocks: true})
    const text = restoreBullets(data.text.trim())
    return {text, confidence: data.confidence, isVertical: isVertical(data.blocks ?? [])}
  } catch (error) {
    throw engineError(error)
  }
}

function isVertical(blocks: readonly Block[]): boolean {
  const boxes = blocks
    .flatMap(({paragraphs}) => paragraphs)
    .flatMap(({lines}) => lines)
    .map(({bbox}) => bbox)
  return boxes.filter(({x0, x1, y0, y1}) => y1 - y0 > x1 - x0).length > 0.5 * boxes.length
}

/** How far the image must be turned clockwise to stand upright; 0 also where nobody can tell. */
async function findTurn(image: Buffer): Promise<number> {
  // Turned pages are rare and the engine for them holds much memory, so it lives no longer than the question.
  const engine = await startOrientationEngine()
  try {
    const {data} = await engine.detect(await shrinkImage(image))
    return data.orientation_degrees ?? 0
  } catch {
    return 0
  } finally {
    await engine.terminate()
  }
}
