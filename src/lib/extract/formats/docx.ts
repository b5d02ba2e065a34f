import {AtsError} from '../../model/errors.js'
import type {ExtractionLimits, ExtractionWarning, ReadResult} from '../../model/extraction.js'
import {openArchive} from './archive.js'
import {salvageArchive} from './archive-salvage.js'
import {alternativeChunk} from './docx/alt-chunk.js'
import {coreProperties} from './docx/core-properties.js'
import type {ChunkReader} from './docx/embedded-parts.js'
import {flatPackage} from './docx/flat-package.js'
import {Numbering} from './docx/numbering.js'
import {PackageParts} from './docx/package-parts.js'
import {ParagraphStyles} from './docx/paragraph-styles.js'
import {RunStyles} from './docx/run-styles.js'
import {gatherStories, targetOf} from './docx/stories.js'
import {StoryReader} from './docx/story-reader.js'
import type {Format} from './format.js'
import {HiddenText} from './hidden-text.js'
import {descend} from './xml.js'

/** Documents inside documents are read so far down. */
const MAX_CHUNK_DEPTH = 3

export const docx: Format = {type: 'docx', read: ({bytes, limits}) => readPackage(bytes, limits)}

/** Headers, body, notes and footers, each a story with its own relationships, are written one after the other. */
async function readPackage(bytes: Buffer, limits: ExtractionLimits, depth = 0): Promise<ReadResult> {
  const {parts, main, damage} = await openPackage(bytes, limits)
  const styles = (await parts.find(targetOf(main, 'styles')))?.root ?? descend(main.root, 'w:styles')
  const numbering = (await parts.find(targetOf(main, 'numbering')))?.root
  const properties = await parts.find('docProps/core.xml')
  const hidden = new HiddenText()
  const reader = new StoryReader(
    {
      paragraphs: new ParagraphStyles(styles),
      runs: new RunStyles(styles),
      numbering: new Numbering(numbering, styles),
    },
    hidden,
  )
  const stories = await gatherStories(parts, main, chunkReader(limits, depth))
  const text = stories
    .map((story) => reader.read(story))
    .filter((story) => story !== '')
    .join('\n\n')
  if (damage && text.trim() === '') throw damage
  return {
    pages: [{text, method: 'text'}],
    metadata: properties ? coreProperties(properties.root) : {},
    warnings: [...hidden.warnings(), ...salvaged(parts.damaged), ...(damage ? [CUT_OFF] : [])],
  }
}

/** A document inside a document is read as one; what else cannot be read is left out. */
function chunkReader(limits: ExtractionLimits, depth: number): ChunkReader {
  return async (bytes, name) => {
    if (!/\.do[ct][xm]$/i.test(name)) return alternativeChunk(bytes, name)
    if (depth >= MAX_CHUNK_DEPTH) return undefined
    const {pages} = await readPackage(bytes, limits, depth + 1)
    return pages.map(({text}) => text).join('\n\n')
  }
}

const CUT_OFF: ExtractionWarning = {
  code: 'SALVAGED',
  message: 'the file was cut off or changed; what could be found was read',
}

/** @throws AtsError the first error, where there is nothing to salvage */
async function openPackage(bytes: Buffer, limits: ExtractionLimits) {
  if (bytes.toString('latin1', 0, 2) !== 'PK' && !bytes.includes('PK\x03\x04')) {
    const parts = new PackageParts(flatPackage(bytes))
    return {parts, main: await parts.main(), damage: undefined}
  }
  try {
    const parts = new PackageParts(await openArchive(bytes, limits))
    return {parts, main: await parts.main(), damage: undefined}
  } catch (error) {
    const isDamaged = error instanceof AtsError && error.code === 'CORRUPT'
    const archive = isDamaged ? salvageArchive(bytes, limits.maxUnpackedBytes) : undefined
    if (!archive) throw error
    const parts = new PackageParts(archive, {salvage: true})
    const main = await parts.main().catch(() => {
      throw error
    })
    return {parts, main, damage: error}
  }
}

function salvaged(damaged: readonly string[]): ExtractionWarning[] {
  if (damaged.length === 0) return []
  return [{code: 'SALVAGED', message: `damaged parts of the file were left out: ${damaged.join(', ')}`}]
}
