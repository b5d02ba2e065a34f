import type {CachedPage, OcrCache, OcrPage} from '../../model/ocr-cache.js'
import type {FromChild, ToChild} from './messages.js'

/** What OCR has read before, as the parent process remembers it. */
export class ParentCache implements OcrCache {
  readonly #send: (message: FromChild) => void
  readonly #questions = new Map<number, (page: OcrPage | undefined) => void>()
  #asked = 0

  constructor(send: (message: FromChild) => void) {
    this.#send = send
  }

  recall(key: string, sha256: string): Promise<OcrPage | undefined> {
    const question = ++this.#asked
    return new Promise((resolve) => {
      this.#questions.set(question, resolve)
      this.#send({type: 'recall', question, key, sha256})
    })
  }

  async keep(page: CachedPage): Promise<void> {
    this.#send({type: 'keep', page})
  }

  hear({question, page}: Extract<ToChild, {type: 'recalled'}>): void {
    this.#questions.get(question)?.(page)
    this.#questions.delete(question)
  }
}
