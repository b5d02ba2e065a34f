import mammoth from 'mammoth'
import {AtsError} from '../../model/errors.js'
import type {ExtractionWarning, ReadResult} from '../../model/extraction.js'
import {openArchive} from './archive.js'
import {salvageArchive} from './archive-salvage.js'
import {coreProperties} from './docx/core-properties.js'
import {type MammothInput, mammothInput} from './docx/mammoth-input.js'
import {NormalForm} from './docx/normal-form.js'
import {Numbering} from './docx/numbering.js'
import {PackageParts} from './docx/package-parts.js'
import {RunStyles} from './docx/run-styles.js'
import {gatherStories, targetOf} from './docx/stories.js'
import type {Format, ReadContext} from './format.js'
import {HiddenText} from './hidden-text.js'
import {htmlToText} from './html-text.js'

export const docx: Format = {type: 'docx', read: readDocx}

/** Characters of XML in normal form, some hundred pages. */
const BATCH_LENGTH = 1_000_000

/**
 * mammoth knows only the body and some of its elements: headers, notes, footers and text boxes are brought into a form
 * that it reads, as one document, before it turns styles, lists and tables into HTML.
 */
async function readDocx({bytes, limits}: ReadContext): Promise<ReadResult> {
  const {parts, main, damage} = await openPackage(bytes, limits)
  const styles = await parts.find(targetOf(main, 'styles'))
  const numbering = await parts.find(targetOf(main, 'numbering'))
  const properties = await parts.find('docProps/core.xml')
  const hidden = new HiddenText()
  const form = new NormalForm(
    new RunStyles(styles?.root),
    new Numbering(numbering?.root, styles?.root),
    hidden,
  )
  const blocks = (await gatherStories(parts, main)).flatMap((story) => form.story(story))
  const texts: string[] = []
  for (const batch of batches(blocks)) {
    texts.push(
      await textOf({blocks: batch, links: form.links, styles: styles?.root, numbering: numbering?.root}),
    )
  }
  const text = texts.join('\n')
  if (damage && text.trim() === '') throw damage
  return {
    pages: [{text, method: 'text'}],
    metadata: properties ? coreProperties(properties.root) : {},
    warnings: [...hidden.warnings(), ...salvaged(parts.damaged), ...(damage ? [CUT_OFF] : [])],
  }
}

const CUT_OFF: ExtractionWarning = {
  code: 'SALVAGED',
  message: 'the file was cut off or changed; what could be found was read',
}

/** @throws AtsError the first error, where there is nothing to salvage */
async function openPackage(bytes: Buffer, limits: ReadContext['limits']) {
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

async function textOf(input: MammothInput): Promise<string> {
  const {value} = await mammoth.convertToHtml({buffer: mammothInput(input)}, {ignoreEmptyParagraphs: false})
  return htmlToText(value, {whitespace: 'keep'}).text
}

/** mammoth needs a hundred times the memory of what it reads: a book is given to it in portions. */
function* batches(blocks: readonly string[]): Generator<string> {
  let batch = ''
  for (const block of blocks) {
    batch += block
    if (batch.length < BATCH_LENGTH) continue
    yield batch
    batch = ''
  }
  if (batch !== '') yield batch
}

function salvaged(damaged: readonly string[]): ExtractionWarning[] {
  if (damaged.length === 0) return []
  return [{code: 'SALVAGED', message: `damaged parts of the file were left out: ${damaged.join(', ')}`}]
}
