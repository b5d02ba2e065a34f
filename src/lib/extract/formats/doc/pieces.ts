import iconv from 'iconv-lite'
import type {FileInformation} from './file-information.js'

/** A stretch of text that stands in one place of the stream. */
export interface Piece {
  /** Where it stands among the document's characters. */
  start: number
  end: number
  /** Where it stands in the stream, in bytes. */
  at: number
  bytesPerCharacter: 1 | 2
  /** Modifiers that hold for all of it, in the form of [MS-DOC] 2.9.182: itself, or the number of a list. */
  modifier: number
}

export interface PieceTable {
  pieces: readonly Piece[]
  /** Lists of modifiers that pieces refer to. */
  modifierLists: readonly Buffer[]
}

const MODIFIER_LIST = 1
const PIECES = 2
const PIECE_SIZE = 8
const COMPRESSED = 0x40000000

/** The table of pieces; where a file has none its text stands in one. */
export function readPieces(information: FileInformation, table: Buffer): PieceTable {
  const {at, length} = information.place('pieces')
  const modifierLists: Buffer[] = []
  const end = Math.min(table.length, at + length)
  for (let next = at; next + 5 <= end; ) {
    const kind = table[next]
    if (kind === PIECES) {
      const size = table.readUInt32LE(next + 1)
      const pieces = piecesIn(table.subarray(next + 5, next + 5 + size), information.isOld)
      if (pieces.length > 0) return {pieces, modifierLists}
    }
    if (kind !== MODIFIER_LIST) break
    const size = table.readUInt16LE(next + 1)
    modifierLists.push(table.subarray(next + 3, next + 3 + size))
    next += 3 + size
  }
  return {pieces: [wholeText(information)], modifierLists: []}
}

function piecesIn(bytes: Buffer, isOld: boolean): Piece[] {
  const count = Math.floor((bytes.length - 4) / (PIECE_SIZE + 4))
  const descriptors = 4 * (count + 1)
  return Array.from({length: Math.max(0, count)}, (_, index): Piece => {
    const descriptor = descriptors + index * PIECE_SIZE
    const place = bytes.readUInt32LE(descriptor + 2)
    const isNarrow = isOld || (place & COMPRESSED) !== 0
    return {
      start: bytes.readUInt32LE(4 * index),
      end: bytes.readUInt32LE(4 * (index + 1)),
      at: isOld || !isNarrow ? place : (place & ~COMPRESSED) >>> 1,
      bytesPerCharacter: isNarrow ? 1 : 2,
      modifier: bytes.readUInt16LE(descriptor + 6),
    }
  }).filter(({start, end}) => end > start)
}

function wholeText({lengths, text, isOld}: FileInformation): Piece {
  const characters = Object.values(lengths).reduce((sum, length) => sum + length, 0)
  const isWide = !isOld && (text.end <= text.start || text.end - text.start >= 2 * characters)
  return {start: 0, end: characters, at: text.start, bytesPerCharacter: isWide ? 2 : 1, modifier: 0}
}

/** The characters of a piece; one byte each means the given code page. */
export function textOf({start, end, at, bytesPerCharacter}: Piece, stream: Buffer, codePage: string): string {
  const bytes = stream.subarray(at, at + (end - start) * bytesPerCharacter)
  if (bytesPerCharacter === 1) return iconv.decode(bytes, codePage)
  return bytes.subarray(0, bytes.length & ~1).toString('utf16le')
}
