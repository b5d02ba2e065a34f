import {type FlowMark, TextFlow} from '../text-flow.js'

export type StoryName = 'header' | 'body' | 'boxes' | 'notes' | 'footer'

/** One stream of the document's text, with the table row that is being filled. */
export class Story {
  readonly #flow = new TextFlow()
  #cell = new TextFlow()
  #cells: string[] = []

  /** Where text goes: into the current cell, or below the tables. */
  flow(inTable: boolean): TextFlow {
    if (!inTable) this.endRow()
    return inTable ? this.#cell : this.#flow
  }

  endCell(): void {
    this.#cells.push(this.#cell.toString())
    this.#cell = new TextFlow()
  }

  endRow(): void {
    if (this.#cell.toString() !== '') this.endCell()
    if (this.#cells.length > 0) this.#flow.writeRow(this.#cells)
    this.#cells = []
  }

  toString(): string {
    this.endRow()
    return this.#flow.toString()
  }
}

/** A link or another field: what it says to do, and where its visible text began. */
export interface RtfField {
  instruction: string
  start?: {flow: TextFlow; mark: FlowMark}
}
