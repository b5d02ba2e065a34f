import {childElements, descend, findAll, textOf, type XmlElement} from '../xml.js'
import type {PackageParts, Part} from './package-parts.js'

/** A run of blocks with the relationships that its ids refer to. */
export interface Story {
  root: XmlElement
  relationships: Part['relationships']
}

/** Everything of a document that people see, in the order in which it is read: headers, body, notes, footers. */
export async function gatherStories(parts: PackageParts, main: Part): Promise<Story[]> {
  const headers = await marginStories(parts, main, 'header')
  const footers = await marginStories(parts, main, 'footer')
  const notes = [
    ...(await noteStories(parts, main, 'footnote')),
    ...(await noteStories(parts, main, 'endnote')),
  ]
  return [...headers, {...main, root: descend(main.root, 'w:body') ?? main.root}, ...notes, ...footers]
}

/** First, default and even pages often say the same: each text counts once. */
async function marginStories(parts: PackageParts, main: Part, kind: 'header' | 'footer'): Promise<Story[]> {
  const stories = new Map<string, Story>()
  for (const reference of findAll(main.root, `w:${kind}Reference`)) {
    const target = main.relationships.get(reference.attributes['r:id'] ?? '')?.target
    const part = await parts.find(target)
    const text = part && [...findAll(part.root, 'w:t')].map(textOf).join('').replace(/\s+/g, ' ').trim()
    if (part && text && !stories.has(text)) stories.set(text, part)
  }
  return [...stories.values()]
}

async function noteStories(parts: PackageParts, main: Part, kind: 'footnote' | 'endnote'): Promise<Story[]> {
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
