import {expect} from 'chai'
import {toCsvRecord} from '#lib/documents/export/csv.js'
import type {Document} from '#lib/model/document.js'

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
