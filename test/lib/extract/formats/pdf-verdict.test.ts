import {expect} from 'chai'
import type {Drawing} from '#lib/extract/formats/pdf/drawing.js'
import {isGibberish} from '#lib/extract/formats/pdf/gibberish.js'
import {isBetter, isPlenty, isScan, judge, textQuality} from '#lib/extract/formats/pdf/verdict.js'

const TEXT =
  'Planned the grids of nine towns and led teams of four to twelve people since the spring of 2019. Found faults in ' +
  'half the time, trained new colleagues and wrote the handbook that all the works of the canton now use. Speaks ' +
  'German, French and some Italian, and keeps bees on the roof of the old transformer house in the summer months.'

/** As a font gives it out whose encoding is off by so many letters. */
function shifted(text: string, by: number): string {
  return text.replace(/[a-z]/g, (letter) => String.fromCharCode(((letter.charCodeAt(0) - 97 + by) % 26) + 97))
}

const PAGE: Drawing = {
  imageShare: 0,
  imageDpi: undefined,
  loneImage: undefined,
  tilings: 0,
  paths: 0,
  strings: 9,
  visibleStrings: 9,
  dots: [],
  spacedStrings: [],
  softHyphens: [],
  hidden: undefined,
}
const SCAN = {...PAGE, imageShare: 1, imageDpi: 200, visibleStrings: 0}

describe('the text layer of a page', () => {
  it('is gibberish when its letters are shifted', () => {
    expect(isGibberish(TEXT)).to.equal(false)
    for (const by of [1, 3, 7, 19]) expect(isGibberish(shifted(TEXT, by)), `by ${by}`).to.equal(true)
  })

  it('is gibberish when its words mix scripts', () => {
    expect(isGibberish(Array(30).fill('Grіdβ').join(' '))).to.equal(true)
    expect(isGibberish(Array(30).fill('сеть grid δίκτυο').join(' '))).to.equal(false)
  })

  it('may be in any language', () => {
    const others = [
      'Geplant wurden die Netze von neun Städten, dazu kamen Schulungen für Kollegen und ein Handbuch.',
      'Zaplanowano sieci dziewięciu miast, a także szkolenia dla kolegów oraz podręcznik dla zakładów.',
      'Dokuz şehrin şebekesi planlandı, ayrıca meslektaşlar için eğitimler ve bir el kitabı hazırlandı.',
      'Yhdeksän kaupungin verkot suunniteltiin, lisäksi koulutettiin työtovereita ja kirjoitettiin käsikirja.',
    ]
    for (const text of others) expect(isGibberish(Array(4).fill(text).join(' ')), text).to.equal(false)
  })

  it('sends the page to OCR when it is gibberish, however much there is of it', () => {
    const quality = textQuality(shifted(TEXT, 3))
    expect(isPlenty(quality)).to.equal(false)
    expect(judge(quality, PAGE)).to.equal('ocr')
    expect(isPlenty(textQuality(TEXT))).to.equal(true)
  })

  it('is an old OCR layer when nothing of it is seen on the scan', () => {
    expect(isScan(SCAN)).to.equal(true)
    expect(isScan({...SCAN, visibleStrings: 1})).to.equal(false)
  })

  it('that an old OCR has left gives way to a sure reading only', () => {
    const old = textQuality(TEXT)
    expect(isBetter(old, {...textQuality('short'), confidence: 90}, SCAN)).to.equal(true)
    expect(isBetter(old, {...textQuality(TEXT), confidence: 40}, SCAN)).to.equal(false)
  })
})
