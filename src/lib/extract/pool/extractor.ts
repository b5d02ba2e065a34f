import {type ChildProcess, fork} from 'node:child_process'
import {AtsError} from '../../model/errors.js'
import type {Extraction, ExtractionLimits, ExtractionRequest, PageProgress} from '../../model/extraction.js'
import type {OcrCache, OcrPage} from '../../model/ocr-cache.js'
import {childEnvironment} from '../child/environment.js'
import {type FromChild, MEMORY_MARK, type ToChild} from '../child/messages.js'
import {fileOf, readMessage} from './child-message.js'
import {Deadline} from './deadline.js'

/** Characters of what a child said on stderr that are kept, for the cause of its error. */
const KEPT = 4000

export interface ExtractOptions {
  signal?: AbortSignal
  onPage?: (progress: PageProgress) => void
  /** What OCR has read before of this file and others. Default nothing is remembered. */
  ocrCache?: OcrCache
}

interface Task {
  resolve: (extraction: Extraction) => void
  reject: (error: unknown) => void
  deadline: Deadline
  options: ExtractOptions
  onAbort: () => void
  /** Hash of the file, as the child told it first. */
  sha256?: string | undefined
}

/** One child process that reads files, one at a time, inside its limits. */
export class Extractor {
  readonly #child: ChildProcess
  readonly #gone: Promise<void>
  #task: Task | undefined
  #verdict: AtsError | undefined
  #stderr = ''
  #alive = true
  /** Files it was given. */
  files = 0
  /** Bytes of memory after the last file. */
  rss = 0

  constructor(childModule: URL, limits: ExtractionLimits) {
    this.#child = fork(childModule, [], {
      detached: true,
      serialization: 'advanced',
      cwd: '/',
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
      execArgv: [`--max-old-space-size=${limits.heapMb}`],
      env: childEnvironment(limits.memoryMb),
    })
    this.#child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      this.#stderr = (this.#stderr + text).slice(-KEPT)
    })
    this.#child.on('message', (message: unknown) => this.#hear(message))
    this.#gone = new Promise((resolve) => {
      this.#child.on('error', (error) => {
        this.#end(error.message)
        if (this.#child.pid === undefined) resolve()
      })
      this.#child.once('close', (code, signal) => {
        this.#end(signal ?? `exit code ${code}`)
        resolve()
      })
    })
  }

  get isAlive(): boolean {
    return this.#alive
  }

  /** @throws AtsError with a file error code; the child is dead after TIMEOUT, CANCELLED and its own death */
  extract(request: ExtractionRequest, options: ExtractOptions): Promise<Extraction> {
    this.files += 1
    this.#keepProcessAlive(true)
    return new Promise((resolve, reject) => {
      const deadline = new Deadline(request.limits, (message) => this.kill(new AtsError('TIMEOUT', message)))
      const onAbort = () => this.kill(new AtsError('CANCELLED', 'Reading was stopped'))
      this.#task = {resolve, reject, deadline, options, onAbort}
      options.signal?.addEventListener('abort', onAbort, {once: true})
      this.#send({type: 'extract', request})
    })
  }

  /** Ends the child and whatever it has started. */
  kill(verdict?: AtsError): void {
    this.#verdict ??= verdict
    if (this.#child.pid === undefined) return
    try {
      process.kill(-this.#child.pid, 'SIGKILL')
    } catch {
      this.#child.kill('SIGKILL')
    }
  }

  async close(): Promise<void> {
    this.#keepProcessAlive(true)
    this.kill()
    await this.#gone
  }

  #send(message: ToChild): void {
    this.#child.send(message, (error) => {
      // A child that cannot be spoken to is of no use; its end tells why.
      if (error) this.kill()
    })
  }

  #hear(said: unknown): void {
    const task = this.#task
    if (!task || this.#verdict) return
    const message = readMessage(said)
    task.sha256 ??= message && fileOf(message)
    if (!message || (fileOf(message) ?? task.sha256) !== task.sha256) {
      this.#distrust()
      return
    }
    if (message.type === 'recall') {
      void this.#recall(message, task.options.ocrCache)
      return
    }
    if (message.type === 'keep') {
      void task.options.ocrCache?.keep(message.page).catch(() => undefined)
      return
    }
    if (message.type === 'page') {
      const {page, pages, method} = message
      task.deadline.progress({page, pages, method})
      task.options.onPage?.({page, pages, method})
      return
    }
    this.rss = message.rss
    this.#release()
    if (message.type === 'done') task.resolve(message.extraction)
    else
      task.reject(
        new AtsError(message.code, message.message, {suggestions: message.suggestions, cause: this.#stderr}),
      )
  }

  /** Whatever speaks through a child that says what ours does not say: it is not heard any more. */
  #distrust(): void {
    this.kill(new AtsError('EXTRACTOR_CRASHED', 'The process that read the file said what it never should'))
  }

  /** A cache that fails knows nothing. */
  async #recall(
    {question, key, sha256}: Extract<FromChild, {type: 'recall'}>,
    cache: OcrCache | undefined,
  ): Promise<void> {
    const page: OcrPage | undefined = await cache?.recall(key, sha256).catch(() => undefined)
    if (this.#alive) this.#send({type: 'recalled', question, ...(page ? {page} : {})})
  }

  #end(how: string): void {
    this.#alive = false
    const task = this.#task
    this.#release()
    task?.reject(this.#verdict ?? this.#causeOfDeath(how))
  }

  #causeOfDeath(how: string): AtsError {
    if (this.#stderr.includes(MEMORY_MARK) || /heap out of memory|allocation failed/i.test(this.#stderr)) {
      return new AtsError('OUT_OF_MEMORY', 'Reading needed more memory than is allowed', {
        cause: this.#stderr,
      })
    }
    return new AtsError('EXTRACTOR_CRASHED', `The process that read the file died (${how})`, {
      cause: this.#stderr,
    })
  }

  #release(): void {
    const task = this.#task
    this.#task = undefined
    if (!task) return
    task.deadline.end()
    task.options.signal?.removeEventListener('abort', task.onAbort)
    this.#keepProcessAlive(false)
  }

  /** An idle child must not hold a program that has nothing else to do. */
  #keepProcessAlive(busy: boolean): void {
    const handles = [
      this.#child,
      this.#child.channel,
      this.#child.stderr as unknown as {ref(): void; unref(): void} | null,
    ]
    for (const handle of handles) busy ? handle?.ref() : handle?.unref()
  }
}
