import {expect} from 'chai'
import {readProfile} from '#lib/extract/profile/profile.js'
import {findSections} from '#lib/extract/structure/sections.js'

function jobsOf(heading: string, lines: readonly string[], language: string) {
  const text = `Jo Harrowgate\njo@example.com\n\n${heading}\n${lines.join('\n')}\n`
  const profile = readProfile({text, pageStarts: [1], sections: findSections(text), language, metadata: {}})
  return profile?.resume.work?.map(({name, position}) => [name, position])
}

describe('a job on one line, its employer told by the legal form', () => {
  it('is told apart in Japanese, the form before the name or behind', () => {
    const lines = [
      '2019年4月 – 現在 株式会社青空システム シニアエンジニア',
      '2014年4月 – 2019年3月 東都電機株式会社 ソフトウェアエンジニア',
      '2012年4月 – 2014年3月 東都販売有限会社 部長',
      '2010年4月 – 2012年3月 若葉合同会社 営業部 課長',
    ]
    expect(jobsOf('職歴', lines, 'ja')).to.deep.equal([
      ['株式会社青空システム', 'シニアエンジニア'],
      ['東都電機株式会社', 'ソフトウェアエンジニア'],
      ['東都販売有限会社', '部長'],
      ['若葉合同会社', '営業部 課長'],
    ])
  })

  it('is told apart in Latin letters where a title stands behind', () => {
    const lines = [
      '2019 – present Harrow Ltd Senior Engineer',
      '2014 – 2019 Birkhof GmbH Software Developer',
      '2010 – 2014 Exempel Ltd Engineering Services',
    ]
    expect(jobsOf('Experience', lines, 'en')).to.deep.equal([
      ['Harrow Ltd', 'Senior Engineer'],
      ['Birkhof GmbH', 'Software Developer'],
      ['Exempel Ltd Engineering Services', undefined],
    ])
  })
})
