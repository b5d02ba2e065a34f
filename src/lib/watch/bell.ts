import {type FSWatcher, watch} from 'node:fs'
import {setTimeout as sleep} from 'node:timers/promises'

/** Rings when something changes below a folder, and lets somebody wait for that. */
export class Bell {
  readonly #watchers: FSWatcher[] = []
  readonly #signal: AbortSignal
  #rung = false
  #wake: () => void = () => undefined

  constructor(signal: AbortSignal) {
    this.#signal = signal
  }

  /** @param onDeaf told once when the file system tells of no changes here, or not any more */
  hangUp(folder: string, onDeaf: (message: string) => void): void {
    try {
      const watcher = watch(folder, {recursive: true, persistent: false}, () => this.ring())
      watcher.on('error', (error) => {
        watcher.close()
        onDeaf(error.message)
      })
      this.#watchers.push(watcher)
    } catch (error) {
      onDeaf((error as Error).message)
    }
  }

  ring(): void {
    this.#rung = true
    this.#wake()
  }

  /** Waits so many milliseconds, until the bell rings, or until the signal. @returns whether the bell has rung */
  async wait(milliseconds: number): Promise<boolean> {
    if (!this.#rung && !this.#signal.aborted) {
      const waking = new AbortController()
      this.#wake = () => waking.abort()
      const signal = AbortSignal.any([waking.signal, this.#signal])
      await sleep(milliseconds, undefined, {signal}).catch(() => undefined)
    }
    const rung = this.#rung
    this.#rung = false
    return rung
  }

  close(): void {
    for (const watcher of this.#watchers) watcher.close()
  }
}
