import {expect} from 'chai'
import {readProfile} from '#lib/extract/profile/profile.js'
import {findSections} from '#lib/extract/structure/sections.js'

const nameOf = (text: string) =>
  readProfile({text, pageStarts: [1], sections: findSections(text), language: null, metadata: {}})?.resume
    .basics?.name

describe('a first line that is more than a name, or none', () => {
  const rest = 'jan.kowal@example.org\n\n## Experience\n\n2019 – 2022 Analyst, Acme Ltd\n'

  it('gives the name before the title', () => {
    expect(nameOf(`Jan Kowal Programista Gdańsk\n${rest}`)).to.equal('Jan Kowal')
    expect(nameOf(`Jan Kowal Software Engineer\n${rest}`)).to.equal('Jan Kowal')
    expect(nameOf(`Pieter van der Bakker\n${rest}`)).to.equal('Pieter van der Bakker')
    expect(nameOf(`Anna Maria Schneider\n${rest}`)).to.equal('Anna Maria Schneider')
  })

  it('gives no name where it is a heading with what stands under it', () => {
    expect(nameOf(`Habilidades Spark\n\n${rest.replace('jan.kowal', 'info7')}`)).to.equal(undefined)
    expect(nameOf(`Jan Kowal\n\nSkills Spark\n${rest}`)).to.equal('Jan Kowal')
  })
})
