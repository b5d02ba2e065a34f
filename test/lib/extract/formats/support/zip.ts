import {crc32, deflateRawSync} from 'node:zlib'

export interface ZipOptions {
  /** What the directory says of every part's size, in place of the truth. */
  declaredSize?: number
  /** Sets the flag of encrypted content. */
  encrypted?: boolean
  /** Stores the parts as they are. */
  stored?: boolean
}

/** A ZIP of parts, honest or not. */
export function zipOf(
  parts: Record<string, string | Buffer>,
  {declaredSize, encrypted, stored}: ZipOptions = {},
): Buffer {
  const files: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const [name, content] of Object.entries(parts)) {
    const raw = Buffer.from(content as Buffer)
    const packed = stored ? raw : deflateRawSync(raw)
    const header = Buffer.alloc(26)
    header.writeUInt16LE(20, 0)
    header.writeUInt16LE(encrypted ? 1 : 0, 2)
    header.writeUInt16LE(stored ? 0 : 8, 4)
    header.writeUInt32LE(crc32(raw), 10)
    header.writeUInt32LE(packed.length, 14)
    header.writeUInt32LE(declaredSize ?? raw.length, 18)
    header.writeUInt16LE(Buffer.byteLength(name), 22)
    const tail = Buffer.alloc(14)
    tail.writeUInt32LE(offset, 10)
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), header, Buffer.from(name), packed])
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00'), header, tail, Buffer.from(name)]))
    files.push(local)
    offset += local.length
  }
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 'latin1')
  end.writeUInt16LE(directory.length, 8)
  end.writeUInt16LE(directory.length, 10)
  end.writeUInt32LE(Buffer.concat(directory).length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...files, ...directory, end])
}
