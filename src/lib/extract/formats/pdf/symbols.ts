import {PICTURE, type Piece} from '../../layout/piece.js'

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

const LIST_MARK = '◦'
/** One glyph may be several characters. */
const LIST_ICONS = new RegExp(`^${LIST_MARK}+$`, 'u')

/** What moderncv sets before list items in MarVoSym and FontAwesome, as pdf.js reads it. */
const ICON_MARKS: Record<string, string> = {'{': '◦', '␣': '◦'}

/** Circles, squares, triangles, arrows and ticks, by their characters and by their codes in FontAwesome. */
const LIST_ICON =
  /[○●◦•■▪□▸►▶➤➢➜➔✓✔\uf00c\uf054\uf058\uf05d\uf061\uf0a9\uf0c8\uf0da\uf101\uf105\uf10c\uf111\uf138\uf14a\uf192]/u
/** How far from its words a mark may stand, in multiples of the font size. */
const FARTHEST = 4.5

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
  if (ICONS.test(font))
    return text.replace(/\S/gu, (glyph) => ICON_MARKS[glyph] ?? (LIST_ICON.test(glyph) ? LIST_MARK : PICTURE))
  if (MATH_ITALIC.test(font)) return text.replace(/\?/g, '⋆')
  if (TYPEWRITER.test(font) && text.trim() === 'o') return text.replace('o', '◦')
  const isUnnamed = font === ''
  return text.replace(WINDOWS_SYMBOL, (glyph) => {
    const bullet = SYMBOL.test(font) ? markOf(SYMBOL_MARKS, glyph) : undefined
    return bullet ?? (isUnnamed || /[\uf0b7\uf0a7]/.test(glyph) ? commonMark(glyph) : glyph)
  })
}

/**
 * Leaves icons that may be marks of list items standing as marks only where they are: before words, with nothing before
 * them on their line. Elsewhere, as where five of them tell how well somebody speaks a language, they are pictures.
 */
export function keepListIcons(pieces: readonly Piece[]): Piece[] {
  return pieces.map((piece, at) => {
    if (!LIST_ICONS.test(piece.text) || !ICONS.test(piece.font)) return piece
    return {...piece, text: startsItem(pieces, at) ? LIST_MARK : PICTURE}
  })
}

function startsItem(pieces: readonly Piece[], at: number): boolean {
  const mark = pieces[at] as Piece
  const isWritten = ({text}: Piece) => text.trim() !== ''
  const [before, after] = [pieces.slice(0, at).findLast(isWritten), pieces.slice(at + 1).find(isWritten)]
  const reach = FARTHEST * Math.max(mark.size, after?.size ?? 0)
  const isNear = (one: Piece, gap: number) =>
    Math.abs(one.y - mark.y) < one.size / 2 && gap > -1 && gap < reach
  if (!after || !/[\p{L}\p{N}]/u.test(after.text) || !isNear(after, after.x - mark.x - mark.width))
    return false
  return !before || before.size > after.size || !isNear(before, mark.x - before.x - before.width)
}

function markOf(marks: Record<number, string>, glyph: string): string | undefined {
  return marks[(glyph.codePointAt(0) ?? 0) & 0xff]
}

/** Word's two bullets, of Symbol and of Wingdings. */
function commonMark(glyph: string): string {
  if (glyph === '\uf0b7') return '•'
  return glyph === '\uf0a7' ? '▪' : glyph
}
