import {expect} from 'chai'
import {Delays} from '#lib/watch/delays.js'

describe('Delays', () => {
  it('double up to the longest, each name for itself, and begin anew after the end', () => {
    const delays = new Delays({first: 10, last: 30})
    const lengths = () => {
      delays.lengthen('a', 0)
      return [10, 20, 30].find((length) => delays.holds('a', length - 1) && !delays.holds('a', length))
    }
    expect([lengths(), lengths(), lengths(), lengths()]).to.deep.equal([10, 20, 30, 30])
    expect(delays.holds('b', 0)).to.equal(false)
    expect([delays.areOver(29), delays.areOver(30)]).to.deep.equal([false, true])
    delays.keepOnly(new Set(['a']))
    expect(delays.holds('a', 29)).to.equal(true)
    delays.keepOnly(new Set())
    expect(delays.areOver(1_000)).to.equal(false)
    expect(lengths()).to.equal(10)
  })
})
