import {expect} from 'chai'
import fc from 'fast-check'
import {backoffDelay, DEFAULT_BACKOFF} from '#lib/model/backoff.js'

describe('model/backoff', () => {
  it('doubles from five seconds up to a quarter of an hour', () => {
    const longest = [1, 2, 3, 4, 8, 9, 50].map((retry) => backoffDelay(retry, () => 1))
    expect(longest).to.deep.equal([5_000, 10_000, 20_000, 40_000, 640_000, 900_000, 900_000])
  })

  it('lies between half of the delay and the whole of it, whatever is drawn', () => {
    const policy = fc.record({
      baseMs: fc.integer({min: 1, max: 60_000}),
      factor: fc.double({min: 1, max: 4, noNaN: true}),
      capMs: fc.integer({min: 1, max: 10_000_000}),
    })
    fc.assert(
      fc.property(
        fc.integer({min: 1, max: 40}),
        fc.double({min: 0, max: 0.999999, noNaN: true}),
        policy,
        (retry, drawn, p) => {
          const full = Math.min(p.capMs, p.baseMs * p.factor ** (retry - 1))
          const delay = backoffDelay(retry, () => drawn, p)
          expect(delay).to.be.within(Math.floor(full / 2), Math.ceil(full))
        },
      ),
    )
  })

  it('has defaults that nobody changes by accident', () => {
    expect(Object.isFrozen(DEFAULT_BACKOFF)).to.equal(true)
  })
})
