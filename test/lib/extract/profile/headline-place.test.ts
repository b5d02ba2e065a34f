import {expect} from 'chai'
import {readProfile} from '#lib/extract/profile/profile.js'
import {findSections} from '#lib/extract/structure/sections.js'

function basicsOf(line: string, language: string) {
  const text = `Jo Harrowgate\n${line}\njo@example.com\n\nExperience\n2019 – 2021 Engineer, Harrow Ltd\n`
  return readProfile({text, pageStarts: [1], sections: findSections(text), language, metadata: {}})?.resume
    .basics
}

describe('a place beside a title or a label', () => {
  for (const [line, language, label, location] of [
    [
      'Elektroingenieur · Fährstraße 12, 24103 Kiel',
      'de',
      'Elektroingenieur',
      {address: 'Fährstraße 12', postalCode: '24103', city: 'Kiel'},
    ],
    ['Electrician, Bristol, UK', 'en', 'Electrician', {city: 'Bristol', countryCode: 'GB'}],
    ['Head of Data, Leeds, UK', 'en', 'Head of Data', {city: 'Leeds', countryCode: 'GB'}],
    ['Head of Data, Payments', 'en', 'Head of Data, Payments', undefined],
    [
      '住所 東京都渋谷区渋谷1-2-3 電話 03-1234-5678',
      'ja',
      undefined,
      {address: '渋谷1-2-3', city: '渋谷区', region: '東京都', countryCode: 'JP'},
    ],
  ] as const) {
    it(`is told apart in ${JSON.stringify(line)}`, () => {
      const basics = basicsOf(line, language)
      expect(basics?.label).to.equal(label)
      expect(basics?.location).to.deep.equal(location)
    })
  }
})
