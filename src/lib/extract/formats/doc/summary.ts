import {facts} from '../document-facts.js'
import {CompoundFile} from './compound-file.js'
import {readPropertySet} from './property-set.js'

/** Numbers of properties ([MS-OLEPS] 2.25.1) and what they are called here. */
const SUMMARY: Readonly<Record<number, string>> = {
  2: 'title',
  3: 'subject',
  4: 'author',
  5: 'keywords',
  6: 'description',
  8: 'last_modified_by',
  12: 'created',
  13: 'modified',
  18: 'producer',
}
/** [MS-OSHARED] 2.3.3.2.2.1 */
const DOCUMENT_SUMMARY: Readonly<Record<number, string>> = {15: 'company'}

/** What a Word 6 to 2003 file says of itself. Damaged properties are no reason to refuse the text: they count as absent. */
export function summaryOf(bytes: Buffer): Record<string, string> {
  const file = new CompoundFile(bytes)
  return facts([
    ...statedIn(file, '\x05SummaryInformation', SUMMARY),
    ...statedIn(file, '\x05DocumentSummaryInformation', DOCUMENT_SUMMARY),
  ])
}

function statedIn(
  file: CompoundFile,
  stream: string,
  keys: Readonly<Record<number, string>>,
): (readonly [string, string])[] {
  try {
    const content = file.stream(stream)
    const properties = content ? [...readPropertySet(content)] : []
    return properties.flatMap(([id, value]) => (keys[id] === undefined ? [] : [[keys[id], value] as const]))
  } catch {
    return []
  }
}
