import {clean} from './clean.js'
import {cutTo, padEnd, padStart, textWidth, wrapWords} from './width.js'

export interface Column<Row> {
  header: string
  value: (row: Row) => string
  align?: 'left' | 'right'
  /** May be cut, at its end or in its middle, where the table is wider than the terminal. */
  cut?: 'end' | 'middle'
  /** Left out, the last such column first, where the terminal is too narrow for all even when they are cut. */
  optional?: boolean
  /** Applied to the padded cell. */
  paint?: (cell: string, row: Row) => string
}

export interface TableOptions {
  /** Columns of the terminal; absent in a pipe, where nothing is cut. */
  width?: number | undefined
  paintHeader?: (header: string) => string
}

const GAP = '  '
const NARROWEST = 8

/** A table of one line a row, with a header; names from outside are made harmless. */
export function renderTable<Row>(
  rows: readonly Row[],
  allColumns: readonly Column<Row>[],
  {width, paintHeader = (header) => header}: TableOptions = {},
): string {
  const columns = withoutOptional(rows, allColumns, width)
  const cells = rows.map((row) => columns.map((column) => clean(column.value(row))))
  const widths = fitWidths(columns, naturalWidths(columns, cells), width)
  const header = columns.map((column, i) => alignCell(column.header, column, widths[i] ?? 0))
  const lines = cells.map((line, r) =>
    line.map((cell, i) => paintCell(cell, columns[i] as Column<Row>, widths[i] ?? 0, rows[r] as Row)),
  )
  return [paintHeader(header.join(GAP).trimEnd()), ...lines.map((line) => line.join(GAP).trimEnd())]
    .map((line) => `${line}\n`)
    .join('')
}

/** The columns that there is room for, each at its narrowest. */
function withoutOptional<Row>(
  rows: readonly Row[],
  columns: readonly Column<Row>[],
  width: number | undefined,
): readonly Column<Row>[] {
  const last = columns.findLastIndex(({optional}) => optional)
  if (width === undefined || last === -1) return columns
  const natural = naturalWidths(
    columns,
    rows.map((row) => columns.map((column) => clean(column.value(row)))),
  )
  const narrowest = columns.map(({cut}, i) => {
    const wish = natural[i] ?? 0
    return cut === undefined ? wish : Math.min(wish, NARROWEST)
  })
  const least = narrowest.reduce((sum, w) => sum + w, GAP.length * (columns.length - 1))
  return least <= width ? columns : withoutOptional(rows, columns.toSpliced(last, 1), width)
}

function naturalWidths<Row>(columns: readonly Column<Row>[], cells: readonly string[][]): number[] {
  return columns.map(({header}, i) =>
    cells.reduce((widest, line) => Math.max(widest, textWidth(line[i] ?? '')), textWidth(header)),
  )
}

/** Takes what is too much from the widest column that may be cut, again and again. */
function fitWidths<Row>(
  columns: readonly Column<Row>[],
  natural: number[],
  width: number | undefined,
): number[] {
  if (width === undefined) return natural
  const widths = [...natural]
  const gaps = GAP.length * (columns.length - 1)
  let excess = widths.reduce((sum, w) => sum + w, gaps) - width
  while (excess > 0) {
    const widest = widestToCut(columns, widths)
    if (widest === undefined) break
    widths[widest] = (widths[widest] ?? 0) - 1
    excess--
  }
  return widths
}

function widestToCut<Row>(columns: readonly Column<Row>[], widths: readonly number[]): number | undefined {
  let widest: number | undefined
  for (const [i, {cut}] of columns.entries()) {
    const width = widths[i] ?? 0
    if (cut === undefined || width <= NARROWEST) continue
    if (widest === undefined || width > (widths[widest] ?? 0)) widest = i
  }
  return widest
}

function paintCell<Row>(cell: string, column: Column<Row>, width: number, row: Row): string {
  const aligned = alignCell(cutTo(cell, width, column.cut), column, width)
  return column.paint && aligned.trim() !== '' ? column.paint(aligned, row) : aligned
}

function alignCell<Row>(cell: string, {align}: Column<Row>, width: number): string {
  return align === 'right' ? padStart(cell, width) : padEnd(cell, width)
}

/**
 * `label  value` lines with the values in one column.
 *
 * @param columns where it is given, values are broken at spaces to fit into so many
 */
export function renderFields(
  fields: readonly (readonly [label: string, value: string])[],
  columns = Number.POSITIVE_INFINITY,
): string {
  const width = fields.reduce((widest, [label]) => Math.max(widest, textWidth(label)), 0)
  const room = Math.max(columns - width - GAP.length, NARROWEST)
  const hanging = `\n${' '.repeat(width)}${GAP}`
  return fields
    .map(([label, value]) => `${padEnd(label, width)}${GAP}${wrapWords(clean(value), room).join(hanging)}\n`)
    .join('')
}
