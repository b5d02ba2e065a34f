import {AtsError} from '../../../model/errors.js'
import type {Archive} from '../archive.js'
import {decodeMarkedText} from '../decode-text.js'

const PART = /<pkg:part\s[^>]*?pkg:name="\/?([^"]+)"[^>]*>([\s\S]*?)<\/pkg:part>/g
const CONTENT = /<pkg:(xmlData|binaryData)[^>]*>([\s\S]*)<\/pkg:\1>/

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
  for (const [, name = '', part = ''] of source.matchAll(PART)) {
    const [, kind, content = ''] = CONTENT.exec(part) ?? []
    parts.set(name, kind === 'binaryData' ? Buffer.from(content, 'base64') : Buffer.from(content))
  }
  return parts
}
