import {expect} from 'chai'
import {contactsOf} from '#lib/model/person/contacts.js'

describe('contactsOf', () => {
  const texts: [what: string, text: string, contacts: string[]][] = [
    ['an address in capitals, with a tag', 'Anna.Nowak+cv@Example.ORG', ['mail:anna.nowak@example.org']],
    ['a number with its country', 'Tel. +49 (0)171 234 56 78', ['tel:712345678']],
    ['the same without', '0171/2345678', ['tel:712345678']],
    ['an American one after a postcode', 'Springfield 94588  (555) 123-4567', ['tel:551234567']],
    [
      'profiles',
      'https://www.linkedin.com/in/Anna-Nowak/ github.com/anowak',
      ['linkedin:anna-nowak', 'github:anowak'],
    ],
    ['no project of somebody', 'https://github.com/somebody/project', []],
    ['no years and no dates', '2019 – 2023, 12.05.2019, 2019-2023, 1 234 567 890 words', []],
    [
      'nothing of those who give references',
      'anna@a.example\n\n# References\nboss@b.example',
      ['mail:anna@a.example'],
    ],
  ]
  const presenters = [
    'Presented by: Talentbridge, Paul Stone, paul@agency.example, 0171/7654321',
    'Represented by\nTalentbridge Ltd\nPaul Stone\npaul@agency.example 0171/7654321',
    '## Ihr Ansprechpartner: Paul Stone\npaul@agency.example\n0171/7654321\n',
    'Présentée par Talentbridge (paul@agency.example)',
    'Your contact:\n\nPaul Stone\npaul@agency.example',
  ]
  for (const presenter of presenters) {
    it(`finds nothing of who is named by ${JSON.stringify(presenter)}`, () => {
      const resume = {basics: {email: 'paul@agency.example', phone: '+491717654321'}}
      const found = contactsOf(`${presenter}\n\nAnna Nowak\nanna@a.example\n0171/1112223`, resume)
      expect(found.filter((contact) => /paul|717654321/.test(contact))).to.deep.equal(
        presenter.includes('7654321') ? [] : ['tel:717654321'],
      )
      expect(found).to.include('mail:anna@a.example')
    })
  }

  for (const [what, text, contacts] of texts) {
    it(`finds ${what}`, () => {
      expect(contactsOf(text, undefined)).to.deep.equal(contacts)
    })
  }

  it('puts what the profile says first, and once', () => {
    const resume = {basics: {email: 'b@example.org', phone: '+491712345678'}}
    expect(contactsOf('a@example.org b@example.org 0171 2345678', resume)).to.deep.equal([
      'mail:b@example.org',
      'mail:a@example.org',
      'tel:712345678',
    ])
  })

  const hostileTexts = {
    'spaces after a heading': `Anna\nreferences${' '.repeat(59_000)}x`,
    'number signs': `Anna\n${'#'.repeat(59_000)}`,
    'dots in a profile link': `github.com/a${'.'.repeat(59_000)}a`,
  }
  for (const [what, text] of Object.entries(hostileTexts)) {
    it(`reads a long run of ${what} at once`, () => {
      const start = performance.now()
      contactsOf(text, undefined)
      expect(performance.now() - start).to.be.below(200)
    })
  }

  for (const heading of ['References', '## REFEREES:', '  推荐人 ', 'Referenzen : \r']) {
    it(`takes ${JSON.stringify(heading)} for the end of what is the person's own`, () => {
      expect(contactsOf(`a@a.example\n${heading}\nb@b.example`, undefined)).to.deep.equal([
        'mail:a@a.example',
      ])
    })
  }

  for (const hostile of ['a', '1', '1 ', '\n', '@', 'a@', 'github.com/a', '+']) {
    it(`reads a long run of ${JSON.stringify(hostile)} at once`, () => {
      const start = performance.now()
      contactsOf(hostile.repeat(60_000 / hostile.length), undefined)
      expect(performance.now() - start).to.be.below(1_000)
    })
  }
})
