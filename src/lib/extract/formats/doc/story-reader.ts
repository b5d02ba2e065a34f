import {fieldText, linkTarget} from '../field-instruction.js'
import type {HiddenText} from '../hidden-text.js'
import {isSymbolFont, symbol, symbols} from '../symbols.js'
import {type FlowMark, TextFlow} from '../text-flow.js'
import {formValue} from './form-data.js'
import type {CharacterLook, ParagraphLook} from './properties.js'
import type {Paragraph, Run, WordDocument} from './word-document.js'

const FIELD_BEGIN = '\x13'
const FIELD_SEPARATOR = '\x14'
const FIELD_END = '\x15'
const FIELD_MARKS = new RegExp(`([${FIELD_BEGIN}${FIELD_SEPARATOR}${FIELD_END}])`)
/** Stands for a picture or a form field. */
const DATA_MARK = '\x01'
/** A character that is drawn from elsewhere, with what it looks like in the run's properties. */
const SYMBOL = '('

/** What Word's control characters mean; those not listed say nothing to a reader. */
const CONTROLS: Readonly<Record<string, string>> = {
  '\t': '\t',
  '\n': '\n',
  '\x0b': '\n',
  '\x0e': '\n',
  '\x1e': '-',
}
const BODY_OUTLINE = 9
/** Tables inside tables; a damaged file claims billions. */
const MAX_DEPTH = 32

interface Field {
  instruction: string
  /** Where its form data are. */
  dataAt?: number | undefined
  /** Where the result began; undefined while the instruction is read. */
  result?: {flow: TextFlow; mark: FlowMark}
}

interface Row {
  cells: string[]
  flow: TextFlow
  /** The flow that the row is written to. */
  outer: TextFlow
}

/** Writes the paragraphs of a Word file's stories as light Markdown. */
export class StoryReader {
  readonly #document: WordDocument
  readonly #hidden: HiddenText
  #flow = new TextFlow()
  #fields: Field[] = []
  /** The rows that are being filled, the outermost first. */
  #rows: Row[] = []
  /** A row of an outermost table was the last thing written. */
  #afterRow = false

  constructor(document: WordDocument, hidden: HiddenText) {
    this.#document = document
    this.#hidden = hidden
  }

  read(paragraphs: readonly Paragraph[]): string {
    this.#flow = new TextFlow()
    this.#fields = []
    this.#rows = []
    for (const paragraph of paragraphs) this.#paragraph(paragraph)
    while (this.#rows.length > 0) this.#endRow()
    return this.#flow.toString()
  }

  #paragraph({runs, look, endsCell}: Paragraph): void {
    const depth = Math.min(look.depth ?? (look.inTable ? 1 : 0), MAX_DEPTH)
    this.#enterTables(endsCell ? Math.max(depth, 1) : depth)
    const endsRow = look.endsRow || look.endsInnerRow
    if (this.#rows.length === 0 && this.#afterRow) this.#flow.startGap()
    this.#afterRow = false
    if (!endsRow) this.#text(runs, look)
    if (endsRow) this.#endRow()
    else if (endsCell || look.endsInnerCell) this.#endCell()
  }

  #enterTables(depth: number): void {
    while (this.#rows.length > depth) this.#endRow()
    while (this.#rows.length < depth) {
      const flow = new TextFlow()
      if (this.#rows.length === 0 && !this.#afterRow) this.#flow.startGap()
      this.#rows.push({cells: [], flow, outer: this.#flow})
      this.#flow = flow
    }
  }

  #endCell(): void {
    const row = this.#rows.at(-1)
    if (!row) return
    row.cells.push(this.#flow.toString())
    row.flow = new TextFlow()
    this.#flow = row.flow
  }

  #endRow(): void {
    if (this.#flow.toString() !== '') this.#endCell()
    const row = this.#rows.pop()
    if (!row) return
    this.#flow = row.outer
    this.#afterRow = this.#rows.length === 0
    this.#flow.writeRow(row.cells)
  }

  #text(runs: readonly Run[], look: ParagraphLook): void {
    const {outline = BODY_OUTLINE, list = 0, level = 0, before, after, contextual, style} = look
    const item = list > 0 ? this.#document.lists.item(list, level) : undefined
    this.#flow.startParagraph({
      heading: outline < BODY_OUTLINE ? outline + 1 : undefined,
      item,
      before,
      after,
      contextual: contextual ? String(style) : undefined,
    })
    for (const run of runs) this.#run(run)
    this.#flow.endParagraph()
    this.#hidden.endParagraph()
  }

  #run({text, look}: Run): void {
    if (look.deleted) return
    const trick = look.hidden ? 'hidden' : look.tiny ? 'tiny' : look.white ? 'white' : undefined
    for (const piece of text.split(FIELD_MARKS)) {
      if (piece === FIELD_BEGIN) this.#fields.push({instruction: ''})
      else if (piece === FIELD_SEPARATOR) this.#separate()
      else if (piece === FIELD_END) this.#endField()
      else if (this.#inInstruction) this.#instruct(piece, look)
      else {
        if (trick) this.#hidden.add(trick, shown(piece))
        if (trick !== 'hidden') this.#flow.writeFlush(this.#drawn(piece, look))
      }
    }
  }

  get #inInstruction(): boolean {
    return this.#fields.some(({result}) => result === undefined)
  }

  #instruct(text: string, {dataAt}: CharacterLook): void {
    const field = this.#fields.at(-1)
    if (!field || field.result) return
    field.instruction += text
    if (text.includes(DATA_MARK)) field.dataAt = dataAt
  }

  #separate(): void {
    const field = this.#fields.at(-1)
    if (field) field.result = {flow: this.#flow, mark: this.#flow.mark()}
  }

  #endField(): void {
    const field = this.#fields.pop()
    if (!field || this.#inInstruction) return
    const {instruction, result} = field
    const address = linkTarget(instruction)
    if (address !== undefined && result?.flow === this.#flow) this.#flow.writeTarget(result.mark, address)
    if (!result || (result.flow === this.#flow && this.#flow.since(result.mark) === ''))
      this.#flow.write(this.#formValue(field) || fieldText(instruction))
  }

  #formValue({instruction, dataAt}: Field): string {
    const value = dataAt === undefined ? '' : formValue(this.#document.data, dataAt)
    return value === '' && /^\s*FORMCHECKBOX/i.test(instruction) ? '☐' : value
  }

  #drawn(text: string, {symbol: drawn, font}: CharacterLook): string {
    if (drawn && text === SYMBOL) return symbol(this.#document.fonts[drawn.font] ?? '', drawn.code)
    const name = this.#document.fonts[font ?? -1] ?? ''
    return shown(isSymbolFont(name) ? symbols(text, name) : text)
  }
}

function shown(text: string): string {
  return text.replace(/\p{Cc}/gu, (control) => CONTROLS[control] ?? '')
}
