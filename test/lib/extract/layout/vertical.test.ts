import {expect} from 'chai'
import {layOut} from '#lib/extract/layout/page-text.js'
import type {Piece} from '#lib/extract/layout/piece.js'

/** Letters under each other, the middle of their column at `x`; a blank leaves the room of a letter. */
function column(text: string, x: number, size = 12): Piece[] {
  return [...text].flatMap((letter, at) =>
    letter === ' '
      ? []
      : {
          text: letter,
          x: x - size / 2,
          y: 60 + size * at,
          width: size,
          size,
          angle: 0,
          font: '',
          isBold: false,
          endsLine: true,
        },
  )
}

describe('vertical writing', () => {
  it('is read down each column, from the right to the left', () => {
    const page = [
      ...column('職務経歴書', 700, 20),
      ...column('氏名 三浦 紬', 650),
      ...column('出版社︑青嵐書房', 620),
    ]
    expect(layOut(page)).to.equal('# 職務経歴書\n\n氏名 三浦 紬\n\n出版社、青嵐書房')
    const fromLeft = [
      ...column('出版社︑青嵐書房', 620),
      ...column('氏名 三浦 紬', 650),
      ...column('職務経歴書', 700, 20),
    ]
    expect(layOut(fromLeft)).to.equal('# 職務経歴書\n\n氏名 三浦 紬\n\n出版社、青嵐書房')
  })

  it('is nothing that a narrow cell makes of a page written across', () => {
    const across = ['学歴と職歴を書く', '県立高等学校卒業'].map((text, at) => ({
      ...(column('年', 100)[0] as Piece),
      text,
      width: 96,
      x: 40,
      y: 20 + 16 * at,
    }))
    expect(layOut([...across, ...column('年月', 300)])).to.contain('学歴と職歴を書く\n県立高等学校卒業')
  })
})
