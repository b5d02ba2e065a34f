import Database from 'better-sqlite3'
import {expect} from 'chai'
import fc from 'fast-check'
import {AtsError} from '#lib/model/errors.js'
import {parseQuery} from '#lib/model/search/parse-query.js'
import {matchExpression} from '#lib/store/sqlite/search/match-expression.js'

describe('matchExpression', () => {
  const database = new Database(':memory:')
  before(() => {
    database.exec(`CREATE VIRTUAL TABLE documents_fts USING fts5 (
      name, headline, skills, titles, employers, file_name, text, extra, facets, tokenize = 'unicode61 remove_diacritics 2')`)
  })
  after(() => database.close())

  /** What FTS5 says of a query, or that it was refused before. */
  const ask = (query: string) => {
    try {
      const {query: wanted} = parseQuery(query)
      if (wanted === undefined) return 'everything'
      database
        .prepare('SELECT rowid FROM documents_fts WHERE documents_fts MATCH ?')
        .all(matchExpression(wanted))
      return 'searched'
    } catch (error) {
      if (error instanceof AtsError && error.code === 'USAGE') return 'refused'
      throw error
    }
  }

  it('is understood by FTS5 whatever was typed', () => {
    const piece = fc.oneof(
      fc.string({unit: 'binary', maxLength: 5}),
      fc.constantFrom(
        '(',
        ')',
        '"',
        '-',
        '*',
        ' ',
        ' AND ',
        ' OR ',
        ' NOT ',
        'skill:',
        'lang:',
        'de',
        'after:2026',
      ),
      fc.constantFrom(
        'Entwickler',
        'C++',
        '山',
        '山田',
        'front-end',
        'NEAR(a b)',
        '{a}',
        '^a',
        'a+b',
        "'",
        '\0',
        '\ue000any',
      ),
    )
    fc.assert(
      fc.property(fc.array(piece, {maxLength: 25}), (pieces) => {
        ask(pieces.join(''))
      }),
      {numRuns: 3_000},
    )
  })

  it('is understood by FTS5 however a query is built', () => {
    const {tree} = fc.letrec<{tree: string}>((tie) => ({
      tree: fc.oneof(
        {depthSize: 'medium', withCrossShrink: true},
        fc.constantFrom('entwickler', '"a b"', 'kube*', 'skill:java', 'lang:de', '山田', 'Müller'),
        fc
          .tuple(tie('tree'), fc.constantFrom(' ', ' AND ', ' OR ', ' NOT '), tie('tree'))
          .map(([a, by, b]) => `(${a}${by}${b})`),
        tie('tree').map((one) => `-${one}`),
        tie('tree').map((one) => `name:${one}`),
      ),
    }))
    fc.assert(
      fc.property(tree, (query) => {
        expect(ask(query)).to.be.oneOf(['searched', 'refused'])
      }),
      {numRuns: 1_000},
    )
  })

  it('is not too deep or too long for FTS5 where it is not too deep or too long for us', () => {
    const deep = (depth: number, open: string, close: string) =>
      `${open.repeat(depth)}entwickler${close.repeat(depth)}`
    expect(ask(deep(12, '(', ')'))).to.equal('searched')
    expect(ask(deep(12, '(a OR ', ')'))).to.equal('searched')
    expect(ask(deep(12, '(b c OR a AND ', ' x)'))).to.equal('searched')
    expect(ask(deep(5, '-(a ', ' -b)'))).to.equal('searched')
    expect(ask(deep(5, 'name:(a ', ' -b)'))).to.equal('searched')
    expect(ask('entwickler '.repeat(256))).to.equal('searched')
    expect(ask(Array(128).fill('müllerin').join(' OR '))).to.equal('searched')
    expect(ask('-entwickler '.repeat(128))).to.equal('searched')
  })
})
