import mammoth from 'mammoth'
import type {ExtractionWarning, ReadResult} from '../../model/extraction.js'
import {openArchive} from './archive.js'
import {coreProperties} from './docx/core-properties.js'
import {mammothInput} from './docx/mammoth-input.js'
import {NormalForm} from './docx/normal-form.js'
import {Numbering} from './docx/numbering.js'
import {PackageParts} from './docx/package-parts.js'
import {RunStyles} from './docx/run-styles.js'
import {gatherStories, targetOf} from './docx/stories.js'
import type {Format, ReadContext} from './format.js'
import {HiddenText} from './hidden-text.js'
import {htmlToText} from './html-text.js'

export const docx: Format = {type: 'docx', read: readDocx}

/**
 * mammoth knows only the body and some of its elements: headers, notes, footers and text boxes are brought into a form
 * that it reads, as one document, before it turns styles, lists and tables into HTML.
 */
async function readDocx({bytes, limits}: ReadContext): Promise<ReadResult> {
  const parts = new PackageParts(await openArchive(bytes, limits))
  const main = await parts.main()
  const styles = await parts.find(targetOf(main, 'styles'))
  const numbering = await parts.find(targetOf(main, 'numbering'))
  const properties = await parts.find('docProps/core.xml')
  const hidden = new HiddenText()
  const form = new NormalForm(
    new RunStyles(styles?.root),
    new Numbering(numbering?.root, styles?.root),
    hidden,
  )
  const blocks = (await gatherStories(parts, main)).map((story) => form.story(story)).join('')
  const input = mammothInput({blocks, links: form.links, styles: styles?.root, numbering: numbering?.root})
  const {value} = await mammoth.convertToHtml({buffer: input}, {ignoreEmptyParagraphs: false})
  const {text} = htmlToText(value, {whitespace: 'keep'})
  return {
    pages: [{text, method: 'text'}],
    metadata: properties ? coreProperties(properties.root) : {},
    warnings: [...hidden.warnings(), ...salvaged(parts.damaged)],
  }
}

function salvaged(damaged: readonly string[]): ExtractionWarning[] {
  if (damaged.length === 0) return []
  return [{code: 'SALVAGED', message: `damaged parts of the file were left out: ${damaged.join(', ')}`}]
}
