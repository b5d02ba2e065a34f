import type {HiddenText} from '../hidden-text.js'
import {type ParagraphShape, TextFlow} from '../text-flow.js'
import {childElements, isElement, textOf, type XmlElement, type XmlNode} from '../xml.js'
import type {ListCount, ListStyles} from './list-styles.js'
import type {TextStyles} from './text-styles.js'

/** Deleted text, comments, and what only a program reads. */
const UNSEEN = new Set(
  'text:tracked-changes office:annotation office:annotation-end office:forms text:sequence-decls text:variable-decls text:user-field-decls text:note-citation text:ruby-text office:binary-data draw:object draw:image draw:a-title svg:title svg:desc office:event-listeners table:table-columns text:index-source text:table-of-content-source'.split(
    ' ',
  ),
)
const MAX_SPACES = 1000

interface Place {
  styles: readonly string[]
  list?: List
}

interface List {
  /** 0 for the outermost. */
  level: number
  count: ListCount
  /** The mark of the item at hand, until its first paragraph takes it. */
  mark?: string | undefined
}

const NOWHERE: Place = {styles: []}

/** Writes OpenDocument content as lines of text. */
export class FlowReader {
  #flow = new TextFlow()
  /** Frames and notes of the paragraph at hand: they stand after it. */
  #asides: XmlElement[] = []
  readonly #styles: TextStyles
  readonly #lists: ListStyles
  readonly #hidden: HiddenText
  /** Counts of lists that others may go on with: by id, and the last of each style. */
  readonly #counts = new Map<string, ListCount>()
  readonly #headings: number[] = []

  constructor(styles: TextStyles, lists: ListStyles, hidden: HiddenText) {
    this.#styles = styles
    this.#lists = lists
    this.#hidden = hidden
  }

  /** The text of everything below an element. */
  read(element: XmlElement): string {
    const outer = this.#flow
    this.#flow = new TextFlow()
    this.#blocks(element, NOWHERE)
    const text = this.#flow.toString()
    this.#flow = outer
    return text
  }

  #blocks(parent: XmlElement, place: Place): void {
    for (const element of childElements(parent)) this.#block(element, place)
  }

  #block(element: XmlElement, place: Place): void {
    if (UNSEEN.has(element.name)) return
    if (element.name === 'text:p' || element.name === 'text:h') this.#paragraph(element, place)
    else if (element.name === 'table:table') this.#table(element)
    else if (element.name === 'text:list') this.#list(element, place)
    else if (element.name === 'text:list-item') this.#item(element, place)
    else if (element.name === 'text:section' && element.attributes['text:display'] === 'none')
      this.#hidden.add('hidden', textOf(element))
    else this.#blocks(element, place)
  }

  #paragraph(element: XmlElement, place: Place): void {
    const outer = this.#asides
    this.#asides = []
    const style = element.attributes['text:style-name'] ?? ''
    this.#flow.startParagraph(this.#shape(element, style, place))
    this.#inline(element, {...place, styles: [...place.styles, style]})
    this.#flow.endParagraph()
    this.#hidden.endParagraph()
    const asides = this.#asides
    this.#asides = outer
    for (const aside of asides) this.#aside(aside)
  }

  #shape(element: XmlElement, style: string, {list}: Place): ParagraphShape {
    const {outline, before, after} = this.#styles.paragraph(style)
    const mark = list?.mark
    if (list) list.mark = undefined
    const item = mark ? {level: list?.level ?? 0, mark} : undefined
    const own = Number(element.attributes['text:outline-level'] ?? 1)
    const heading = element.name === 'text:h' ? own : outline
    if (element.name !== 'text:h' || textOf(element).trim() === '') return {heading, item, before, after}
    const isUnnumbered = element.attributes['text:is-list-header'] === 'true'
    const number = isUnnumbered ? '' : this.#lists.headingNumber(this.#headings, own - 1)
    return {heading, item: number === '' ? item : {level: 0, mark: number}, before, after}
  }

  #aside(element: XmlElement): void {
    this.#flow.startGap()
    this.#blocks(element, NOWHERE)
    this.#flow.startGap()
  }

  #list(element: XmlElement, place: Place): void {
    const level = place.list ? place.list.level + 1 : 0
    this.#blocks(element, {...place, list: {level, count: this.#countOf(element, place)}})
  }

  /** A list inside another counts in it; one at the top begins anew unless it says that it goes on. */
  #countOf({attributes}: XmlElement, {list, styles}: Place): ListCount {
    const own = attributes['text:style-name'] ?? this.#styles.paragraph(styles.at(-1) ?? '').listStyle
    if (list) return own === undefined ? list.count : {style: own, counters: list.count.counters}
    const earlier = attributes['text:continue-list']
    const goesOn = earlier !== undefined || attributes['text:continue-numbering'] === 'true'
    const known = goesOn ? this.#counts.get(earlier ?? `last of ${own}`) : undefined
    const count = known ?? {style: own ?? '', counters: []}
    this.#counts.set(attributes['xml:id'] ?? '', count)
    this.#counts.set(`last of ${own}`, count)
    return count
  }

  #item(element: XmlElement, {list, ...place}: Place): void {
    const isText = childElements(element)[0]?.name !== 'text:list'
    const start = element.attributes['text:start-value']
    const mark =
      list && isText
        ? this.#lists.mark(list.count, list.level, start === undefined ? undefined : Number(start))
        : undefined
    this.#blocks(element, list ? {...place, list: {...list, mark}} : place)
  }

  #table(table: XmlElement): void {
    this.#flow.startGap()
    for (const row of rowsOf(table)) {
      this.#flow.writeRow(
        childElements(row)
          .filter(({name}) => name === 'table:table-cell')
          .map((cell) => this.read(cell)),
      )
    }
    this.#flow.startGap()
  }

  #inline(parent: XmlElement, place: Place): void {
    for (const node of parent.children) this.#node(node, place)
  }

  #node(node: XmlNode, place: Place): void {
    if (!isElement(node)) this.#text(node, place)
    else if (!UNSEEN.has(node.name)) this.#inlineElement(node, place)
  }

  #text(text: string, {styles}: Place): void {
    const trick = this.#styles.hidingOf(styles)
    if (trick) this.#hidden.add(trick, text)
    if (trick !== 'hidden') this.#flow.writeCollapsed(text)
  }

  #inlineElement(element: XmlElement, place: Place): void {
    switch (element.name) {
      case 'text:s':
        this.#flow.write(' '.repeat(Math.min(Number(element.attributes['text:c'] ?? 1) || 1, MAX_SPACES)))
        break
      case 'text:tab':
        this.#flow.write('\t')
        break
      case 'text:line-break':
        this.#flow.breakLine()
        break
      case 'text:a':
      case 'draw:a':
        this.#link(element, place)
        break
      case 'text:hidden-text':
        this.#hidden.add('hidden', textOf(element))
        break
      case 'text:note':
      case 'draw:text-box':
      case 'table:table':
      case 'text:list':
      case 'draw:custom-shape':
      case 'draw:rect':
      case 'draw:ellipse':
        this.#asides.push({name: '', attributes: {}, children: [element]})
        break
      default:
        this.#span(element, place)
    }
  }

  #span(element: XmlElement, place: Place): void {
    const style = element.name === 'text:span' ? element.attributes['text:style-name'] : undefined
    this.#inline(element, style === undefined ? place : {...place, styles: [...place.styles, style]})
  }

  #link(element: XmlElement, place: Place): void {
    const mark = this.#flow.mark()
    this.#inline(element, place)
    this.#flow.writeTarget(mark, element.attributes['xlink:href'] ?? '')
  }
}

/** Rows also stand in header rows and groups; a nested table is in a cell. */
function rowsOf(table: XmlElement): XmlElement[] {
  return childElements(table).flatMap((child) => {
    if (child.name === 'table:table-row') return [child]
    return /^table:table-(header-rows|rows|row-group)$/.test(child.name) ? rowsOf(child) : []
  })
}
