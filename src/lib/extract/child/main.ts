import type {ExtractionRequest} from '../../model/extraction.js'
import {extract} from '../extract.js'
import type {Recognizer} from '../formats/format.js'
import type {Ocr} from '../ocr/recognizer.js'
import {ParentCache} from './parent-cache.js'
import {send, serve} from './serve.js'

const cache = new ParentCache(send)

/** Started by the first image that comes, and warm for the next. */
let warm: Promise<Ocr> | undefined

async function startOcr(): Promise<Ocr> {
  const {Ocr} = await import('../ocr/recognizer.js')
  return Ocr.start({cache})
}

function recognizerFor({languages, limits: {maxPixels}}: ExtractionRequest, sha256: string): Recognizer {
  let reader: Recognizer | undefined
  return {
    recognize: async (image) => {
      warm ??= startOcr()
      reader ??= (await warm).forFile({sha256, languages, maxPixels})
      return reader.recognize(image)
    },
  }
}

serve(
  (request, onPage) => extract(request, {onPage, recognizerFor: (sha256) => recognizerFor(request, sha256)}),
  cache,
)
