import {closeSync, fdatasyncSync, fsyncSync, openSync, writeSync} from 'node:fs'
import {join} from 'node:path'
import {timed} from '../support/turns.ts'

/** In pages of 4 KiB. */
const FILE_PAGES = 256
const PAGE = 4096
const CONTENT = Buffer.alloc(FILE_PAGES * PAGE, 'x')

/** What durability costs at the least: some pages written where a file has room already, and synced. */
export class Floor {
  readonly #file: number

  constructor(folder: string) {
    this.#file = openSync(join(folder, 'floor'), 'w')
    writeSync(this.#file, CONTENT)
    fdatasyncSync(this.#file)
  }

  /** @returns milliseconds of one */
  async write(count: number, pages: number, sync: (file: number) => void = fdatasyncSync): Promise<number> {
    const ms = await timed(() => {
      for (let n = 0; n < count; n += 1) {
        writeSync(this.#file, CONTENT, 0, pages * PAGE, ((n * pages) % (FILE_PAGES - pages)) * PAGE)
        sync(this.#file)
      }
    })
    return ms / count
  }

  /** The same with `fsync`, which waits for the file's times too: what SQLite calls as better-sqlite3 builds it. */
  writeWhole(count: number, pages: number): Promise<number> {
    return this.write(count, pages, fsyncSync)
  }

  close(): void {
    closeSync(this.#file)
  }
}
