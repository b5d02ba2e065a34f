import type {HiddenText} from '../hidden-text.js'
import {linkSuffix} from '../link-target.js'
import {TextFlow} from '../text-flow.js'
import {childElements, isElement, textOf, type XmlElement, type XmlNode} from '../xml.js'
import type {TextStyles} from './text-styles.js'

/** Deleted text, comments, and what only a program reads. */
const UNSEEN = new Set(
  'text:tracked-changes office:annotation office:annotation-end office:forms text:sequence-decls text:variable-decls text:user-field-decls text:note-citation text:ruby-text office:binary-data draw:object draw:image draw:a-title svg:title svg:desc office:event-listeners table:table-columns text:index-source text:table-of-content-source'.split(
    ' ',
  ),
)
const MAX_SPACES = 1000

interface Place {
  lists: number
  styles: readonly string[]
}

/** Writes OpenDocument content as lines of text. */
export class FlowReader {
  #flow = new TextFlow()
  /** Frames and notes of the paragraph at hand: they stand after it. */
  #asides: XmlElement[] = []
  readonly #styles: TextStyles
  readonly #hidden: HiddenText

  constructor(styles: TextStyles, hidden: HiddenText) {
    this.#styles = styles
    this.#hidden = hidden
  }

  /** The text of everything below an element. */
  read(element: XmlElement): string {
    const outer = this.#flow
    this.#flow = new TextFlow()
    this.#blocks(element, {lists: 0, styles: []})
    const text = this.#flow.toString()
    this.#flow = outer
    return text
  }

  #blocks(parent: XmlElement, place: Place): void {
    for (const element of childElements(parent)) this.#block(element, place)
  }

  #block(element: XmlElement, place: Place): void {
    if (UNSEEN.has(element.name)) return
    if (element.name === 'text:p') this.#paragraph(element, place)
    else if (element.name === 'text:h') this.#heading(element, place)
    else if (element.name === 'table:table') this.#table(element)
    else if (element.name === 'text:list') this.#blocks(element, {...place, lists: place.lists + 1})
    else if (element.name === 'text:list-item') this.#item(element, place)
    else if (element.name === 'text:section' && element.attributes['text:display'] === 'none')
      this.#hide(element, place)
    else this.#blocks(element, place)
  }

  #heading(element: XmlElement, place: Place): void {
    if (textOf(element).trim() !== '') this.#flow.startGap()
    this.#paragraph(element, place)
  }

  #paragraph(element: XmlElement, place: Place): void {
    const outer = this.#asides
    this.#asides = []
    const style = element.attributes['text:style-name']
    this.#flow.startBlock()
    this.#inline(element, style === undefined ? place : {...place, styles: [...place.styles, style]})
    this.#flow.breakLine()
    this.#hidden.endParagraph()
    const asides = this.#asides
    this.#asides = outer
    for (const aside of asides) this.#blocks(aside, {...place, lists: 0})
  }

  #item(element: XmlElement, place: Place): void {
    this.#flow.startItem(place.lists)
    this.#blocks(element, place)
    this.#flow.endItem()
  }

  /** Word processors show a hidden section only to its author. */
  #hide(element: XmlElement, place: Place): void {
    this.#hidden.add('hidden', textOf(element))
    this.#blocks(element, place)
  }

  #table(table: XmlElement): void {
    for (const row of rowsOf(table)) {
      this.#flow.writeRow(
        childElements(row)
          .filter(({name}) => name === 'table:table-cell')
          .map((cell) => this.read(cell)),
      )
    }
  }

  #inline(parent: XmlElement, place: Place): void {
    for (const node of parent.children) this.#node(node, place)
  }

  #node(node: XmlNode, place: Place): void {
    if (!isElement(node)) this.#text(node, place)
    else if (!UNSEEN.has(node.name)) this.#inlineElement(node, place)
  }

  #text(text: string, {styles}: Place): void {
    this.#flow.writeCollapsed(text)
    const trick = this.#styles.hidingOf(styles)
    if (trick) this.#hidden.add(trick, text)
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
        this.#hidden.add('hidden', element.attributes['text:string-value'] ?? '')
        this.#inline(element, place)
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
    this.#flow.write(linkSuffix(this.#flow.since(mark), element.attributes['xlink:href'] ?? ''))
  }
}

/** Rows also stand in header rows and groups; a nested table is in a cell. */
function rowsOf(table: XmlElement): XmlElement[] {
  return childElements(table).flatMap((child) => {
    if (child.name === 'table:table-row') return [child]
    return /^table:table-(header-rows|rows|row-group)$/.test(child.name) ? rowsOf(child) : []
  })
}
