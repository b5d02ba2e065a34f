import {closeSync, fdatasyncSync, openSync, writeSync} from 'node:fs'
import {join} from 'node:path'
import {timed} from '../support/turns.ts'

const PAGE = Buffer.alloc(8192, 'x')

/** What durability costs at the least: 8 KiB written where a file has room already, and synced. */
export class Floor {
  readonly #file: number

  constructor(folder: string) {
    this.#file = openSync(join(folder, 'floor'), 'w')
    for (let n = 0; n < 128; n += 1) writeSync(this.#file, PAGE)
    fdatasyncSync(this.#file)
  }

  /** @returns milliseconds of one */
  async write(count: number): Promise<number> {
    const ms = await timed(() => {
      for (let n = 0; n < count; n += 1) {
        writeSync(this.#file, PAGE, 0, PAGE.length, (n % 128) * PAGE.length)
        fdatasyncSync(this.#file)
      }
    })
    return ms / count
  }

  close(): void {
    closeSync(this.#file)
  }
}
