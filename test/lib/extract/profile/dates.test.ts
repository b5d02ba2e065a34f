import {expect} from 'chai'
import {findDates} from '#lib/extract/profile/dates.js'

/** The text, the language, and what is read: start, end, `now` where it is still going on. */
const SPANS: [text: string, language: string, start: string | undefined, end: string | undefined][] = [
  ['June 2023 – present 2 years 10 months', 'en', '2023-06', 'now'],
  ['Dec, 2013 - Dec, 20141 year', 'en', '2013-12', '2014-12'],
  ['May – Aug 2020', 'en', '2020-05', '2020-08'],
  ["Jan '19 – Mar '20", 'en', '2019-01', '2020-03'],
  ['2003–2006 Master of Design', 'en', '2003', '2006'],
  ['2018/19', 'en', '2018', '2019'],
  ['Dec 01, 2013', 'en', '2013-12-01', '2013-12-01'],
  ['12/05/2019', 'en', '2019', '2019'],
  ['Since September 2020', 'en', '2020-09', 'now'],
  ['2019 –', 'en', '2019', 'now'],
  ['2013-12-01 — 2014-12-01', 'en', '2013-12-01', '2014-12-01'],
  ['04/2018 – heute', 'de', '2018-04', 'now'],
  ['seit 03.2019', 'de', '2019-03', 'now'],
  ['03–08/2020', 'de', '2020-03', '2020-08'],
  ['01.10.2018 bis 30.09.2020', 'de', '2018-10-01', '2020-09-30'],
  ['1. Oktober 2018 – 30. September 2020', 'de', '2018-10-01', '2020-09-30'],
  ['WS 2019/20', 'de', '2019', '2019'],
  ['bis 2019', 'de', undefined, '2019'],
  ['1er janvier 2019 au 31 décembre 2020', 'fr', '2019-01-01', '2020-12-31'],
  ['depuis mars 2018', 'fr', '2018-03', 'now'],
  ['Janvier 2020 – Aujourd’hui', 'fr', '2020-01', 'now'],
  ['janv. 2018 - actuellement', 'fr', '2018-01', 'now'],
  ['enero de 2019 - actualidad', 'es', '2019-01', 'now'],
  ['van maart 2018 tot heden', 'nl', '2018-03', 'now'],
  ['Fev 2020 – Atual', 'pt', '2020-02', 'now'],
  ['Gen 2021 – oggi', 'it', '2021-01', 'now'],
  ['2018.09 - 2020.06', 'zh', '2018-09', '2020-06'],
  ['2015年9月至2019年6月', 'zh', '2015-09', '2019-06'],
  ['2020.03 - 至今', 'zh', '2020-03', 'now'],
  ['2019年4月～現在', 'ja', '2019-04', 'now'],
  ['令和2年4月', 'ja', '2020-04', '2020-04'],
  ['平成元年3月〜平成5年3月', 'ja', '1989-03', '1993-03'],
  ['H30.4', 'ja', '2018-04', '2018-04'],
  ['март 2018 – настоящее время', 'ru', '2018-03', 'now'],
]

const NO_DATES = [
  'Led 2,019 people',
  'ISO 27001',
  '+49 711 2290417',
  '2000+ users',
  'version 3.14.15',
  'Room 12.34',
  '31.02.2019 – nonsense day',
]

describe('the dates in a line', () => {
  for (const [text, language, start, end] of SPANS) {
    it(`reads ${text}`, () => {
      const [span, ...more] = findDates(text, language)
      expect([span?.start, span?.current ? 'now' : span?.end]).to.deep.equal([start, end])
      expect(more).to.deep.equal([])
    })
  }

  for (const text of NO_DATES) {
    it(`finds no day or month in ${text}`, () => {
      expect(findDates(text, 'en').filter(({start}) => (start ?? '').length > 4)).to.deep.equal([])
    })
  }
})
