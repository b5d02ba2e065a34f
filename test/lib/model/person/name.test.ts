import {expect} from 'chai'
import {findName} from '#lib/model/person/find-name.js'
import {bearsName, compareNames, type NameRelation} from '#lib/model/person/name.js'

describe('compareNames', () => {
  const relations: [one: string | null, other: string | null, relation: NameRelation][] = [
    ['Anna Nowak', 'NOWAK, Anna', 'same'],
    ['Anna Nowak', 'Dr. Anna Maria Nowak', 'same'],
    ['A. Nowak', 'Anna Nowak', 'same'],
    ['AnnaNowak', 'Anna Nowak', 'same'],
    ['Jürgen Müller', 'Juergen Mueller', 'same'],
    ['Søren Łęcki', 'Soren Lecki', 'same'],
    ['李小龙', '小龙 李', 'same'],
    ['Robert Hale Jr.', 'Robert Hale', 'same'],
    ['Robert Hale Jr.', 'Hale, Robert, Jr', 'same'],
    ['Anna Nowak', 'Anna Novak', 'close'],
    ['Robert Hale Sr.', 'Robert Hale Jr.', 'different'],
    ['Robert Hale II', 'Robert Hale III', 'different'],
    ['Anna Nowak', 'Anna Kowalska', 'different'],
    ['Anna Nowak', 'Jan Nowak', 'different'],
    ['John M. Doe', 'John K. Doe', 'different'],
    ['Ann Lee', 'Amy Lee', 'different'],
    ['李小龙', '王小龙', 'different'],
    ['Anna Nowak', 'Anna', 'unknown'],
    ['Xiaolong Li', '李小龙', 'unknown'],
    ['Anna Nowak', null, 'unknown'],
  ]
  for (const [one, other, relation] of relations) {
    it(`finds ${one} and ${other} ${relation}`, () => {
      expect([compareNames(one, other), compareNames(other, one)]).to.deep.equal([relation, relation])
    })
  }
})

describe('bearsName', () => {
  const addresses: [address: string, name: string, bears: boolean][] = [
    ['anna.nowak@example.org', 'Anna Nowak', true],
    ['anowak@example.org', 'Anna Nowak', true],
    ['anna@nowak.example', 'Anna Nowak', true],
    ['j.mueller@example.org', 'Jürgen Müller', false],
    ['juergen.mueller@example.org', 'Jürgen Müller', true],
    ['anna.schmidt@example.org', 'Anna Nowak', false],
    ['office@example.org', 'Anna Nowak', false],
  ]
  for (const [address, name, bears] of addresses) {
    it(`${bears ? 'sees' : 'does not see'} ${name} in ${address}`, () => {
      expect(bearsName(`mail:${address}`, name)).to.equal(bears)
    })
  }
})

describe('findName', () => {
  it('takes the line that an address bears out, wherever it is', () => {
    const text = '# Curriculum Vitae\n- Home\n- Grand Harbour\n\nNowak Anna | anna.nowak@example.org'
    expect(findName(text, ['mail:anna.nowak@example.org'])).to.deep.equal({name: 'Nowak Anna', sure: true})
  })

  it('is not sure of one at the foot or behind other words, who may be an agent', () => {
    const mail = ['mail:paul.stone@agency.example']
    const foot = `${'Kept harbours\n'.repeat(20)}Paul Stone, agent`
    for (const text of [foot, 'Agency Ltd, Paul Stone'])
      expect(findName(text, mail)).to.deep.equal({name: 'Paul Stone', sure: false})
  })

  it('guesses from the top, and says so', () => {
    expect(findName('# Curriculum Vitae\nPage 1\nAnna Nowak\n', [])).to.deep.equal({
      name: 'Anna Nowak',
      sure: false,
    })
  })

  it('finds none in headings, headlines and sentences', () => {
    const text = 'Curriculum Vitae\nSoftware Engineer\nabout me\nI have kept harbours for years\n2019'
    expect(findName(text, [])).to.equal(null)
  })
})
