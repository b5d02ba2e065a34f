import {AtsError} from '../model/errors.js'

/** One of the process's two outputs: waits where the reader is slow, and goes quiet when the reader has left. */
export class Output {
  readonly #stream: NodeJS.WriteStream
  readonly #onGone: () => void
  #gone = false
  #failure: AtsError | undefined

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

  /**
   * Resolves when the reader has taken the text, or is gone.
   *
   * @throws AtsError `IO_ERROR` when the text could not be written for another reason
   */
  async write(text: string | Uint8Array): Promise<void> {
    if (this.#gone || text.length === 0) return
    await new Promise<void>((resolve) => this.#stream.write(text, () => resolve()))
    if (this.#failure) throw this.#failure
  }

  #fail(error: NodeJS.ErrnoException): void {
    if (error.code !== 'EPIPE' && error.code !== 'ECONNRESET' && error.code !== 'EIO') {
      this.#failure ??= cannotWrite(error)
      return
    }
    if (this.#gone) return
    this.#gone = true
    this.#onGone()
  }
}

function cannotWrite(cause: NodeJS.ErrnoException): AtsError {
  const reason = cause.code === 'ENOSPC' ? 'no space is left' : (cause.code ?? cause.message)
  return new AtsError('IO_ERROR', `The output could not be written: ${reason}`, {cause})
}
