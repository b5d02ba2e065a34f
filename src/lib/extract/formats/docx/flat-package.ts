import {AtsError} from '../../../model/errors.js'
import type {Archive} from '../archive.js'
import {decodeMarkedText} from '../decode-text.js'

const PART_BEGIN = '<pkg:part '
const PART_END = '</pkg:part>'
const PART_NAME = /\spkg:name="\/?([^"]+)"/

/**
 * A Word package whose parts stand in one file of XML, or Word's XML of 2003, which is all one part.
 *
 * @throws AtsError `CORRUPT` when it holds no part
 */
export function flatPackage(bytes: Buffer): Archive {
  const source = decodeMarkedText(bytes)
  const parts = /<w:wordDocument\s/.test(source.slice(0, 4096))
    ? new Map([['word/document.xml', Buffer.from(source.replace(/^<\?xml[^>]*>/, ''))]])
    : partsOf(source)
  if (parts.size === 0) throw new AtsError('CORRUPT', 'the file has no document inside')
  return {
    names: [...parts.keys()],
    has: (name) => parts.has(name),
    read: async (name) => parts.get(name),
  }
}

function partsOf(source: string): Map<string, Buffer> {
  const parts = new Map<string, Buffer>()
  for (let begin = source.indexOf(PART_BEGIN); begin >= 0; ) {
    const tagEnd = source.indexOf('>', begin)
    const end = tagEnd < 0 ? -1 : source.indexOf(PART_END, tagEnd)
    if (end < 0) break
    const name = PART_NAME.exec(source.slice(begin, tagEnd))?.[1]
    if (name !== undefined) parts.set(name, contentOf(source.slice(tagEnd + 1, end)))
    begin = source.indexOf(PART_BEGIN, end)
  }
  return parts
}

function contentOf(part: string): Buffer {
  const xml = inside(part, 'pkg:xmlData')
  if (xml !== undefined) return Buffer.from(xml)
  return Buffer.from(inside(part, 'pkg:binaryData') ?? '', 'base64')
}

/** What stands between the first opening tag of a name and its last closing one. */
function inside(part: string, name: string): string | undefined {
  const begin = part.indexOf(`<${name}`)
  const start = begin < 0 ? 0 : part.indexOf('>', begin) + 1
  const end = part.lastIndexOf(`</${name}>`)
  return start > 0 && end >= start ? part.slice(start, end) : undefined
}
