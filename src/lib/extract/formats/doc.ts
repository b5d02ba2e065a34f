import {AtsError} from '../../model/errors.js'
import type {ReadResult} from '../../model/extraction.js'
import {readWordBinary, type WordStories} from './doc/word-binary.js'
import {plainWordText} from './doc/word-characters.js'
import {kindOfCompoundFile} from './doc/word-header.js'
import type {Format, ReadContext} from './format.js'

export const doc: Format = {type: 'doc', read: readDoc}

async function readDoc({bytes}: ReadContext): Promise<ReadResult> {
  assertReadable(bytes)
  const {headers, body, textBoxes, notes, footers} = await stories(bytes)
  const text = [headers, body, textBoxes, notes, footers].map(plainWordText).filter(Boolean).join('\n\n')
  return {pages: [{text, method: 'text'}], metadata: {}, warnings: []}
}

function assertReadable(bytes: Buffer): void {
  switch (kindOfCompoundFile(bytes)) {
    case 'encrypted':
      throw new AtsError('ENCRYPTED', 'the file is protected by a password')
    case 'old-word':
      throw new AtsError('UNSUPPORTED_FORMAT', 'the file was written by Word 95 or older', {
        suggestions: ['Open it in a word processor and save it as .docx.'],
      })
    case 'other':
      throw new AtsError('UNSUPPORTED_FORMAT', 'the file is an Office file, but not a text document')
    case 'word':
  }
}

async function stories(bytes: Buffer): Promise<WordStories> {
  try {
    return await readWordBinary(bytes)
  } catch (cause) {
    throw new AtsError('CORRUPT', 'the Word file is damaged', {cause})
  }
}
