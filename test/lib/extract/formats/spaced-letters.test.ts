import {expect} from 'chai'
import {SpacedLetters} from '#lib/extract/formats/pdf/spaced-letters.js'

const START = {x: 0, y: 0, em: 10}

/** Glyphs with a shift between each two, in thousandths of the font size, as some writers place each. */
function shifted(text: string, shift: number) {
  return [...text].flatMap((unicode, at) => (at > 0 ? [-shift, {unicode}] : [{unicode}]))
}

/** Shows strings that follow on each other, each with the spacing of its own. */
function wordsOf(...strings: [ReturnType<typeof shifted>, number?][]): string[] {
  const letters = new SpacedLetters()
  for (const [glyphs, spacing = 0] of strings) letters.add(glyphs, spacing, START)
  return letters.strings().map(({text}) => text)
}

/** Sets each letter at a place of its own, `gap` ems after the end of the one before, as browsers do. */
function placedWords(text: string, gap: number): string[] {
  const letters = new SpacedLetters()
  let x = 50
  for (const unicode of text) {
    const width = 400 + 10 * ((unicode.codePointAt(0) ?? 0) % 30)
    letters.place()
    letters.add([{unicode, width}], 0, {x, y: 100, em: 10})
    x += (width / 1000 + gap) * 10
  }
  return letters.strings().map(({text}) => text)
}

describe('letters set apart', () => {
  it('are words where each letter has a place of its own, blanks among them', () => {
    expect(placedWords('FORMATION', 0.35)).to.deep.equal(['FORMATION'])
    expect(placedWords('ADA MUSTER', 0.3)).to.deep.equal(['ADA MUSTER'])
    expect(placedWords('履歴書', 1)).to.deep.equal(['履歴書'])
    expect(placedWords('Ordinary words', 0)).to.deep.equal([])
    expect(placedWords('123', 1)).to.deep.equal([])
  })

  it('are no words where the next is on another line', () => {
    const letters = new SpacedLetters()
    for (const [at, unicode] of [...'ABCDEF'].entries()) {
      letters.place()
      letters.add([{unicode, width: 500}], 0, {x: 50, y: 20 * at, em: 10})
    }
    expect(letters.strings()).to.deep.equal([])
  })

  it('are a word that is known as the heading of a section, however the gaps were made', () => {
    expect(wordsOf([shifted('SKILLS', 333)])).to.deep.equal(['SKILLS'])
  })

  it('are words where all shifts are alike and small, with blanks or wider gaps between words', () => {
    expect(wordsOf([shifted('MY WORK', 400)])).to.deep.equal(['MY WORK'])
    expect(wordsOf([shifted('WORK', 150)])).to.deep.equal(['WORK'])
    expect(wordsOf([[...shifted('MY', 150), -500, ...shifted('WORK', 150)]])).to.deep.equal(['MY WORK'])
  })

  it('are words over several strings, the last letter of each without the spacing of the others', () => {
    const strings: [ReturnType<typeof shifted>, number?][] = [
      [shifted('Unite', 0), 0.3],
      [shifted('d', 0)],
      [shifted(' State', 0), 0.3],
      [shifted('s', 0)],
    ]
    expect(wordsOf(...strings)).to.deep.equal(['United States'])
  })

  it('are words of one letter each where the shifts are as wide as blanks', () => {
    expect(wordsOf([shifted('ABCD', 333)])).to.deep.equal([])
    expect(wordsOf([shifted('1234', 3000)])).to.deep.equal([])
  })

  it('are ordinary words where they hardly are', () => {
    expect(wordsOf([shifted('Kerned', 30)])).to.deep.equal([])
    expect(wordsOf([shifted('Plain', 0), 0.05])).to.deep.equal([])
  })
})
