import {type DecodedText, decodeAs, decodeText, isKnownEncoding, markedEncoding} from './decode-text.js'

/** Browsers look for the encoding in the first kilobyte; generators are wordier. */
const META_BYTES = 4096

/** Decodes a page by its byte order mark, by what it declares, else like plain text. */
export function decodeHtml(bytes: Buffer): DecodedText {
  const declared = declaredEncoding(bytes.toString('latin1', 0, META_BYTES))
  if (markedEncoding(bytes) || !declared) return decodeText(bytes)
  const text = decodeAs(bytes, declared)
  return isMisread(text) ? decodeText(bytes) : {text, encoding: declared, guessed: false}
}

/** A page that says one thing and is another: more than a stray byte has no meaning in what it declares. */
function isMisread(text: string): boolean {
  const lost = text.match(/\ufffd/g)?.length ?? 0
  return lost > 2 && lost > text.length / 500
}

/** Latin 1 means Windows 1252 to every browser; UTF-16 cannot be true of a page whose tags could be read as bytes. */
function declaredEncoding(start: string): string | undefined {
  const match =
    /<meta[^>]+charset\s*=\s*["']?\s*([\w.:-]+)/i.exec(start) ??
    /^<\?xml[^>]+encoding=["']([\w.:-]+)/.exec(start)
  const name = match?.[1]?.toLowerCase()
  if (!name || !isKnownEncoding(name) || name.startsWith('utf-16')) return undefined
  return /^(iso-8859-1|latin1|us-ascii|ascii)$/.test(name) ? 'windows-1252' : name
}
