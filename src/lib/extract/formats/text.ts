import type {ExtractionWarning, FileType} from '../../model/extraction.js'
import {decodeText} from './decode-text.js'
import type {Format} from './format.js'

export const txt: Format = plainText('txt')
export const md: Format = plainText('md')

/** Plain text is kept as it is; only its encoding has to be found. */
function plainText(type: FileType): Format {
  return {
    type,
    read: async ({bytes}) => {
      const {text, encoding, guessed} = decodeText(bytes)
      return {
        pages: [{text: withUnixLines(text), method: 'text'}],
        metadata: {encoding},
        warnings: guessed ? [encodingGuessed(encoding)] : [],
      }
    },
  }
}

export function encodingGuessed(encoding: string): ExtractionWarning {
  return {code: 'ENCODING_GUESSED', message: `the file does not say its encoding; read as ${encoding}`}
}

function withUnixLines(text: string): string {
  return text.replace(/\r\n?/g, '\n')
}
