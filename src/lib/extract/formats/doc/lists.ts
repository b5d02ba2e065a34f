import {type CountedList, ListCounter, type ListLevel} from '../list-counter.js'
import type {FileInformation} from './file-information.js'

const LIST_SIZE = 28
const LEVEL_SIZE = 28
const OVERRIDE_SIZE = 16
const LEVELS = 9
/** Number formats ([MS-OSHARED] 2.2.1.3) by the names that WordprocessingML gives them. */
const FORMATS: Readonly<Record<number, string>> = {
  0: 'decimal',
  1: 'upperRoman',
  2: 'lowerRoman',
  3: 'upperLetter',
  4: 'lowerLetter',
  5: 'ordinal',
  11: 'japaneseCounting',
  18: 'decimalEnclosedCircle',
  22: 'decimalZero',
  23: 'bullet',
  37: 'chineseCounting',
  39: 'chineseCountingThousand',
  255: 'none',
}

/** The lists of a Word file, counted as their paragraphs go by ([MS-DOC] 2.9.131 and 2.9.132). */
export class Lists {
  readonly #lists: CountedList[]
  readonly #counter = new ListCounter()

  constructor(information: FileInformation, table: Buffer) {
    this.#lists = overridesOf(information, table, listsOf(information, table))
  }

  /** @param list 1 for the first; a paragraph of none has another */
  item(list: number, level: number): {level: number; mark: string} | undefined {
    const counted = this.#lists[list - 1]
    return counted && this.#counter.item(String(list), counted, level)
  }
}

/** Levels of each list by its id. Those stand behind the table that names the lists. */
function listsOf(information: FileInformation, table: Buffer): Map<number, Map<number, ListLevel>> {
  const {at, length} = information.place('lists')
  const lists = new Map<number, Map<number, ListLevel>>()
  if (length < 2 || at + 2 > table.length) return lists
  const reader = new LevelReader(table, at + length)
  const count = Math.min(table.readUInt16LE(at), Math.floor((length - 2) / LIST_SIZE))
  for (let index = 0; index < count; index++) {
    const list = at + 2 + index * LIST_SIZE
    if (list + LIST_SIZE > table.length) break
    const isSimple = ((table[list + 26] ?? 0) & 1) === 1
    const levels = new Map<number, ListLevel>()
    for (let level = 0; level < (isSimple ? 1 : LEVELS); level++) {
      const read = reader.next()
      if (read) levels.set(level, read)
    }
    lists.set(table.readInt32LE(list), levels)
  }
  return lists
}

/** What paragraphs refer to: a list, with another start or other levels. */
function overridesOf(
  information: FileInformation,
  table: Buffer,
  lists: ReadonlyMap<number, ReadonlyMap<number, ListLevel>>,
): CountedList[] {
  const {at, length} = information.place('listOverrides')
  if (length < 4 || at + 4 > table.length) return []
  const count = Math.min(table.readUInt32LE(at), Math.floor((length - 4) / OVERRIDE_SIZE))
  const reader = new LevelReader(table, at + 4 + count * OVERRIDE_SIZE)
  return Array.from({length: count}, (_, index): CountedList => {
    const override = at + 4 + index * OVERRIDE_SIZE
    if (override + OVERRIDE_SIZE > table.length)
      return {abstractId: '', levels: new Map(), restarts: new Map()}
    const id = table.readInt32LE(override)
    const levels = new Map(lists.get(id))
    const restarts = new Map<number, number>()
    reader.skip(4)
    for (let changes = table[override + 12] ?? 0; changes > 0; changes--) reader.override(levels, restarts)
    return {abstractId: String(id), levels, restarts}
  })
}

/** Reads levels one after the other; past the end there are none. */
class LevelReader {
  readonly #table: Buffer
  #at: number

  constructor(table: Buffer, at: number) {
    this.#table = table
    this.#at = at
  }

  skip(bytes: number): void {
    this.#at += bytes
  }

  next(): ListLevel | undefined {
    const head = this.#table.subarray(this.#at, this.#at + LEVEL_SIZE)
    const textAt = this.#at + LEVEL_SIZE + (head[24] ?? 0) + (head[25] ?? 0)
    if (textAt + 2 > this.#table.length) return undefined
    const end = textAt + 2 + 2 * this.#table.readUInt16LE(textAt)
    this.#at = end
    return {
      start: head.readInt32LE(0),
      format: FORMATS[head[4] ?? 0] ?? 'decimal',
      legal: ((head[5] ?? 0) & 0x04) !== 0,
      restartsAfter: (head[5] ?? 0) & 0x08 ? head[26] : undefined,
      text: withPlaceholders(
        this.#table.toString('utf16le', textAt + 2, Math.min(end, this.#table.length)),
        head,
      ),
    }
  }

  /** One level's change: another start, or another level altogether. */
  override(levels: Map<number, ListLevel>, restarts: Map<number, number>): void {
    if (this.#at + 8 > this.#table.length) return
    const start = this.#table.readInt32LE(this.#at)
    const flags = this.#table[this.#at + 4] ?? 0
    this.#at += 8
    const level = flags & 0x0f
    const replaced = flags & 0x20 ? this.next() : undefined
    if (replaced) levels.set(level, replaced)
    if (flags & 0x10) restarts.set(level, replaced?.start ?? start)
  }
}

/** The text holds the number of a level where its head says so; `%1` to `%9` stand for them here. */
function withPlaceholders(text: string, head: Buffer): string {
  const places = new Set([...head.subarray(6, 15)].filter((place) => place > 0))
  return [...text]
    .map((char, index) => (places.has(index + 1) ? `%${char.charCodeAt(0) + 1}` : char))
    .join('')
}
