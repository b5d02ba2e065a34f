import {decodeText} from '../decode-text.js'
import {decodeHtml} from '../html-encoding.js'
import {htmlToText} from '../html-text.js'
import {RtfReader} from '../rtf/rtf-reader.js'
import {webArchivePage} from '../web-archive.js'

/** The text of a file that Word would take in when it opens the document: a web page, RTF or plain text. */
export function alternativeChunk(bytes: Buffer, name: string): string | undefined {
  if (bytes.toString('latin1', 0, 5) === '{\\rtf') return new RtfReader().read(bytes.toString('latin1'))
  if (/\.(mht|mhtml|eml)$/i.test(name)) {
    const page = webArchivePage(bytes)
    return page && htmlToText(decodeHtml(page).text).text
  }
  if (/\.x?html?$/i.test(name)) return htmlToText(decodeHtml(bytes).text).text
  return /\.txt$/i.test(name) ? decodeText(bytes).text : undefined
}
