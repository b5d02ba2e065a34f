import {expect} from 'chai'
import fc from 'fast-check'
import type {Profile} from '#lib/model/profile.js'
import {parseQuery} from '#lib/model/search/parse-query.js'
import {type SnippetOptions, snippetsOf} from '#lib/model/search/snippets.js'
import type {Section} from '#lib/model/section.js'

describe('snippetsOf', () => {
  const show = (
    text: string,
    query: string,
    {
      language = 'en',
      sections = [],
      profile = null,
      ...options
    }: SnippetOptions & {language?: string; sections?: Section[]; profile?: Profile | null} = {},
  ) => {
    const wanted = parseQuery(query).query
    if (!wanted) throw new Error('the query looks for nothing')
    return snippetsOf({text, language, sections, profile, fileName: 'anna-nowak.pdf'}, wanted, options).map(
      ({line, text: shown, matches}) => {
        const characters = [...shown]
        for (const [start, length] of matches.toReversed()) {
          characters.splice(start + length, 0, ']')
          characters.splice(start, 0, '[')
        }
        return `${line} ${characters.join('')}`
      },
    )
  }

  it('shows the lines with most of the words, in the order of the text', () => {
    const text = 'Go\nJava and SQL\nnothing\nJava, Go and SQL\nJava'
    expect(show(text, 'java sql go')).to.deep.equal(['2 [Java] and [SQL]', '4 [Java], [Go] and [SQL]'])
  })

  const cases: [query: string, text: string, shown: string, language?: string][] = [
    ['muller', 'Jürgen Müller', '1 Jürgen [Müller]'],
    ['mueller', 'Jürgen Müller', '1 Jürgen [Müller]'],
    ['Müller', 'J. Mueller', '1 J. [Mueller]'],
    ['strasse', 'Lange Straße 1', '1 Lange [Straße] 1'],
    ['kube*', 'on Kubernetes here', '1 on [Kubernetes] here'],
    ['"machine learning"', 'Machine Learning, learning machine', '1 [Machine Learning], learning machine'],
    ['front-end', 'frontend or Front End', '1 [frontend] or [Front End]'],
    ['C++', 'C, C++ and C#', '1 C, [C++] and C#'],
    ['entwickler', 'Leitende Softwareentwicklerin', '1 Leitende [Softwareentwicklerin]', 'de'],
    ['ingenieur', 'Software-Ingenieurin', '1 Software-[Ingenieurin]', 'de'],
    ['softwareingenieur', 'Software-Ingenieurin', '1 [Software-Ingenieurin]', 'de'],
    ['entwickler', 'Entwicklerinnen', '1 [Entwicklerinnen]', 'de'],
    ['frontend', 'front-end', '1 [front-end]'],
    ['太郎', '🙂 山田太郎です', '1 🙂 山田[太郎]です'],
    ['田中花子', '氏名 田中　花子 様', '1 氏名 [田中　花子] 様'],
    ['java -script', 'java script', '1 [java] script'],
    ['skill:java', 'java', '1 [java]'],
  ]
  for (const [query, text, shown, language] of cases)
    it(`shows ${query} in ${text}`, () =>
      expect(show(text, query, language === undefined ? {} : {language})).to.deep.equal([shown]))

  it('shows a field where it was read, and other words anywhere', () => {
    const text = 'Java island\n## Skills\nJava, SQL\n## Hobbies\nJava coffee'
    const profile = {
      resume: {skills: [{name: 'Java'}]},
      found: {'/skills/0/name': {page: 1, line: 3, confidence: 1}},
    }
    const sections: Section[] = [
      {kind: 'skills', heading: 'Skills', page: 1, line: 2},
      {kind: 'interests', heading: 'Hobbies', page: 1, line: 4},
    ]
    expect(show(text, 'skill:java', {profile})).to.deep.equal(['3 [Java], SQL'])
    expect(show(text, 'skill:java', {sections})).to.deep.equal(['3 [Java], SQL'])
    expect(show(text, 'skill:java coffee', {profile})).to.deep.equal(['3 [Java], SQL', '5 Java [coffee]'])
    expect(show(text, 'skill:sql java', {profile, limit: 3})).to.deep.equal([
      '1 [Java] island',
      '3 [Java], [SQL]',
      '5 [Java] coffee',
    ])
  })

  it('shows the name of the file where the text has none of the words', () => {
    expect(show('something else', 'nowak')).to.deep.equal(['1 anna-[nowak].pdf'])
  })

  it('cuts long lines around what was looked for', () => {
    const [shown = ''] = show(`${'before '.repeat(60)}needle ${'after '.repeat(60)}`, 'needle', {length: 60})
    expect(shown).to.match(/^1 …before .*before \[needle\] after .*…$/)
    expect(shown.length).to.be.at.most(66)
  })

  it('marks inside of what it shows, whatever the text is', () => {
    const text = fc.array(
      fc.oneof(fc.string({unit: 'binary'}), fc.constantFrom('java', ' ', '\n', 'Müller', '山田')),
    )
    fc.assert(
      fc.property(text, fc.integer({min: 10, max: 50}), (pieces, length) => {
        const {query} = parseQuery('java OR mueller OR 山田 OR "a b"')
        if (!query) throw new Error('the query looks for nothing')
        for (const {text: shown, matches} of snippetsOf(
          {text: pieces.join(''), language: 'de', fileName: 'x', sections: [], profile: null},
          query,
          {length},
        )) {
          const all = [...shown].length
          let end = 0
          for (const [start, size] of matches) {
            expect(start).to.be.at.least(end)
            expect(size).to.be.greaterThan(0)
            end = start + size
          }
          expect(end).to.be.at.most(all)
          expect(shown).to.not.include('\n')
        }
      }),
      {numRuns: 500},
    )
  })
})
