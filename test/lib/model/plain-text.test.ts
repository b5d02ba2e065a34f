import {expect} from 'chai'
import {plainText} from '#lib/model/plain-text.js'

describe('plain text', () => {
  it('has no heading marks, and keeps lists, numbers, tables and links', () => {
    const text = '# Ada Beispiel\n\n## Work\n\n- Pilot\n1. Cook\nYear\tPlace\nmy site (https://example.com)'
    expect(plainText(text, 'pdf')).to.equal(
      'Ada Beispiel\n\nWork\n\n- Pilot\n1. Cook\nYear\tPlace\nmy site (https://example.com)',
    )
  })

  it('gives back a line that began with a hash in the source', () => {
    expect(plainText('\\# 1 in sales\n#hashtag\nC# and F#\n\\# # x', 'docx')).to.equal(
      '# 1 in sales\n#hashtag\nC# and F#\n# # x',
    )
  })

  it('leaves a text file alone', () => {
    const text = '# not a heading\n\\# nor this\n**stars**'
    expect(plainText(text, 'txt')).to.equal(text)
  })

  const MARKDOWN: [source: string, plain: string][] = [
    ['# Ada #\n\nWork\n====\n\nSchool\n---', 'Ada\n\nWork\n\nSchool'],
    ['**Pilot** at *Example* and __Cook__ ~~never~~', 'Pilot at Example and Cook never'],
    ['snake_case_name and 2 * 3 * 4', 'snake_case_name and 2 * 3 * 4'],
    [
      '[my site](https://example.com/a_b_c "Title") ![photo](me.png)',
      'my site (https://example.com/a_b_c) photo (me.png)',
    ],
    ['<ada@example.com> <https://example.com>', 'ada@example.com https://example.com'],
    ['* one\n+ two\n- three\n1. four', '- one\n- two\n- three\n1. four'],
    ['> quoted\n\n***\n\nafter', 'quoted\n\nafter'],
    ['`a * b * c`\n\n```js\n# **kept**\n```', 'a * b * c\n\n# **kept**'],
    ['C\\# and \\*stars\\*', 'C# and *stars*'],
  ]
  for (const [source, plain] of MARKDOWN) {
    it(`reads ${JSON.stringify(source)} as Markdown means it`, () =>
      expect(plainText(source, 'md').trim()).to.equal(plain))
  }
})
