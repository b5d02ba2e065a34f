import {expect} from 'chai'
import fc from 'fast-check'
import {renderFields, renderTable} from '#lib/cli/table.js'
import {cutTo, textWidth, wrapWords} from '#lib/cli/width.js'

interface Row {
  id: string
  path: string
}

const COLUMNS = [
  {header: 'ID', value: ({id}: Row) => id},
  {header: 'PATH', value: ({path}: Row) => path, cut: 'middle' as const},
]

describe('width', () => {
  it('counts columns, not characters', () => {
    expect(textWidth('abc')).to.equal(3)
    expect(textWidth('履歴書')).to.equal(6)
    expect(textWidth('e\u0301')).to.equal(1)
    expect(textWidth('👩‍💻')).to.equal(2)
  })

  it('cuts to the columns there are, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({unit: 'grapheme'}), fc.integer({min: 1, max: 40}), (text, columns) => {
        expect(textWidth(cutTo(text, columns, 'middle'))).to.be.at.most(Math.max(columns, 1))
      }),
    )
  })

  it('keeps both ends of a path', () => {
    expect(cutTo('/srv/inbox/2026/anna-andersson.pdf', 20, 'middle')).to.equal('/srv/i…andersson.pdf')
  })
})

describe('fields', () => {
  it('break at words where they are wider than the terminal, and at none in a pipe', () => {
    const fields = [
      ['ats documents export', 'Write documents to a file, with their times and reasons.'],
      ['ats db', 'Look after it.'],
    ] as const
    expect(renderFields(fields).split('\n')).to.have.length(3)
    const lines = renderFields(fields, 50).trimEnd().split('\n')
    expect(lines).to.deep.equal([
      'ats documents export  Write documents to a file,',
      '                      with their times and',
      '                      reasons.',
      'ats db                Look after it.',
    ])
  })

  it('break into lines that fit and lose no word', () => {
    const words = fc.array(fc.stringMatching(/^[a-z]{1,8}$/), {minLength: 1})
    fc.assert(
      fc.property(words, fc.integer({min: 8, max: 40}), (parts, columns) => {
        const lines = wrapWords(parts.join(' '), columns)
        expect(lines.join(' ')).to.equal(parts.join(' '))
        for (const line of lines) expect(textWidth(line)).to.be.at.most(columns)
      }),
    )
  })
})

describe('a table', () => {
  const rows = [{id: '1', path: `/srv/${'履'.repeat(60)}/cv\n.pdf`}]

  it('cuts nothing in a pipe, and keeps a row on a line', () => {
    const [header, row, end] = renderTable(rows, COLUMNS).split('\n')
    expect(header).to.equal('ID  PATH')
    expect(row).to.contain('履'.repeat(60)).and.to.contain('cv\\n.pdf')
    expect(end).to.equal('')
  })

  it('leaves optional columns out where there is no room for them', () => {
    const columns = [
      {header: 'ID', value: () => '12345678'},
      {header: 'PAGES', value: () => '1', optional: true},
      {header: 'FILE', value: () => 'anna-andersson.pdf', cut: 'middle' as const},
      {header: 'AGE', value: () => '2 min ago', optional: true},
    ]
    const header = (width?: number) => renderTable([1], columns, {width}).split('\n')[0]?.split(/ +/)
    expect(header()).to.deep.equal(['ID', 'PAGES', 'FILE', 'AGE'])
    expect(header(36)).to.deep.equal(['ID', 'PAGES', 'FILE', 'AGE'])
    expect(header(35)).to.deep.equal(['ID', 'PAGES', 'FILE'])
    expect(header(20)).to.deep.equal(['ID', 'FILE'])
    expect(header(5)).to.deep.equal(['ID', 'FILE'])
  })

  it('fits a terminal', () => {
    for (const width of [20, 40, 80]) {
      for (const line of renderTable(rows, COLUMNS, {width}).trimEnd().split('\n')) {
        expect(textWidth(line)).to.be.at.most(width)
      }
    }
  })
})
