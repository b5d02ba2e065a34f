import {once} from 'node:events'

/** One of the process's two outputs: waits where the reader is slow, and goes quiet when the reader has left. */
export class Output {
  readonly #stream: NodeJS.WriteStream
  readonly #onGone: () => void
  #gone = false
  #failure: Error | undefined

  /** @param onGone called once, when the reader closed the pipe */
  constructor(stream: NodeJS.WriteStream, onGone: () => void) {
    this.#stream = stream
    this.#onGone = onGone
    stream.on('error', (error: NodeJS.ErrnoException) => this.#fail(error))
  }

  get isTerminal(): boolean {
    return this.#stream.isTTY === true
  }

  /** Columns of the terminal; undefined in a pipe. */
  get columns(): number | undefined {
    return this.isTerminal ? this.#stream.columns || 80 : undefined
  }

  /** @throws Error when the text could not be written for another reason than a closed pipe */
  async write(text: string): Promise<void> {
    if (this.#gone || text === '') return
    if (!this.#stream.write(text)) await this.#drained()
    if (this.#failure) throw this.#failure
  }

  async #drained(): Promise<void> {
    if (this.#gone || !this.#stream.writableNeedDrain) return
    await Promise.race([once(this.#stream, 'drain'), once(this.#stream, 'close')]).catch(() => undefined)
  }

  #fail(error: NodeJS.ErrnoException): void {
    if (error.code !== 'EPIPE' && error.code !== 'ECONNRESET' && error.code !== 'EIO') {
      this.#failure = error
      return
    }
    if (this.#gone) return
    this.#gone = true
    this.#onGone()
  }
}
