import {expect} from 'chai'
import {countWords} from '#lib/extract/structure/count-words.js'

describe('the words of a text', () => {
  const TEXTS: [text: string, words: number][] = [
    ['', 0],
    ['— • # *', 0],
    ['## Work experience\n\n- Pilot, 2010', 4],
    ["She doesn't e-mail; Node.js 3.5, naïve cafés", 7],
    ['my site (https://example.com/a/long/path)', 2],
    ['Привет, мир. السيرة الذاتية', 4],
    ['中国 2015 ABC', 3],
  ]
  for (const [text, words] of TEXTS) {
    it(`are ${words} in ${JSON.stringify(text)}`, () => expect(countWords(text)).to.equal(words))
  }

  it('are those of the dictionary in Chinese, Japanese and Thai, neither characters nor lines', () => {
    for (const text of ['计算机专业技能', '営業として勤務しました', 'ประสบการณ์ทำงาน']) {
      expect(countWords(text), text).to.be.within(2, 6)
    }
    expect(countWords('株式会社ABC 2015年')).to.be.within(4, 5)
  })
})
