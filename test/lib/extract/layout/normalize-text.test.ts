import {expect} from 'chai'
import fc from 'fast-check'
import {normalizeText} from '#lib/extract/layout/normalize-text.js'

describe('normalizeText', () => {
  const cases: [what: string, text: string, normal: string][] = [
    ['composes accents', 'Jose\u0301', 'Jos\u00e9'],
    ['ends lines with one line feed', 'a\r\nb\rc\u2028d\fe', 'a\nb\nc\nd\ne'],
    ['drops icons and the gap behind them', '\ue0b1 ada@example.org \ue0b2', 'ada@example.org'],
    ['drops control characters but tabs', 'a\u0000\u001b[31m\tb', 'a[31m\tb'],
    ['drops soft hyphens and marks of byte order', '\ufeffMathe\u00admatik', 'Mathematik'],
    ['drops blanks at the ends of lines', 'a  \nb\t\n', 'a\nb'],
    ['keeps one blank line of many', 'a\n\n\n\nb', 'a\n\nb'],
    ['keeps what begins a line', '  - a', '  - a'],
    ['mends half a surrogate pair', 'a\ud800b', 'a\ufffdb'],
  ]
  for (const [what, text, normal] of cases) it(what, () => expect(normalizeText(text)).to.equal(normal))

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(fc.string({unit: 'binary'}), (text) => {
        expect(normalizeText(normalizeText(text))).to.equal(normalizeText(text))
      }),
    )
  })
})
