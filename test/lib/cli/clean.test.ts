import {expect} from 'chai'
import {clean, cleanJson, cleanText} from '#lib/cli/clean.js'

describe('clean', () => {
  it('shows what could act on a terminal, and leaves the rest alone', () => {
    expect(clean('a\nb\r\tc\u001b[31m\u0007\u009b')).to.equal('a\\nb\\r\\tc\\e[31m\\x07\\x9b')
    expect(clean('名前 é.pdf "x" \\')).to.equal('名前 é.pdf "x" \\')
  })

  it('shows text that would run backwards, and halves of characters', () => {
    expect(clean('fdp.\u202Egpj')).to.equal('fdp.\\u{202e}gpj')
    expect(clean('\ud800')).to.equal('\\u{d800}')
  })

  it('lets text of several lines be that', () => {
    expect(cleanText('a\r\nb\tc\u001b[2J\u000c')).to.equal('a\nb\tc\\e[2J\\x0c')
  })

  it('makes JSON harmless without changing what it says', () => {
    const value = {a: '\u009b31m\u202E\n\u007f'}
    expect(cleanJson(value)).to.match(/^[\x20-\x7e]*$/)
    expect(JSON.parse(cleanJson(value))).to.deep.equal(value)
  })
})
