import type {Place} from './file-information.js'
import {applyToCharacters, applyToParagraph, type CharacterLook, type ParagraphLook} from './properties.js'

const PARAGRAPH_STYLE = 1
const NO_STYLE = 0xfff
const MAX_BASES = 20
/** Built-in styles by their number, whatever the user's language calls them. */
const HEADING_1 = 1
const HEADING_9 = 9
const TITLE = 62

interface Style {
  base: number
  builtIn: number
  paragraph: Buffer
  characters: Buffer
}

const EMPTY = Buffer.alloc(0)

/** The styles of a Word file by their index (the STSH, [MS-DOC] 2.9.271). */
export class Styles {
  readonly #styles = new Map<number, Style>()

  constructor(table: Buffer, {at, length}: Place) {
    const bytes = table.subarray(at, at + length)
    if (bytes.length < 6) return
    const headSize = bytes.readUInt16LE(0)
    const count = bytes.readUInt16LE(2)
    const baseSize = bytes.readUInt16LE(4)
    for (let index = 0, next = 2 + headSize; index < count && next + 2 <= bytes.length; index++) {
      const size = bytes.readUInt16LE(next)
      const style = bytes.subarray(next + 2, next + 2 + size)
      if (style.length >= 10) this.#styles.set(index, readStyle(style, baseSize))
      next += 2 + size
    }
  }

  paragraph(index: number): ParagraphLook {
    const look: ParagraphLook = {style: index}
    for (const {builtIn, paragraph} of this.#lineage(index)) {
      if (builtIn >= HEADING_1 && builtIn <= HEADING_9) look.outline = builtIn - 1
      if (builtIn === TITLE) look.outline = 0
      applyToParagraph(look, paragraph)
    }
    return {...look, style: index}
  }

  characters(index: number): CharacterLook {
    const look: CharacterLook = {}
    for (const {characters} of this.#lineage(index)) applyToCharacters(look, characters)
    return look
  }

  /** The style after those that it is based on. */
  #lineage(index: number): Style[] {
    const chain: Style[] = []
    for (let at = this.#styles.get(index); at && chain.length < MAX_BASES; at = this.#styles.get(at.base))
      chain.unshift(at)
    return chain
  }
}

function readStyle(bytes: Buffer, baseSize: number): Style {
  const kind = bytes.readUInt16LE(2) & 0xf
  const base = bytes.readUInt16LE(2) >> 4
  const builtIn = bytes.readUInt16LE(0) & 0xfff
  const style = {base: base === NO_STYLE ? -1 : base, builtIn, paragraph: EMPTY, characters: EMPTY}
  const nameLength = baseSize + 2 <= bytes.length ? bytes.readUInt16LE(baseSize) : 0
  const first = baseSize + 2 + 2 * (nameLength + 1)
  if (kind !== PARAGRAPH_STYLE) return {...style, builtIn: 0, characters: exception(bytes, first)}
  const second = first + 2 + (first + 2 <= bytes.length ? bytes.readUInt16LE(first) : 0)
  // The first begins with the style's own index.
  return {
    ...style,
    paragraph: exception(bytes, first).subarray(2),
    characters: exception(bytes, second + (second & 1)),
  }
}

function exception(bytes: Buffer, at: number): Buffer {
  return at + 2 <= bytes.length ? bytes.subarray(at + 2, at + 2 + bytes.readUInt16LE(at)) : EMPTY
}
