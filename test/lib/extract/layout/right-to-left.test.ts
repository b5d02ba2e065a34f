import {expect} from 'chai'
import {layOut} from '#lib/extract/layout/page-text.js'
import type {Piece} from '#lib/extract/layout/piece.js'

/** The pieces of a line as they stand from left to right, each with its gap to the one before; glyphs five points wide. */
function line(...words: [text: string, gap?: number][]): Piece[] {
  let x = 100
  return words.map(([text, gap = 3]) => {
    const left = x + gap
    const width = 5 * [...text].length
    x = left + width
    return {text, x: left, y: 100, width, size: 10, angle: 0, font: '', isBold: false, endsLine: false}
  })
}

/** The line as read at the head of a page, whose other line says which way the page runs. */
const readAnyhow = (pieces: Piece[]) => {
  const other = line(['מהנדסת רשתות בעיר חיפה ובסביבתה']).map((piece) => ({...piece, y: 140}))
  const [text] = layOut([...pieces, ...other]).split('\n')
  expect(layOut([...pieces.toReversed(), ...other]).split('\n')[0]).to.equal(text)
  return text
}

describe('lines from right to left', () => {
  it('keep Latin words and numbers as they are, where a reader comes to them', () => {
    const words = line(['.Kotlin'], ['וב-', 0], ['Java'], ['מפתחים ב-', 0], ['8'], ['ניהול צוות של'])
    expect(readAnyhow(words)).to.equal('ניהול צוות של 8 מפתחים ב-Java וב-Kotlin.')
    const tool = line(['Power'], ['BI'], ['لوحات متابعة باستخدام'])
    expect(readAnyhow(tool)).to.equal('لوحات متابعة باستخدام Power BI')
  })

  it('keep addresses whole, and put the signs between in the order of the line', () => {
    const contact = line(
      ['ada@muster.example'],
      ['|'],
      ['054-555-0127'],
      ['|'],
      ['חיפה'],
      [',8'],
      ['רחוב האורן'],
    )
    expect(readAnyhow(contact)).to.equal('רחוב האורן 8, חיפה | 054-555-0127 | ada@muster.example')
  })

  it('turn brackets, told as they look or as they are read', () => {
    const looks = line(['.'], ['(', 0], ['AWS', 0], [')', 0], ['הובלת מעבר לענן'])
    expect(readAnyhow(looks)).to.equal('הובלת מעבר לענן (AWS).')
    const read = line(['.'], [')', 0], ['AWS', 0], ['(', 0], ['הובלת מעבר לענן'])
    expect(readAnyhow(read)).to.equal('הובלת מעבר לענן (AWS).')
  })

  it('read periods from the earlier year to the later', () => {
    const entry = [...line(['2017'], ['–'], ['2012'], ['סלע מערכות', 60])]
    expect(layOut(entry)).to.equal('סלע מערכות\t2012 – 2017')
  })

  it('keep marks with their letters, also where they stand higher', () => {
    const [end, letters] = line(['ان'], ['عم', 0]) as [Piece, Piece]
    const mark = {...letters, text: ' ّ', x: letters.x + 1, width: 0, y: letters.y - 4}
    expect(layOut([end, mark, letters])).to.equal('عمّان')
  })
})
