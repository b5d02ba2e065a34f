import type {PDFPageProxy} from 'pdfjs-dist/legacy/build/pdf.mjs'

export interface Font {
  /** PostScript name without the prefix of a subset; empty where it is not known. */
  name: string
  isBold: boolean
}

const SUBSET = /^[A-Z]{6}\+/
const BOLD = /bold|black|heavy|semibd|demi|medi$|-bd\b|bd(it)?$/i
/** A light or an extra-light cut of "Demi" is none, and neither is one called after a black letter. */
const NOT_BOLD = /light|blackletter/i

/**
 * Tells the fonts of a page by the names that pdf.js gives them. The names are known only after the page's drawing
 * operators have been read; before, and in damaged pages, every font is an unknown one.
 */
export function fontsOf(page: PDFPageProxy): (loadedName: string) => Font {
  const known = new Map<string, Font>()
  return (loadedName) => {
    const font = known.get(loadedName) ?? toFont(nameOf(page, loadedName))
    known.set(loadedName, font)
    return font
  }
}

function nameOf({commonObjs}: PDFPageProxy, loadedName: string): string {
  const font = commonObjs.has(loadedName) ? (commonObjs.get(loadedName) as {name?: unknown}) : undefined
  return typeof font?.name === 'string' ? font.name.replace(SUBSET, '') : ''
}

function toFont(name: string): Font {
  return {name, isBold: BOLD.test(name) && !NOT_BOLD.test(name)}
}
