import {expect} from 'chai'
import {codeOf, readAs} from './support/read.ts'

const rtf = (body: string, head = '\\ansi\\ansicpg1252'): string => `{\\rtf1${head} ${body}}`

describe('rtf', () => {
  it('reads lines, tabs, tables, header and footer', async () => {
    const {text} = await readAs(
      'rtf',
      rtf(
        '{\\header Ana Roy\\par}{\\footer page end\\par}one\\line two\\tab three\\par\\trowd\\intbl 2020\\cell Baker\\cell\\row\\pard after\\par',
      ),
    )
    expect(text).to.equal('Ana Roy\n\none\ntwo\tthree\n\n2020\tBaker\n\nafter\n\npage end')
  })

  it('reads Unicode with any number of fallback characters', async () => {
    expect(await readAs('rtf', rtf("\\uc1\\u8364?5 \\uc2\\u26085\\'93\\'fa! \\uc0\\u233 x"))).to.include({
      text: '€5 日! éx',
    })
    expect((await readAs('rtf', rtf('\\u-10179?\\u-8704?'))).text).to.equal('😀')
  })

  it("decodes bytes by the font's charset, by code page otherwise", async () => {
    const fonts = '{\\fonttbl{\\f0\\fcharset204 A;}{\\f1\\fcharset128 B;}{\\f2\\fcharset1 C;}}'
    const {text} = await readAs(
      'rtf',
      rtf(`${fonts}\\f0\\'cf\\'f0\\'e8 \\f1\\'93\\'fa\\'96\\'7b \\f2\\'c8`, '\\ansi\\ansicpg1250'),
    )
    expect(text).to.equal('При 日本 Č')
  })

  it('skips what is not text and keeps the facts', async () => {
    const {text, metadata} = await readAs(
      'rtf',
      rtf(
        '{\\*\\generator Example Writer 7;}{\\info{\\title My CV}{\\author Ana}{\\creatim\\yr2024\\mo3\\dy9}}{\\stylesheet{\\s1 Heading;}}{\\*\\unknown secret}{\\pict\\bin4 }{}{}a\\bin3 }}}b{\\pict ffd8ff}',
      ),
    )
    expect(text).to.equal('ab')
    expect(metadata).to.include({
      title: 'My CV',
      author: 'Ana',
      created: '2024-03-09',
      producer: 'Example Writer 7',
    })
  })

  it('reads facts in the code page of the document or in Unicode, the last of each', async () => {
    const {metadata} = await readAs(
      'rtf',
      rtf(
        "{\\fonttbl{\\f0\\fcharset0 A;}}{\\info{\\title \\'cb\\'e8}{\\upr{\\author ?}{\\*\\ud{\\author \\u1051?\\u1080?}}}{\\operator A}{\\operator B}}a",
        '\\ansi\\ansicpg1251\\deff0',
      ),
    )
    expect(metadata).to.deep.equal({title: 'Ли', author: 'Ли', last_modified_by: 'B'})
  })

  it('marks list items by a dash or by their number', async () => {
    const {text} = await readAs('rtf', rtf("{\\listtext\\'b7\\tab}sail\\par{\\pntext 2.\\tab}steer\\par"))
    expect(text).to.equal('- sail\n2. steer')
  })

  it('knows headings by outline level and by style, levels of lists, and space between paragraphs', async () => {
    const {text} = await readAs(
      'rtf',
      rtf(
        "{\\stylesheet{\\s0 Normal;}{\\s1 heading 1;}{\\s2 Title;}}\\pard\\s2 Ana Roy\\par\\pard\\s1 Work\\par{\\listtext\\'b7\\tab}\\pard\\ilvl1 sail\\par\\pard\\outlinelevel1 2020\\par\\pard\\sa200 one\\par\\pard two\\par three",
      ),
    )
    expect(text).to.equal('# Ana Roy\n\n# Work\n\n  - sail\n\n## 2020\n\none\n\ntwo\nthree')
  })

  it('shows link targets', async () => {
    const field = '{\\field{\\*\\fldinst{HYPERLINK "https://example.org/ana"}}{\\fldrslt{\\ul my page}}}'
    expect((await readAs('rtf', rtf(`See ${field} now`))).text).to.equal(
      'See my page (https://example.org/ana) now',
    )
  })

  it('leaves hidden and deleted text out, keeps white text, and flags what is hidden', async () => {
    const {text, codes} = await readAs(
      'rtf',
      rtf('{\\colortbl;\\red255\\green255\\blue255;}a{\\v secret}{\\cf1 white}{\\deleted gone}'),
    )
    expect(text).to.equal('awhite')
    expect(codes).to.deep.equal(['HIDDEN_TEXT'])
  })

  it('bears damage', async () => {
    expect((await readAs('rtf', '{\\rtf1 cut {\\b off')).codes).to.deep.equal(['SALVAGED'])
    expect((await readAs('rtf', '{\\rtf1 a}}}} b')).text).to.contain('a')
    expect(await codeOf(readAs('rtf', 'not rtf'))).to.equal('CORRUPT')
    expect(await codeOf(readAs('rtf', `{\\rtf1 ${'{'.repeat(100_000)}`))).to.equal('TOO_LARGE')
  })
})
