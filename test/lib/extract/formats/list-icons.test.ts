import {expect} from 'chai'
import {keepListIcons, readSymbols} from '#lib/extract/formats/pdf/symbols.js'
import {PICTURE, type Piece} from '#lib/extract/layout/piece.js'

const ICONS = 'FontAwesome5Free-Regular'

function piece(glyphs: string, x: number, font = ''): Piece {
  const text = readSymbols(glyphs, font)
  return {text, x, y: 100, width: 5 * text.length, size: 10, angle: 0, font, isBold: false, endsLine: false}
}

const textsOf = (...pieces: Piece[]) => keepListIcons(pieces).map(({text}) => text)

describe('icons of a symbol font', () => {
  it('are marks of list items where they begin a line of words', () => {
    expect(textsOf(piece('○', 0, ICONS), piece('Rebuilt the network', 12))).to.deep.equal([
      '◦',
      'Rebuilt the network',
    ])
    expect(textsOf(piece('\uf111', 0, 'FontAwesome'), piece('Item', 12))[0]).to.equal('◦')
  })

  it('are pictures where they rate a skill, stand between words or say what follows', () => {
    const stars = [piece('\uf111', 60, ICONS), piece('\uf111', 70, ICONS)]
    expect(textsOf(piece('English', 0), ...stars)).to.deep.equal(['English', PICTURE, PICTURE])
    expect(textsOf(piece('Hillton', 0), piece('●', 38, ICONS), piece('Norland', 46))[1]).to.equal(PICTURE)
    expect(textsOf(piece('\uf095', 0, ICONS), piece('555 0100', 12))[0]).to.equal(PICTURE)
  })
})
