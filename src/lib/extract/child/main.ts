import type {ExtractionRequest} from '../../model/extraction.js'
import {extract} from '../extract.js'
import type {Recognizer} from '../formats/format.js'
import {serve} from './serve.js'

/** The engine stays warm for the next file in the same languages. */
let warm: {key: string; engine: Recognizer & {close(): Promise<void>}} | undefined

async function recognizerFor({languages, limits}: ExtractionRequest): Promise<Recognizer> {
  const key = JSON.stringify([languages, limits.maxPixels])
  if (warm?.key === key) return warm.engine
  const {createRecognizer} = await import('../ocr/recognizer.js')
  await warm?.engine.close()
  warm = undefined
  const engine = await createRecognizer({languages, limits})
  warm = {key, engine}
  return engine
}

serve((request, onPage) =>
  extract(request, {
    onPage,
    recognizer: {recognize: async (image) => (await recognizerFor(request)).recognize(image)},
  }),
)
