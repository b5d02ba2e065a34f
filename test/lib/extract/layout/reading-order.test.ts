import {expect} from 'chai'
import {layOut} from '#lib/extract/layout/page-text.js'
import type {Piece} from '#lib/extract/layout/piece.js'

/** Ten-point text with glyphs five points wide; a right-hand note ends at 550. */
function piece(text: string, x: number, y: number, more: Partial<Piece> = {}): Piece {
  return {
    text,
    x,
    y,
    width: 5 * text.length,
    size: 10,
    angle: 0,
    font: '',
    isBold: false,
    endsLine: true,
    ...more,
  }
}

const atRight = (text: string, y: number) => piece(text, 550 - 5 * text.length, y)
const column = (x: number, top: number, lines: readonly string[], step = 14) =>
  lines.map((line, at) => piece(line, x, top + step * at))

const NAME = piece('Ada Muster', 50, 50, {size: 24, width: 130})
const ADDRESS = piece('Hill Street 7, 12345 Hillton, ada@example.com, 555 0100', 50, 80, {width: 420})
const FOOTER = piece('Ada Muster, page 1', 250, 800)

const SIDEBAR = column(
  50,
  120,
  ['Skills', 'Load flow', 'Relays', 'Surveys', 'Languages', 'German', 'Dutch', 'Hobbies', 'Chess'],
  17,
)
const MAIN = column(220, 120, [
  'Experience',
  'Chief engineer, Gridworks',
  'Planned the grids of nine towns in the hills and',
  'led the people who built them.',
  'Engineer, Hydro Ltd',
  'Kept the turbines of three rivers running, and',
  'wrote the handbook that others still use.',
  'Education',
  'Diploma, Grid School Hillton',
  'Thesis on relays that talk to each other.',
])
const MAIN_DATES = [atRight('2015 - 2024', 134), atRight('2009 - 2015', 176), atRight('2004 - 2009', 232)]

/** What each part of the page reads like, whatever the order of drawing. */
const TWO_COLUMNS = [
  '# Ada Muster',
  ADDRESS.text,
  ...[
    '## Skills',
    'Load flow',
    'Relays',
    'Surveys',
    '## Languages',
    'German',
    'Dutch',
    '## Hobbies',
    'Chess',
  ],
  '## Experience',
  'Chief engineer, Gridworks\t2015 - 2024',
  'Planned the grids of nine towns in the hills and',
  'led the people who built them.',
  'Engineer, Hydro Ltd\t2009 - 2015',
  'Kept the turbines of three rivers running, and',
  'wrote the handbook that others still use.',
  '## Education',
  'Diploma, Grid School Hillton\t2004 - 2009',
  'Thesis on relays that talk to each other.',
  FOOTER.text,
]

const JOBS = Array.from({length: 8}, (_, at) => `Company number ${at + 1}`)
const jobLines = JOBS.map((job, at) => piece(job, 50, 120 + 40 * at))
const jobDates = JOBS.map((_, at) => atRight(`${2016 - at} - ${2017 - at}`, 120 + 40 * at))
const jobTexts = JOBS.map((_, at) =>
  piece(
    'Planned what was to be built there, then built what had been planned, then kept it running',
    50,
    134 + 40 * at,
  ),
)
const ONE_COLUMN = [
  '# Ada Muster',
  ...JOBS.flatMap((job, at) => [`${job}\t${2016 - at} - ${2017 - at}`, jobTexts[at]?.text ?? '']),
]

function read(pieces: readonly Piece[]): string[] {
  return layOut(pieces).split(/\n+/)
}

const byRow = (pieces: readonly Piece[]) => pieces.toSorted((a, b) => a.y - b.y || a.x - b.x)
const entries = (lines: readonly Piece[], dates: readonly Piece[]) =>
  lines.flatMap((line) => [line, ...dates.filter(({y}) => y === line.y)])

describe('reading order', () => {
  const main = entries(MAIN, MAIN_DATES)
  for (const [what, pieces] of [
    ['column by column', [NAME, ADDRESS, ...SIDEBAR, ...main, FOOTER]],
    ['row by row', byRow([NAME, ADDRESS, ...SIDEBAR, ...main, FOOTER])],
    ['with the name last', [...SIDEBAR, ...main, FOOTER, NAME, ADDRESS]],
    ['with the footer first', [FOOTER, NAME, ADDRESS, ...SIDEBAR, ...main]],
  ] as [string, Piece[]][]) {
    it(`is that of two columns under one head, drawn ${what}`, () => {
      expect(read(pieces)).to.deep.equal(TWO_COLUMNS)
    })
  }

  for (const [what, pieces] of [
    [
      'line by line',
      [NAME, ...jobLines.flatMap((line, at) => [line, jobDates[at] as Piece, jobTexts[at] as Piece])],
    ],
    [
      'with all dates first, as floats are',
      [NAME, ...jobDates, ...jobLines.flatMap((line, at) => [line, jobTexts[at] as Piece])],
    ],
    [
      'with all dates last',
      [NAME, ...jobLines.flatMap((line, at) => [line, jobTexts[at] as Piece]), ...jobDates],
    ],
    ['layer by layer', [...jobTexts, ...jobDates, ...jobLines, NAME]],
  ] as [string, Piece[]][]) {
    it(`keeps right-hand dates with their entries, drawn ${what}`, () => {
      expect(read(pieces)).to.deep.equal(ONE_COLUMN)
    })
  }

  it('keeps labels beside what they are the labels of', () => {
    const labels = ['2019', '2018', '2017', '2016', '2015', '2014', '2013']
    const rows = labels.map((label, at) => [
      piece(label, 50, 100 + 14 * at),
      piece(`Job of that year in town ${at}`, 120, 100 + 14 * at),
    ])
    const expected = labels.map((label, at) => `${label}\tJob of that year in town ${at}`)
    expect(read(rows.flat())).to.deep.equal(expected)
    const labelsFirst = [...rows.map(([label]) => label as Piece), ...rows.map(([, job]) => job as Piece)]
    expect(read(labelsFirst)).to.deep.equal(expected)
  })

  it('keeps section titles among the labels', () => {
    const rows = [
      ['Personal information', 'Ben Muster'],
      ['', 'Hill Street 7, Hillton'],
      ['Work experience', ''],
      ['2018 - 2024', 'Electrician, Gridworks'],
      ['2012 - 2018', 'Apprentice, Hydro Ltd'],
      ['Education', ''],
      ['2009 - 2012', 'Vocational school'],
      ['Mother tongue', 'German'],
      ['Other languages', 'English'],
      ['Driving licence', 'Car and lorry'],
    ]
    const cells = rows.flatMap(([label = '', text = ''], at) => [
      ...(label === '' ? [] : [piece(label, 150 - 5 * label.length, 100 + 20 * at)]),
      ...(text === '' ? [] : [piece(text, 180, 100 + 20 * at)]),
    ])
    expect(read(cells)).to.deep.equal([
      'Personal information\tBen Muster',
      'Hill Street 7, Hillton',
      '## Work experience',
      '2018 - 2024\tElectrician, Gridworks',
      '2012 - 2018\tApprentice, Hydro Ltd',
      '## Education',
      '2009 - 2012\tVocational school',
      'Mother tongue\tGerman',
      'Other languages\tEnglish',
      'Driving licence\tCar and lorry',
    ])
  })

  it('reads the cells of a row one after the other when they were drawn so', () => {
    const cells = [
      ...column(50, 100, ['Chief engineer', 'Grid design']),
      ...column(200, 100, ['Gridworks', 'Hillton']),
      ...column(50, 140, ['Next row']),
    ]
    expect(read(cells)).to.deep.equal(['Chief engineer', 'Grid design', 'Gridworks', 'Hillton', 'Next row'])
  })

  it('puts a left column with the name first that was drawn last', () => {
    const side = [
      piece('Ada Muster', 40, 60, {size: 24, width: 130}),
      ...column(40, 90, ['Engineer', 'ada@example.com', '555 0100']),
    ]
    expect(read([...MAIN, ...side]).slice(0, 5)).to.deep.equal([
      '# Ada Muster',
      'Engineer',
      'ada@example.com',
      '555 0100',
      '## Experience',
    ])
  })
})
