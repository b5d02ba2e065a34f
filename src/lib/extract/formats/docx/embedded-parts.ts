import {posix} from 'node:path'
import {childElements, findAll, textOf, type XmlElement} from '../xml.js'
import type {PackageParts, Part} from './package-parts.js'

/** Reads a file that a document has taken in whole (`altChunk`); undefined for one of a type that is not read. */
export type ChunkReader = (bytes: Buffer, name: string) => Promise<string | undefined>

const READERS: Readonly<Record<string, (root: XmlElement) => string>> = {
  chart: chartText,
  chartEx: (root) => paragraphsOf(root).join('\n'),
  diagramData: diagramText,
}

/** The texts of what a part shows and holds elsewhere, as light Markdown by relationship id. */
export async function embeddedTexts(
  parts: PackageParts,
  {relationships}: Part,
  readChunk: ChunkReader,
): Promise<Map<string, string>> {
  const texts = new Map<string, string>()
  for (const {id, type, target} of relationships.values()) {
    const read = READERS[type]
    if (read) {
      const part = await parts.find(target)
      if (part) texts.set(id, read(part.root))
    } else if (type === 'aFChunk') {
      const bytes = await parts.file(target)
      const text = bytes && (await readChunk(bytes, posix.basename(target)))
      if (text) texts.set(id, text)
    }
  }
  return texts
}

/** Title and axes, then the names of what is compared: series, and categories once. The figures are drawn, not written. */
function chartText(root: XmlElement): string {
  const titles = paragraphsOf(root)
  const names = ['c:tx', 'c:cat'].flatMap((holder) =>
    [...findAll(root, holder)].flatMap((element) =>
      [...findAll(element, 'c:v')].map((value) => textOf(value).trim()),
    ),
  )
  return [...new Set([...titles, ...names])].filter((line) => line !== '').join('\n')
}

/** A line for each of the diagram's shapes. */
function diagramText(root: XmlElement): string {
  return [...findAll(root, 'dgm:pt')].flatMap(paragraphsOf).join('\n')
}

function paragraphsOf(root: XmlElement): string[] {
  return [...findAll(root, 'a:p')]
    .map((paragraph) =>
      childElements(paragraph)
        .flatMap((run) => (run.name === 'a:br' ? [' '] : [...findAll(run, 'a:t')].map(textOf)))
        .join('')
        .trim(),
    )
    .filter((line) => line !== '')
}
