import {expect} from 'chai'
import {orElse} from '#lib/extract/extract.js'
import {flatPackage} from '#lib/extract/formats/docx/flat-package.js'
import {htmlToText} from '#lib/extract/formats/html-text.js'
import {normalizeText} from '#lib/extract/layout/normalize-text.js'
import {readProfile} from '#lib/extract/profile/profile.js'
import {countWords} from '#lib/extract/structure/count-words.js'
import {detectLanguage} from '#lib/extract/structure/language.js'
import {findSections} from '#lib/extract/structure/sections.js'

/** Milliseconds that a hostile text may take on a busy machine. */
const MOST = 5000

const profileOf = (text: string) =>
  readProfile({text, pageStarts: [1], sections: findSections(text), language: 'en', metadata: {}})
const lines = (count: number, line: (index: number) => string) =>
  Array.from({length: count}, (_, index) => line(index)).join('\n')
const refused = (read: () => unknown) => expect(read).to.throw()

const HOSTILE: readonly [what: string, read: () => unknown][] = [
  ['blanks before a letter', () => normalizeText(`${`${' '.repeat(200_000)}x\n`.repeat(2)}`)],
  ['styles that never open', () => htmlToText(`<style>${'a'.repeat(500_000)}</style>x`)],
  ['comments in styles that never close', () => htmlToText(`<style>${'/*'.repeat(500_000)}</style>x`)],
  ['lines of blanks', () => normalizeText(`a${'\n '.repeat(200_000)}b`)],
  [
    'parts that never begin',
    () => refused(() => flatPackage(Buffer.from('<pkg:part pkg:name="a" '.repeat(40_000)))),
  ],
  [
    'parts that never end',
    () => refused(() => flatPackage(Buffer.from('<pkg:part pkg:name="a">'.repeat(40_000)))),
  ],
  [
    'a part of contents',
    () => flatPackage(Buffer.from(`<pkg:part pkg:name="a">${'<pkg:xmlData '.repeat(80_000)}</pkg:part>`)),
  ],
  ['targets that never close', () => countWords('(tel:'.repeat(100_000))],
  ['one word of Han', () => countWords('歴'.repeat(200_000))],
  ['one word for the language', () => detectLanguage('a'.repeat(30_000), [])],
  ['headings', () => findSections(lines(40_000, () => '# Experience\n\nx'))],
  ['run-in headings', () => findSections(lines(40_000, () => 'Skills: cooking'))],
  ['headings, for the profile', () => profileOf(lines(10_000, (index) => `# Experience\n\nCook ${index}`))],
  ['addresses', () => profileOf(lines(8000, (index) => `jo${index}@example.org`))],
  ['links', () => profileOf(lines(8000, (index) => `https://github.com/jo${index}`))],
]

describe('hostile inputs', () => {
  for (const [what, read] of HOSTILE) {
    it(`takes little time for ${what}`, async () => {
      const start = performance.now()
      await read()
      expect(performance.now() - start).to.be.below(MOST)
    })
  }

  it('costs what is told of a text, not the text, when telling it fails', async () => {
    const fail = () => {
      throw new RangeError('Maximum call stack size exceeded')
    }
    expect(await orElse(null, fail)).to.equal(null)
    expect(await orElse(null, () => Promise.reject(new Error('later')))).to.equal(null)
    expect(await orElse<string | null>(null, async () => 'en')).to.equal('en')
  })
})
