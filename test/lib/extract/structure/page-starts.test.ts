import {expect} from 'chai'
import {joinPages, pageOfLine} from '#lib/extract/structure/page-starts.js'

describe('pages as one text', () => {
  it('are set apart by a blank line, and each line knows its page', () => {
    const {text, pageStarts} = joinPages(['one\ntwo', '', 'three', 'four'])
    expect(text).to.equal('one\ntwo\n\nthree\n\nfour')
    expect(pageStarts).to.deep.equal([1, 4, 4, 6])
    expect([1, 2, 3, 4, 5, 6, 99].map((line) => pageOfLine(line, pageStarts))).to.deep.equal([
      1, 1, 1, 3, 3, 4, 4,
    ])
  })

  it('are one page where nothing is known of them', () => {
    expect(pageOfLine(7, [])).to.equal(1)
    expect(joinPages([])).to.deep.equal({text: '', pageStarts: []})
  })
})
