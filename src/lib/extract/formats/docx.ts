import {AtsError} from '../../model/errors.js'
import type {ExtractionLimits, ExtractionWarning, ReadResult} from '../../model/extraction.js'
import {openArchive} from './archive.js'
import {salvageArchive} from './archive-salvage.js'
import {alternativeChunk} from './docx/alt-chunk.js'
import type {ChunkReader} from './docx/embedded-parts.js'
import {flatPackage} from './docx/flat-package.js'
import {Numbering} from './docx/numbering.js'
import {PackageParts} from './docx/package-parts.js'
import {ParagraphStyles} from './docx/paragraph-styles.js'
import {RunStyles} from './docx/run-styles.js'
import {askSecondReader} from './docx/second-reader.js'
import {statedProperties} from './docx/stated-properties.js'
import {gatherStories, targetOf} from './docx/stories.js'
import {StoryReader} from './docx/story-reader.js'
import type {Format, ReadContext} from './format.js'
import {HiddenText} from './hidden-text.js'
import {descend} from './xml.js'

/** Documents inside documents are read so far down. */
const MAX_CHUNK_DEPTH = 3

export const docx: Format = {type: 'docx', read: readDocx}

/** Where our own reader cannot read all of the file, another one is asked, and is believed where it found more. */
async function readDocx({bytes, limits}: ReadContext): Promise<ReadResult> {
  try {
    const own = await readPackage(bytes, limits)
    const second = isWhole(own) ? undefined : await askSecondReader(bytes, limits)
    return second && lettersIn(second) > lettersIn(own) ? {...own, ...second} : own
  } catch (error) {
    const second = isDamage(error) ? await askSecondReader(bytes, limits) : undefined
    if (!second) throw error
    return second
  }
}

/** Hidden text is not to come back by way of a reader that does not know it. */
function isWhole(own: ReadResult): boolean {
  const warnings = own.warnings ?? []
  if (warnings.some(({code}) => code === 'HIDDEN_TEXT')) return true
  return lettersIn(own) > 0 && !warnings.includes(CUT_OFF)
}

function lettersIn({pages}: ReadResult): number {
  return pages.reduce((sum, {text}) => sum + (text.match(/[\p{L}\p{N}]/gu)?.length ?? 0), 0)
}

/** Headers, body, notes and footers, each a story with its own relationships, are written one after the other. */
async function readPackage(bytes: Buffer, limits: ExtractionLimits, depth = 0): Promise<ReadResult> {
  const {parts, main, damage} = await openPackage(bytes, limits)
  const styles = (await parts.find(targetOf(main, 'styles')))?.root ?? descend(main.root, 'w:styles')
  const numbering = (await parts.find(targetOf(main, 'numbering')))?.root
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
    metadata: await statedProperties(parts),
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

function isDamage(error: unknown): error is AtsError {
  return error instanceof AtsError && error.code === 'CORRUPT'
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
    const archive = isDamage(error) ? salvageArchive(bytes, limits.maxUnpackedBytes) : undefined
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
