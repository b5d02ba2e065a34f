import {facts} from '../document-facts.js'
import {childElements, textOf} from '../xml.js'
import type {PackageParts} from './package-parts.js'

const CORE: Readonly<Record<string, string>> = {
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
const EXTENDED: Readonly<Record<string, string>> = {'ep:Application': 'producer', 'ep:Company': 'company'}

/** What a package says of its document: in the properties of all Office packages, and in those of Office's own. */
export async function statedProperties(parts: PackageParts): Promise<Record<string, string>> {
  return facts([
    ...(await statedIn(parts, 'core-properties', 'docProps/core.xml', CORE)),
    ...(await statedIn(parts, 'extended-properties', 'docProps/app.xml', EXTENDED)),
  ])
}

async function statedIn(
  parts: PackageParts,
  type: string,
  usualName: string,
  keys: Readonly<Record<string, string>>,
): Promise<(readonly [string, string])[]> {
  const part = await parts.ofPackage(type, usualName)
  if (!part) return []
  return childElements(part.root).flatMap((element) => {
    const key = keys[element.name]
    return key === undefined ? [] : [[key, textOf(element)] as const]
  })
}
