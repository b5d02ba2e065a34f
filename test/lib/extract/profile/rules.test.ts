import {expect} from 'chai'
import {isGrade, withoutGrades} from '#lib/extract/profile/grades.js'
import {isLeave} from '#lib/extract/profile/leaves.js'
import {countryOfNumber, likelyCountries} from '#lib/extract/profile/phone-country.js'
import {isPlaceholder} from '#lib/extract/profile/placeholders.js'
import {readProfile} from '#lib/extract/profile/profile.js'
import {findSections} from '#lib/extract/structure/sections.js'

function profileOf(text: string, language = 'en') {
  return readProfile({text, pageStarts: [1], sections: findSections(text), language, metadata: {}})
}

/** A rule on single texts: those that it holds for, and those that look alike. */
const RULES: Record<string, {holds: (text: string) => boolean; yes: string[]; no: string[]}> = {
  'a grade': {
    holds: isGrade,
    yes: [
      '2:1',
      'First Class Honours',
      'GPA 3.7/4.0',
      '8.4 CGPA',
      '88 %',
      'Note: 1,9',
      'Abschlussnote 2,3',
      '105/110 e lode',
      'mention bien',
      'magna cum laude',
      'with distinction',
      '(Note 1,4)',
      '15 valores',
    ],
    no: [
      'BSc Biology',
      '2010/11',
      '2019',
      'Notre Dame College',
      'Merit School',
      'Grade 6 School, Leeds',
      'Class of 2011',
    ],
  },
  'a time without work': {
    holds: isLeave,
    yes: [
      'Elternzeit',
      'Career break',
      'Parental Leave, second child',
      'arbeitsuchend',
      'Congé maternité',
      '育児休業',
    ],
    no: [
      'Maternity leave cover',
      'Elternzeitvertretung',
      'Leave administrator',
      'Break-fix technician',
      'Sabbatini Ltd',
    ],
  },
  'a gap of a template': {
    holds: isPlaceholder,
    yes: [
      'Your Name',
      '[Company]',
      '[Company] – [City, State]',
      '[Job title] at Acme',
      '<Job title>',
      'Company Name',
      'Job Title 2',
      'First Name Last Name',
      'Ihr Name',
      'Votre nom',
      'Vorname Nachname',
      'email@example.com',
      'your.name@domain.com',
      '(123) 456-7890',
      '+00 000 000 000',
      'https://linkedin.com/in/yourname',
      '○○株式会社',
      'Lorem ipsum dolor',
    ],
    no: [
      'Jo Harrowgate',
      'jo@example.com',
      'Name Brands Ltd',
      '[24]7.ai',
      '[Senior] Developer',
      'The Company Store',
      '+44 1632 960123',
      '(415) 555-0188',
      'https://github.com/joh',
      'Your Move Estate Agents',
    ],
  },
}

describe('a rule of profiles', () => {
  for (const [what, {holds, yes, no}] of Object.entries(RULES)) {
    for (const text of yes)
      it(`takes ${JSON.stringify(text)} for ${what}`, () => expect(holds(text)).to.equal(true))
    for (const text of no)
      it(`does not take ${JSON.stringify(text)} for ${what}`, () => expect(holds(text)).to.equal(false))
  }
})

describe('the line of a school without its grades', () => {
  const rest = (text: string) => withoutGrades({kind: 'text', text, depth: 0, line: 1, page: 1}).text
  for (const [text, expected] of [
    ['University of Harrow, 2:1', 'University of Harrow'],
    ['University of Harrow (GPA 3.7/4.0)', 'University of Harrow'],
    ['University of Harrow, 2014 – 3.75', 'University of Harrow, 2014'],
    ['University of Harrow, 8.5/10', 'University of Harrow'],
  ] as const) {
    it(`is ${JSON.stringify(expected)} for ${JSON.stringify(text)}`, () =>
      expect(rest(text)).to.equal(expected))
  }
  for (const text of [
    'University of Harrow (09/10 – 06/14)',
    'University of Harrow, 09/2016 - 06/20',
    'University of Harrow, 10.16 – 09.20',
    'University of Harrow, 10/10 – present',
    'Universität Harrow | 10.10 — heute',
  ]) {
    it(`keeps the dates of ${JSON.stringify(text)}`, () => expect(rest(text)).to.equal(text))
  }

  it('takes no time worth naming to find, however many blanks there are', () => {
    const blanks = ' '.repeat(20_000)
    const start = performance.now()
    for (const mark of ['', ',', '\t', 'note', 'with']) rest(`Harrow${blanks}${mark}${blanks}x`)
    rest(`Harrow${'\t'.repeat(20_000)}x`)
    expect(performance.now() - start).to.be.below(500)
  })
})

describe('the country of a number without its code', () => {
  for (const [number, language, postCode, country] of [
    ['079 123 45 67', 'de', undefined, 'CH'],
    ['0664 1234567', 'de', undefined, 'AT'],
    ['0151 12345678', 'de', undefined, 'DE'],
    ['06131 7654321', 'de', '55116', 'DE'],
    ['0478 12 34 56', 'fr', '1000', 'BE'],
    ['06 12 34 56 78', 'fr', undefined, 'FR'],
    ['612 345 678', 'es', '50001', 'ES'],
    ['612 345 678', 'es', undefined, undefined],
    ['(11) 98765-4321', 'pt', undefined, 'BR'],
    ['(312) 555-0147', 'en', undefined, undefined],
  ] as const) {
    it(`is ${country ?? 'not told'} for ${number} in ${language}${postCode ? ` at ${postCode}` : ''}`, () => {
      expect(countryOfNumber(number, likelyCountries(language, postCode), language)).to.equal(country)
    })
  }
})

describe('a text that is no CV', () => {
  const texts: Record<string, string> = {
    'an invoice': `Exempel Supplies Ltd\nTel: 01632 960 010   accounts@exempel-supplies.co.uk\n\nINVOICE No. 20394\nDate: 12 March 2024\nBill to: Mr John Carter\n\nDescription\tQty\tPrice\nPrinter paper\t20\t£4.50\nDelivery, March 2024 – April 2024\t1\t£12.00`,
    'a page of a novel': `Chapter Seven\n\nMrs Abernathy, the cook, stood at the window.\n"He will not come," said Tom Baker, the butcher's boy. "Not before 1891."\n\nExperience had taught her to wait.`,
    'source code': `# Author: Jane Doe <jane.doe@example.com>\n# Experience\nclass Manager(Employee):\n    """Skills: python"""\n    def __init__(self, name, since=2019):\n        self.phone = "+1 415 555 0100"`,
    'an advertisement of a job': `Senior Engineer (m/f/d)\nExempel Health, Berlin\n\nAbout us\nWe build software. Founded in 2012.\n\nYour tasks\n- Build APIs\n\nSkills\nGo, PostgreSQL\n\nWe offer\n30 days of holiday\n\nCall Anna Keller, +49 30 1234567.`,
    'a letter': `Sandra Ott\nLindenallee 4, 50968 Köln\nsandra.ott@example.de\n\nBewerbung als Floristin\n\nSehr geehrte Frau Seidel,\n\nseit 2018 arbeite ich als Floristin.\n\nSandra Ott`,
    'headings with nothing below':
      'Curriculum Vitae\n\nPersonal Details\n\nWork Experience\n\nEducation\n\nSkills\n\nReferences',
    'a template that nobody filled in': `# Your Name\n\n[City, ST ZIP Code] | (123) 456-7890 | email@example.com\n\n## Experience\n\n**[Job Title]** | [Company]\n[Dates From – To]\n\n**Job Title**, Company Name\nMay 2019 – June 2020\n\n## Education\n\n**[Degree]** | [School]`,
  }
  for (const [what, text] of Object.entries(texts)) {
    it(`gives no profile: ${what}`, () => expect(profileOf(text)).to.equal(null))
  }
})
