const SECTOR = 512

/** The smallest OLE compound file with streams of these names: header, allocation table, one directory sector. */
export function oleFile(names: readonly string[]): Buffer {
  const bytes = Buffer.alloc(3 * SECTOR)
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(bytes)
  bytes.writeUInt16LE(9, 30)
  bytes.writeUInt32LE(1, 48)
  bytes.writeUInt32LE(0, 76)
  bytes.fill(0xff, SECTOR, 2 * SECTOR)
  bytes.writeUInt32LE(0xfffffffe, SECTOR + 4)
  for (const [index, name] of ['Root Entry', ...names].entries()) {
    const at = 2 * SECTOR + 128 * index
    bytes.write(name, at, 'utf16le')
    bytes.writeUInt16LE(2 * (name.length + 1), at + 64)
  }
  return bytes
}
