import {expect} from 'chai'
import {readTsv} from '#lib/extract/ocr/words/read-tsv.js'
import {writeText} from '#lib/extract/ocr/words/write-text.js'

const PAGE = {width: 1654, height: 2339}
const HEAD = 'level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext'

interface Line {
  text: string
  left: number
  /** Of the letters' feet. */
  y: number
  block: number
  confidence?: number
}

/** Tesseract's table of lines in letters 14 pixels wide and 24 high; `dots` are what the first words are, halfway up. */
function tsv(lines: readonly Line[], dots = false): string {
  const rows = lines.flatMap(({text, left, y, block, confidence = 95}, line) => {
    let at = left
    return text.split(' ').map((word, index) => {
      const isDot = dots && index === 0
      const row = [
        '5',
        1,
        block,
        1,
        line + 1,
        index + 1,
        at,
        isDot ? y - 16 : y - 24,
        isDot ? 8 : 14 * word.length,
        isDot ? 8 : 24,
        confidence,
        word,
      ].join('\t')
      at += 14 * (word.length + 1)
      return row
    })
  })
  return [HEAD, ...rows].join('\n')
}

const write = (...regions: string[]) =>
  writeText(
    regions.map((region) => readTsv(region)),
    PAGE,
  )
const read = (...regions: Line[][]) => write(...regions.map((lines) => tsv(lines)))

describe('the words that OCR found', () => {
  it('become lines of text, with the confidence of their letters', () => {
    const {text, confidence} = read([
      {text: 'LEADS THE GRID', left: 100, y: 200, block: 1, confidence: 90},
      {text: 'SINCE 2019', left: 100, y: 236, block: 1, confidence: 70},
    ])
    expect(text.split('\n')).to.deep.equal(['LEADS THE GRID', 'SINCE 2019'])
    expect(confidence).to.be.closeTo((12 * 90 + 9 * 70) / 21, 0.01)
  })

  it('bring the dates at the margin to their lines', () => {
    const {text} = read([
      {text: 'PLANNER AT THE TOWN WORKS OF BERN', left: 100, y: 200, block: 1},
      {text: 'BUILT NINE GRIDS AND LED TWELVE PEOPLE', left: 100, y: 236, block: 1},
      {text: 'TRAINEE AT THE TOWN WORKS OF CHUR', left: 100, y: 300, block: 1},
      {text: 'DREW THE MAPS OF ALL THE OLD MAINS', left: 100, y: 336, block: 1},
      {text: '2019 2024', left: 1300, y: 202, block: 2},
      {text: '2015 2019', left: 1300, y: 299, block: 2},
    ])
    expect(text).to.match(/PLANNER AT THE TOWN WORKS OF BERN\s+2019 2024\nBUILT/)
    expect(text).to.match(/TRAINEE AT THE TOWN WORKS OF CHUR\s+2015 2019\nDREW/)
  })

  it('keep a second column apart', () => {
    const column = (left: number, block: number, word: string) =>
      [0, 1, 2, 3, 4, 5, 6, 7].map((line) => ({
        text: `${word} ${line} OF THE COLUMN`,
        left,
        y: 200 + 40 * line,
        block,
      }))
    const {text} = read([...column(100, 1, 'LEFT'), ...column(900, 2, 'RIGHT')])
    expect(text.indexOf('LEFT 7')).to.be.lessThan(text.indexOf('RIGHT 0'))
  })

  it('of ideographs stand without blanks', () => {
    const {text} = read([{text: '工 作 内 容 ： 电 网', left: 100, y: 200, block: 1}])
    expect(text).to.equal('工作内容：电网')
  })

  it('of digits and ideographs are one where nothing is between them', () => {
    const words = (gap: number) =>
      [
        ['2019', 400, 56, 24],
        ['年', 456 + gap, 30, 30],
        ['–', 520, 20, 24],
      ].map(([text, left, width, height], word) =>
        ['5', 1, 1, 1, 1, word + 1, left, 200 - Number(height), width, height, 95, text].join('\t'),
      )
    expect(write([HEAD, ...words(3)].join('\n')).text).to.equal('2019年 –')
    expect(write([HEAD, ...words(14)].join('\n')).text).to.equal('2019 年 –')
  })

  it('that pictures were taken for are left out', () => {
    const {text, confidence, seen} = read([
      {text: 'LEADS THE GRID', left: 100, y: 200, block: 1},
      {text: '~~ |. i, e', left: 100, y: 600, block: 2, confidence: 40},
      {text: 'Bx ERTI', left: 100, y: 900, block: 3, confidence: 12},
    ])
    expect(text).to.equal('LEADS THE GRID')
    expect(confidence).to.equal(95)
    expect(seen).to.equal(9)
  })

  it('that dots of a list were taken for are dots again, however unsure', () => {
    const misread = [
      {text: 'e Built nine grids', left: 100, y: 200, block: 1},
      {text: '« Led twelve people', left: 100, y: 236, block: 1, confidence: 58},
    ]
    expect(write(tsv(misread, true)).text).to.equal('- Built nine grids\n- Led twelve people')
  })

  it('that are letters stay letters at the beginning of a line', () => {
    const {text} = read([
      {text: 'e Built nine grids', left: 100, y: 200, block: 1},
      {text: 'o Led twelve people', left: 100, y: 236, block: 1},
    ])
    expect(text).to.equal('e Built nine grids\no Led twelve people')
  })

  it('stay when others on their line are sure', () => {
    const row = tsv([{text: 'xjqz@1vv MEMBER', left: 100, y: 200, block: 1, confidence: 8}])
    const {text} = write(row.replace(/\b8\tMEMBER$/, '93\tMEMBER'))
    expect(text).to.equal('xjqz@1vv MEMBER')
  })

  it('stay in the region that they were read in, whatever stands beside them', () => {
    const skills = ['Skills', 'Welding', 'Masonry', 'Wiring', 'Surveys', 'Lamps', 'Roofs']
    const sidebar = skills.map((text, row) => ({text, left: 100, y: 200 + 70 * row, block: 1}))
    const body = skills.map((skill, row) => ({
      text: `Builds bridges and knows ${skill.toLowerCase()} since ${2011 + row}`,
      left: 400,
      y: 200 + 70 * row,
      block: 2,
    }))
    const lines = (text: string) => text.split(/\n+/).map((line) => line.replace(/^#+ /, ''))
    expect(lines(read(sidebar, body).text)).to.deep.equal([...sidebar, ...body].map(({text}) => text))
  })

  it('have their place on the page when a part of it was read larger', () => {
    const [line] = readTsv(tsv([{text: 'Welding', left: 100, y: 200, block: 1}]), {
      left: 300,
      top: 40,
      factor: 2,
    })
    expect(line?.[0]).to.include({left: 350, right: 399, top: 128, bottom: 140})
  })
})
