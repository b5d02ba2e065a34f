import {crc32} from 'node:zlib'

const VERSION = 20
const UTF8_NAMES = 0x0800

/** A ZIP of a few texts, stored without compression: what mammoth, which takes nothing else, is fed with. */
export function packZip(parts: Readonly<Record<string, string>>): Buffer {
  const files: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const [name, text] of Object.entries(parts)) {
    const content = Buffer.from(text)
    const common = commonHeader(name, content)
    const local = Buffer.concat([signature(0x04034b50), common, Buffer.from(name), content])
    directory.push(
      Buffer.concat([
        signature(0x02014b50),
        uint16(VERSION),
        common,
        directoryTail(offset),
        Buffer.from(name),
      ]),
    )
    files.push(local)
    offset += local.length
  }
  return Buffer.concat([...files, ...directory, endOfDirectory(directory, offset)])
}

/** The fields that stand both before the content and in the directory. */
function commonHeader(name: string, content: Buffer): Buffer {
  const header = Buffer.alloc(26)
  header.writeUInt16LE(VERSION, 0)
  header.writeUInt16LE(UTF8_NAMES, 2)
  header.writeUInt32LE(crc32(content), 10)
  header.writeUInt32LE(content.length, 14)
  header.writeUInt32LE(content.length, 18)
  header.writeUInt16LE(Buffer.byteLength(name), 22)
  return header
}

function directoryTail(offset: number): Buffer {
  const tail = Buffer.alloc(14)
  tail.writeUInt32LE(offset, 10)
  return tail
}

function endOfDirectory(directory: readonly Buffer[], offset: number): Buffer {
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(directory.length, 8)
  end.writeUInt16LE(directory.length, 10)
  end.writeUInt32LE(Buffer.concat(directory).length, 12)
  end.writeUInt32LE(offset, 16)
  return end
}

function signature(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes
}

function uint16(value: number): Buffer {
  const bytes = Buffer.alloc(2)
  bytes.writeUInt16LE(value)
  return bytes
}
