import {expect} from 'chai'
import {layOut} from '#lib/extract/layout/page-text.js'
import type {Piece} from '#lib/extract/layout/piece.js'

/** Ten-point text with glyphs five points wide. */
function piece(text: string, x: number, y: number, more: Partial<Piece> = {}): Piece {
  const width = 5 * text.length
  return {text, x, y, width, size: 10, angle: 0, font: '', isBold: false, endsLine: true, ...more}
}

describe('labels and dates beside a text', () => {
  it('of several lines are one cell, and the text keeps its lines', () => {
    const page = [
      piece('sept. 2013 –', 50, 100),
      piece('août 2019', 65, 112),
      piece('Technicienne, Laiteries', 150, 100),
      piece('Analyses et rapports', 150, 112),
      piece('2011 – 2013', 55, 140),
      piece('Assistante, Biscuiterie', 150, 140),
    ]
    const text =
      'sept. 2013 – août 2019\tTechnicienne, Laiteries\nAnalyses et rapports\n\n2011 – 2013\tAssistante, Biscuiterie'
    expect(layOut(page)).to.equal(text)
    const rowByRow = [0, 2, 1, 3, 4, 5].map((at) => page[at] as Piece)
    expect(layOut(rowByRow)).to.equal(text)
  })

  it('are one where the next word had no room, divided words joined', () => {
    const page = [
      piece('März 2006 bis Sep-', 50, 100),
      piece('tember 2014', 50, 112),
      piece('Steinmetz, Werk', 150, 100),
      piece('Berufliche', 50, 140),
      piece('Qualifikation', 50, 152),
      piece('Meister', 120, 140),
    ]
    expect(layOut(page)).to.equal(
      'März 2006 bis September 2014\tSteinmetz, Werk\n\nBerufliche Qualifikation\tMeister',
    )
  })

  it('are cells of a row where their middles stand at one height', () => {
    const page = [
      piece('2018', 50, 106),
      piece('Town of', 120, 100),
      piece('Hillton', 120, 112),
      piece('lead', 190, 106),
    ]
    expect(layOut(page)).to.equal('2018\tTown of Hillton\tlead')
  })

  it('stay lines where they are words under each other, list items or columns', () => {
    const references = [
      ...['Ines Marlow', 'Hill School', '555 0101'].map((line, at) => piece(line, 50, 100 + 12 * at)),
      ...['Bert Oakes', 'City Parks', '555 0102'].map((line, at) => piece(line, 300, 100 + 12 * at)),
    ]
    expect(layOut(references)).to.contain('Ines Marlow\nHill School\n555 0101')
    const items = [piece('• One', 50, 100), piece('• two', 50, 112), piece('Beside', 90, 100)]
    expect(layOut(items)).to.contain('- One').and.to.contain('- two')
  })

  it('show that headings alone above them are those of the whole page', () => {
    const rows = ['2012 Master', '2003 School', '2001 Course', '1999 Course'].map((row) => row.split(' '))
    const section = (heading: string, top: number) => [
      piece(heading, 50, top, {size: 14, isBold: true}),
      ...rows.flatMap(([date = '', what = ''], at) => [
        piece(date, 50, top + 24 + 12 * at),
        piece(`${what} of stone at a school for it`, 150, top + 24 + 12 * at),
      ]),
    ]
    const lists = [piece('Fachlich', 50, 290), piece('Sprachen', 150, 290)]
    const text = layOut([...section('Ausbildung', 100), ...section('Berufserfahrung', 190), ...lists])
    expect(text).to.contain('## Ausbildung\n\n2012\tMaster of stone')
    expect(text).to.contain('## Berufserfahrung\n\n2012\tMaster of stone')
  })
})
