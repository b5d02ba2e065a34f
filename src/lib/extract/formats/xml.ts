import {SaxesParser} from 'saxes'
import {AtsError} from '../../model/errors.js'
import {decodeMarkedText} from './decode-text.js'

/** Real documents nest some dozens deep; more would exhaust the stack of whoever walks the tree. */
const MAX_DEPTH = 400
/** About 300 bytes each: a bound on memory that a document of thousands of pages stays below. */
const MAX_NODES = 1_000_000
/** A thousand pages come to a third of it. */
const MAX_BYTES = 32 * 1024 * 1024

export interface XmlElement {
  /** Prefix and local name, the prefix as `prefixes` names the namespace, whatever the file calls it. */
  name: string
  attributes: Record<string, string>
  children: XmlNode[]
}

export type XmlNode = XmlElement | string

/**
 * Reads XML into a tree. Entities that the file declares are never expanded and external ones never fetched: they
 * count as nothing.
 *
 * @param prefixes canonical prefixes by namespace URI; other namespaces keep the file's own prefix
 * @param options `salvage`: of XML that is cut off or damaged, take what comes before the damage
 * @throws AtsError `CORRUPT` when it is not well-formed, `TOO_LARGE` when it has too many or too deeply nested elements
 */
export function parseXml(
  bytes: Buffer,
  prefixes: Readonly<Record<string, string>> = {},
  {salvage = false}: {salvage?: boolean} = {},
): XmlElement {
  if (bytes.length > MAX_BYTES) throw new AtsError('TOO_LARGE', 'the document inside the file is too large')
  const root: XmlElement = {name: '', attributes: {}, children: []}
  const open = [root]
  let nodes = 0
  const parser = new SaxesParser({xmlns: true, position: false})
  const rename = (prefix: string, local: string, uri: string): string => {
    const known = prefixes[uri] ?? prefix
    return known ? `${known}:${local}` : local
  }
  parser.on('error', (error) => {
    if (!isHarmless(error))
      throw new AtsError('CORRUPT', 'the document inside the file is damaged', {cause: error})
  })
  parser.on('opentag', (tag) => {
    if (open.length > MAX_DEPTH) throw new AtsError('TOO_LARGE', 'the document nests too deeply')
    if (++nodes > MAX_NODES) throw new AtsError('TOO_LARGE', 'the document has too many elements')
    const attributes: Record<string, string> = {}
    for (const {prefix, local, uri, value} of Object.values(tag.attributes)) {
      attributes[rename(prefix, local, uri)] = value
    }
    const element = {name: rename(tag.prefix, tag.local, tag.uri), attributes, children: []}
    open.at(-1)?.children.push(element)
    open.push(element)
  })
  parser.on('closetag', () => open.pop())
  parser.on('text', (text) => open.at(-1)?.children.push(text))
  parser.on('cdata', (text) => open.at(-1)?.children.push(text))
  try {
    const source = decodeMarkedText(bytes).replace(UNDECLARED_ENTITY, '')
    parser.write(withEscapedAmpersands(source)).close()
  } catch (error) {
    if (!salvage || !(error instanceof AtsError) || error.code !== 'CORRUPT') throw error
  }
  const first = root.children.find(isElement)
  if (!first) throw new AtsError('CORRUPT', 'the document inside the file is empty')
  return first
}

/** Only XML's own five entities and character references mean anything here. */
const UNDECLARED_ENTITY = /&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[\da-fA-F]+);)[\w.:-]+;/g

/** Programs that fill a template with text as it is write `R&D`; a parser would look for the end of the entity. */
function withEscapedAmpersands(source: string): string {
  return source.replace(/<!\[CDATA\[[\s\S]*?\]\]>|&(?![\w.:#-]+;)/g, (found) =>
    found === '&' ? '&amp;' : found,
  )
}

/** Word opens these files too: a prefix that nobody declared, a control character in the text. */
function isHarmless(error: Error): boolean {
  return /unbound namespace prefix|disallowed character|malformed character entity|undefined entity|xml declaration/i.test(
    error.message,
  )
}

export function isElement(node: XmlNode): node is XmlElement {
  return typeof node !== 'string'
}

export function childElements(element: XmlElement, name?: string): XmlElement[] {
  return element.children.filter(isElement).filter((child) => name === undefined || child.name === name)
}

/** The element at the end of a path of child names. */
export function descend(element: XmlElement | undefined, ...path: string[]): XmlElement | undefined {
  let at = element
  for (const name of path) at = at && childElements(at, name)[0]
  return at
}

/** All elements of that name below, in document order. */
export function* findAll(element: XmlElement, name: string): Generator<XmlElement> {
  for (const child of childElements(element)) {
    if (child.name === name) yield child
    yield* findAll(child, name)
  }
}

/** All text below, as it stands. */
export function textOf(node: XmlNode): string {
  return typeof node === 'string' ? node : node.children.map(textOf).join('')
}
