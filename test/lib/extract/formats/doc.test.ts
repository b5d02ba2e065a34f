import {expect} from 'chai'
import iconv from 'iconv-lite'
import {formattedWordFile, type Modifiers} from '../../../support/formatted-word-file.ts'
import {propertySet} from '../../../support/property-set.ts'
import {wordFile} from '../../../support/word-file.ts'
import {codeOf, readAs} from './support/read.ts'

const IN_TABLE: Modifiers = [[0x2416, 1]]
const ROW_END: Modifiers = [
  [0x2416, 1],
  [0x2417, 1],
]
const HIDDEN: Modifiers = [[0x083c, 1]]
const DELETED: Modifiers = [[0x0800, 1]]

/** A compound file that holds no more than the start of a Word text stream. */
function compoundFile(magic: number, flags: number): Buffer {
  const file = Buffer.alloc(2048)
  file.write('d0cf11e0a1b11ae1', 'hex')
  file.writeUInt16LE(9, 30)
  file.writeUInt32LE(0xfffffffe, 48)
  file.writeUInt16LE(magic, 512)
  file.writeUInt16LE(flags, 512 + 10)
  return file
}

const textOf = async (file: Buffer): Promise<string> => (await readAs('doc', file)).text

describe('doc', () => {
  it('makes lines, tabs, hyphens and links of control characters', async () => {
    const field = '\x13 HYPERLINK "https://example.org/al" \x14my page\x15'
    expect(
      await textOf(wordFile(['Al\x0bNunes', `2020\tRopes\x1eand\x1fsails ${field}\x01\x08 end`])),
    ).to.equal('Al\nNunes\n2020\tRopes-andsails my page (https://example.org/al) end')
  })

  it('never shows the instruction of a field, nested or left open', async () => {
    expect(await textOf(wordFile(['a\x13 PAGE \x14\x13 REF x \x141\x15\x15b']))).to.equal('a1b')
    expect(await textOf(wordFile(['a\x13 HYPERLINK "https://example.org" \x14open']))).to.equal('aopen')
    expect(await textOf(wordFile(['a\x15b']))).to.equal('ab')
    const guide = '\x13 EQ \\* jc2 \\o\\ad(\\s\\up 10(まり),鞠)\x15'
    expect(await textOf(wordFile([guide]))).to.equal('鞠 (まり)')
  })

  it('knows headings by style and by outline level, and space between paragraphs', async () => {
    const text = await textOf(
      formattedWordFile({
        styles: [0, 62, 1],
        body: [
          {text: 'Al Nunes\r', style: 1},
          {text: 'Work\r', style: 2},
          {text: '2020\r', modifiers: [[0x2640, 1]]},
          {text: 'one\r', modifiers: [[0xa414, 200, 0]]},
          {text: 'two\r'},
          {text: 'three\r'},
        ],
      }),
    )
    expect(text).to.equal('# Al Nunes\n\n# Work\n\n## 2020\n\none\n\ntwo\nthree')
  })

  it('numbers lists, level by level', async () => {
    const item = (text: string, level: number) => ({
      text: `${text}\r`,
      modifiers: [
        [0x260a, level],
        [0x460b, 1, 0],
      ] as Modifiers,
    })
    const text = await textOf(
      formattedWordFile({
        levels: [
          {format: 0, text: '\0.'},
          {format: 4, text: '\0.\x01)'},
          {format: 23, text: '\uf0b7'},
        ],
        body: [item('a', 0), item('b', 1), item('c', 1), item('d', 0), item('e', 1), item('f', 2)],
      }),
    )
    expect(text).to.equal('1. a\n  1.a) b\n  1.b) c\n2. d\n  2.a) e\n    - f')
  })

  it('writes the rows of tables, nested ones in their cell', async () => {
    const inner: Modifiers = [
      [0x2416, 1],
      [0x6649, 2, 0, 0, 0],
    ]
    const text = await textOf(
      formattedWordFile({
        body: [
          {text: 'before\r'},
          {text: '2020\x07', modifiers: IN_TABLE},
          {text: 'Ropes\x07', modifiers: IN_TABLE},
          {text: '\x07', modifiers: ROW_END},
          {text: 'Go\r', modifiers: [...inner, [0x244b, 1]]},
          {text: 'expert\r', modifiers: [...inner, [0x244b, 1]]},
          {text: '\r', modifiers: [...inner, [0x244b, 1], [0x244c, 1]]},
          {text: '\x07', modifiers: IN_TABLE},
          {text: 'Bergen\x07', modifiers: IN_TABLE},
          {text: '\x07', modifiers: ROW_END},
          {text: 'after\r'},
        ],
      }),
    )
    expect(text.split('\n').filter(Boolean)).to.deep.equal([
      'before',
      '2020\tRopes',
      'Go\texpert\tBergen',
      'after',
    ])
  })

  it('leaves hidden text out and flags it; leaves deleted text and comments out; keeps notes', async () => {
    const file = formattedWordFile({
      body: [
        {text: 'seen secret\r', characters: {from: 5, modifiers: HIDDEN}},
        {text: 'kept gone\r', characters: {from: 5, modifiers: DELETED}},
      ],
      stories: [
        {lengthAt: 0x50, text: '\x02 noted\r'},
        {lengthAt: 0x5c, text: 'remark\r'},
      ],
    })
    const {text, warnings} = await readAs('doc', file)
    expect(text.replace(/ $/gm, '')).to.equal('seen\nkept\n\nnoted')
    expect(warnings?.map(({message}) => message)).to.deep.equal([
      'text that a reader does not see (hidden): “secret”',
    ])
  })

  it('reads a whole file, and ends one whose sectors go round in a circle', async () => {
    const file = wordFile(['Al Nunes', 'Sailmaker'])
    expect(await textOf(file)).to.equal('Al Nunes\nSailmaker')
    const sectors = 512
    // The third sector of the text goes on in its first.
    file.writeUInt32LE(2, sectors + 4 * 4)
    expect(await codeOf(readAs('doc', file))).to.equal('CORRUPT')
  })

  it('reads the text of Word 95, in the code page of its language', async () => {
    const file = wordFile([])
    const stream = 512 * 3
    file.writeUInt16LE(0xa5dc, stream)
    file.writeUInt16LE(0x0419, stream + 6)
    file.writeUInt16LE(0, stream + 10)
    file.writeUInt32LE(0x800 + 7, stream + 0x1c)
    file.writeUInt32LE(7, stream + 0x34)
    file.fill(0, stream + 0x38, stream + 0x60)
    Buffer.from('cff0e8e2e5f20d', 'hex').copy(file, stream + 0x800)
    expect(await textOf(file)).to.equal('Привет')
  })

  it('bears properties that lead nowhere', async () => {
    const file = formattedWordFile({
      body: [{text: 'Al Nunes\r', modifiers: IN_TABLE}],
      levels: [{format: 0, text: '\0.'}],
    })
    const stream = 512 * 3
    for (const index of [1, 12, 13, 73, 74]) file.writeUInt32LE(0x7fffffff, stream + 0x9e + 8 * index)
    file.fill(0xff, stream + 8 * 512, stream + 10 * 512)
    expect(await textOf(file)).to.equal('Al Nunes')
  })

  it('ends encrypted and damaged files in their codes', async () => {
    expect(await codeOf(readAs('doc', compoundFile(0xa5ec, 0x0100)))).to.equal('ENCRYPTED')
    expect(await codeOf(readAs('doc', compoundFile(0xa5ec, 0)))).to.equal('CORRUPT')
    expect(await codeOf(readAs('doc', Buffer.alloc(0)))).to.equal('CORRUPT')
  })

  describe('says of itself', () => {
    const SUMMARY = '\x05SummaryInformation'
    const factsOf = async (...further: Parameters<typeof wordFile>[1] & {}) =>
      (await readAs('doc', wordFile(['Al Nunes'], further))).metadata

    it('what its properties say: texts in their code page, times, the program, the company', async () => {
      const created = new Date('2004-03-09T08:05:00Z')
      const summary = propertySet(
        {
          2: 'Резюме',
          4: 'Аль Нунес',
          8: 'Отдел кадров',
          12: created,
          13: new Date('2005-01-02T03:04:05Z'),
          18: 'Microsoft Word 10.0',
        },
        1251,
        (text) => iconv.encode(text, 'windows-1251'),
      )
      const company = propertySet({15: 'Harbour Ltd'})
      expect(
        await factsOf(
          {name: SUMMARY, content: summary},
          {name: '\x05DocumentSummaryInformation', content: company},
        ),
      ).to.deep.equal({
        title: 'Резюме',
        author: 'Аль Нунес',
        last_modified_by: 'Отдел кадров',
        created: '2004-03-09T08:05:00.000Z',
        modified: '2005-01-02T03:04:05.000Z',
        producer: 'Microsoft Word 10.0',
        company: 'Harbour Ltd',
      })
    })

    it('in UTF-16 and UTF-8 too, and nothing for what is blank or never was', async () => {
      const wide = propertySet({2: 'CV ✓', 3: ' ', 12: new Date(-11_644_473_600_000)}, 1200, (text) =>
        Buffer.from(text, 'utf16le'),
      )
      expect(await factsOf({name: SUMMARY, content: wide})).to.deep.equal({title: 'CV ✓'})
      const utf8 = propertySet({2: 'CV ✓'}, 65001, (text) => Buffer.from(text))
      expect(await factsOf({name: SUMMARY, content: utf8})).to.deep.equal({title: 'CV ✓'})
    })

    it('and not what an object inside it says', async () => {
      const [own, other] = ['Al Nunes', 'Someone Else'].map((author) => propertySet({4: author}))
      const facts = await factsOf(
        {name: SUMMARY, content: other as Buffer, inside: true},
        {name: SUMMARY, content: own as Buffer},
      )
      expect(facts).to.deep.equal({author: 'Al Nunes'})
    })

    it('nothing, where its properties are damaged', async () => {
      for (const content of [
        Buffer.alloc(10),
        Buffer.alloc(200, 0xff),
        propertySet({2: 'CV'}).fill(0xff, 60),
      ])
        expect(await factsOf({name: SUMMARY, content})).to.deep.equal({})
    })
  })
})
