import {expect} from 'chai'
import fc from 'fast-check'
import {readProfile} from '#lib/extract/profile/profile.js'
import {findSections} from '#lib/extract/structure/sections.js'
import {CVS} from './cvs.ts'

function profileOf(text: string) {
  return readProfile({text, pageStarts: [1], sections: findSections(text), language: null, metadata: {}})
}

/** Lines of CVs torn out of their order, with what no CV holds between them. */
const lines = fc.oneof(
  fc.constantFrom(...CVS.flatMap(({text}) => text.split('\n'))),
  fc.string({unit: 'grapheme', maxLength: 80}),
  fc.constantFrom(
    '',
    '\t\t',
    '- ',
    '# ',
    '\uE0A1 \uF095',
    '2019 – ',
    '(((((',
    '99/99/9999',
    '0000-00',
    '#'.repeat(50),
  ),
)

describe('a profile of any text', () => {
  it('is read without an error, and each value has its place', () => {
    fc.assert(
      fc.property(fc.array(lines, {maxLength: 60}), (some) => {
        const text = some.join('\n')
        const count = text.split('\n').length
        for (const {line, page, confidence} of Object.values(profileOf(text)?.found ?? {})) {
          expect(line).to.be.within(1, count)
          expect(page).to.equal(1)
          expect(confidence).to.be.within(0, 1)
        }
      }),
      {numRuns: 300},
    )
  })

  it('never holds a private-use glyph', () => {
    fc.assert(
      fc.property(fc.constantFrom(...CVS), fc.integer({min: 0, max: 400}), ({text}, at) => {
        const spoilt = `${text.slice(0, at)}\uF0E0${text.slice(at)}`.replace(/^/gm, '\uE001 ')
        expect(JSON.stringify(profileOf(spoilt)?.resume ?? {})).not.to.match(/\p{Co}/u)
      }),
      {numRuns: 60},
    )
  })

  for (const [what, piece] of [
    ['letters', 'a'],
    ['at signs', 'a@'],
    ['figures', '1 '],
    ['dots', 'a.'],
    ['brackets', '('],
    ['dashes', '2019 - '],
    ['commas', 'Acme, '],
  ] as const) {
    it(`takes no time worth naming for a megabyte of ${what} on one line`, () => {
      const text = `Jo Doe\njo@example.com\n\nExperience\n${piece.repeat(1_000_000 / piece.length)}\n`
      const start = performance.now()
      profileOf(text)
      expect(performance.now() - start).to.be.below(5000)
    })
  }
})
