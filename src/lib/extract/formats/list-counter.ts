import {formatNumber} from './number-format.js'

export interface ListLevel {
  start: number
  format: string
  /** With `%1` to `%9` for the numbers of the levels. */
  text: string
  legal: boolean
  /** Begins anew after an item of one of the so many highest levels; of any level above it where this is undefined. */
  restartsAfter: number | undefined
}

export interface CountedList {
  /** Lists of one abstract list count on together. */
  abstractId: string
  levels: ReadonlyMap<number, ListLevel>
  restarts: ReadonlyMap<number, number>
}

/** Counts list paragraphs as Word does, to give the marks that a reader sees. */
export class ListCounter {
  readonly #counters = new Map<string, number[]>()
  readonly #started = new Set<string>()

  /**
   * Level and mark of the next paragraph in a list, counted on: `-` for any bullet, else the number.
   *
   * @param id tells lists apart that count together and start anew
   * @returns undefined where the level shows no mark
   */
  item(id: string, list: CountedList, at: number): {level: number; mark: string} | undefined {
    const level = list.levels.get(at)
    if (!level) return undefined
    const counter = this.#count(id, list, at)
    const mark = level.format === 'bullet' ? '-' : numberOf(list, level, counter)
    return mark === '' || level.text.trim() === '' ? undefined : {level: at, mark}
  }

  #count(id: string, list: CountedList, at: number): readonly number[] {
    const counter = this.#counters.get(list.abstractId) ?? []
    this.#counters.set(list.abstractId, counter)
    const restart = list.restarts.get(at)
    const first = `${id}/${at}`
    if (restart !== undefined && !this.#started.has(first)) counter[at] = restart - 1
    this.#started.add(first)
    for (let higher = 0; higher < at; higher++) counter[higher] ??= list.levels.get(higher)?.start ?? 1
    counter[at] = (counter[at] ?? (list.levels.get(at)?.start ?? 1) - 1) + 1
    for (let lower = at + 1; lower < counter.length; lower++) {
      if (at < (list.levels.get(lower)?.restartsAfter ?? lower)) delete counter[lower]
    }
    return counter
  }
}

function numberOf(list: CountedList, {text, legal}: ListLevel, counter: readonly number[]): string {
  const number = text.replace(/%([1-9])/g, (_, digit) => {
    const at = Number(digit) - 1
    const format = list.levels.get(at)?.format ?? 'decimal'
    return formatNumber(counter[at] ?? 1, legal && format !== 'none' ? 'decimal' : format)
  })
  return number.trim()
}
