const FIRST_SET_AT = 48
/** 1601, from where a FILETIME counts, to 1970. */
const EPOCH_DISTANCE_MS = 11_644_473_600_000

/**
 * A stream of properties as [MS-OLEPS] lays it out.
 *
 * @param values texts, which are encoded as `encode` does, and times, by the numbers of the properties
 */
export function propertySet(
  values: Record<number, string | Date>,
  codePage = 1252,
  encode = (text: string): Buffer => Buffer.from(text, 'latin1'),
): Buffer {
  const properties: [id: number, content: Buffer][] = [
    [1, word(2, codePage)],
    ...Object.entries(values).map(([id, value]): [number, Buffer] => [
      Number(id),
      value instanceof Date ? time(value) : text(encode(`${value}\0`)),
    ]),
  ]
  const entries = Buffer.alloc(8 + 8 * properties.length)
  entries.writeUInt32LE(properties.length, 4)
  let at = entries.length
  for (const [index, [id, content]] of properties.entries()) {
    entries.writeUInt32LE(id, 8 + 8 * index)
    entries.writeUInt32LE(at, 12 + 8 * index)
    at += content.length
  }
  entries.writeUInt32LE(at, 0)
  const head = Buffer.alloc(FIRST_SET_AT)
  head.writeUInt16LE(0xfffe, 0)
  head.writeUInt32LE(1, 24)
  head.writeUInt32LE(FIRST_SET_AT, 44)
  return Buffer.concat([head, entries, ...properties.map(([, content]) => content)])
}

function word(type: number, value: number): Buffer {
  const bytes = Buffer.alloc(8)
  bytes.writeUInt16LE(type, 0)
  bytes.writeUInt16LE(value, 4)
  return bytes
}

function text(content: Buffer): Buffer {
  const head = word(0x1e, 0)
  head.writeUInt32LE(content.length, 4)
  return Buffer.concat([head, content, Buffer.alloc((4 - (content.length % 4)) % 4)])
}

function time(date: Date): Buffer {
  const bytes = Buffer.alloc(12)
  bytes.writeUInt16LE(0x40, 0)
  bytes.writeBigUInt64LE(BigInt(date.getTime() + EPOCH_DISTANCE_MS) * 10_000n, 4)
  return bytes
}
