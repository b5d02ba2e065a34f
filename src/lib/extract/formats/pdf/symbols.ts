import {PICTURE} from '../../layout/piece.js'

/** Fonts of pictures: what they call a letter is a telephone or an envelope. */
const ICONS =
  /awesome|marvosym|\bifsym|icomoon|ionicons|phosphor|material-?(?:icons|symbols|design)|glyphicon|fontello|webdings|academicons|bbding|typicons|feather|entypo|lucide|tabler|simpleicons|devicon|segoemdl2|boxicons|remixicon|flaticon|\bicons?\b|icofont/i

const WINGDINGS = /wingdings/i
const SYMBOL = /^symbol/i
const MATH_ITALIC = /^cmmi\d/i
const TYPEWRITER = /^courier/i

/** The marks of list items in Wingdings, and the arrows that Word writes with it, by their code. */
const WINGDINGS_MARKS: Record<number, string> = {
  108: '●',
  110: '■',
  111: '□',
  113: '❑',
  114: '❒',
  117: '◆',
  118: '❖',
  158: '·',
  159: '•',
  167: '▪',
  168: '◻',
  216: '➢',
  224: '→',
  232: '➔',
  240: '⇨',
  252: '✓',
  254: '☑',
}

/** Codes of the Symbol font that Word leaves in the private use area. */
const SYMBOL_MARKS: Record<number, string> = {
  45: '−',
  174: '→',
  176: '°',
  180: '×',
  183: '•',
  190: '—',
  215: '⋅',
}

/** What moderncv sets before list items in MarVoSym and FontAwesome, as pdf.js reads it. */
const ICON_MARKS: Record<string, string> = {'{': '◦', '␣': '◦'}

/** Private-use characters of the range that Windows gives its symbol fonts. */
const WINDOWS_SYMBOL = /[\uf020-\uf0ff]/gu

/**
 * Writes the glyphs of symbol fonts as characters: marks of list items, arrows. What stands for an icon, which is no
 * character, is `PICTURE`.
 *
 * @param font PostScript name
 */
export function readSymbols(text: string, font: string): string {
  if (WINGDINGS.test(font)) return text.replace(/\S/gu, (glyph) => markOf(WINGDINGS_MARKS, glyph) ?? PICTURE)
  if (ICONS.test(font)) return text.replace(/\S/gu, (glyph) => ICON_MARKS[glyph] ?? PICTURE)
  if (MATH_ITALIC.test(font)) return text.replace(/\?/g, '⋆')
  if (TYPEWRITER.test(font) && text.trim() === 'o') return text.replace('o', '◦')
  const isUnnamed = font === ''
  return text.replace(WINDOWS_SYMBOL, (glyph) => {
    const bullet = SYMBOL.test(font) ? markOf(SYMBOL_MARKS, glyph) : undefined
    return bullet ?? (isUnnamed || /[\uf0b7\uf0a7]/.test(glyph) ? commonMark(glyph) : glyph)
  })
}

function markOf(marks: Record<number, string>, glyph: string): string | undefined {
  return marks[(glyph.codePointAt(0) ?? 0) & 0xff]
}

/** Word's two bullets, of Symbol and of Wingdings. */
function commonMark(glyph: string): string {
  if (glyph === '\uf0b7') return '•'
  return glyph === '\uf0a7' ? '▪' : glyph
}
