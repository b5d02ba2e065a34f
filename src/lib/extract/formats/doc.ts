import {AtsError} from '../../model/errors.js'
import type {ReadResult} from '../../model/extraction.js'
import {StoryReader} from './doc/story-reader.js'
import {summaryOf} from './doc/summary.js'
import {WordDocument} from './doc/word-document.js'
import {kindOfCompoundFile} from './doc/word-header.js'
import type {Format, ReadContext} from './format.js'
import {HiddenText} from './hidden-text.js'

export const doc: Format = {type: 'doc', read: readDoc}

async function readDoc({bytes}: ReadContext): Promise<ReadResult> {
  assertReadable(bytes)
  const hidden = new HiddenText()
  return {
    pages: [{text: textOf(bytes, hidden), method: 'text'}],
    metadata: summaryOf(bytes),
    warnings: hidden.warnings(),
  }
}

function assertReadable(bytes: Buffer): void {
  const kind = kindOfCompoundFile(bytes)
  if (kind === 'encrypted') throw new AtsError('ENCRYPTED', 'the file is protected by a password')
  if (kind === 'other')
    throw new AtsError('UNSUPPORTED_FORMAT', 'the file is an Office file, but not a text document')
}

/** Headers, body, text boxes, notes and footers; first, default and even pages often say the same. */
function textOf(bytes: Buffer, hidden: HiddenText): string {
  try {
    const document = new WordDocument(bytes)
    const reader = new StoryReader(document, hidden)
    const margins = (kind: 'header' | 'footer') => [
      ...new Set(document.margins(kind).map((story) => reader.read(story))),
    ]
    const headers = margins('header')
    const body = reader.read(document.story('body'))
    const rest = (['boxes', 'footnotes', 'endnotes'] as const).map((name) =>
      reader.read(document.story(name)),
    )
    const marginBoxes = reader.read(document.story('marginBoxes'))
    return [...headers, marginBoxes, body, ...rest, ...margins('footer')].filter(Boolean).join('\n\n')
  } catch (cause) {
    throw new AtsError('CORRUPT', 'the Word file is damaged', {cause})
  }
}
