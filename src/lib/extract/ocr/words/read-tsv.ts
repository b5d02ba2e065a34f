import type {Word, WordLine} from './word.js'

/** The columns of Tesseract's TSV, in their order. */
const [LEVEL, BLOCK, PARAGRAPH, LINE, LEFT, TOP, WIDTH, HEIGHT, CONFIDENCE, TEXT] = [
  0, 2, 3, 4, 6, 7, 8, 9, 10, 11,
]
const WORD_LEVEL = '5'

/** The lines of a page in Tesseract's reading order. Words of blanks alone, which pictures and rules are, are left out. */
export function readTsv(tsv: string): WordLine[] {
  const lines: Word[][] = []
  let current = ''
  for (const row of tsv.split('\n')) {
    const cells = row.split('\t')
    const text = cells[TEXT as number]?.trim() ?? ''
    if (cells[LEVEL as number] !== WORD_LEVEL || text === '') continue
    const key = [BLOCK, PARAGRAPH, LINE].map((column) => cells[column as number]).join('.')
    if (key !== current) lines.push([])
    current = key
    lines.at(-1)?.push(toWord(cells, text))
  }
  return lines
}

function toWord(cells: readonly string[], text: string): Word {
  const [left, top, width, height, confidence] = [LEFT, TOP, WIDTH, HEIGHT, CONFIDENCE].map((column) =>
    Number(cells[column as number]),
  ) as [number, number, number, number, number]
  const block = Number(cells[BLOCK as number])
  return {text, confidence, left, top, right: left + width, bottom: top + height, block}
}
