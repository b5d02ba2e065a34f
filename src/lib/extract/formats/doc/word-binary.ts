import {createRequire} from 'node:module'

/** The texts of a `.doc` with Word's own control characters, fields included. */
export interface WordStories {
  headers: string
  body: string
  textBoxes: string
  notes: string
  footers: string
}

interface Piece {
  text: string
}

/** The part of word-extractor's reader that is used; the package has no types. */
interface OleExtractor {
  _pieces: Piece[]
  _boundaries: Record<string, number>
  _taggedHeaders: {type: string; text: string}[]
  extract(reader: unknown): Promise<WordStories>
}

/** Where each sector of the file goes on: in the sector of this number, or nowhere when it is negative. */
interface AllocationTable {
  _table: number[]
  getSecIdChain(first: number): number[]
}

/**
 * Reads the pieces of a Word 97–2003 file. word-extractor's public methods drop link targets, so its reader is taken
 * before it cleans its text; and its reading of bookmarks, which fails on good files and yields no text, is left out.
 *
 * @throws Error of no particular kind when the file is damaged
 */
export async function readWordBinary(bytes: Buffer): Promise<WordStories> {
  const require = createRequire(import.meta.url)
  const Extractor: new () => OleExtractor = require('word-extractor/lib/word-ole-extractor')
  const Table: {prototype: AllocationTable} = require('word-extractor/lib/ole-allocation-table')
  Table.prototype.getSecIdChain = chainOfSectors
  const BufferReader: new (
    buffer: Buffer,
  ) => {open(): Promise<unknown>} = require('word-extractor/lib/buffer-reader')
  class StoryExtractor extends Extractor {
    writeBookmarks(): void {}

    buildDocument(): WordStories {
      return stories(this)
    }
  }
  const reader = new BufferReader(bytes)
  await reader.open()
  return new StoryExtractor().extract(reader)
}

/** In place of word-extractor's own, which follows a chain that bites its tail until no memory is left. */
function chainOfSectors(this: AllocationTable, first: number): number[] {
  const chain: number[] = []
  for (let sector = first, next: number | undefined; sector >= 0; sector = next) {
    chain.push(sector)
    if (chain.length > this._table.length) throw new Error('a chain of sectors has no end')
    next = this._table[sector]
    // The library reads a file whose last sector names itself, and so do we.
    if (next === undefined || next === sector) break
  }
  return chain
}

/** The stories follow one another in the order that the file format fixes. */
function stories({_pieces, _boundaries, _taggedHeaders}: OleExtractor): WordStories {
  const text = _pieces.map((piece) => piece.text).join('')
  let end = 0
  const next = (name: string): string => {
    const start = end
    end += _boundaries[name] ?? 0
    return text.slice(start, end)
  }
  const body = next('ccpText')
  const footnotes = next('ccpFtn')
  next('ccpHdd')
  next('ccpAtn')
  const endnotes = next('ccpEdn')
  const boxes = next('ccpTxbx')
  const marginBoxes = next('ccpHdrTxbx')
  return {
    body,
    headers: margin(_taggedHeaders, 'headers') + marginBoxes,
    footers: margin(_taggedHeaders, 'footers'),
    textBoxes: boxes,
    notes: `${footnotes}\r${endnotes}`,
  }
}

/** First, default and even pages often say the same: each text counts once. */
function margin(tagged: OleExtractor['_taggedHeaders'], type: string): string {
  const texts = tagged.filter((story) => story.type === type).map(({text}) => text)
  return [...new Set(texts)].map((text) => `${text}\r`).join('')
}
