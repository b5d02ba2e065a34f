import {expect} from 'chai'
import {newId} from '#lib/store/new-id.js'

const UUID_7 = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

describe('store/new-id', () => {
  const {now} = Date

  afterEach(() => {
    Date.now = now
  })

  it('makes UUIDs of version 7 that tell the time', () => {
    const before = Date.now()
    const id = newId()
    expect(id).to.match(UUID_7)
    expect(Number.parseInt(id.replace('-', '').slice(0, 12), 16)).to.be.within(before, Date.now() + 1)
  })

  it('makes them ascend, many within one millisecond and also when the clock is set back', () => {
    const start = Date.now() + 60_000
    const clock = [start, start, start - 5_000, start + 1]
    const ids = clock.flatMap((time) => {
      Date.now = () => time
      return Array.from({length: 1_000}, newId)
    })
    expect(ids).to.deep.equal(ids.toSorted())
    expect(new Set(ids).size).to.equal(ids.length)
  })
})
