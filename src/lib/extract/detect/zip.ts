/** Names of the entries of a ZIP archive, by its local headers: they are there even when the directory is lost. */
export function zipNames(bytes: Buffer): string[] {
  const names: string[] = []
  for (
    let at = bytes.indexOf('PK\x03\x04');
    at >= 0 && names.length < 10_000;
    at = bytes.indexOf('PK\x03\x04', at + 4)
  ) {
    if (at + 30 > bytes.length) break
    const length = bytes.readUInt16LE(at + 26)
    names.push(bytes.toString('utf8', at + 30, Math.min(bytes.length, at + 30 + length)))
  }
  return names
}

/** The content of a stored (not deflated) first entry `mimetype`, as OpenDocument and EPUB begin. */
export function zipMimetype(bytes: Buffer): string {
  const start = bytes.indexOf('PK\x03\x04')
  if (start < 0 || start + 30 > bytes.length) return ''
  const nameLength = bytes.readUInt16LE(start + 26)
  const extraLength = bytes.readUInt16LE(start + 28)
  const data = start + 30 + nameLength
  if (bytes.toString('latin1', start + 30, data) !== 'mimetype') return ''
  const from = data + extraLength
  return bytes.toString(
    'latin1',
    from,
    Math.min(bytes.length, from + bytes.readUInt32LE(start + 22), from + 100),
  )
}
