import {expect} from 'chai'
import {CSV_HEADER, toCsvRecord} from '#lib/documents/export/csv.js'
import type {Document} from '#lib/model/document.js'
import type {ResumeWork} from '#lib/model/profile.js'

/** A document of which nothing is known but what a table shows. */
function named(name: string, ...skills: string[]): Document {
  return {
    documentId: 'id',
    profile: {resume: {basics: {name}, skills: skills.map((skill) => ({name: skill}))}, found: {}},
    fileName: 'cv.txt',
    fileType: 'txt',
    language: null,
    pages: 1,
    words: 1,
    paths: ['/cv.txt'],
    sha256: 'a'.repeat(64),
    createdAt: new Date(0),
  } as unknown as Document
}

describe('a record of a table', () => {
  it('holds no formula, whatever a spreadsheet takes for the end of a cell', () => {
    expect(toCsvRecord(named('=1+1'))).to.include(",'=1+1,")
    expect(toCsvRecord(named('Foo;=1+1'))).to.include(",Foo;'=1+1,")
    expect(toCsvRecord(named('Foo; @SUM(A1)'))).to.include(",Foo; '@SUM(A1),")
    expect(toCsvRecord(named('Ada', 'SQL', '-2+3'))).to.include(",SQL; '-2+3,")
  })

  it('leaves alone what is none', () => {
    expect(toCsvRecord(named('Anne-Marie O’Neil', 'C++', 'A = B'))).to.include(',Anne-Marie O’Neil,')
    expect(toCsvRecord(named('Ada', 'C++', 'A = B'))).to.include(',C++; A = B,')
  })
})

describe('the current job in a record of a table', () => {
  const cases: [what: string, work: ResumeWork[], title: string, employer: string][] = [
    [
      'is the one that has not ended, wherever it stands',
      [
        {name: 'Old Ltd', position: 'Clerk', startDate: '2010', endDate: '2015'},
        {name: 'New Ltd', position: 'Head Clerk', startDate: '2015'},
      ],
      'Head Clerk',
      'New Ltd',
    ],
    [
      'is the one that began last of several',
      [
        {name: 'Board', position: 'Member', startDate: '2012'},
        {name: 'New Ltd', position: 'Head Clerk', startDate: '2015-03'},
      ],
      'Head Clerk',
      'New Ltd',
    ],
    [
      'is the first of several that began together, as far as the dates tell',
      [
        {name: 'New Ltd', position: 'Head Clerk', startDate: '2015'},
        {name: 'Board', position: 'Member', startDate: '2015-03'},
      ],
      'Head Clerk',
      'New Ltd',
    ],
    [
      'is missing where all have ended',
      [{name: 'Old Ltd', position: 'Clerk', startDate: '2010', endDate: '2015'}],
      '',
      '',
    ],
    [
      'is missing where the only one without an end has no beginning',
      [
        {name: 'Board', position: 'Member'},
        {name: 'Old Ltd', position: 'Clerk', startDate: '2010', endDate: '2015'},
      ],
      '',
      '',
    ],
    ['is the first where the CV has no dates', [{name: 'Acme', position: 'Clerk'}], 'Clerk', 'Acme'],
    ['is missing where there is no job', [], '', ''],
  ]
  for (const [what, work, title, employer] of cases) {
    it(what, () => {
      const columns = CSV_HEADER.trimEnd().split(',')
      const document = Object.assign(named('Jo'), {profile: {resume: {work}, found: {}}})
      const cells = toCsvRecord(document).trimEnd().split(',')
      expect(cells[columns.indexOf('current_title')]).to.equal(title)
      expect(cells[columns.indexOf('current_employer')]).to.equal(employer)
    })
  }
})
