import {type FlowMark, type ParagraphShape, TextFlow} from '../text-flow.js'

export type StoryName = 'header' | 'body' | 'boxes' | 'notes' | 'footer'

/** One stream of the document's text, with the table row that is being filled. */
export class Story {
  readonly #flow = new TextFlow()
  #cell = new TextFlow()
  #cells: string[] = []
  #isOpen = false
  /** A table is being written. */
  #hasRows = false
  /** The mark of the list item that comes next. */
  #label: string | undefined

  /** Where text goes: into the current cell, or below the tables. */
  flow(inTable: boolean): TextFlow {
    if (!inTable) this.#leaveTable()
    return inTable ? this.#cell : this.#flow
  }

  /** The flow, with a paragraph begun: what it looks like is known by the time of its first text. */
  open(inTable: boolean, shape: (label: string | undefined) => ParagraphShape): TextFlow {
    const flow = this.flow(inTable)
    if (!this.#isOpen) flow.startParagraph(shape(this.#label))
    this.#isOpen = true
    return flow
  }

  label(mark: string): void {
    this.#label = mark
  }

  endParagraph(inTable: boolean, shape: (label: string | undefined) => ParagraphShape = () => ({})): void {
    const flow = this.open(inTable, shape)
    flow.endParagraph()
    this.#isOpen = false
    this.#label = undefined
  }

  /** What follows is another paragraph, whether or not this one was ended. */
  close(inTable: boolean): void {
    if (this.#isOpen) this.endParagraph(inTable)
    this.flow(inTable).startBlock()
  }

  endCell(): void {
    if (this.#isOpen) this.endParagraph(true)
    this.#cells.push(this.#cell.toString())
    this.#cell = new TextFlow()
  }

  endRow(): void {
    if (this.#isOpen && this.#cells.length > 0) this.#isOpen = false
    if (this.#cell.toString() !== '') this.endCell()
    if (this.#cells.length > 0) {
      if (!this.#hasRows) this.#flow.startGap()
      this.#hasRows = true
      this.#flow.writeRow(this.#cells)
    }
    this.#cells = []
  }

  #leaveTable(): void {
    this.endRow()
    if (this.#hasRows) this.#flow.startGap()
    this.#hasRows = false
  }

  toString(): string {
    if (this.#isOpen) this.#flow.endParagraph()
    this.endRow()
    return this.#flow.toString()
  }
}

/** A link or another field: what it says to do, and where its visible text began. */
export interface RtfField {
  instruction: string
  start?: {flow: TextFlow; mark: FlowMark}
}
