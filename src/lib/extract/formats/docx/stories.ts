import {childElements, descend, findAll, textOf, type XmlElement} from '../xml.js'
import {type ChunkReader, embeddedTexts} from './embedded-parts.js'
import type {PackageParts, Part} from './package-parts.js'

/** A run of blocks with the relationships that its ids refer to. */
export interface Story {
  root: XmlElement
  relationships: Part['relationships']
  /** Charts, diagrams and files inside, as light Markdown by the id that refers to them. */
  embedded: ReadonlyMap<string, string>
}

/** Everything of a document that people see, in the order in which it is read: headers, body, notes, footers. */
export async function gatherStories(
  parts: PackageParts,
  main: Part,
  readChunk: ChunkReader,
): Promise<Story[]> {
  const headers = await marginParts(parts, main, 'header')
  const footers = await marginParts(parts, main, 'footer')
  const notes = [...(await noteParts(parts, main, 'footnote')), ...(await noteParts(parts, main, 'endnote'))]
  const body = {...main, root: descend(main.root, 'w:body') ?? main.root}
  const stories: Story[] = []
  for (const part of [...headers, body, ...notes, ...footers])
    stories.push({...part, embedded: await embeddedTexts(parts, part, readChunk)})
  return stories
}

/** First, default and even pages often say the same: each text counts once. */
async function marginParts(parts: PackageParts, main: Part, kind: 'header' | 'footer'): Promise<Part[]> {
  const margins = new Map<string, Part>()
  for (const reference of findAll(main.root, `w:${kind}Reference`)) {
    const target = main.relationships.get(reference.attributes['r:id'] ?? '')?.target
    const part = await parts.find(target)
    const text = part && [...findAll(part.root, 'w:t')].map(textOf).join('').replace(/\s+/g, ' ').trim()
    if (part && text !== undefined && !margins.has(text)) margins.set(text, part)
  }
  // Word's XML of 2003 has them in the settings of the section.
  for (const root of findAll(main.root, kind === 'header' ? 'w:hdr' : 'w:ftr')) {
    const text = textOf(root).replace(/\s+/g, ' ').trim()
    if (!margins.has(text)) margins.set(text, {root, relationships: main.relationships})
  }
  return [...margins.values()]
}

async function noteParts(parts: PackageParts, main: Part, kind: 'footnote' | 'endnote'): Promise<Part[]> {
  const part = await parts.find(targetOf(main, `${kind}s`))
  if (!part) return []
  const notes = childElements(part.root, `w:${kind}`).filter(
    ({attributes}) => (attributes['w:type'] ?? 'normal') === 'normal',
  )
  return notes.map((root) => ({root, relationships: part.relationships}))
}

/** The part of a type that the main one refers to. */
export function targetOf({relationships}: Part, type: string): string | undefined {
  return [...relationships.values()].find((relationship) => relationship.type === type)?.target
}
