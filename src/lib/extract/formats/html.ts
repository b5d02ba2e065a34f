import {facts} from './document-facts.js'
import type {Format} from './format.js'
import {decodeHtml} from './html-encoding.js'
import {htmlToText} from './html-text.js'
import {encodingGuessed} from './text.js'
import {webArchivePage} from './web-archive.js'

export const html: Format = {
  type: 'html',
  read: async ({bytes}) => {
    const {text: source, encoding, guessed} = decodeHtml(webArchivePage(bytes) ?? bytes)
    const {text, hidden, stated} = htmlToText(source)
    return {
      pages: [{text, method: 'text'}],
      metadata: facts([...stated, ['encoding', encoding]]),
      warnings: [...hidden.warnings(), ...(guessed ? [encodingGuessed(encoding)] : [])],
    }
  },
}
