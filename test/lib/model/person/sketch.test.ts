import {expect} from 'chai'
import {foldedWords} from '#lib/model/person/fold.js'
import {bandsOf, resemblance, sketchOf} from '#lib/model/person/sketch.js'
import {misread, writtenCv} from '../../../support/written-cv.ts'

describe('sketchOf', () => {
  const sketch = (text: string) => sketchOf(foldedWords(text))

  it('estimates the share of common pairs of words', () => {
    const words = Array.from({length: 400}, (_, i) => `w${i}`)
    for (const [kept, index] of [
      [400, 1],
      [300, 0.6],
      [200, 1 / 3],
      [0, 0],
    ] as const) {
      const other = words.map((word, i) => (i < kept ? word : `x${i}`))
      expect(resemblance(sketchOf(words), sketchOf(other))).to.be.closeTo(index, 0.13)
    }
  })

  it('stays near for a page that OCR read wrong in each tenth word, and far for another life', () => {
    const text = writtenCv({life: 1, lines: 60})
    expect(resemblance(sketch(text), sketch(misread(text, 10)))).to.be.above(0.5)
    expect(resemblance(sketch(writtenCv({life: 2, lines: 60})), sketch(text))).to.be.below(0.5)
  })

  it('takes each character for a word where a script has no spaces', () => {
    expect(
      resemblance(sketch('我在北京大学学习计算机科学'), sketch('我在 北京大学，学习 计算机科学。')),
    ).to.equal(1)
    expect(resemblance(sketch('東京で働いています'), sketch('大阪に住んでいました'))).to.be.below(0.2)
  })

  it('meets in a band with what is alike', () => {
    const text = writtenCv({life: 1, lines: 60})
    const [one, other] = [sketch(text), sketch(misread(text, 10))].map((made) => bandsOf(made as Uint16Array))
    expect(other?.some((band) => one?.includes(band))).to.equal(true)
  })

  it('says nothing of a single word', () => {
    expect(sketch('word')).to.equal(undefined)
    expect(resemblance(undefined, undefined)).to.equal(0)
  })
})
