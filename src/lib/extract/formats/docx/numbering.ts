import {childElements, descend, type XmlElement} from '../xml.js'
import {isOn} from './names.js'
import {formatNumber} from './number-format.js'

const MAX_BASES = 20

interface Level {
  start: number
  format: string
  text: string
  legal: boolean
  /** Keeps counting when a higher level moves on. */
  continues: boolean
}

interface List {
  /** Lists of one abstract list count on together. */
  abstractId: string
  levels: ReadonlyMap<number, Level>
  restarts: ReadonlyMap<number, number>
}

/** Counts list paragraphs as Word does, to give the labels that a reader sees. */
export class Numbering {
  readonly #lists: ReadonlyMap<string, List>
  readonly #styles: ReadonlyMap<string, XmlElement>
  readonly #counters = new Map<string, number[]>()
  readonly #started = new Set<string>()

  constructor(numbering: XmlElement | undefined, styles: XmlElement | undefined) {
    this.#lists = readLists(numbering)
    this.#styles = new Map(
      (styles ? childElements(styles, 'w:style') : []).map((style) => [
        style.attributes['w:styleId'] ?? '',
        style,
      ]),
    )
  }

  /**
   * The label of the next paragraph with these properties, counted on.
   *
   * @returns undefined for a paragraph that is in no list or in one with bullets
   */
  label(properties: XmlElement | undefined): string | undefined {
    const place = this.#placeOf(properties)
    const list = place && this.#lists.get(place.id)
    const level = list?.levels.get(place?.level ?? 0)
    if (!place || !list || !level) return undefined
    const counter = this.#count(place.id, list, place.level)
    if (level.format === 'bullet') return undefined
    return level.text.replace(/%([1-9])/g, (_, digit) => {
      const at = Number(digit) - 1
      const format = list.levels.get(at)?.format ?? 'decimal'
      return formatNumber(counter[at] ?? 1, level.legal ? 'decimal' : format)
    })
  }

  #count(id: string, list: List, at: number): readonly number[] {
    const counter = this.#counters.get(list.abstractId) ?? []
    this.#counters.set(list.abstractId, counter)
    const restart = list.restarts.get(at)
    const first = `${id}/${at}`
    if (restart !== undefined && !this.#started.has(first)) counter[at] = restart - 1
    this.#started.add(first)
    for (let higher = 0; higher < at; higher++) counter[higher] ??= list.levels.get(higher)?.start ?? 1
    counter[at] = (counter[at] ?? (list.levels.get(at)?.start ?? 1) - 1) + 1
    for (let lower = at + 1; lower < counter.length; lower++) {
      if (!list.levels.get(lower)?.continues) delete counter[lower]
    }
    return counter
  }

  #placeOf(properties: XmlElement | undefined): {id: string; level: number} | undefined {
    const own = descend(properties, 'w:numPr')
    const style = this.#numberingOfStyle(descend(properties, 'w:pStyle')?.attributes['w:val'])
    const id = valueIn(own, 'w:numId') ?? valueIn(style, 'w:numId')
    if (id === undefined || id === '0') return undefined
    return {id, level: Number(valueIn(own, 'w:ilvl') ?? valueIn(style, 'w:ilvl') ?? 0)}
  }

  #numberingOfStyle(id: string | undefined): XmlElement | undefined {
    let style = this.#styles.get(id ?? '')
    for (let bases = 0; style && bases < MAX_BASES; bases++) {
      const numbering = descend(style, 'w:pPr', 'w:numPr')
      if (numbering) return numbering
      style = this.#styles.get(valueIn(style, 'w:basedOn') ?? '')
    }
    return undefined
  }
}

function readLists(numbering: XmlElement | undefined): Map<string, List> {
  const elements = numbering ? childElements(numbering) : []
  const abstracts = new Map(
    elements
      .filter(({name}) => name === 'w:abstractNum')
      .map((element) => [element.attributes['w:abstractNumId'] ?? '', readLevels(element)]),
  )
  const lists = elements.filter(({name}) => name === 'w:num').map((element) => readList(element, abstracts))
  return new Map(lists)
}

function readList(element: XmlElement, abstracts: ReadonlyMap<string, Map<number, Level>>): [string, List] {
  const abstractId = valueIn(element, 'w:abstractNumId') ?? ''
  const overrides = childElements(element, 'w:lvlOverride')
  const levels = new Map([
    ...(abstracts.get(abstractId) ?? []),
    ...overrides.flatMap((one) => [...readLevels(one)]),
  ])
  const restarts = overrides.flatMap((override) => {
    const start = valueIn(override, 'w:startOverride')
    return start === undefined ? [] : [[Number(override.attributes['w:ilvl']), Number(start)] as const]
  })
  return [element.attributes['w:numId'] ?? '', {abstractId, levels, restarts: new Map(restarts)}]
}

function readLevels(parent: XmlElement): Map<number, Level> {
  return new Map(
    childElements(parent, 'w:lvl').map((level) => [
      Number(level.attributes['w:ilvl']),
      {
        start: Number(valueIn(level, 'w:start') ?? 0),
        format: valueIn(level, 'w:numFmt') ?? 'decimal',
        text: valueIn(level, 'w:lvlText') ?? '',
        legal: isOn(descend(level, 'w:isLgl')),
        continues: valueIn(level, 'w:lvlRestart') === '0',
      },
    ]),
  )
}

function valueIn(parent: XmlElement | undefined, name: string): string | undefined {
  return descend(parent, name)?.attributes['w:val']
}
