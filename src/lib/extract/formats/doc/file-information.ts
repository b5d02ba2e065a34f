/** Where in the table stream a structure is. */
export interface Place {
  at: number
  length: number
}

/** Characters of each story, in the order in which they follow one another. */
export interface StoryLengths {
  body: number
  footnotes: number
  margins: number
  macros: number
  comments: number
  endnotes: number
  boxes: number
  marginBoxes: number
}

const STORIES = [
  'body',
  'footnotes',
  'margins',
  'macros',
  'comments',
  'endnotes',
  'boxes',
  'marginBoxes',
] as const

/** Word 6 and 95 wrote text in 8 bits, and no table stream. */
const OLD_WORD = 0xa5dc
const OLD_LENGTHS_AT = 0x34
const LENGTHS_AT = 0x4c
const OLD_PIECES_AT = 0x160
const PLACES_AT = 0x9a
/** Indices of FibRgFcLcb97 ([MS-DOC] 2.5.6). */
const INDICES = {
  styles: 1,
  margins: 11,
  characterPages: 12,
  paragraphPages: 13,
  fonts: 15,
  pieces: 33,
  lists: 73,
  listOverrides: 74,
} as const

/** What the head of a Word file's text stream says of it (the FIB, [MS-DOC] 2.5). */
export class FileInformation {
  readonly isOld: boolean
  readonly tableName: '0Table' | '1Table'
  /** Where the text of a file without pieces begins and ends in the stream. */
  readonly text: {start: number; end: number}
  readonly lengths: StoryLengths
  /** The language's identifier, which old files choose the code page by. */
  readonly language: number
  readonly #head: Buffer

  constructor(stream: Buffer) {
    if (stream.length < PLACES_AT) throw new Error('the stream of text has no head')
    this.#head = stream
    this.isOld = stream.readUInt16LE(0) === OLD_WORD
    this.tableName = stream.readUInt16LE(10) & 0x0200 ? '1Table' : '0Table'
    this.text = {start: stream.readUInt32LE(0x18), end: stream.readUInt32LE(0x1c)}
    this.language = stream.readUInt16LE(6)
    const at = this.isOld ? OLD_LENGTHS_AT : LENGTHS_AT
    const lengths = STORIES.map((name, index) => [name, stream.readUInt32LE(at + 4 * index)] as const)
    this.lengths = Object.fromEntries(lengths) as unknown as StoryLengths
  }

  /** Empty for what the file does not have. */
  place(name: keyof typeof INDICES): Place {
    if (this.isOld && name !== 'pieces') return {at: 0, length: 0}
    const at = this.isOld ? OLD_PIECES_AT : PLACES_AT + 8 * INDICES[name]
    if (at + 8 > this.#head.length) return {at: 0, length: 0}
    return {at: this.#head.readUInt32LE(at), length: this.#head.readUInt32LE(at + 4)}
  }
}
