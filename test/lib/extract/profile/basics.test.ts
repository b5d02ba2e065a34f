import {expect} from 'chai'
import {readProfile} from '#lib/extract/profile/profile.js'
import {findSections} from '#lib/extract/structure/sections.js'

const HISTORY = '\n\nExperience\nAcme Ltd, Engineer, 2018 – 2020\n'

interface Options {
  language?: string
  metadata?: Record<string, string>
  pageStarts?: number[]
}

function profileOf(text: string, {language, metadata = {}, pageStarts = [1]}: Options = {}) {
  return readProfile({
    text,
    pageStarts,
    sections: findSections(text, pageStarts),
    language: language ?? null,
    metadata,
  })
}

function basicsOf(head: string, options?: Options) {
  return profileOf(head + HISTORY, options)?.resume.basics
}

describe('the name of a person', () => {
  for (const [head, name] of [
    ['Jo Harrowgate', 'Jo Harrowgate'],
    ['JO HARROWGATE', 'Jo Harrowgate'],
    ["SEÁN O'BRIADY-MCKAY", "Seán O'Briady-McKay"],
    ['Dr. rer. nat. Ulrike Sommerfeldt', 'Ulrike Sommerfeldt'],
    ['HARROWGATE Jo', 'HARROWGATE Jo'],
    ['Curriculum Vitae of Jo Harrowgate', 'Jo Harrowgate'],
    ['Curriculum Vitae\n\nJo van der Harrow', 'Jo van der Harrow'],
    ['Resume – Jo Harrowgate', 'Jo Harrowgate'],
    ["Jo Harrowgate's Resume", 'Jo Harrowgate'],
    ['Jo Harrowgate, MSc, PMP', 'Jo Harrowgate'],
    ['Jo Harrowgate | Data Engineer | Leeds', 'Jo Harrowgate'],
    ['Name: Jo Harrowgate', 'Jo Harrowgate'],
    ['Vorname: Jo\nNachname: Harrowgate', 'Jo Harrowgate'],
    ['Europass\nPersonal information Jo\nJo Harrowgate\njo.harrowgate@example.com', 'Jo Harrowgate'],
    ['氏名　山田　太郎', '山田 太郎'],
    ['履歴書\n山田 太郎', '山田 太郎'],
    ['李小龙\n软件工程师', '李小龙'],
    ['Иван Петрович Смирнов', 'Иван Петрович Смирнов'],
    ['김민준', '김민준'],
    ['Νίκος Παπαδάκης', 'Νίκος Παπαδάκης'],
    ['Anna Schneider\nBuchhalterin', 'Anna Schneider'],
    ['John Mason\nSoftware Engineer', 'John Mason'],
    ['Claire Boulanger\nInfirmière', 'Claire Boulanger'],
    ['Name: Henrike Stallmeister', 'Henrike Stallmeister'],
    ['Staff Sergeant Dwayne Hollis', 'Dwayne Hollis'],
    ['Tom Baker\nButcher', 'Tom Baker'],
    ['ANNA KELLNER', 'Anna Kellner'],
    ['Anna Koch-Lang', 'Anna Koch-Lang'],
    ['Tobias Page', 'Tobias Page'],
    ['Max Born', 'Max Born'],
    ['Della Street\ndella.street@example.com', 'Della Street'],
    ['Name: van den Berg, Jan', 'Jan van den Berg'],
    ['Name des Bewerbers: Tom Koch', 'Tom Koch'],
    ["SHANNON O'LEARY RN", "Shannon O'Leary"],
    ['WORK HISTORY\nJo Harrowgate', 'Jo Harrowgate'],
    ['佐藤 花子', '佐藤 花子'],
    ['이력서\n홍길동', '홍길동'],
  ] as const) {
    it(`is ${name} in ${JSON.stringify(head)}`, () => {
      expect(basicsOf(head)?.name).to.equal(name)
    })
  }

  it('is taken from the file itself only where the address agrees', () => {
    const metadata = {author: 'Jo Harrowgate'}
    expect(basicsOf('jo.harrowgate@example.com', {metadata})?.name).to.equal('Jo Harrowgate')
    expect(basicsOf('office@example.com', {metadata})?.name).to.equal(undefined)
  })

  it('is found below a column that is read first, where the address agrees', () => {
    const sidebar =
      'Contact\nharrowgate@example.com\n\nSkills\nJava\nSpring Boot\nApache Kafka\n\nHobbies\nChess\nTrail running\n'
    const text = `${sidebar}${'\nNotes of no one\n'.repeat(4)}\nJo Harrowgate\nEngineer${HISTORY}`
    expect(profileOf(text)?.resume.basics?.name).to.equal('Jo Harrowgate')
  })

  it('is absent where nothing tells it', () => {
    for (const title of ['Software Engineer', 'Head Chef', 'Master Carpenter'])
      expect(basicsOf(`${title}\nhello@example.com`)?.name, title).to.equal(undefined)
  })
})

describe('the contacts of a person', () => {
  for (const [head, email] of [
    ['jo.harrowgate+cv@mail.example.co.uk', 'jo.harrowgate+cv@mail.example.co.uk'],
    ['jo (at) harrow (dot) example', 'jo@harrow.example'],
    ['jo.harrowgate@\nexample.com', 'jo.harrowgate@example.com'],
    ['jo.harrowgate\n@example.com', 'jo.harrowgate@example.com'],
    ['mail (mailto:jo@example.com)', 'jo@example.com'],
    ['info@company.example\njo@example.com', 'jo@example.com'],
    ['meet me at example dot com', undefined],
  ] as const) {
    it(`have the address ${email} in ${JSON.stringify(head)}`, () => {
      expect(basicsOf(`Jo Harrowgate\n${head}`)?.email).to.equal(email)
    })
  }

  for (const [head, phone, options] of [
    ['+49 (0)711 2290417', '+497112290417', {}],
    ['Leeds, United Kingdom\n0113 496 0321', '+441134960321', {}],
    ['Tel. 0711 2290417', '+497112290417', {language: 'de'}],
    ['電話 03-5555-1234', '+81355551234', {language: 'ja'}],
    ['電話 ０９０－１２３４－５６７８', '+819012345678', {language: 'ja'}],
    ['jo@example.fr\n06 12 34 56 78', '+33612345678', {}],
    ['(555) 123-4567', '(555) 123-4567', {}],
    ['Fax: +49 711 2290418\nTel: +49 711 2290417', '+497112290417', {}],
    ['Born 12.05.1987, matriculation 4711', undefined, {language: 'de'}],
  ] as const) {
    it(`have the number ${phone} in ${JSON.stringify(head)}`, () => {
      expect(basicsOf(`Jo Harrowgate\n${head}`, options)?.phone).to.equal(phone)
    })
  }

  for (const [head, network, username] of [
    ['linkedin.com/in/jo-harrow', 'LinkedIn', 'jo-harrow'],
    ['jo-harrow (https://www.linkedin.com/in/jo-harrow/)', 'LinkedIn', 'jo-harrow'],
    ['[my code](https://github.com/joharrow)', 'GitHub', 'joharrow'],
    ['https://stackoverflow.com/users/123/jo', 'Stack Overflow', 'jo'],
    ['GitHub: joharrow', 'GitHub', 'joharrow'],
    ['xing.com/profile/Jo_Harrow', 'XING', 'Jo_Harrow'],
  ] as const) {
    it(`have an account at ${network} in ${JSON.stringify(head)}`, () => {
      const [profile] = basicsOf(`Jo Harrowgate\n${head}`)?.profiles ?? []
      expect([profile?.network, profile?.username]).to.deep.equal([network, username])
    })
  }

  it('take no library for a site, and no employer for the own one', () => {
    const text = `Jo Harrowgate\nNode.js, ASP.NET and Socket.io developer${HISTORY}https://acme.example.com\n- Built it\n`
    expect(profileOf(text)?.resume.basics?.url).to.equal(undefined)
    expect(profileOf(text)?.resume.work?.[0]?.url).to.equal('https://acme.example.com')
  })

  for (const [head, location] of [
    ['San Francisco, CA', {city: 'San Francisco', region: 'CA', countryCode: 'US'}],
    ['80331 München', {postalCode: '80331', city: 'München'}],
    [
      'Lindenweg 3\nCH-8001 Zürich',
      {address: 'Lindenweg 3', postalCode: '8001', city: 'Zürich', countryCode: 'CH'},
    ],
    ['Wien, Österreich', {city: 'Wien', countryCode: 'AT'}],
    [
      '〒530-0001 大阪府大阪市北区梅田1-1-1',
      {address: '北区梅田1-1-1', postalCode: '530-0001', city: '大阪市', region: '大阪府', countryCode: 'JP'},
    ],
    ['📍 Nantes, France 📞 +33 6 12 34 56 78', {city: 'Nantes', countryCode: 'FR'}],
  ] as const) {
    it(`have a place in ${JSON.stringify(head)}`, () => {
      expect(basicsOf(`Jo Harrowgate\n${head}`)?.location).to.deep.equal(location)
    })
  }
})

describe('the evidence of a profile', () => {
  it('has page and line of each value, and less confidence in what is less clear', () => {
    const profile = profileOf(
      'Jo Harrowgate\njo.harrowgate@example.com\n\nExperience\nAcme Ltd, Engineer, 2018 – 2020',
      {pageStarts: [1, 4]},
    )
    const found = profile?.found ?? {}
    expect(found['/basics/email']).to.deep.equal({page: 1, line: 2, confidence: 0.99})
    expect(found['/work/0/name']).to.include({page: 2, line: 5})
    expect(found['/work/0/startDate']?.confidence).to.be.greaterThan(0.9)
  })

  it('is there for every value and for nothing else', () => {
    const {resume, found} = profileOf(`Jo Harrowgate\nLeeds, United Kingdom\ngithub.com/jo${HISTORY}`) ?? {
      resume: {},
      found: {},
    }
    const pointers = (node: unknown, at = ''): string[] =>
      typeof node === 'object' && node !== null
        ? Object.entries(node).flatMap(([key, child]) => pointers(child, `${at}/${key}`))
        : [at]
    expect(Object.keys(found).sort()).to.deep.equal(pointers(resume).sort())
  })
})

describe('a text that is no CV', () => {
  for (const [what, text] of [
    [
      'a letter',
      'Dear Ms Harrowgate,\n\nthank you for your mail of 12 May 2019.\n\nYours, Jo Doe\njo@example.com\n+44 113 496 0321',
    ],
    ['an invoice', 'Invoice 2019-17\nAcme Ltd\nbilling@acme.example\n\nTotal 200.00\nDue 12.05.2019'],
    ['a recipe', 'Experience the taste\n\nFlour, 2 eggs'],
  ] as const) {
    it(`such as ${what} has no profile`, () => {
      expect(profileOf(text)).to.equal(null)
    })
  }
})
