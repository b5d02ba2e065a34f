import {AtsError} from '../../model/errors.js'
import type {ExtractionWarning, ReadResult} from '../../model/extraction.js'
import {facts} from './document-facts.js'
import type {Format, ReadContext} from './format.js'
import {RtfReader} from './rtf/rtf-reader.js'

export const rtf: Format = {type: 'rtf', read: readRtf}

async function readRtf({bytes}: ReadContext): Promise<ReadResult> {
  const source = bytes.toString('latin1')
  const start = source.slice(0, 1024).indexOf('{\\rtf')
  if (start === -1) throw new AtsError('CORRUPT', 'the RTF file does not begin as one')
  const reader = new RtfReader()
  const text = reader.read(source.slice(start))
  return {
    pages: [{text, method: 'text'}],
    metadata: facts([...reader.facts].map(([key, value]) => [key, value.replace(/;\s*$/, '')] as const)),
    warnings: [...reader.hidden.warnings(), ...(reader.openGroups > 0 ? [CUT_OFF] : [])],
  }
}

const CUT_OFF: ExtractionWarning = {
  code: 'SALVAGED',
  message: 'the file ends in the middle; what stands before was read',
}
