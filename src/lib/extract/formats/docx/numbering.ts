import {type CountedList, ListCounter, type ListLevel} from '../list-counter.js'
import {childElements, descend, type XmlElement} from '../xml.js'
import {isOn} from './names.js'

const MAX_BASES = 20

interface List extends CountedList {
  /** Paragraphs of these styles are on these levels. */
  levelOfStyle: ReadonlyMap<string, number>
}

/** Which list a paragraph is in, and the mark that a reader sees before it. */
export class Numbering {
  readonly #lists: ReadonlyMap<string, List>
  readonly #styles: ReadonlyMap<string, XmlElement>
  readonly #counter = new ListCounter()

  constructor(numbering: XmlElement | undefined, styles: XmlElement | undefined) {
    this.#styles = new Map(
      (styles ? childElements(styles, 'w:style') : []).map((style) => [
        style.attributes['w:styleId'] ?? '',
        style,
      ]),
    )
    this.#lists = readLists(numbering, (style) => valueIn(this.#numberingOfStyle(style), 'w:numId'))
  }

  /**
   * Level and mark of the next paragraph with these properties, counted on: `-` for any bullet, else the number as
   * a reader sees it.
   *
   * @returns undefined for a paragraph that is in no list, or in one without visible marks
   */
  item(properties: XmlElement | undefined): {level: number; mark: string} | undefined {
    const written = writtenItem(descend(properties, 'w:listPr'))
    if (written) return written
    const place = this.#placeOf(properties)
    const list = place && this.#lists.get(place.id)
    return list && this.#counter.item(place.id, list, place.level)
  }

  #placeOf(properties: XmlElement | undefined): {id: string; level: number} | undefined {
    const own = descend(properties, 'w:numPr')
    const styleId = descend(properties, 'w:pStyle')?.attributes['w:val']
    const style = this.#numberingOfStyle(styleId)
    const id = valueIn(own, 'w:numId') ?? valueIn(style, 'w:numId')
    if (id === undefined || id === '0') return undefined
    const linked = styleId === undefined ? undefined : this.#lists.get(id)?.levelOfStyle.get(styleId)
    return {id, level: Number(valueIn(own, 'w:ilvl') ?? linked ?? valueIn(style, 'w:ilvl') ?? 0)}
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

/** Word's XML of 2003 writes the mark beside the list that it comes from. */
function writtenItem(list: XmlElement | undefined): {level: number; mark: string} | undefined {
  const mark = descend(list, 'wx:t')?.attributes['wx:val']?.trim()
  if (!mark) return undefined
  const isNumber = /[\p{L}\p{N}]/u.test(mark) && mark !== 'o' && mark !== '§'
  return {level: Number(valueIn(list, 'w:ilvl') ?? 0), mark: isNumber ? mark : '-'}
}

function readLists(
  numbering: XmlElement | undefined,
  listOfStyle: (style: string) => string | undefined,
): Map<string, List> {
  const abstracts = new Map(
    (numbering ? childElements(numbering, 'w:abstractNum') : []).map((element) => [
      element.attributes['w:abstractNumId'] ?? '',
      element,
    ]),
  )
  const elements = numbering ? childElements(numbering, 'w:num') : []
  const abstractOf = (id: string) =>
    valueIn(
      elements.find(({attributes}) => attributes['w:numId'] === id),
      'w:abstractNumId',
    )
  const lists = elements.map((element): [string, List] => {
    const abstractId = valueIn(element, 'w:abstractNumId') ?? ''
    const link = valueIn(abstracts.get(abstractId), 'w:numStyleLink')
    const linked = link === undefined ? undefined : abstractOf(listOfStyle(link) ?? '')
    return [element.attributes['w:numId'] ?? '', readList(element, linked ?? abstractId, abstracts)]
  })
  return new Map(lists)
}

function readList(element: XmlElement, abstractId: string, abstracts: ReadonlyMap<string, XmlElement>): List {
  const abstract = abstracts.get(abstractId)
  const overrides = childElements(element, 'w:lvlOverride')
  const levels = new Map([
    ...(abstract ? readLevels(abstract) : []),
    ...overrides.flatMap((one) => [...readLevels(one)]),
  ])
  const restarts = overrides.flatMap((override) => {
    const start = valueIn(override, 'w:startOverride')
    return start === undefined ? [] : [[Number(override.attributes['w:ilvl']), Number(start)] as const]
  })
  const styles = (abstract ? childElements(abstract, 'w:lvl') : []).flatMap((level) => {
    const style = valueIn(level, 'w:pStyle')
    return style === undefined ? [] : [[style, Number(level.attributes['w:ilvl'])] as const]
  })
  return {abstractId, levels, restarts: new Map(restarts), levelOfStyle: new Map(styles)}
}

function readLevels(parent: XmlElement): Map<number, ListLevel> {
  return new Map(
    childElements(parent, 'w:lvl').map((level) => [
      Number(level.attributes['w:ilvl']),
      {
        start: Number(valueIn(level, 'w:start') ?? 0),
        format: valueIn(level, 'w:numFmt') ?? 'decimal',
        text: valueIn(level, 'w:lvlText') ?? '',
        legal: isOn(descend(level, 'w:isLgl')),
        restartsAfter: numberIn(level, 'w:lvlRestart'),
      },
    ]),
  )
}

function valueIn(parent: XmlElement | undefined, name: string): string | undefined {
  return descend(parent, name)?.attributes['w:val']
}

function numberIn(parent: XmlElement, name: string): number | undefined {
  const value = valueIn(parent, name)
  return value === undefined ? undefined : Number(value)
}
