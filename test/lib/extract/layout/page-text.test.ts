import {expect} from 'chai'
import {joinsWords} from '#lib/extract/layout/hyphen.js'
import {spellOutLigatures} from '#lib/extract/layout/ligatures.js'
import {layOut} from '#lib/extract/layout/page-text.js'
import type {Piece} from '#lib/extract/layout/piece.js'

/** Ten-point text with glyphs five points wide. */
function piece(text: string, x: number, y: number, more: Partial<Piece> = {}): Piece {
  return {
    text,
    x,
    y,
    width: 5 * text.length,
    size: 10,
    angle: 0,
    font: '',
    isBold: false,
    endsLine: false,
    ...more,
  }
}

describe('layout', () => {
  it('puts a space where there is a gap and none where glyphs are split', () => {
    expect(layOut([piece('Ad', 0, 0), piece('a', 10, 0), piece('Muster', 18, 0)])).to.equal('Ada Muster')
  })

  it('takes no kerned letters for words', () => {
    expect(layOut([piece('dedi', 0, 0), piece(' ', 20, 0, {width: 1}), piece('cation', 21, 0)])).to.equal(
      'dedication',
    )
  })

  it('tells a heading from the text close beside it by its letters', () => {
    const heading = piece('Education', 0, 0, {size: 14, width: 60})
    const text = [piece('◦', 80, 0, {size: 6}), piece('Studied graphs', 90, 0)]
    expect(layOut([heading, ...text])).to.equal('## Education\n\n- Studied graphs')
    const alike = piece('Education', 0, 0, {width: 60})
    expect(layOut([alike, piece('and more', 70, 0)])).to.equal('Education and more')
  })

  it('takes a dash right before Chinese words for the mark of a list', () => {
    expect(layOut([piece('-项目', 0, 0)])).to.equal('- 项目')
    expect(layOut([piece('-x', 0, 0)])).to.equal('-x')
  })

  it('leaves a blank line where the page leaves room', () => {
    const ys = [0, 12, 24, 60, 72]
    expect(layOut(ys.map((y) => piece(`at ${y}`, 0, y)))).to.equal('at 0\nat 12\nat 24\n\nat 60\nat 72')
  })

  it('keeps turned text whole', () => {
    const turned = [piece('Curriculum', 0, 100, {angle: -90}), piece('vitae', 0, 45, {angle: -90})]
    expect(layOut([...turned, piece('Ada Muster', 30, 20)])).to.equal('Curriculum vitae\n\nAda Muster')
  })

  it('reads Hebrew and Arabic from right to left, in whatever order the words were drawn', () => {
    const words = [
      piece('מהנדסת', 500, 100, {width: 30}),
      piece('רשתות', 465, 100, {width: 30}),
      piece('2019', 440, 100, {width: 20}),
      piece('בעיר', 415, 100, {width: 20}),
    ]
    expect(layOut(words)).to.equal('מהנדסת רשתות 2019 בעיר')
    expect(layOut(words.toReversed())).to.equal('מהנדסת רשתות 2019 בעיר')
    const dates = piece('2019 - 2024', 50, 100, {width: 55})
    expect(layOut([...words, dates])).to.equal('מהנדסת רשתות 2019 בעיר\t2019 - 2024')
    expect(layOut([dates, ...words])).to.equal('מהנדסת רשתות 2019 בעיר\t2019 - 2024')
  })

  it('keeps words of another direction where they stand', () => {
    const latin = piece('Ada Muster', 50, 100, {width: 50})
    expect(layOut([latin, piece('שלום', 105, 100, {width: 20})])).to.equal('Ada Muster שלום')
  })

  it('names a word that stands undivided elsewhere on the page as one', () => {
    expect(joinsWords('a pre-', 'paid card', 'a pre-\npaid card')).to.equal(false)
    expect(joinsWords('a pre-', 'paid card', 'prepaid')).to.equal(true)
    expect(joinsWords('a cross-', 'device app', 'cross-device')).to.equal(false)
    expect(joinsWords('respon-', 'sible', '')).to.equal(true)
    expect(joinsWords('Müller-', 'Meier', '')).to.equal(false)
    expect(joinsWords('2019 -', 'today', '')).to.equal(false)
  })

  it('spells out ligatures, also those that have no character', () => {
    expect(spellOutLigatures('eﬃcient ﬁnance')).to.equal('efficient finance')
    expect(spellOutLigatures('Pro\0les, \0nancial, in\0uence, over\0ow, certi\0ed')).to.equal(
      'Profiles, financial, influence, overflow, certified',
    )
    expect(spellOutLigatures('\0\0\0')).to.equal('\0\0\0')
  })
})
