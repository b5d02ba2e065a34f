import {expect} from 'chai'
import {formatDuration, parseDuration} from '#lib/cli/duration.js'
import {parseInstant, relativeTime} from '#lib/cli/instant.js'
import {InvalidValue} from '#lib/cli/invalid-value.js'
import {parsePeriod} from '#lib/cli/period.js'

describe('durations', () => {
  it('reads units, sums and bare seconds as milliseconds', () => {
    const read = ['30s', '5m', '2h', '1d', '1w', '250ms', '1h30m', '1.5s', '90', ' 2H '].map(parseDuration)
    expect(read).to.deep.equal([
      30_000, 300_000, 7_200_000, 86_400_000, 604_800_000, 250, 5_400_000, 1_500, 90_000, 7_200_000,
    ])
  })

  it('refuses everything else', () => {
    for (const text of ['', 'soon', '5 m', '-1s', '5x', 'm5', '1e3', 'Infinity', '200000d']) {
      expect(() => parseDuration(text), text).to.throw(InvalidValue)
    }
  })

  it('writes them for people', () => {
    const written = [400, 9_960, 12_000, 185_000, 7_800_000].map(formatDuration)
    expect(written).to.deep.equal(['0.4 s', '10.0 s', '12 s', '3 min 5 s', '2 h 10 min'])
  })
})

describe('periods', () => {
  it('are whole days, weeks, months or years', () => {
    const texts = ['1d', '180d', '26w', '1mo', '6mo', '12MO', ' 2Y ', '100y']
    const days = texts.map((text) => parsePeriod(text) / 86_400_000)
    expect(days).to.deep.equal([1, 180, 182, 31, 183, 365, 730, 36_500])
  })

  it('are never taken for minutes, seconds or nothing', () => {
    for (const text of ['6m', '6M', '180', '6 mo', '24h', '1ms', '1.5d', '0d', '-1d', '101y', '1d6m', ''])
      expect(() => parsePeriod(text), text).to.throw(InvalidValue)
    expect(() => parsePeriod('6m')).to.throw('180d, 26w, 6mo or 2y')
  })
})

describe('times', () => {
  it('are UTC unless they say otherwise', () => {
    const read = ['2026-12-01', '2026-12-01T08:00', '2026-12-01 08:00:00', '2026-12-01T08:00:00+02:00']
    expect(read.map((text) => parseInstant(text).toISOString())).to.deep.equal([
      '2026-12-01T00:00:00.000Z',
      '2026-12-01T08:00:00.000Z',
      '2026-12-01T08:00:00.000Z',
      '2026-12-01T06:00:00.000Z',
    ])
  })

  it('refuses nonsense, days that do not exist too', () => {
    for (const text of [
      'tomorrow',
      '2026',
      '2026-02-30',
      '2026-13-01',
      '2026-12-01T25:00',
      '01/12/2026',
      '',
    ]) {
      expect(() => parseInstant(text), text).to.throw(InvalidValue)
    }
  })

  it('are told by their distance', () => {
    const now = new Date('2026-12-01T12:00:00Z')
    const tell = (text: string) => relativeTime(new Date(text), now)
    expect(tell('2026-12-01T11:59:59.500Z')).to.equal('just now')
    expect(tell('2026-12-01T11:57:00Z')).to.equal('3 min ago')
    expect(tell('2026-11-28T12:00:00Z')).to.equal('3 d ago')
    expect(tell('2026-12-01T14:30:00Z')).to.equal('in 2 h')
  })
})
