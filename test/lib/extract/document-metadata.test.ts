import {expect} from 'chai'
import {describeDocument} from '#lib/extract/document-metadata.js'

describe('what a file says of itself', () => {
  it('has the same names in every format, one line each', () => {
    expect(
      describeDocument({
        title: ' Lebenslauf\n Ada\u0000 Beispiel \ue001',
        author: 'Ada Beispiel',
        producer: 'Example Writer 7',
        creation_date: '2024-03-09T08:05:00.000Z',
        modification_date: '2024-03-10',
        subject: ' \t ',
      }),
    ).to.deep.equal({
      title: 'Lebenslauf Ada Beispiel',
      author: 'Ada Beispiel',
      producer: 'Example Writer 7',
      created: '2024-03-09T08:05:00Z',
      modified: '2024-03-10',
    })
  })

  const DATES: [stated: string, iso: string | undefined][] = [
    ['2024-03-09T08:05:00Z', '2024-03-09T08:05:00Z'],
    ['2024-03-09T08:05:00+02:00', '2024-03-09T06:05:00Z'],
    ['2024-03-09T08:05:11.123456789', '2024-03-09T08:05:11'],
    ['2024-03-09T08:05', '2024-03-09T08:05:00'],
    ['2024-03', '2024-03'],
    ['2024-02-30', undefined],
    ['2024-13-01T00:00:00Z', undefined],
    ['0000-00-00', undefined],
    ['1601-01-01T00:00:00Z', undefined],
    ['yesterday', undefined],
  ]
  for (const [stated, iso] of DATES) {
    it(`reads the date ${stated} as ${iso ?? 'none'}`, () =>
      expect(describeDocument({created: stated}).created).to.equal(iso))
  }

  for (const title of [
    'Microsoft Word - cv.doc',
    'Microsoft Word',
    'untitled',
    'Untitled-1',
    'Unbenannt 1',
    'Sans titre',
    'Document1',
    'Dokument 2',
    'final_CV_v3.docx',
    '无标题',
    '無題',
    'https://example.com/cv/1',
  ]) {
    it(`does not take ${JSON.stringify(title)} for a title`, () =>
      expect(describeDocument({title})).to.deep.equal({generated_title: title}))
  }

  for (const title of [
    'Curriculum Vitae',
    'Ada Beispiel',
    'Documentation Manager',
    'Titled Sommelier',
    'Word Artist',
  ]) {
    it(`takes ${JSON.stringify(title)} for a title`, () =>
      expect(describeDocument({title})).to.deep.equal({title}))
  }

  it('does not take an account of the machine for an author', () => {
    expect(describeDocument({author: 'Microsoft Office User'})).to.deep.equal({
      generated_author: 'Microsoft Office User',
    })
    expect(describeDocument({author: 'Ada User-Beispiel'})).to.deep.equal({author: 'Ada User-Beispiel'})
  })
})
