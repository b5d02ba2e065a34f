const SECTOR = 512
const ENTRY_SIZE = 128
const ENTRIES_PER_SECTOR = SECTOR / ENTRY_SIZE
const END = 0xfffffffe
const FREE = 0xffffffff
/** Sectors of each stream: shorter ones would have to live in a stream of their own. */
const STREAM_SECTORS = 12
export const STREAM_SIZE = STREAM_SECTORS * SECTOR
export const TEXT_AT = 0x800

/** The smallest `.doc` of Word 97 that has text: a compound file of a text stream and its table of pieces. */
export function wordFile(lines: readonly string[], further: readonly FurtherStream[] = []): Buffer {
  const text = `${lines.join('\r')}\r`
  return compoundWordFile(textStream(text), pieceTable(text), further)
}

/** A stream beside those of the text; `inside` puts it into an object that the document embeds. */
export interface FurtherStream {
  name: string
  content: Buffer
  inside?: boolean
}

/** A compound file with the two streams of a Word file and others, each padded to `STREAM_SIZE` bytes. */
export function compoundWordFile(
  text: Buffer,
  table: Buffer,
  further: readonly FurtherStream[] = [],
): Buffer {
  const streams = [
    ...further.filter(({inside}) => inside),
    {name: 'WordDocument', content: text, inside: false},
    {name: '1Table', content: table, inside: false},
    ...further.filter(({inside}) => !inside),
  ]
  const directorySectors = Math.ceil((streams.length + 1) / ENTRIES_PER_SECTOR)
  return Buffer.concat([
    header(),
    allocationTable(directorySectors, streams.length),
    directory(streams, directorySectors),
    ...streams.map(({content}) => Buffer.concat([content, Buffer.alloc(STREAM_SIZE - content.length)])),
  ])
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

/** Sector 0 is this table; then come the directory and the streams. */
function allocationTable(directorySectors: number, streams: number): Buffer {
  const bytes = Buffer.alloc(SECTOR, 0xff)
  const chain = (first: number, length: number) => {
    for (let at = first; at < first + length; at += 1) {
      bytes.writeUInt32LE(at === first + length - 1 ? END : at + 1, at * 4)
    }
  }
  bytes.writeUInt32LE(0xfffffffd, 0)
  chain(1, directorySectors)
  for (let stream = 0; stream < streams; stream += 1) {
    chain(1 + directorySectors + stream * STREAM_SECTORS, STREAM_SECTORS)
  }
  return bytes
}

/** The root's streams are a chain of right siblings; those inside an object are reached from nowhere here. */
function directory(streams: readonly FurtherStream[], sectors: number): Buffer {
  const first = 1 + streams.findIndex(({inside}) => !inside)
  const entries = streams.map(({name, inside}, index) =>
    entry(name, {
      type: 2,
      child: FREE,
      right: inside || index === streams.length - 1 ? FREE : index + 2,
      start: 1 + sectors + index * STREAM_SECTORS,
      size: STREAM_SIZE,
    }),
  )
  const root = entry('Root Entry', {type: 5, child: first, right: FREE, start: END, size: 0})
  const unused = Buffer.alloc(ENTRY_SIZE * (sectors * ENTRIES_PER_SECTOR - entries.length - 1))
  return Buffer.concat([root, ...entries, unused])
}

interface Entry {
  type: number
  child: number
  right: number
  start: number
  size: number
}

function entry(name: string, {type, child, right, start, size}: Entry): Buffer {
  const bytes = Buffer.alloc(ENTRY_SIZE)
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
