/** Names of the streams in an OLE compound file (Word 97, or the wrapping of an encrypted DOCX). */
export function oleStreams(bytes: Buffer): string[] {
  if (bytes.length < 512) return []
  const sectorSize = 1 << bytes.readUInt16LE(30)
  if (sectorSize < 128 || sectorSize > 4096) return []
  const names: string[] = []
  const seen = new Set<number>()
  for (
    let sector = bytes.readUInt32LE(48);
    !seen.has(sector);
    sector = nextSector(bytes, sector, sectorSize)
  ) {
    const start = (sector + 1) * sectorSize
    if (sector >= 0xfffffffc || start + sectorSize > bytes.length) break
    seen.add(sector)
    for (let entry = start; entry < start + sectorSize; entry += 128) names.push(entryName(bytes, entry))
  }
  return names.filter((name) => name !== '')
}

function entryName(bytes: Buffer, entry: number): string {
  const length = Math.min(64, bytes.readUInt16LE(entry + 64))
  return bytes.toString('utf16le', entry, entry + Math.max(0, length - 2))
}

/** Follows the first 109 sectors of the allocation table, which reach far beyond any directory. */
function nextSector(bytes: Buffer, sector: number, sectorSize: number): number {
  const perSector = sectorSize / 4
  const table = Math.floor(sector / perSector)
  if (table >= 109) return 0xfffffffe
  const start = (bytes.readUInt32LE(76 + 4 * table) + 1) * sectorSize
  const at = start + 4 * (sector % perSector)
  return at + 4 <= bytes.length ? bytes.readUInt32LE(at) : 0xfffffffe
}
