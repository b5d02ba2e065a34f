const SECTOR = 512
const END = 0xfffffffe
const FREE = 0xffffffff
/** Sectors of each stream: shorter ones would have to live in a stream of their own. */
const STREAM_SECTORS = 12
export const STREAM_SIZE = STREAM_SECTORS * SECTOR
export const TEXT_AT = 0x800

/** The smallest `.doc` of Word 97 that has text: a compound file of a text stream and its table of pieces. */
export function wordFile(lines: readonly string[]): Buffer {
  const text = `${lines.join('\r')}\r`
  return compoundWordFile(textStream(text), pieceTable(text))
}

/** A compound file with the two streams of a Word file, each of `STREAM_SIZE` bytes. */
export function compoundWordFile(text: Buffer, table: Buffer): Buffer {
  return Buffer.concat([header(), allocationTable(), directory(), ...chunks(text), ...chunks(table)])
}

function header(): Buffer {
  const bytes = Buffer.alloc(SECTOR)
  bytes.write('d0cf11e0a1b11ae1', 'hex')
  for (const [at, value] of [
    [24, 0x3e],
    [26, 3],
    [28, 0xfffe],
    [30, 9],
    [32, 6],
  ] as const) {
    bytes.writeUInt16LE(value, at)
  }
  for (const [at, value] of [
    [44, 1],
    [48, 1],
    [56, 4096],
    [60, END],
    [68, END],
  ] as const) {
    bytes.writeUInt32LE(value, at)
  }
  bytes.fill(0xff, 76)
  bytes.writeUInt32LE(0, 76)
  return bytes
}

/** Sector 0 is this table, sector 1 the directory, then come the two streams. */
function allocationTable(): Buffer {
  const bytes = Buffer.alloc(SECTOR, 0xff)
  const chain = (first: number, length: number) => {
    for (let at = first; at < first + length; at += 1) {
      bytes.writeUInt32LE(at === first + length - 1 ? END : at + 1, at * 4)
    }
  }
  bytes.writeUInt32LE(0xfffffffd, 0)
  chain(1, 1)
  chain(2, STREAM_SECTORS)
  chain(2 + STREAM_SECTORS, STREAM_SECTORS)
  return bytes
}

function directory(): Buffer {
  const size = STREAM_SECTORS * SECTOR
  return Buffer.concat([
    entry('Root Entry', {type: 5, child: 1, right: FREE, start: END, size: 0}),
    entry('WordDocument', {type: 2, child: FREE, right: 2, start: 2, size}),
    entry('1Table', {type: 2, child: FREE, right: FREE, start: 2 + STREAM_SECTORS, size}),
    Buffer.alloc(128),
  ])
}

interface Entry {
  type: number
  child: number
  right: number
  start: number
  size: number
}

function entry(name: string, {type, child, right, start, size}: Entry): Buffer {
  const bytes = Buffer.alloc(128)
  bytes.write(name, 'utf16le')
  bytes.writeUInt16LE(2 * (name.length + 1), 64)
  bytes.writeUInt8(type, 66)
  for (const [at, value] of [
    [68, FREE],
    [72, right],
    [76, child],
    [116, start],
    [120, size],
  ] as const) {
    bytes.writeUInt32LE(value, at)
  }
  return bytes
}

function textStream(text: string): Buffer {
  const bytes = Buffer.alloc(STREAM_SECTORS * SECTOR)
  bytes.writeUInt16LE(0xa5ec, 0)
  // The table of pieces is in the stream `1Table`.
  bytes.writeUInt16LE(0x0200, 10)
  bytes.writeUInt32LE(TEXT_AT, 0x18)
  bytes.writeUInt32LE(text.length, 0x4c)
  bytes.write(text, TEXT_AT, 'utf16le')
  return bytes
}

function pieceTable(text: string): Buffer {
  const bytes = Buffer.alloc(STREAM_SECTORS * SECTOR)
  bytes.writeUInt8(2, 0)
  bytes.writeUInt32LE(16, 1)
  bytes.writeUInt32LE(text.length, 9)
  bytes.writeUInt32LE(TEXT_AT, 15)
  return bytes
}

function chunks(stream: Buffer): Buffer[] {
  return Array.from({length: STREAM_SECTORS}, (_, index) =>
    stream.subarray(index * SECTOR, (index + 1) * SECTOR),
  )
}
