import {expect} from 'chai'
import {editDistance, nearest} from '#lib/model/nearest.js'

describe('nearest', () => {
  it('counts insertions, deletions, substitutions and swaps as one', () => {
    expect(editDistance('list', 'lst')).to.equal(1)
    expect(editDistance('list', 'lsit')).to.equal(1)
    expect(editDistance('list', 'lost')).to.equal(1)
    expect(editDistance('', 'abc')).to.equal(3)
  })

  it('finds what was meant', () => {
    expect(nearest('queue lst', ['queue list', 'queue get', 'worker list'])).to.equal('queue list')
    expect(nearest('faild', ['pending', 'failed'])).to.equal('failed')
    expect(nearest('conc', ['config', 'concurrency'])).to.equal('concurrency')
    expect(nearest('STATUS', ['status'])).to.equal('status')
  })

  it('finds nothing where nothing is near', () => {
    expect(nearest('frobnicate', ['queue list', 'status'])).to.equal(undefined)
    expect(nearest('x', ['pending'])).to.equal(undefined)
  })
})
