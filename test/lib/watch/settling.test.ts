import {expect} from 'chai'
import {isPartial} from '#lib/watch/partial-file.js'
import {Settling} from '#lib/watch/settling.js'

describe('Settling', () => {
  const NEW = 0
  let settling: Settling
  beforeEach(() => {
    settling = new Settling(2_000)
  })

  it('waits until a file has been as it is for so long', () => {
    const waits = [
      settling.wait('/a', '1', {age: NEW, now: 0}),
      settling.wait('/a', '1', {age: NEW, now: 1_500}),
      settling.wait('/a', '2', {age: NEW, now: 1_900}),
      settling.wait('/a', '2', {age: NEW, now: 3_899}),
      settling.wait('/a', '2', {age: NEW, now: 3_900}),
    ]
    expect(waits).to.deep.equal([2_000, 500, 2_000, 1, 0])
  })

  it('takes a file that was last written long ago for settled at once', () => {
    expect(settling.wait('/a', '1', {age: 60_000, now: 0})).to.equal(0)
  })

  it('waits for a file from a clock that is ahead', () => {
    expect(settling.wait('/a', '1', {age: -60_000, now: 0})).to.equal(2_000)
    expect(settling.wait('/a', '1', {age: -58_000, now: 2_000})).to.equal(0)
  })

  it('is done with a file that was enqueued, until it changes', () => {
    settling.enqueued('/a', '1')
    expect(settling.wait('/a', '1', {age: 60_000, now: 0})).to.equal(undefined)
    expect(settling.wait('/a', '2', {age: NEW, now: 1})).to.equal(2_000)
  })

  it('forgets what it saw no more', () => {
    settling.begin()
    settling.wait('/a', '1', {age: NEW, now: 0})
    settling.begin()
    settling.end()
    expect(settling.wait('/a', '1', {age: NEW, now: 5_000})).to.equal(2_000)
  })
})

describe('isPartial', () => {
  for (const name of ['cv.pdf.part', 'cv.pdf.crdownload', '~$cv.docx', 'cv.TMP', '~WRL0001.tmp', 'cv.txt~']) {
    it(`leaves ${name} alone`, () => expect(isPartial(name)).to.equal(true))
  }
  for (const name of ['cv.pdf', 'part.docx', 'tmp', 'cv.part.pdf']) {
    it(`takes ${name}`, () => expect(isPartial(name)).to.equal(false))
  }
})
