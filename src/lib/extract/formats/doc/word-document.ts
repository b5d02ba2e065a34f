import {CompoundFile} from './compound-file.js'
import {FileInformation, type StoryLengths} from './file-information.js'
import {readFonts} from './fonts.js'
import {CHARACTER_PAGES, FormattedPages, PARAGRAPH_PAGES} from './formatted-pages.js'
import {Lists} from './lists.js'
import {type Piece, type PieceTable, readPieces, textOf} from './pieces.js'
import {applyToCharacters, applyToParagraph, type CharacterLook, type ParagraphLook} from './properties.js'
import {Styles} from './styles.js'

/** Characters of one look. */
export interface Run {
  text: string
  look: CharacterLook
}

/** Text up to a mark that ends a paragraph, a cell or a row. */
export interface Paragraph {
  runs: Run[]
  look: ParagraphLook
  /** Whether the mark is that of a cell. */
  endsCell: boolean
}

/** Footnote separators and the like come before the headers of the first section. */
const SEPARATORS = 6
const MARGINS = ['header', 'header', 'footer', 'footer', 'header', 'footer'] as const
const CELL_MARK = '\x07'
/** Ends a page or a section, and with it the paragraph. */
const PAGE_MARK = '\x0c'
const PARAGRAPH_MARKS = new RegExp(`[\r${CELL_MARK}${PAGE_MARK}]`, 'g')

/** A Word 97–2003 file ([MS-DOC]), or the text of one of Word 6 and 95, held in memory. */
export class WordDocument {
  readonly lists: Lists
  readonly fonts: readonly string[]
  /** Pictures and form fields. */
  readonly data: Buffer
  readonly #information: FileInformation
  readonly #table: Buffer
  readonly #pieceTable: PieceTable
  readonly #styles: Styles
  readonly #characterPages: FormattedPages
  readonly #paragraphPages: FormattedPages
  readonly #text: string
  readonly #paragraphStyles = new Map<number, ParagraphLook>()
  readonly #characterStyles = new Map<number, CharacterLook>()

  /** @throws Error of no particular kind when the file is damaged */
  constructor(bytes: Buffer) {
    const file = new CompoundFile(bytes)
    const stream = file.stream('WordDocument')
    if (!stream) throw new Error('no stream of text')
    this.#information = new FileInformation(stream)
    const table = this.#information.isOld ? stream : file.stream(this.#information.tableName)
    if (!table) throw new Error('no stream of tables')
    this.#table = table
    this.data = file.stream('Data') ?? Buffer.alloc(0)
    this.#pieceTable = readPieces(this.#information, table)
    const codePage = this.#information.isOld ? codePageOf(this.#information.language) : 'windows-1252'
    this.#text = this.#pieceTable.pieces
      .map((piece) => padded(textOf(piece, stream, codePage), piece))
      .join('')
    if (this.#text.replaceAll('\0', '') === '') throw new Error('no text')
    this.#styles = new Styles(table, this.#information.place('styles'))
    this.#characterPages = new FormattedPages(
      stream,
      table,
      this.#information.place('characterPages'),
      CHARACTER_PAGES,
    )
    this.#paragraphPages = new FormattedPages(
      stream,
      table,
      this.#information.place('paragraphPages'),
      PARAGRAPH_PAGES,
    )
    this.lists = new Lists(this.#information, table)
    this.fonts = readFonts(table, this.#information.place('fonts'))
  }

  /** The paragraphs of a story; comments and macros are none. */
  story(name: 'body' | 'footnotes' | 'endnotes' | 'boxes' | 'marginBoxes'): Paragraph[] {
    const [start, end] = this.#bounds(name)
    return this.#paragraphs(start, end)
  }

  /** Headers or footers: of even, odd and first pages of each section, each story by itself. */
  margins(kind: 'header' | 'footer'): Paragraph[][] {
    const [from, to] = this.#bounds('margins')
    const {at, length} = this.#information.place('margins')
    const plex = this.#table.subarray(at, at + length)
    const borders = Array.from({length: Math.floor(plex.length / 4)}, (_, index) =>
      plex.readUInt32LE(4 * index),
    )
    const stories: Paragraph[][] = []
    // Stories follow each other; borders that go back would have the same text read again and again.
    let last = 0
    for (let story = SEPARATORS; story + 1 < borders.length; story++) {
      if (MARGINS[(story - SEPARATORS) % MARGINS.length] !== kind) continue
      const [start = 0, end = 0] = borders.slice(story, story + 2)
      if (start < last || end <= start || from + end > to) continue
      stories.push(this.#paragraphs(from + start, from + end))
      last = end
    }
    return stories
  }

  #bounds(name: keyof StoryLengths): [start: number, end: number] {
    let start = 0
    for (const [story, length] of Object.entries(this.#information.lengths)) {
      if (story === name) return [start, Math.min(start + length, this.#text.length)]
      start += length
    }
    return [0, 0]
  }

  #paragraphs(start: number, end: number): Paragraph[] {
    const paragraphs: Paragraph[] = []
    let at = start
    PARAGRAPH_MARKS.lastIndex = start
    while (at < end) {
      const mark = PARAGRAPH_MARKS.exec(this.#text)
      const stop = mark && mark.index < end ? mark.index : end
      const last = Math.min(stop, end - 1)
      const look = this.#paragraphLook(last)
      paragraphs.push({
        look,
        runs: [...this.#runs(at, stop, look.style)],
        endsCell: this.#text[last] === CELL_MARK,
      })
      at = stop + 1
      PARAGRAPH_MARKS.lastIndex = at
    }
    return paragraphs
  }

  *#runs(start: number, end: number, style: number): Generator<Run> {
    for (let at = start; at < end; ) {
      const piece = this.#pieceAt(at)
      if (!piece) return
      const byte = byteOf(piece, at)
      const run = this.#characterPages.at(byte)
      const runEnd = run ? at + Math.ceil((run.end - byte) / piece.bytesPerCharacter) : piece.end
      const stop = Math.min(end, piece.end, Math.max(runEnd, at + 1))
      const look = {...this.#characterStyle(style)}
      if (run) applyToCharacters(look, run.properties)
      applyToCharacters(look, this.#modifiersOf(piece))
      yield {text: this.#text.slice(at, stop), look}
      at = stop
    }
  }

  #paragraphLook(at: number): ParagraphLook {
    const piece = this.#pieceAt(at)
    const properties = piece && this.#paragraphPages.at(byteOf(piece, at))?.properties
    const style = properties && properties.length >= 2 ? properties.readUInt16LE(0) : 0
    const look = {...this.#paragraphStyle(style)}
    if (properties) applyToParagraph(look, properties.subarray(2))
    if (piece) applyToParagraph(look, this.#modifiersOf(piece))
    return look
  }

  /** Only lists of modifiers matter here: what a piece can say by itself is alignment and the like. */
  #modifiersOf({modifier}: Piece): Buffer {
    return (modifier & 1 ? this.#pieceTable.modifierLists[modifier >> 1] : undefined) ?? NO_MODIFIERS
  }

  #paragraphStyle(index: number): ParagraphLook {
    const look = this.#paragraphStyles.get(index) ?? this.#styles.paragraph(index)
    this.#paragraphStyles.set(index, look)
    return look
  }

  #characterStyle(index: number): CharacterLook {
    const look = this.#characterStyles.get(index) ?? this.#styles.characters(index)
    this.#characterStyles.set(index, look)
    return look
  }

  #pieceAt(at: number): Piece | undefined {
    const {pieces} = this.#pieceTable
    let [low, high] = [0, pieces.length - 1]
    while (low <= high) {
      const middle = (low + high) >> 1
      const piece = pieces[middle] as Piece
      if (at < piece.start) high = middle - 1
      else if (at >= piece.end) low = middle + 1
      else return piece
    }
    return undefined
  }
}

const NO_MODIFIERS = Buffer.alloc(0)

function byteOf({start, at, bytesPerCharacter}: Piece, character: number): number {
  return at + (character - start) * bytesPerCharacter
}

/** A piece that is cut off keeps its place, so that what follows keeps its own. */
function padded(text: string, {start, end}: Piece): string {
  return text.length < end - start ? text + '\0'.repeat(Math.min(end - start - text.length, 1_000_000)) : text
}

const CODE_PAGES: Readonly<Record<number, string>> = {
  1: 'windows-1256',
  4: 'gb18030',
  5: 'windows-1250',
  8: 'windows-1253',
  13: 'windows-1255',
  14: 'windows-1250',
  17: 'shift_jis',
  18: 'cp949',
  21: 'windows-1250',
  24: 'windows-1250',
  25: 'windows-1251',
  26: 'windows-1250',
  27: 'windows-1250',
  31: 'windows-1254',
  34: 'windows-1251',
  36: 'windows-1250',
  37: 'windows-1257',
  38: 'windows-1257',
  39: 'windows-1257',
}

/** By the primary language, the low ten bits of a Windows language identifier. */
function codePageOf(language: number): string {
  return CODE_PAGES[language & 0x3ff] ?? 'windows-1252'
}
