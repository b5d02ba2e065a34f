import {codePoint} from 'dingbat-to-unicode'

const SYMBOL_FONT = /^(wingdings|webdings|symbol|zapf ?dingbats)/i

export function isSymbolFont(font: string): boolean {
  return SYMBOL_FONT.test(font)
}

/** What a code of a symbol font looks like, in Unicode; nothing where the font is not known. */
export function symbol(font: string, code: number): string {
  const inFont = code >= 0xf000 && code <= 0xf0ff ? code - 0xf000 : code
  return codePoint(font, inFont)?.string ?? ''
}

/** Text in a symbol font is codes, not letters, where it lies in the private-use area. */
export function symbols(content: string, font: string): string {
  return content.replace(/[\uf000-\uf0ff]/g, (code) => symbol(font, code.charCodeAt(0)))
}
