import {expect} from 'chai'
import {layOut} from '#lib/extract/layout/page-text.js'
import {PICTURE, type Piece} from '#lib/extract/layout/piece.js'
import {Typography} from '#lib/extract/layout/typography.js'

function line(text: string, y: number, more: Partial<Piece> = {}): Piece {
  const size = more.size ?? 10
  return {
    text,
    x: 50,
    y,
    width: 0.5 * size * text.length,
    size,
    angle: 0,
    font: '',
    isBold: false,
    endsLine: true,
    ...more,
  }
}

const TEXT = 'Planned the grids of nine towns in the hills and led the people who built them.'

describe('light Markdown of a page', () => {
  it('marks the name, and the headings that are set like those whose words are known', () => {
    const text = layOut([
      line('ADA', 40, {size: 26}),
      line('MUSTER', 70, {size: 26}),
      line('Engineer', 90, {size: 16}),
      line('Experience', 120, {size: 14}),
      line(TEXT, 140),
      line('Rivers I have known', 170, {size: 14}),
      line(TEXT, 190),
    ])
    expect(text.split('\n\n')).to.deep.equal([
      '# ADA MUSTER',
      'Engineer',
      '## Experience',
      TEXT,
      '## Rivers I have known',
      TEXT,
    ])
  })

  it('knows the headings of later pages by those of the first', () => {
    const typography = new Typography()
    layOut(
      [line('Ada Muster', 40, {size: 26}), line('Experience', 80, {size: 14}), line(TEXT, 100)],
      typography,
    )
    const next = layOut(
      [
        line('Rivers', 40, {size: 14}),
        line(TEXT, 60),
        line('Gridworks', 80, {isBold: true}),
        line(TEXT, 100),
      ],
      typography,
    )
    expect(next.split(/\n+/)).to.deep.equal(['## Rivers', TEXT, 'Gridworks', TEXT])
  })

  it('takes size alone for a heading where it comes back, and neither a date nor a sentence', () => {
    const text = layOut([
      line('Työkokemus', 100, {size: 14}),
      line(TEXT, 120),
      line('Koulutus', 150, {size: 14}),
      line(TEXT, 170),
      line('May 2019', 200, {size: 14}),
      line('It was a good year.', 220, {size: 14}),
    ])
    expect(text.match(/^## .*/gm)).to.deep.equal(['## Työkokemus', '## Koulutus'])
  })

  it('gives a heading beside its section a line of its own', () => {
    const rows = ['Experience', 'Education'].flatMap((title, at) => [
      line(title, 100 + 40 * at, {endsLine: false}),
      line('Gridworks, Hillton', 100 + 40 * at, {x: 150}),
    ])
    expect(layOut(rows)).to.equal('## Experience\n\nGridworks, Hillton\n\n## Education\n\nGridworks, Hillton')
  })

  it('writes list items, whatever their mark, and no dates as such', () => {
    const marks = ['• one', '▪two', '– three', '* four', '- 2019', '– 2020', '1. five']
    expect(layOut(marks.map((text, at) => line(text, 100 + 12 * at))).split('\n')).to.deep.equal([
      ...['- one', '- two', '- three', '- four', '- 2019', '– 2020', '1. five'],
    ])
  })

  it('escapes what only looks like a heading', () => {
    expect(layOut([line('# of grids: 9', 100)])).to.equal('\\# of grids: 9')
  })

  it('leaves out icons, and the room that they take', () => {
    const text = layOut([
      line(PICTURE, 100, {endsLine: false, width: 10}),
      line('555 0100', 100, {x: 65, width: 40, endsLine: false}),
      line(PICTURE, 100, {x: 115, width: 10, endsLine: false}),
      line('ada@example.com', 100, {x: 130}),
    ])
    expect(text).to.equal('555 0100 ada@example.com')
  })

  it('joins a word divided beside a date', () => {
    const text = layOut([
      line('Handbook of relays and mod-', 100),
      line('2019', 100, {x: 500}),
      line('els of the grid', 112),
    ])
    expect(text).to.equal('Handbook of relays and models\t2019\nof the grid')
  })

  it('joins a divided word and leaves the line where it was', () => {
    const text = layOut([
      line('I was respon-', 100),
      line('sible for all of it', 112),
      line('and soft\u00ad', 124),
      line('ened it.', 136),
    ])
    expect(text).to.equal('I was responsible\nfor all of it\nand softened\nit.')
  })

  it('knows the headings of more languages where they are set apart from the text, and no plain words', () => {
    const page = (heading: string) => [
      line(heading, 0, {isBold: true}),
      line('Something is written here in ordinary letters', 20),
      line(heading, 40),
    ]
    for (const heading of [
      '경력사항',
      'Образование',
      'Wykształcenie',
      'השכלה',
      '工作經驗',
      'Arbetslivserfarenhet',
    ])
      expect(layOut(page(heading)).match(/^## /gmu)?.length, heading).to.equal(1)
  })

  it('takes headings that are hardly larger than the text for such where others are set alike', () => {
    const text = (y: number) => line('Something is written here in ordinary letters', y, {size: 12})
    const heading = (words: string, y: number) => line(words, y, {size: 13})
    expect(layOut([heading('Образование', 0), text(20), heading('Служба на флоте', 50), text(70)])).to.equal(
      `## Образование\n\n${text(0).text}\n\n## Служба на флоте\n\n${text(0).text}`,
    )
  })

  it('takes words with a colon for a heading only where they are set like one', () => {
    const page = [
      line('Experience', 0, {size: 14}),
      line('Chief engineer of the grids of nine towns', 20),
      line('Achievements:', 32),
    ]
    expect(layOut(page)).to.match(/\nAchievements:$/)
  })
})
