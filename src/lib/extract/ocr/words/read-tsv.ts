import type {Word, WordLine} from './word.js'

/** Where the picture that was read lies on its page, in the page's pixels, and how much larger it was made. */
export interface Place {
  left: number
  top: number
  factor: number
}

const WHOLE_PAGE: Place = {left: 0, top: 0, factor: 1}

/** The columns of Tesseract's TSV, in their order. */
const [LEVEL, BLOCK, PARAGRAPH, LINE, LEFT, TOP, WIDTH, HEIGHT, CONFIDENCE, TEXT] = [
  0, 2, 3, 4, 6, 7, 8, 9, 10, 11,
]
const WORD_LEVEL = '5'

/** The lines of a page in Tesseract's reading order. Words of blanks alone, which pictures and rules are, are left out. */
export function readTsv(tsv: string, place = WHOLE_PAGE): WordLine[] {
  const lines: Word[][] = []
  let current = ''
  for (const row of tsv.split('\n')) {
    const cells = row.split('\t')
    const text = cells[TEXT as number]?.trim() ?? ''
    if (cells[LEVEL as number] !== WORD_LEVEL || text === '') continue
    const key = [BLOCK, PARAGRAPH, LINE].map((column) => cells[column as number]).join('.')
    if (key !== current) lines.push([])
    current = key
    lines.at(-1)?.push(toWord(cells, text, place))
  }
  return lines
}

function toWord(cells: readonly string[], text: string, place: Place): Word {
  const [left, top, width, height, confidence] = [LEFT, TOP, WIDTH, HEIGHT, CONFIDENCE].map((column) =>
    Number(cells[column as number]),
  ) as [number, number, number, number, number]
  const block = Number(cells[BLOCK as number])
  const across = (x: number) => place.left + x / place.factor
  const down = (y: number) => place.top + y / place.factor
  return {
    text,
    confidence,
    left: across(left),
    top: down(top),
    right: across(left + width),
    bottom: down(top + height),
    block,
  }
}
