import type {ExtractionRequest} from '../../model/extraction.js'
import {extract} from '../extract.js'
import type {Recognizer} from '../formats/format.js'
import {serve} from './serve.js'

/** The engine stays warm for the next file in the same languages. */
let warm: {key: string; engine: Promise<Recognizer & {close(): Promise<void>}>} | undefined

async function recognizerFor({languages, limits}: ExtractionRequest): Promise<Recognizer> {
  const key = JSON.stringify([languages, limits.maxPixels])
  if (warm?.key !== key) {
    await warm?.engine.then((engine) => engine.close())
    const {createRecognizer} = await import('../ocr/recognizer.js')
    warm = {key, engine: createRecognizer({languages, limits})}
  }
  return warm.engine
}

serve((request, onPage) =>
  extract(request, {
    onPage,
    recognizer: {recognize: async (image) => (await recognizerFor(request)).recognize(image)},
  }),
)
