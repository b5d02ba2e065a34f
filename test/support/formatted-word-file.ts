import {compoundWordFile, STREAM_SIZE, TEXT_AT} from './word-file.ts'

const PAGE = 512
const CHARACTER_PAGE = 8
const PARAGRAPH_PAGE = 9

/** A list of modifiers: code, then operand bytes. */
export type Modifiers = [code: number, ...operand: number[]][]

export interface FormattedParagraph {
  /** Its text with the mark at its end. */
  text: string
  style?: number
  modifiers?: Modifiers
  /** Modifiers for the characters of the text from here on. */
  characters?: {from: number; modifiers: Modifiers}
}

export interface FormattedWordFile {
  body: FormattedParagraph[]
  /** Stories that follow the body, by the place of their length in the file's head. */
  stories?: {lengthAt: number; text: string}[]
  /** Built-in numbers of the paragraph styles: 1 to 9 for headings, 62 for the title. */
  styles?: number[]
  /** One list with these levels: number format and text, in which \0 stands for the first level's number. */
  levels?: {format: number; text: string}[]
}

/** A `.doc` of Word 97 with styles, properties and a list, laid out as [MS-DOC] says. */
export function formattedWordFile({
  body,
  stories = [],
  styles = [0],
  levels = [],
}: FormattedWordFile): Buffer {
  const text = body.map((paragraph) => paragraph.text).join('') + stories.map((story) => story.text).join('')
  const stream = Buffer.alloc(STREAM_SIZE)
  const table = Buffer.alloc(STREAM_SIZE)
  stream.writeUInt16LE(0xa5ec, 0)
  stream.writeUInt16LE(0x0200, 10)
  stream.writeUInt32LE(
    body.reduce((sum, paragraph) => sum + paragraph.text.length, 0),
    0x4c,
  )
  for (const story of stories) stream.writeUInt32LE(story.text.length, story.lengthAt)
  stream.write(text, TEXT_AT, 'utf16le')
  paragraphPage(body).copy(stream, PARAGRAPH_PAGE * PAGE)
  characterPage(body).copy(stream, CHARACTER_PAGE * PAGE)
  let next = 0
  const place = (index: number, content: Buffer, behind = Buffer.alloc(0)) => {
    stream.writeUInt32LE(next, 0x9a + 8 * index)
    stream.writeUInt32LE(content.length, 0x9e + 8 * index)
    Buffer.concat([content, behind]).copy(table, next)
    next += content.length + behind.length
  }
  place(33, pieces(text.length))
  place(12, pagePlex(text.length, CHARACTER_PAGE))
  place(13, pagePlex(text.length, PARAGRAPH_PAGE))
  place(1, styleSheet(styles))
  if (levels.length > 0) {
    place(73, listTable(), Buffer.concat(Array.from({length: 9}, (_, at) => level(levels[at] ?? levels[0]))))
    place(74, overrides())
  }
  return compoundWordFile(stream, table)
}

function pieces(length: number): Buffer {
  const bytes = Buffer.alloc(21)
  bytes.writeUInt8(2, 0)
  bytes.writeUInt32LE(16, 1)
  bytes.writeUInt32LE(length, 9)
  bytes.writeUInt32LE(TEXT_AT, 15)
  return bytes
}

function pagePlex(length: number, page: number): Buffer {
  const bytes = Buffer.alloc(12)
  bytes.writeUInt32LE(TEXT_AT, 0)
  bytes.writeUInt32LE(TEXT_AT + 2 * length, 4)
  bytes.writeUInt32LE(page, 8)
  return bytes
}

function packed(modifiers: Modifiers): Buffer {
  return Buffer.concat(
    modifiers.map(([code, ...operand]) => Buffer.from([code & 0xff, code >> 8, ...operand])),
  )
}

function paragraphPage(body: readonly FormattedParagraph[]): Buffer {
  const entries = body.map(({text, style = 0, modifiers = []}) => {
    const properties = Buffer.concat([Buffer.from([style, 0]), packed(modifiers)])
    const even = properties.length % 2 === 0 ? properties : Buffer.concat([properties, Buffer.alloc(1)])
    return {length: text.length, content: Buffer.concat([Buffer.from([0, even.length / 2]), even])}
  })
  return page(entries, 13)
}

function characterPage(body: readonly FormattedParagraph[]): Buffer {
  const entries = body.flatMap(({text, characters}) => {
    if (!characters) return [{length: text.length}]
    const content = packed(characters.modifiers)
    return [
      {length: characters.from},
      {
        length: text.length - characters.from,
        content: Buffer.concat([Buffer.from([content.length]), content]),
      },
    ].filter(({length}) => length > 0)
  })
  return page(entries, 1)
}

function page(entries: readonly {length: number; content?: Buffer}[], entrySize: number): Buffer {
  const bytes = Buffer.alloc(PAGE)
  let [byte, free] = [TEXT_AT, PAGE - 2]
  for (const [index, {length, content}] of entries.entries()) {
    bytes.writeUInt32LE(byte, 4 * index)
    byte += 2 * length
    if (!content) continue
    free = (free - content.length) & ~1
    content.copy(bytes, free)
    bytes[4 * (entries.length + 1) + index * entrySize] = free / 2
  }
  bytes.writeUInt32LE(byte, 4 * entries.length)
  bytes[PAGE - 1] = entries.length
  return bytes
}

function styleSheet(builtIns: readonly number[]): Buffer {
  const head = Buffer.alloc(20)
  head.writeUInt16LE(18, 0)
  head.writeUInt16LE(builtIns.length, 2)
  head.writeUInt16LE(10, 4)
  return Buffer.concat([head, ...builtIns.map(paragraphStyle)])
}

function paragraphStyle(builtIn: number, index: number): Buffer {
  const bytes = Buffer.alloc(22)
  bytes.writeUInt16LE(20, 0)
  bytes.writeUInt16LE(builtIn, 2)
  // A paragraph style that is based on none.
  bytes.writeUInt16LE(0xfff1, 4)
  bytes.writeUInt16LE(2, 6)
  // No name; then the paragraph's exception, which holds only its own index.
  bytes.writeUInt16LE(2, 16)
  bytes.writeUInt16LE(index, 18)
  return bytes
}

function listTable(): Buffer {
  const bytes = Buffer.alloc(30)
  bytes.writeUInt16LE(1, 0)
  bytes.writeInt32LE(7, 2)
  return bytes
}

function level({format, text}: {format: number; text: string} = {format: 255, text: ''}): Buffer {
  const bytes = Buffer.alloc(30)
  bytes.writeInt32LE(1, 0)
  bytes.writeUInt8(format, 4)
  let filled = 6
  for (const [index, char] of [...text].entries()) if (char < '\x09') bytes.writeUInt8(index + 1, filled++)
  bytes.writeUInt16LE(text.length, 28)
  return Buffer.concat([bytes, Buffer.from(text, 'utf16le')])
}

function overrides(): Buffer {
  const bytes = Buffer.alloc(24)
  bytes.writeUInt32LE(1, 0)
  bytes.writeInt32LE(7, 4)
  return bytes
}
