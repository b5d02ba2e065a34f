import {expect} from 'chai'
import {readProfile} from '#lib/extract/profile/profile.js'
import {findSections} from '#lib/extract/structure/sections.js'

function schoolsOf(...lines: string[]) {
  const text = `Jo Harrowgate\njo@example.com\n\nEducation\n${lines.join('\n')}\n`
  const profile = readProfile({
    text,
    pageStarts: [1],
    sections: findSections(text),
    language: 'en',
    metadata: {},
  })
  return profile?.resume.education?.map(({endDate, ...school}) => [endDate, Object.values(school).join(' ')])
}

describe('a line of education that ends with its own date', () => {
  it('is an entry of its own, though nothing is known of its words', () => {
    const schools = schoolsOf('ACCA, 2014', 'BComm, University College Cork, 2008 – 2011')
    expect(schools?.map(([end]) => end)).to.deep.equal(['2014', '2011'])
    expect(schools?.[0]?.[1]).to.contain('ACCA')
    expect(schools?.[1]?.[1]).not.to.contain('ACCA')
  })

  it('does not vanish above a degree', () => {
    const schools = schoolsOf('City & Guilds Level 3, 2010', 'BTEC Engineering, Filton College, 2006 - 2008')
    expect(schools?.map(([end]) => end)).to.deep.equal(['2010', '2008'])
    expect(schools?.[0]?.[1]).to.contain('City & Guilds Level 3')
  })

  it('belongs to the degree above it within that degree\u2019s time', () => {
    const schools = schoolsOf(
      'BComm, University College Cork, 2008 – 2011',
      'Debating Medal, 2010',
      'BTEC Engineering, Filton College, 2006 - 2008',
    )
    expect(schools?.map(([end]) => end)).to.deep.equal(['2011', '2008'])
  })
})
