import {facts} from '../document-facts.js'
import {childElements, textOf, type XmlElement} from '../xml.js'

const KEYS: Readonly<Record<string, string>> = {
  'dc:title': 'title',
  'dc:subject': 'subject',
  'dc:creator': 'author',
  'dc:description': 'description',
  'dc:language': 'language',
  'cp:keywords': 'keywords',
  'cp:lastModifiedBy': 'last_modified_by',
  'dcterms:created': 'created',
  'dcterms:modified': 'modified',
}

/** What `docProps/core.xml` says of the document. */
export function coreProperties(root: XmlElement): Record<string, string> {
  return facts(
    childElements(root).flatMap((element) => {
      const key = KEYS[element.name]
      return key === undefined ? [] : [[key, textOf(element)] as const]
    }),
  )
}
