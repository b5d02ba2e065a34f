import {formatNumber} from '../number-format.js'
import {childElements, findAll, type XmlElement} from '../xml.js'

interface ListLevel {
  /** Absent for bullets and pictures. */
  format?: string
  prefix: string
  suffix: string
  start: number
  /** How many of the numbers above are shown before its own. */
  shown: number
}

/** A list as it is counted: one number for each level. */
export interface ListCount {
  style: string
  counters: number[]
}

const FORMATS: Readonly<Record<string, string>> = {
  '1': 'decimal',
  a: 'lowerLetter',
  A: 'upperLetter',
  i: 'lowerRoman',
  I: 'upperRoman',
  一: 'chineseCounting',
}
const MOST_LEVELS = 10

/** Which marks the list styles of an OpenDocument file put before their items. */
export class ListStyles {
  readonly #styles = new Map<string, Map<number, ListLevel>>()
  readonly #outline: ReadonlyMap<number, ListLevel>

  constructor(roots: readonly XmlElement[]) {
    for (const root of roots) {
      for (const style of findAll(root, 'text:list-style')) {
        this.#styles.set(style.attributes['style:name'] ?? '', levelsOf(style))
      }
    }
    const outlines = roots.flatMap((root) => [...findAll(root, 'text:outline-style')])
    this.#outline = outlines[0] ? levelsOf(outlines[0]) : new Map()
  }

  /**
   * The mark of the next item, counted on: `-` for bullets and lists of an unknown style.
   *
   * @param level 0 for the outermost
   * @param start the number that the item itself asks for
   * @returns empty where the style shows no mark
   */
  mark({style, counters}: ListCount, level: number, start?: number): string {
    const levels = this.#styles.get(style)
    return levels === undefined ? '-' : count(levels, counters, level, start)
  }

  /** The number of the next heading, counted on; empty where headings are not numbered. */
  headingNumber(counters: number[], level: number): string {
    const mark = count(this.#outline, counters, level)
    return mark === '-' ? '' : mark
  }
}

function count(
  levels: ReadonlyMap<number, ListLevel>,
  counters: number[],
  at: number,
  start?: number,
): string {
  const level = levels.get(at)
  counters.length = Math.min(counters.length, at + 1)
  for (let higher = 0; higher < at; higher++) counters[higher] ??= levels.get(higher)?.start ?? 1
  counters[at] = start ?? (counters[at] ?? (level?.start ?? 1) - 1) + 1
  if (level?.format === undefined) return '-'
  if (level.format === '') return ''
  const first = Math.max(0, at + 1 - level.shown)
  const numbers = counters
    .slice(first, at + 1)
    .map((number, index) =>
      formatNumber(number, FORMATS[levels.get(first + index)?.format ?? ''] ?? 'decimal'),
    )
  return `${level.prefix}${numbers.join('.')}${level.suffix}`.trim()
}

function levelsOf(style: XmlElement): Map<number, ListLevel> {
  return new Map(
    childElements(style)
      .filter(({name}) => /^text:(list-level-style-|outline-level-style)/.test(name))
      .map(({name, attributes}) => [
        Math.min(Number(attributes['text:level'] ?? 1), MOST_LEVELS) - 1,
        {
          ...(!/bullet|image/.test(name) && {format: attributes['style:num-format'] ?? ''}),
          prefix: attributes['style:num-prefix'] ?? '',
          suffix: attributes['style:num-suffix'] ?? '',
          start: Number(attributes['text:start-value'] ?? 1),
          shown: Number(attributes['text:display-levels'] ?? 1),
        },
      ]),
  )
}
