import type {Place} from './file-information.js'

const PAGE_SIZE = 512
/** Beyond, a damaged table repeats itself. */
const MOST_PAGES = 100_000

interface Run {
  start: number
  end: number
  /** What the run's modifiers are, still packed. */
  properties: Buffer
}

/** How a page of one kind packs the properties of a run (its first byte is `at`). */
interface Packing {
  /** Bytes per run beside its border. */
  entrySize: number
  unpack: (page: Buffer, at: number) => Buffer
}

const EMPTY = Buffer.alloc(0)

/** A CHPX: its length, then modifiers ([MS-DOC] 2.9.40). */
export const CHARACTER_PAGES: Packing = {
  entrySize: 1,
  unpack: (page, at) => page.subarray(at + 1, at + 1 + (page[at] ?? 0)),
}

/** A PAPX: its length in words, or 0 and then the length, then a style's index and modifiers ([MS-DOC] 2.9.175). */
export const PARAGRAPH_PAGES: Packing = {
  entrySize: 13,
  unpack: (page, at) => {
    const words = page[at] ?? 0
    if (words === 0) return page.subarray(at + 2, at + 2 + 2 * (page[at + 1] ?? 0))
    return page.subarray(at + 1, at + 2 * words)
  },
}

/** Runs of equal properties, found by their place in the stream of text. */
export class FormattedPages {
  readonly #runs: Run[] = []

  constructor(stream: Buffer, table: Buffer, {at, length}: Place, packing: Packing) {
    const plex = table.subarray(at, at + length)
    const count = Math.min(MOST_PAGES, Math.floor((plex.length - 4) / 8))
    for (let page = 0; page < count; page++) {
      const number = plex.readUInt32LE(4 * (count + 1) + 4 * page) & 0x3fffff
      const start = number * PAGE_SIZE
      if (start + PAGE_SIZE <= stream.length) this.#add(stream.subarray(start, start + PAGE_SIZE), packing)
    }
    this.#runs.sort((one, other) => one.start - other.start)
  }

  /** The run that holds this byte; undefined where the file says nothing of it. */
  at(byte: number): Run | undefined {
    let [low, high] = [0, this.#runs.length - 1]
    while (low <= high) {
      const middle = (low + high) >> 1
      const run = this.#runs[middle] as Run
      if (byte < run.start) high = middle - 1
      else if (byte >= run.end) low = middle + 1
      else return run
    }
    return undefined
  }

  #add(page: Buffer, {entrySize, unpack}: Packing): void {
    const count = page[PAGE_SIZE - 1] ?? 0
    const entries = 4 * (count + 1)
    if (entries + count * entrySize >= PAGE_SIZE) return
    for (let run = 0; run < count; run++) {
      const offset = 2 * (page[entries + run * entrySize] ?? 0)
      const [start, end] = [page.readUInt32LE(4 * run), page.readUInt32LE(4 * run + 4)]
      if (end > start) this.#runs.push({start, end, properties: offset === 0 ? EMPTY : unpack(page, offset)})
    }
  }
}
