import {expect} from 'chai'
import {recencyOf} from '#lib/model/person/recency.js'

describe('recencyOf', () => {
  const NOW = '2026-05-01T00:00:00.000Z'
  const dated = (text: string, metadata: Record<string, string> = {}) => ({text, profile: null, metadata})
  const work = (startDate: string) => ({...dated(''), profile: {resume: {work: [{startDate}]}}})

  it('goes by the life that is told before all else', () => {
    const old = recencyOf(dated('2015 - 2019', {modified: '2026-04-01T00:00:00Z'}), NOW)
    expect(recencyOf(dated('2015 - 2023'), NOW) > old).to.equal(true)
    expect(recencyOf(work('2024-03'), NOW) > recencyOf(work('2024-02'), NOW)).to.equal(true)
  })

  it('then by the time that the file states, then by when it came', () => {
    const unstated = recencyOf(dated('2019'), NOW)
    expect(recencyOf(dated('2019', {created: '2020-01-01T00:00:00Z'}), NOW) > unstated).to.equal(true)
    expect(recencyOf(dated('2019'), '2026-06-01T00:00:00.000Z') > unstated).to.equal(true)
  })

  it('is dated by no time to come, and by no long number', () => {
    expect(recencyOf(dated('2019, expected 2031, 20245555'), NOW)).to.equal(recencyOf(dated('2019'), NOW))
  })
})
