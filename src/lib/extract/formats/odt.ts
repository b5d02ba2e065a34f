import {AtsError} from '../../model/errors.js'
import type {ExtractionWarning, ReadResult} from '../../model/extraction.js'
import {type Archive, openArchive} from './archive.js'
import {salvageArchive} from './archive-salvage.js'
import {facts} from './document-facts.js'
import type {Format, ReadContext} from './format.js'
import {HiddenText} from './hidden-text.js'
import {FlowReader} from './odt/flow-reader.js'
import {ListStyles} from './odt/list-styles.js'
import {PREFIXES} from './odt/names.js'
import {TextStyles} from './odt/text-styles.js'
import {childElements, descend, findAll, parseXml, textOf, type XmlElement} from './xml.js'

export const odt: Format = {type: 'odt', read: readOdt}

const META_KEYS: Readonly<Record<string, string>> = {
  'dc:title': 'title',
  'dc:subject': 'subject',
  'dc:description': 'description',
  'dc:language': 'language',
  'meta:initial-creator': 'author',
  'dc:creator': 'last_modified_by',
  'meta:creation-date': 'created',
  'dc:date': 'modified',
  'meta:generator': 'producer',
}
/** One element for each. */
const KEYWORD = 'meta:keyword'

const CUT_OFF: ExtractionWarning = {
  code: 'SALVAGED',
  message: 'the file was cut off or changed; what could be found was read',
}

async function readOdt({bytes, limits}: ReadContext): Promise<ReadResult> {
  const {content, styles, meta, isDamaged} = await openDocument(bytes, limits)
  const body = descend(content, 'office:body')
  if (!content || !body) throw new AtsError('CORRUPT', 'the file has no document inside')
  const hidden = new HiddenText()
  const roots = styles && styles !== content ? [styles, content] : [content]
  const reader = new FlowReader(new TextStyles(roots), new ListStyles(roots), hidden)
  const texts = [
    ...marginTexts(reader, styles, 'header'),
    reader.read(body),
    ...marginTexts(reader, styles, 'footer'),
  ]
  return {
    pages: [{text: texts.join('\n\n'), method: 'text'}],
    metadata: metadataOf(meta),
    warnings: [...hidden.warnings(), ...(isDamaged ? [CUT_OFF] : [])],
  }
}

interface OpenDocument {
  content: XmlElement | undefined
  styles: XmlElement | undefined
  meta: XmlElement | undefined
  isDamaged: boolean
}

/** An archive of parts, or all of them in one flat file of XML. */
async function openDocument(bytes: Buffer, limits: ReadContext['limits']): Promise<OpenDocument> {
  if (bytes.toString('latin1', 0, 2) !== 'PK') {
    const root = parseXml(bytes, PREFIXES)
    return {content: root, styles: root, meta: root, isDamaged: false}
  }
  try {
    return await partsOf(await openArchive(bytes, limits))
  } catch (error) {
    const isDamaged = error instanceof AtsError && error.code === 'CORRUPT'
    const archive = isDamaged ? salvageArchive(bytes, limits.maxUnpackedBytes) : undefined
    const parts = archive && (await partsOf(archive, {salvage: true}).catch(() => undefined))
    if (!parts?.content) throw error
    return {...parts, isDamaged: true}
  }
}

async function partsOf(archive: Archive, options: PartOptions = {salvage: false}): Promise<OpenDocument> {
  await refuseEncrypted(archive, options)
  const [content, styles, meta] = await Promise.all(
    ['content.xml', 'styles.xml', 'meta.xml'].map((name) => part(archive, name, options)),
  )
  return {content, styles, meta, isDamaged: false}
}

interface PartOptions {
  /** Of a damaged part take what comes before the damage. */
  salvage: boolean
}

async function part(archive: Archive, name: string, options: PartOptions): Promise<XmlElement | undefined> {
  const content = await archive.read(name)
  return content && parseXml(content, PREFIXES, options)
}

async function refuseEncrypted(archive: Archive, options: PartOptions): Promise<void> {
  const manifest = await part(archive, 'META-INF/manifest.xml', options)
  if (manifest && !findAll(manifest, 'manifest:encryption-data').next().done) {
    throw new AtsError('ENCRYPTED', 'the file is protected by a password')
  }
}

/** Left, right and first pages often say the same: each text counts once. */
function marginTexts(
  reader: FlowReader,
  styles: XmlElement | undefined,
  kind: 'header' | 'footer',
): string[] {
  const masters = styles ? [...findAll(styles, 'style:master-page')] : []
  const margins = masters
    .flatMap((master) => childElements(master))
    .filter(
      ({name, attributes}) => name.startsWith(`style:${kind}`) && attributes['style:display'] !== 'false',
    )
  return [...new Set(margins.map((margin) => reader.read(margin)))].filter((text) => text.trim() !== '')
}

function metadataOf(meta: XmlElement | undefined): Record<string, string> {
  const properties = descend(meta, 'office:meta')
  const elements = properties ? childElements(properties) : []
  const keywords = elements.filter(({name}) => name === KEYWORD).map(textOf)
  return facts([
    ...elements.flatMap((element) => {
      const key = META_KEYS[element.name]
      return key === undefined ? [] : [[key, textOf(element)] as const]
    }),
    ['keywords', keywords.join(', ')],
  ])
}
