import {expect} from 'chai'
import fc from 'fast-check'
import {writesCompounds} from '#lib/model/search/compounds.js'
import {documentTerms} from '#lib/model/search/document-terms.js'
import {BACKWARDS_MARK, extraTerms} from '#lib/model/search/extra-terms.js'
import {spellings} from '#lib/model/search/spellings.js'
import {fold} from '#lib/model/search/words.js'

const extra = (text: string, compounds = false) => extraTerms(text, {compounds}).split(' ').filter(Boolean)

describe('fold', () => {
  it('makes small letters without diacritics', () => {
    expect(fold('Łukasz MÜLLER Đoković Ångström Nguyễn İzmir ısı')).to.equal(
      'lukasz muller dokovic angstrom nguyen izmir isi',
    )
  })

  it('leaves every character at its place', () => {
    fc.assert(
      fc.property(fc.string({unit: 'binary'}), (text) => {
        expect(fold(text)).to.have.length(text.length)
      }),
    )
  })
})

describe('spellings', () => {
  const cases: [word: string, spellings: string[]][] = [
    ['Müller', ['mueller']],
    ['Straße', ['strasse']],
    ['Łukasz', ['lukasz']],
    ['Sørensen', ['sorensen', 'soerensen']],
    ['Cœur', ['coeur']],
    ['Ｊａｖａ', ['java']],
    ['José', []],
    ['Mueller', []],
    ['が', []],
  ]
  for (const [word, expected] of cases)
    it(`of ${word}`, () => expect(spellings(word)).to.deep.equal(expected))
})

describe('extraTerms', () => {
  it('has pairs of CJK characters, one run after the other', () => {
    expect(extra('山田太郎、東京')).to.deep.equal(['山田', '田太', '太郎', '郎', '東京', '京'])
  })

  it('takes what a blank or a middle dot parts for one run', () => {
    const whole = ['山田', '田太', '太郎', '郎']
    for (const name of ['山田 太郎', '山田　太郎', '山 田 太 郎', '山田・太郎'])
      expect(extra(name)).to.deep.equal(whole)
    expect(extra('山田\n太郎')).to.deep.equal(['山田', '田', '太郎', '郎'])
  })

  it('parts Latin words from CJK ones', () => {
    expect(extra('Javaエンジニア')).to.deep.equal(['java', 'エン', 'ンジ', 'ジニ', 'ニア', 'ア'])
  })

  it('has names with signs, and words without their hyphens', () => {
    expect(extra('C++, C# und .NET; Front-End mit Node.js; anna-maria@example.org')).to.have.members([
      'cplusplus',
      'csharp',
      'dotnet',
      'frontend',
      'nodejs',
    ])
  })

  it('has long words backwards where compounds are written as one word', () => {
    expect(extra('Softwareentwickler im Team', true)).to.deep.equal([`${BACKWARDS_MARK}relkciwtneerawtfos`])
    expect(extra('Softwareentwickler im Team')).to.deep.equal([])
  })

  it('adds nothing to plain English', () => {
    expect(extra('Platform engineer, 10 years of Kubernetes')).to.deep.equal([])
  })
})

describe('writesCompounds', () => {
  it('knows it by the language, and looks where that is not known', () => {
    expect(writesCompounds('de', '')).to.equal(true)
    expect(writesCompounds('en', 'mit und für bei')).to.equal(false)
    expect(writesCompounds(null, 'Leitung und Aufbau, Arbeit mit Kunden, bei Bedarf')).to.equal(true)
    expect(writesCompounds(null, 'MIT licence and more')).to.equal(false)
  })
})

describe('documentTerms', () => {
  const document = {fileName: 'cv.pdf', language: 'en', text: '', sections: [], profile: null}

  it('takes the fields from the profile', () => {
    const resume = {
      basics: {name: 'Jürgen Groß', label: 'Platform engineer'},
      work: [{name: 'Acme', position: 'Lead'}, {position: 'Engineer'}],
      skills: [{name: 'Cloud', keywords: ['AWS', 'C++']}],
    }
    const terms = documentTerms({...document, profile: {resume, found: {}}})
    expect(terms).to.deep.equal({
      name: 'Jürgen Groß\njuergen gross',
      headline: 'Platform engineer',
      skills: 'Cloud\nAWS\nC++\ncplusplus',
      titles: 'Lead\nEngineer',
      employers: 'Acme',
      fileName: 'cv.pdf',
      extra: '',
    })
  })

  it('takes the skills from their section where no profile tells them', () => {
    const text = '# Anna\n\n## Skills\nJava, SQL\nGo\n\n## Education\nMath'
    const sections = [
      {kind: 'skills' as const, heading: 'Skills', page: 1, line: 3},
      {kind: 'education' as const, heading: 'Education', page: 1, line: 7},
    ]
    expect(documentTerms({...document, text, sections}).skills).to.equal('Java, SQL\nGo\n')
  })
})
