import {type DefaultTreeAdapterTypes, parse} from 'parse5'
import {HiddenText} from './hidden-text.js'
import {statedInHead} from './html-head.js'
import {hidingOf} from './html-style.js'
import {formatNumber} from './number-format.js'
import {StyleSheet} from './style-sheet.js'
import {TextFlow} from './text-flow.js'

type Node = DefaultTreeAdapterTypes.ChildNode
type Element = DefaultTreeAdapterTypes.Element
type Parent = DefaultTreeAdapterTypes.ParentNode

/** Deeper markup is read without its layout, so that no file can exhaust the stack. */
const MAX_DEPTH = 300

const SILENT = new Set(
  'script style template head noscript title canvas audio video object iframe datalist select option'.split(
    ' ',
  ),
)
const GAPS = new Set('p pre textarea blockquote table ul ol dl'.split(' '))
const BLOCKS = new Set(
  'address article aside body center dd details dialog div dt fieldset figcaption figure footer form header hr html legend main menu nav section summary tr caption thead tbody tfoot'.split(
    ' ',
  ),
)

/** Names of classes that icon fonts go by. */
const ICON = /(?:^|[\s_-])(?:icons?|fa[bsrl]?|glyphicon|bi|mdi|ti)(?:$|[\s_-])/i

export interface HtmlText {
  text: string
  hidden: HiddenText
  /** What its head says of the page. */
  stated: [key: string, value: string][]
}

/** The page as a person sees it, in light Markdown: headings, items, blocks as lines, cells of a row between tabs. */
export function htmlToText(html: string): HtmlText {
  const document = parse(html)
  const walk = new Walk(StyleSheet.of(document))
  walk.children(document, {depth: 0, pre: false})
  return {text: walk.flow.toString(), hidden: walk.hidden, stated: statedInHead(document)}
}

interface Place {
  depth: number
  pre: boolean
  list?: List
}

interface List {
  level: number
  /** How to number the next item; absent for bullets. */
  next?: {number: number; step: number; format: string}
}

const NUMBER_FORMATS: Readonly<Record<string, string>> = {
  a: 'lowerLetter',
  A: 'upperLetter',
  i: 'lowerRoman',
  I: 'upperRoman',
}

class Walk {
  flow = new TextFlow()
  readonly hidden = new HiddenText()
  readonly #sheet: StyleSheet

  constructor(sheet: StyleSheet) {
    this.#sheet = sheet
  }

  children(parent: Parent, place: Place): void {
    for (const node of parent.childNodes) this.#node(node, place)
  }

  #node(node: Node, place: Place): void {
    if (node.nodeName === '#text') this.#text((node as DefaultTreeAdapterTypes.TextNode).value, place)
    else if ('tagName' in node) this.#element(node, place)
  }

  #text(text: string, {pre}: Place): void {
    if (pre) this.flow.write(text.replace(/\r\n?/g, '\n'))
    else this.flow.writeCollapsed(text)
  }

  #element(element: Element, place: Place): void {
    if (SILENT.has(element.tagName)) return
    const hiding = hidingOf(element) ?? (this.#sheet.hides(element) ? 'hidden' : undefined)
    if (hiding) this.hidden.add(hiding, rawText(element))
    if (hiding && hiding !== 'white') return
    if (place.depth > MAX_DEPTH) this.flow.writeCollapsed(rawText(element))
    else this.#visible(element, {...place, depth: place.depth + 1})
  }

  #visible(element: Element, place: Place): void {
    const {tagName} = element
    if (tagName === 'br') this.flow.breakLine()
    else if (isIcon(element)) this.flow.writeCollapsed(' ')
    else if (tagName === 'svg') this.#drawing(element, place)
    else if (tagName === 'a') this.#link(element, place)
    else if (tagName === 'img') this.#image(element)
    else if (tagName === 'input') this.#input(element)
    else if (tagName === 'li') this.#item(element, place)
    else if (/^h[1-6]$/.test(tagName)) this.#heading(element, place)
    else if (GAPS.has(tagName)) this.#setOff(element, place)
    else if (BLOCKS.has(tagName) || this.#sheet.isBlock(element))
      this.#block(() => this.#boxes(element, place))
    else this.#boxes(element, place)
  }

  /** Boxes that a style sheet lays out side by side are apart without a blank in the source. */
  #boxes(element: Element, place: Place): void {
    const areApart = this.#sheet.laysOut(element)
    for (const node of element.childNodes) {
      this.#node(node, place)
      if (areApart) this.flow.writeCollapsed(' ')
    }
  }

  #setOff(element: Element, place: Place): void {
    const set = () => (place.list ? this.flow.startBlock() : this.flow.startGap())
    set()
    this.#inner(element, place)
    set()
  }

  #inner(element: Element, place: Place): void {
    const {tagName} = element
    if (tagName === 'table') this.#table(element, place)
    else if (tagName === 'ul' || tagName === 'ol')
      this.children(element, {...place, list: listOf(element, place)})
    else this.children(element, tagName === 'pre' || tagName === 'textarea' ? {...place, pre: true} : place)
  }

  #block(write: () => void): void {
    this.flow.startBlock()
    write()
    this.flow.startBlock()
  }

  /** A page may put anything into a heading; blocks in it end it. */
  #heading(element: Element, place: Place): void {
    this.flow.startHeading(Number(element.tagName.charAt(1)))
    this.children(element, place)
    this.flow.endHeading()
  }

  #item(element: Element, place: Place): void {
    const {level, next} = place.list ?? {level: 0}
    const value = Number(attribute(element, 'value'))
    if (next && value) next.number = value
    this.flow.startItem(level, next && `${formatNumber(next.number, next.format)}.`)
    if (next) next.number += next.step
    this.children(element, {...place, list: place.list ?? {level: 0}})
    this.flow.endItem()
  }

  #link(element: Element, place: Place): void {
    const mark = this.flow.mark()
    this.children(element, place)
    this.flow.writeTarget(mark, attribute(element, 'href') ?? '')
  }

  /** Of a drawing only its words. */
  #drawing(element: Element, place: Place): void {
    for (const child of childTags(element)) {
      if (child.tagName === 'text') this.#block(() => this.children(child, place))
      else if (child.tagName === 'foreignObject') this.children(child, place)
      else if (!SILENT.has(child.tagName) && child.tagName !== 'desc') this.#element(child, place)
    }
  }

  /** Alternative text counts where a picture stands for words: inside a link. */
  #image(element: Element): void {
    const alt = attribute(element, 'alt')
    if (alt && element.parentNode && 'tagName' in element.parentNode && element.parentNode.tagName === 'a') {
      this.flow.writeCollapsed(alt)
    }
  }

  #input(element: Element): void {
    const type = attribute(element, 'type') ?? 'text'
    if (type === 'checkbox') this.flow.write(attribute(element, 'checked') === undefined ? '☐' : '☒')
    else if (!/^(hidden|password|radio|submit|button|image|file|reset)$/i.test(type)) {
      this.flow.writeCollapsed(attribute(element, 'value') ?? '')
    }
  }

  #table(table: Element, place: Place): void {
    for (const part of childTags(table)) {
      if (part.tagName === 'tr') this.#row(part, place)
      else if (/^t(head|body|foot)$/.test(part.tagName)) this.#table(part, place)
      else this.#element(part, place)
    }
  }

  #row(row: Element, place: Place): void {
    const hiding = hidingOf(row)
    if (hiding && hiding !== 'white') this.hidden.add(hiding, rawText(row))
    else this.flow.writeRow(childTags(row).map((cell) => this.#cell(cell, place)))
  }

  #cell(cell: Element, place: Place): string {
    const outer = this.flow
    this.flow = new TextFlow()
    this.#element(cell, {depth: place.depth, pre: place.pre})
    const text = this.flow.toString()
    this.flow = outer
    return text
  }
}

/** An element without content that a style sheet draws a picture for; what is before and after it stands apart. */
function isIcon({tagName, childNodes, attrs}: Element): boolean {
  if (childNodes.length > 0 || (tagName !== 'i' && tagName !== 'span')) return false
  const names = attrs.find(({name}) => name === 'class')?.value ?? ''
  return ICON.test(names)
}

function listOf(element: Element, {list}: Place): List {
  const level = list ? list.level + 1 : 0
  if (element.tagName === 'ul') return {level}
  const items = childTags(element).filter(({tagName}) => tagName === 'li').length
  const isReversed = attribute(element, 'reversed') !== undefined
  const start = Number.parseInt(attribute(element, 'start') ?? '', 10)
  const format = NUMBER_FORMATS[attribute(element, 'type') ?? ''] ?? 'decimal'
  return {
    level,
    next: {
      number: Number.isNaN(start) ? (isReversed ? items : 1) : start,
      step: isReversed ? -1 : 1,
      format,
    },
  }
}

function childTags(parent: Element): Element[] {
  return parent.childNodes.filter((node): node is Element => 'tagName' in node)
}

function attribute(element: Element, name: string): string | undefined {
  return element.attrs.find((attr) => attr.name === name)?.value
}

/** All text below without recursion, for markup of any depth. */
function rawText(element: Element): string {
  const texts: string[] = []
  const stack: Node[] = [element]
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (node.nodeName === '#text') texts.push((node as DefaultTreeAdapterTypes.TextNode).value)
    else if ('tagName' in node && !SILENT.has(node.tagName)) stack.push(...node.childNodes.toReversed())
  }
  return texts.join(' ')
}
