import type {Case} from './corpus.ts'
import type {Reading} from './readers.ts'
import {adjacency, characterErrorRate, contained, missing, overlap} from './words.ts'

const COLUMNS = [
  'source',
  'format',
  'reader',
  'files',
  'read',
  'recall',
  'worst',
  'precision',
  'order',
  'strings',
  'CER',
  'ms/file',
]
const WIDTHS = [22, 7, 10, 6, 6, 8, 8, 10, 8, 9, 8, 9]

/** A row of the table: one reader on the files of one source and format. */
export class Score {
  #files = 0
  #read = 0
  #milliseconds = 0
  readonly #recalls: number[] = []
  readonly #precisions: number[] = []
  readonly #errorRates: number[] = []
  #order = {kept: 0, pairs: 0}
  #strings = {held: 0, asked: 0}

  /**
   * @param witnesses what other readers have found in the file
   * @returns what was found of this file
   */
  add(
    one: Case,
    {text, milliseconds, error}: Reading,
    witnesses: readonly string[],
  ): Record<string, unknown> {
    this.#files += 1
    if (error === undefined) this.#read += 1
    this.#milliseconds += milliseconds
    const facts: Record<string, unknown> = {milliseconds: Math.round(milliseconds), ...(error ? {error} : {})}
    if (one.truth) Object.assign(facts, this.#addTruth(one, text, witnesses))
    if (one.strings) {
      const {held, asked} = contained(one.strings, text)
      this.#strings = {held: this.#strings.held + held, asked: this.#strings.asked + asked}
      Object.assign(facts, {lacks: one.strings.filter((wanted) => contained([wanted], text).held === 0)})
    }
    return facts
  }

  #addTruth({truth, ocr}: Case, text: string, witnesses: readonly string[]): Record<string, unknown> {
    const wanted = truth?.text ?? ''
    const {recall, precision} = overlap(wanted, text, witnesses)
    this.#recalls.push(recall)
    this.#precisions.push(precision)
    if (ocr) this.#errorRates.push(characterErrorRate(wanted, text))
    for (const lines of truth?.lines ?? []) {
      const {kept, pairs} = adjacency(lines, text)
      this.#order = {kept: this.#order.kept + kept, pairs: this.#order.pairs + pairs}
    }
    return {
      recall,
      precision,
      missing: missing(wanted, text, 12),
      extra: missing(text, [wanted, ...witnesses].join('\n'), 12),
    }
  }

  row([source = '', format = '', reader = '']: string[]): string {
    return line([
      source,
      format,
      reader,
      this.#files,
      this.#read,
      mean(this.#recalls),
      this.#recalls.length > 0 ? Math.min(...this.#recalls).toFixed(4) : '',
      mean(this.#precisions),
      share(this.#order.kept, this.#order.pairs),
      share(this.#strings.held, this.#strings.asked),
      mean(this.#errorRates),
      Math.round(this.#milliseconds / this.#files),
    ])
  }

  static header(): string {
    return line(COLUMNS)
  }
}

function line(cells: (string | number)[]): string {
  return cells
    .map((cell, at) =>
      at < 3 ? String(cell).padEnd(WIDTHS[at] ?? 0) : String(cell).padStart(WIDTHS[at] ?? 0),
    )
    .join('')
}

function mean(values: readonly number[]): string {
  return values.length === 0 ? '' : (values.reduce((sum, value) => sum + value, 0) / values.length).toFixed(4)
}

function share(part: number, whole: number): string {
  return whole === 0 ? '' : (part / whole).toFixed(3)
}
