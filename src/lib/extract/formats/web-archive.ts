/** The page inside a web archive (MHTML, RFC 2557): its first part of HTML, its transfer encoding undone. */
export function webArchivePage(bytes: Buffer): Buffer | undefined {
  if (!HEADER.test(bytes.toString('latin1', 0, 100))) return undefined
  return pageIn(bytes.toString('latin1'), 0)
}

const HEADER = /^\s*[\w-]+:/
const MAX_DEPTH = 5

function pageIn(entity: string, depth: number): Buffer | undefined {
  const [head, body] = split(entity.trimStart())
  const type = headerOf(head, 'content-type')
  if (/^text\/html/i.test(type)) return decoded(body, headerOf(head, 'content-transfer-encoding'))
  const boundary = /boundary="?([^";\s]+)/i.exec(type)?.[1]
  if (boundary === undefined || depth > MAX_DEPTH) return undefined
  for (const part of body.split(`--${boundary}`).slice(1)) {
    const page = pageIn(part.replace(/^\r?\n/, ''), depth + 1)
    if (page) return page
  }
  return undefined
}

function split(entity: string): [head: string, body: string] {
  const blank = /\r?\n\r?\n/.exec(entity)
  return blank ? [entity.slice(0, blank.index), entity.slice(blank.index + blank[0].length)] : ['', entity]
}

/** A header's value, folded lines joined. */
function headerOf(head: string, name: string): string {
  const lines = head.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/)
  const line = lines.find((one) => one.toLowerCase().startsWith(`${name}:`))
  return line?.slice(name.length + 1).trim() ?? ''
}

function decoded(body: string, encoding: string): Buffer {
  if (/base64/i.test(encoding)) return Buffer.from(body, 'base64')
  if (!/quoted-printable/i.test(encoding)) return Buffer.from(body, 'latin1')
  const plain = body
    .replace(/=[ \t]*\r?\n/g, '')
    .replace(/=([\dA-F]{2})/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)))
  return Buffer.from(plain, 'latin1')
}
