const SECTOR_SHIFT_AT = 30
const DIRECTORY_START_AT = 48
const ENTRY_SIZE = 128
/** Of an encrypted DOCX in its wrapping, and of rights management. */
const ENCRYPTION_STREAMS = /^(EncryptedPackage|EncryptionInfo|\tDRM.*)$/
const MAX_SECTORS = 10_000

/** What can be said of a compound file before its text is read. */
export type WordKind = 'word' | 'encrypted' | 'other'

/** Looks for the streams and flags that tell a readable Word file from others in the same wrapping. */
export function kindOfCompoundFile(bytes: Buffer): WordKind {
  const names = streamNames(bytes)
  if (names.some((name) => ENCRYPTION_STREAMS.test(name))) return 'encrypted'
  const header = findWordHeader(bytes)
  if (!header) return names.includes('WordDocument') || names.length === 0 ? 'word' : 'other'
  const [, flags] = header
  if (flags & 0x0100) return 'encrypted'
  return 'word'
}

/** Names in the directory, sector by sector as the table chains them; a damaged chain ends early. */
function streamNames(bytes: Buffer): string[] {
  if (bytes.length < 512) return []
  return directorySectors(bytes).flatMap((sector) => {
    const names: string[] = []
    for (let at = 0; at + ENTRY_SIZE <= sector.length; at += ENTRY_SIZE) {
      const length = sector.readUInt16LE(at + 64)
      if (length >= 2 && length <= 64) names.push(sector.toString('utf16le', at, at + length - 2))
    }
    return names
  })
}

function directorySectors(bytes: Buffer): Buffer[] {
  const size = 1 << Math.min(bytes.readUInt16LE(SECTOR_SHIFT_AT), 16)
  const sectors: Buffer[] = []
  let sector = bytes.readUInt32LE(DIRECTORY_START_AT)
  while (sector < 0xfffffff0 && sectors.length < MAX_SECTORS && (sector + 1) * size < bytes.length) {
    sectors.push(bytes.subarray((sector + 1) * size, (sector + 2) * size))
    sector = nextSector(bytes, sector, size)
  }
  return sectors
}

/** The allocation table's first 109 sectors are listed in the header; no CV has more. */
function nextSector(bytes: Buffer, sector: number, size: number): number {
  const perSector = size / 4
  const listed = Math.floor(sector / perSector)
  if (listed >= 109) return 0xffffffff
  const table = (bytes.readUInt32LE(76 + listed * 4) + 1) * size
  const at = table + (sector % perSector) * 4
  return at + 4 <= bytes.length ? bytes.readUInt32LE(at) : 0xffffffff
}

/** Magic number and flags of the text stream, which starts on a sector's border. */
function findWordHeader(bytes: Buffer): [magic: number, flags: number] | undefined {
  for (let at = 512; at + 12 <= bytes.length; at += 512) {
    const magic = bytes.readUInt16LE(at)
    if (magic === 0xa5ec || magic === 0xa5dc) return [magic, bytes.readUInt16LE(at + 10)]
  }
  return undefined
}
