import {linkSuffix} from './link-target.js'

/** A place in a flow, to ask later what was written since. */
export interface FlowMark {
  line: number
  column: number
}

/** How a paragraph stands on the page, as far as its text shows it. */
export interface ParagraphShape {
  /** 1 for the highest. */
  heading?: number | undefined
  /** A list item: its level, 0 for the outermost, and `-` or its number (`1.`, `b)`). */
  item?: {level: number; mark: string} | undefined
  /** White space above and below, in points. */
  before?: number | undefined
  after?: number | undefined
  /** Paragraphs that share this name have no white space between them. */
  contextual?: string | undefined
}

/** Points of white space that a reader takes for a blank line. */
const BLANK_LINE = 4
const MOST_HEADING_LEVELS = 6
const MOST_ITEM_LEVELS = 8

/** What Markdown would take for a heading, though nobody meant one. */
const FALSE_HEADING = /^#{1,6} /
/** Marks that people type, or symbol fonts draw, in front of the items of a list. */
const TYPED_BULLET = /^(\s*)[•‣▪●◦○■□▸►➢➤❖✦·]\s+(?=\S)/

/**
 * Lines of light Markdown in the making, which a document's reader writes to, whatever the format: `# ` before
 * headings, `- ` or the number before list items, a blank line between paragraphs that have space between them, a tab
 * between the cells of a table's row. A line that begins like a heading and is none gets a backslash.
 */
export class TextFlow {
  readonly #lines: string[] = []
  #current = ''
  #prefix = ''
  /** The line at hand begins with a mark of ours. */
  #marked = false
  #inHeading = false
  #gap = false
  #shape: ParagraphShape = {}
  /** The line that the paragraph at hand began on. */
  #start = 0
  #last: ParagraphShape = {}

  /** Appends as it stands; `\n` breaks the line. */
  write(text: string): void {
    const [first = '', ...rest] = text.split('\n')
    this.#append(first)
    for (const line of rest) {
      this.breakLine()
      this.#append(line)
    }
  }

  /** Appends, without blanks at the start of a line, which only indent it. */
  writeFlush(text: string): void {
    this.write(this.#current === '' ? text.replace(/^[^\S\n]+/, '') : text)
  }

  /** Appends with runs of white space made one blank, as a browser shows it. */
  writeCollapsed(text: string): void {
    const collapsed = text.replace(/[ \t\n\r\f]+/g, ' ')
    const joins = this.#current === '' || /\s$/.test(this.#current)
    this.#append(joins ? collapsed.replace(/^ /, '') : collapsed)
  }

  /** Ends the line even if it is empty; a heading stays on one line. */
  breakLine(): void {
    if (!this.#inHeading) this.#endLine()
    else if (this.#current !== '' && !this.#current.endsWith(' ')) this.#current += ' '
  }

  /** What follows stands on a line of its own. */
  startBlock(): void {
    this.#inHeading = false
    if (this.#current !== '') this.#endLine()
  }

  /** What follows is set off by one blank line. */
  startGap(): void {
    this.startBlock()
    this.#gap = true
  }

  /** Starts a heading; the mark waits for its first text. */
  startHeading(level: number): void {
    this.startGap()
    this.#prefix = `${'#'.repeat(Math.max(1, Math.min(level, MOST_HEADING_LEVELS)))} `
    this.#inHeading = true
  }

  endHeading(): void {
    this.startGap()
    this.#prefix = ''
  }

  /** Starts a list item, of level 0 or below; the mark waits for the item's first text. */
  startItem(level: number, mark = '-'): void {
    this.startBlock()
    this.#prefix = `${'  '.repeat(Math.max(0, Math.min(level, MOST_ITEM_LEVELS)))}${mark} `
  }

  /** An item without text leaves no mark behind. */
  endItem(): void {
    this.startBlock()
    this.#prefix = ''
  }

  /** Starts a paragraph; one that stays empty is the author's blank line. */
  startParagraph(shape: ParagraphShape): void {
    this.startBlock()
    if (isSetOff(this.#last, shape)) this.#gap = true
    const {heading, item} = shape
    if (heading !== undefined) this.startHeading(heading)
    if (item && heading === undefined) this.startItem(item.level, item.mark)
    else if (item && item.mark !== '-') this.#prefix += `${item.mark} `
    this.#shape = shape
    this.#start = this.#lines.length
  }

  endParagraph(): void {
    if (this.#current.trim() === '') this.#current = ''
    const isEmpty = this.#current === '' && this.#lines.length === this.#start
    this.startBlock()
    this.#prefix = ''
    if ((isEmpty && !this.#shape.item) || this.#shape.heading !== undefined) this.#gap = true
    this.#last = this.#shape
    this.#shape = {}
  }

  /**
   * A table's row: cells are separated by a tab; after a cell of several lines the next one starts a block of its own.
   * A heading in one of the cells makes the line a heading.
   *
   * @param cells light Markdown
   */
  writeRow(cells: readonly string[]): void {
    this.startBlock()
    const texts = cells.map(trimmed)
    while (texts.at(-1) === '') texts.pop()
    const filled = texts.filter((text) => text !== '')
    const isLayout = filled.some((text) => text.includes('\n'))
    if (isLayout) this.startGap()
    this.writeMarkdown(joinCells(filled.length > 1 && !isLayout ? texts : filled))
    if (isLayout) this.startGap()
    this.#last = {}
  }

  /** Lines that are light Markdown already. */
  writeMarkdown(text: string): void {
    this.startBlock()
    if (text === '') return
    if (this.#gap) this.#openGap()
    this.#lines.push(...text.split('\n'))
  }

  /** After a link's visible text, which began at the mark: where it leads, if the text does not show it. */
  writeTarget(mark: FlowMark, address: string): void {
    const visible = this.since(mark)
    const suffix = linkSuffix(visible, address)
    this.write(suffix !== '' && /\S\s+$/.test(visible) ? `${suffix.trimStart()} ` : suffix)
  }

  mark(): FlowMark {
    return {line: this.#lines.length, column: this.#current.length}
  }

  /** The text written since the mark. */
  since({line, column}: FlowMark): string {
    return [...this.#lines.slice(line), this.#current].join('\n').slice(column)
  }

  toString(): string {
    return trimmed([...this.#lines, this.#finished()].join('\n'))
  }

  #append(text: string): void {
    if (text === '') return
    if (this.#gap && this.#current === '' && text.trim() !== '') this.#openGap()
    if (this.#prefix !== '' && text.trim() !== '') {
      this.#current = this.#prefix + text.trimStart()
      this.#prefix = ''
      this.#marked = true
    } else this.#current += text
  }

  #endLine(): void {
    this.#lines.push(this.#finished())
    this.#current = ''
    this.#marked = false
  }

  #finished(): string {
    if (this.#marked) return this.#current
    if (FALSE_HEADING.test(this.#current)) return `\\${this.#current}`
    return this.#current.replace(TYPED_BULLET, '$1- ')
  }

  #openGap(): void {
    this.#gap = false
    if (this.#lines.length > 0 && this.#lines.at(-1) !== '') this.#lines.push('')
  }
}

/** Items of a list stand together; what follows them is set off; of two margins the larger one counts. */
function isSetOff(last: ParagraphShape, next: ParagraphShape): boolean {
  if (last.item && next.item) return false
  if (last.item) return true
  if (last.contextual !== undefined && last.contextual === next.contextual) return false
  return Math.max(last.after ?? 0, next.before ?? 0) >= BLANK_LINE
}

function joinCells(cells: readonly string[]): string {
  let text = ''
  for (const [index, cell] of cells.entries()) {
    const [, mark = '', words = ''] = /^(#{1,6} )?([\s\S]*)$/.exec(cell) ?? []
    if (index === 0) text = cell
    else if (cells[index - 1]?.includes('\n')) text += `\n\n${cell}`
    else if (/^\s*(- |\d+[.)] )/.test(cell)) text += `\n${cell}`
    else if (FALSE_HEADING.test(text)) text += `\t${words}`
    else text = `${mark}${text}\t${words}`
  }
  return text
}

/** Without blank lines around it; the first line keeps its indentation. */
function trimmed(text: string): string {
  return text.trimEnd().replace(/^\n+/, '')
}
