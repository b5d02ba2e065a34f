/** A place in a flow, to ask later what was written since. */
export interface FlowMark {
  line: number
  column: number
}

/** Lines of text in the making: what a document's reader writes to, whatever the format. */
export class TextFlow {
  readonly #lines: string[] = []
  #current = ''
  #prefix = ''
  #gap = false

  /** Appends as it stands; `\n` breaks the line. */
  write(text: string): void {
    const [first = '', ...rest] = text.split('\n')
    this.#append(first)
    for (const line of rest) {
      this.breakLine()
      this.#append(line)
    }
  }

  /** Appends with runs of white space made one blank, as a browser shows it. */
  writeCollapsed(text: string): void {
    const collapsed = text.replace(/[ \t\n\r\f]+/g, ' ')
    const joins = this.#current === '' || /\s$/.test(this.#current)
    this.#append(joins ? collapsed.replace(/^ /, '') : collapsed)
  }

  /** Ends the line even if it is empty. */
  breakLine(): void {
    this.#lines.push(this.#current)
    this.#current = ''
  }

  /** What follows stands on a line of its own. */
  startBlock(): void {
    if (this.#current !== '') this.breakLine()
  }

  /** What follows is set off by one blank line. */
  startGap(): void {
    this.startBlock()
    this.#gap = true
  }

  /** Starts a list item; the mark waits for the item's first text. */
  startItem(depth: number): void {
    this.startBlock()
    this.#prefix = `${'  '.repeat(Math.max(0, Math.min(depth, 8) - 1))}- `
  }

  /** An item without text leaves no mark behind. */
  endItem(): void {
    this.startBlock()
    this.#prefix = ''
  }

  /**
   * A table's row: cells are separated by a tab; after a cell of several lines the next one starts a line of its own.
   */
  writeRow(cells: readonly string[]): void {
    this.startBlock()
    const filled = cells.map((cell) => trimmed(cell))
    while (filled.at(-1) === '') filled.pop()
    for (const [index, cell] of filled.entries()) {
      if (index > 0) this.write(filled[index - 1]?.includes('\n') ? '\n' : '\t')
      this.write(cell)
    }
    this.startBlock()
  }

  mark(): FlowMark {
    return {line: this.#lines.length, column: this.#current.length}
  }

  /** The text written since the mark. */
  since({line, column}: FlowMark): string {
    return [...this.#lines.slice(line), this.#current].join('\n').slice(column)
  }

  toString(): string {
    return trimmed([...this.#lines, this.#current].join('\n'))
  }

  #append(text: string): void {
    if (text === '') return
    if (this.#gap && this.#current === '') this.#openGap()
    if (this.#prefix !== '' && text.trim() !== '') {
      this.#current = this.#prefix
      this.#prefix = ''
    }
    this.#current += text
  }

  #openGap(): void {
    this.#gap = false
    if (this.#lines.length > 0 && this.#lines.at(-1) !== '') this.#lines.push('')
  }
}

/** Without blank lines around it; the first line keeps its indentation. */
function trimmed(text: string): string {
  return text.trimEnd().replace(/^\n+/, '')
}
