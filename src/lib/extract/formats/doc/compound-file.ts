/** Sector numbers from here on are marks, not places. */
const LAST_SECTOR = 0xfffffffa
const ENTRY_SIZE = 128
const LISTED_TABLES = 109
const NO_ENTRY = 0xffffffff

/** The streams of an OLE compound file ([MS-CFB]), held in memory. */
export class CompoundFile {
  readonly #bytes: Buffer
  readonly #sectorSize: number
  readonly #table: number[]
  readonly #entries: ReadonlyMap<string, {start: number; size: number}>

  /** @throws Error when header, allocation table or directory cannot be followed */
  constructor(bytes: Buffer) {
    if (bytes.length < 512) throw new Error('no header')
    this.#bytes = bytes
    this.#sectorSize = 1 << Math.min(bytes.readUInt16LE(30), 16)
    if (this.#sectorSize < 64) throw new Error('no sectors')
    this.#table = this.#numbers(this.#tableSectors())
    this.#entries = this.#directory()
  }

  /** A stream's content, as much of it as is there; undefined where no stream has the name. */
  stream(name: string): Buffer | undefined {
    const entry = this.#entries.get(name)
    if (!entry) return undefined
    const isSmall = entry.size < this.#bytes.readUInt32LE(56)
    const chain = isSmall ? this.#smallChain(entry.start) : this.#chain(entry.start)
    return Buffer.concat(chain).subarray(0, entry.size)
  }

  /** Small streams share the root's stream in sectors of their own size. */
  #smallChain(first: number): Buffer[] {
    const root = this.#entries.get('Root Entry')
    const shared = Buffer.concat(this.#chain(root?.start ?? LAST_SECTOR))
    const table = this.#numbers(this.#chain(this.#bytes.readUInt32LE(60)))
    const size = 1 << Math.min(this.#bytes.readUInt16LE(32), 16)
    return follow(first, table).map((sector) => shared.subarray(sector * size, (sector + 1) * size))
  }

  #chain(first: number): Buffer[] {
    return follow(first, this.#table).map((sector) => this.#sector(sector))
  }

  #sector(number: number): Buffer {
    return this.#bytes.subarray((number + 1) * this.#sectorSize, (number + 2) * this.#sectorSize)
  }

  /** The first sectors of the allocation table are listed in the header, the others in a chain of lists. */
  #tableSectors(): Buffer[] {
    const listed: number[] = []
    for (let at = 0; at < LISTED_TABLES; at++) listed.push(this.#bytes.readUInt32LE(76 + 4 * at))
    const most = this.#bytes.length / this.#sectorSize
    let list = this.#bytes.readUInt32LE(68)
    for (let lists = 0; list < LAST_SECTOR && lists < most; lists++) {
      const numbers = this.#numbers([this.#sector(list)])
      list = numbers.pop() ?? LAST_SECTOR
      for (const number of numbers) listed.push(number)
    }
    // A damaged file lists one sector again and again: more tables than sectors would exhaust memory.
    const own = new Set(listed.filter((sector) => sector < most))
    return [...own].map((sector) => this.#sector(sector))
  }

  #numbers(sectors: readonly Buffer[]): number[] {
    return sectors.flatMap((sector) =>
      Array.from({length: Math.floor(sector.length / 4)}, (_, index) => sector.readUInt32LE(4 * index)),
    )
  }

  #directory(): Map<string, {start: number; size: number}> {
    const bytes = Buffer.concat(this.#chain(this.#bytes.readUInt32LE(48)))
    const own = entriesOfRoot(bytes)
    const entries = new Map<string, {start: number; size: number}>()
    for (let at = 0; at + ENTRY_SIZE <= bytes.length; at += ENTRY_SIZE) {
      const length = bytes.readUInt16LE(at + 64)
      if (length < 2 || length > 64) continue
      const name = bytes.toString('utf16le', at, at + length - 2)
      // Objects inside the document have streams of the same names, mostly later in the directory.
      if (!entries.has(name) || own.has(at / ENTRY_SIZE))
        entries.set(name, {start: bytes.readUInt32LE(at + 116), size: bytes.readUInt32LE(at + 120)})
    }
    return entries
  }
}

/** Numbers of the entries that belong to the root and to no object inside: a tree of siblings. */
function entriesOfRoot(directory: Buffer): ReadonlySet<number> {
  const found = new Set<number>()
  const open = directory.length < ENTRY_SIZE ? [] : [directory.readUInt32LE(76)]
  for (let entry = open.pop(); entry !== undefined; entry = open.pop()) {
    const at = entry * ENTRY_SIZE
    if (entry === NO_ENTRY || found.has(entry) || at + ENTRY_SIZE > directory.length) continue
    found.add(entry)
    open.push(directory.readUInt32LE(at + 68), directory.readUInt32LE(at + 72))
  }
  return found
}

/** @throws Error when the chain bites its tail: it would have no end */
function follow(first: number, table: readonly number[]): number[] {
  const chain: number[] = []
  for (let sector = first; sector < LAST_SECTOR; ) {
    chain.push(sector)
    if (chain.length > table.length) throw new Error('a chain of sectors has no end')
    const next = table[sector]
    // Some writers let the last sector name itself.
    if (next === undefined || next === sector) break
    sector = next
  }
  return chain
}
