import {expect} from 'chai'
import fc from 'fast-check'
import {AtsError} from '#lib/model/errors.js'
import {parseQuery} from '#lib/model/search/parse-query.js'
import type {SearchQuery} from '#lib/model/search/query.js'

/** A query as it was understood, every level in brackets. */
function shape(query: SearchQuery | undefined): string {
  switch (query?.kind) {
    case undefined:
      return ''
    case 'and':
      return `[${query.parts.map(shape).join(' & ')}]`
    case 'or':
      return `[${query.parts.map(shape).join(' | ')}]`
    case 'not':
      return `!${shape(query.part)}`
    case 'facet':
      return `${query.facet}=${query.values.join('+')}`
    case 'words': {
      const {field, quoted, text, prefix} = query
      return `${field ? `${field}:` : ''}${quoted ? `"${text}"` : text}${prefix ? '*' : ''}`
    }
  }
}

const understood = (query: string) => shape(parseQuery(query).query)

const error = (query: string): AtsError => {
  try {
    parseQuery(query)
  } catch (thrown) {
    if (thrown instanceof AtsError) return thrown
    throw thrown
  }
  throw new Error(`${query} was understood`)
}

describe('parseQuery', () => {
  const queries: [query: string, shape: string][] = [
    ['kubernetes', 'kubernetes'],
    ['kubernetes berlin', '[kubernetes & berlin]'],
    ['kubernetes AND berlin remote', '[kubernetes & berlin & remote]'],
    ['a b OR c', '[[a & b] | c]'],
    ['a (b OR c)', '[a & [b | c]]'],
    ['and or not', '[and & or & not]'],
    ['"machine learning"', '"machine learning"'],
    ['“machine learning” „Leiter IT“ «chef»', '["machine learning" & "Leiter IT" & "chef"]'],
    ['kube*', 'kube*'],
    ['"machine learn*"', '"machine learn"*'],
    ['"machine learn"*', '"machine learn"*'],
    ['-intern java', '[!intern & java]'],
    ['NOT (a OR b) c', '[![a | b] & c]'],
    ['NOT NOT a', 'a'],
    ['a AND NOT b', '[a & !b]'],
    ['-"data entry"', '!"data entry"'],
    ['skill:java', 'skills:java'],
    ['Skill:java', 'skills:java'],
    ['skill:(java OR "c sharp") x', '[[skills:java | skills:"c sharp"] & x]'],
    ['title: engineer', 'titles:engineer'],
    ['-company:acme', '!employers:acme'],
    ['name:(anna title:x)', '[name:anna & titles:x]'],
    ['lang:de,FR', 'language=de+fr'],
    ['type:word OR type:jpg', '[type=doc+docx | type=jpeg]'],
    ['front-end C++ .NET e-mail@example.org', '[front-end & C++ & .NET & e-mail@example.org]'],
    ['https://example.org/x 12:30', '[https://example.org/x & 12:30]'],
    ['R & D -', '[R & D]'],
    ['山田 太郎', '[山田 & 太郎]'],
  ]
  for (const [query, expected] of queries)
    it(`reads ${query}`, () => expect(understood(query)).to.equal(expected))

  it('reads times at the top, the narrowest of several', () => {
    const {query, after, before} = parseQuery('java after:2026-03 after:2025 before:2026-05-02')
    expect(shape(query)).to.equal('java')
    expect([after, before]).to.deep.equal([new Date('2026-03-01T00:00Z'), new Date('2026-05-02T00:00Z')])
    expect(parseQuery('after:2026')).to.deep.equal({after: new Date('2026-01-01T00:00Z')})
  })

  const wrong: [query: string, character: number, says: RegExp][] = [
    ['', 1, /nothing to look for/],
    ['& +', 1, /nothing to look for/],
    ['java AND', 9, /missing after AND/],
    ['OR java', 1, /missing before OR/],
    ['java OR OR c', 9, /missing after OR/],
    ['(java', 1, /"\(" is not closed/],
    ['java )', 6, /"\)" closes nothing/],
    ['()', 1, /nothing in the parentheses/],
    ['x (', 4, /missing after \(/],
    ['a "b c', 3, /quote " is not closed/],
    ['""', 1, /no word in the quotes/],
    ['*ops', 1, /a \* may only end a word/],
    ['k*s', 2, /a \* may only end a word/],
    ['skill:', 7, /missing after skill:/],
    ['after:', 7, /a date is missing after after:/],
    ['a skil:java', 3, /skil: is no field/],
    ['lang:german', 6, /"german" is no language/],
    ['type:pdg', 6, /"pdg" is no type of file/],
    ['after:2026-02-30', 7, /"2026-02-30" is no date/],
    ['a OR before:2026', 13, /before: holds for the whole search/],
    ['-after:2026', 8, /after: holds for the whole search/],
    [`${'('.repeat(30)}a${')'.repeat(30)}`, 13, /nested too deeply/],
    ['a '.repeat(300), 513, /too long/],
    [`bob OR ${'a'.repeat(100_000)}`, 4_001, /too long/],
    [`x "${'a '.repeat(100)}"`, 3, /phrase is too long/],
    [`lang:${'de,'.repeat(100)}`, 6, /too many values/],
    ['🙂 x AND', 8, /missing after AND/],
  ]
  for (const [query, character, says] of wrong) {
    it(`says what is wrong with ${query.slice(0, 40)}`, () => {
      const {code, message} = error(query)
      expect(code).to.equal('USAGE')
      expect(message).to.match(says)
      expect(message).to.include(`at character ${character}:`)
    })
  }

  it('points at the place and names what is near', () => {
    const {excerpt, suggestions} = error('a skil:java')
    expect(excerpt).to.deep.equal(['a skil:java', '  ^'])
    expect(suggestions).to.deep.equal(['Did you mean skill:? Text with a colon goes in "quotes".'])
  })

  it('understands any text or says what is wrong with it', () => {
    const piece = fc.oneof(
      fc.string({unit: 'binary', maxLength: 6}),
      fc.constantFrom(
        '(',
        ')',
        '"',
        '-',
        '*',
        ' ',
        'AND ',
        'OR ',
        'NOT ',
        'skill:',
        'lang:',
        'after:',
        'a',
        '„',
        '\0',
      ),
    )
    fc.assert(
      fc.property(fc.array(piece, {maxLength: 20}), (pieces) => {
        try {
          parseQuery(pieces.join(''))
        } catch (thrown) {
          if (!(thrown instanceof AtsError && thrown.code === 'USAGE')) throw thrown
        }
      }),
      {numRuns: 2_000},
    )
  })
})
