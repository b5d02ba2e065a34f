import {createRequire} from 'node:module'
import {pathToFileURL} from 'node:url'
import {AtsError} from '../../model/errors.js'
import type {Extraction, ExtractionLimits, ExtractionRequest} from '../../model/extraction.js'
import {type ExtractOptions, Extractor} from './extractor.js'

const CHILD = pathToFileURL(createRequire(import.meta.url).resolve('#lib/extract/child/main.js'))

/** Of the memory limit: a child that has grown beyond this between two files is replaced. */
const GROWN = 0.7
/** Files: a new child reads its first hundred at a third of the speed, until V8 has compiled what is hot. */
const RECYCLE_AFTER = 500

export interface ExtractorPoolOptions {
  /** Children at the most. */
  size: number
  limits: ExtractionLimits
  /** Milliseconds without work after which a child is let go. Default a minute. */
  idleMs?: number
  /** Files after which a child is replaced. Default 500. */
  recycleAfterFiles?: number
  /** The program of the children; tests put a hostile one here. */
  childModule?: URL
}

/** Child processes that read files: whatever is in a file, it stays there. */
export class ExtractorPool {
  readonly #options: Required<ExtractorPoolOptions>
  readonly #idle: {extractor: Extractor; timer: NodeJS.Timeout}[] = []
  readonly #all = new Set<Extractor>()
  readonly #waiting: (() => void)[] = []
  #busy = 0

  constructor({
    idleMs = 60_000,
    recycleAfterFiles = RECYCLE_AFTER,
    childModule = CHILD,
    ...options
  }: ExtractorPoolOptions) {
    this.#options = {idleMs, recycleAfterFiles, childModule, ...options}
  }

  /**
   * Reads one file in a child, as soon as one is free.
   *
   * @throws AtsError with a file error code; CANCELLED when the signal aborts
   */
  async extract(request: ExtractionRequest, options: ExtractOptions = {}): Promise<Extraction> {
    await this.#turn()
    try {
      if (options.signal?.aborted) throw new AtsError('CANCELLED', 'Reading was stopped')
      const extractor = this.#takeExtractor()
      try {
        return await extractor.extract(request, options)
      } finally {
        this.#putBack(extractor)
      }
    } finally {
      this.#busy -= 1
      this.#waiting.shift()?.()
    }
  }

  /** Ends all children; resolves when they are gone. */
  async close(): Promise<void> {
    for (const {timer} of this.#idle.splice(0)) clearTimeout(timer)
    await Promise.all([...this.#all].map((extractor) => this.#retire(extractor)))
  }

  async #turn(): Promise<void> {
    while (this.#busy >= this.#options.size) await new Promise<void>((resolve) => this.#waiting.push(resolve))
    this.#busy += 1
  }

  #takeExtractor(): Extractor {
    for (let idle = this.#idle.pop(); idle; idle = this.#idle.pop()) {
      clearTimeout(idle.timer)
      if (idle.extractor.isAlive) return idle.extractor
      this.#all.delete(idle.extractor)
    }
    const {childModule, limits} = this.#options
    const extractor = new Extractor(childModule, limits)
    this.#all.add(extractor)
    return extractor
  }

  #putBack(extractor: Extractor): void {
    const {recycleAfterFiles, limits, idleMs} = this.#options
    const grown = extractor.rss > GROWN * limits.memoryMb * 1024 * 1024
    if (!extractor.isAlive || grown || extractor.files >= recycleAfterFiles) {
      void this.#retire(extractor)
      return
    }
    const timer = setTimeout(() => this.#letGo(extractor), idleMs)
    timer.unref()
    this.#idle.push({extractor, timer})
  }

  #letGo(extractor: Extractor): void {
    const index = this.#idle.findIndex((idle) => idle.extractor === extractor)
    if (index >= 0) this.#idle.splice(index, 1)
    void this.#retire(extractor)
  }

  async #retire(extractor: Extractor): Promise<void> {
    await extractor.close()
    this.#all.delete(extractor)
  }
}
