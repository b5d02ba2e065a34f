/** Numbers for objects that are added; no generator comes near them. */
const CATALOG = 99_999_990
const PAGE_TREE = 99_999_991

/** Characters before an object's type in which its beginning is looked for. */
const OBJECT_START = 2_000

/**
 * A PDF that was cut off has lost its trailer, which names the catalog, and often the catalog, which names the pages.
 * pdf.js finds all objects by itself, but not what leads to them.
 *
 * @returns the bytes with a trailer that leads to the catalog in them, or to a new one of all pages in them; undefined
 * where there is neither
 */
export function withTrailer(bytes: Buffer): Buffer | undefined {
  const catalog = objectsOfType(bytes, 'Catalog').at(-1)
  if (catalog) return append(bytes, trailer(catalog))
  const pages = objectsOfType(bytes, 'Page')
  if (pages.length === 0) return undefined
  const tree = `<< /Type /Pages /Count ${pages.length} /Kids [${pages.join(' ')}] /MediaBox [0 0 595 842] >>`
  return append(
    bytes,
    `${PAGE_TREE} 0 obj\n${tree}\nendobj\n` +
      `${CATALOG} 0 obj\n<< /Type /Catalog /Pages ${PAGE_TREE} 0 R >>\nendobj\n` +
      trailer(`${CATALOG} 0 R`),
  )
}

/** References to the objects of a type that stand in plain bytes, in the order of the file. */
function objectsOfType(bytes: Buffer, type: string): string[] {
  const references = new Set<string>()
  for (let at = bytes.indexOf(`/${type}`); at >= 0; at = bytes.indexOf(`/${type}`, at + 1)) {
    const around = bytes.toString('latin1', Math.max(0, at - OBJECT_START), at + type.length + 2)
    const [, number, generation] = startOf(around, type) ?? []
    if (number !== undefined) references.add(`${number} ${generation} R`)
  }
  return [...references]
}

/** The object that the end of `text` is in, when that end is its type. */
function startOf(text: string, type: string): RegExpMatchArray | undefined {
  if (!new RegExp(`/Type\\s*/${type}[^A-Za-z]$`).test(text)) return undefined
  const start = [...text.matchAll(/(\d+)\s+(\d+)\s+obj\b/g)].at(-1)
  return start && !text.slice(start.index).includes('endobj') ? start : undefined
}

function trailer(root: string): string {
  return `trailer\n<< /Root ${root} >>\nstartxref\n0\n%%EOF\n`
}

function append(bytes: Buffer, text: string): Buffer {
  return Buffer.concat([bytes, Buffer.from(`\nendstream\nendobj\n${text}`, 'latin1')])
}
