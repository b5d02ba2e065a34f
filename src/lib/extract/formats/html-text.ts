import {type DefaultTreeAdapterTypes, parse} from 'parse5'
import {HiddenText} from './hidden-text.js'
import {hidingOf} from './html-style.js'
import {linkSuffix} from './link-target.js'
import {TextFlow} from './text-flow.js'

type Node = DefaultTreeAdapterTypes.ChildNode
type Element = DefaultTreeAdapterTypes.Element
type Parent = DefaultTreeAdapterTypes.ParentNode

/** Deeper markup is read without its layout, so that no file can exhaust the stack. */
const MAX_DEPTH = 300

const SILENT = new Set(
  'script style template head noscript title svg math canvas audio video object iframe datalist select option'.split(
    ' ',
  ),
)
const GAPS = new Set('h1 h2 h3 h4 h5 h6 p pre textarea blockquote table ul ol dl'.split(' '))
const BLOCKS = new Set(
  'address article aside body center dd details dialog div dt fieldset figcaption figure footer form header hr html legend main menu nav section summary tr caption thead tbody tfoot'.split(
    ' ',
  ),
)

export interface HtmlTextOptions {
  /** `collapse` as browsers do; `keep` for generated markup in which every blank counts. */
  whitespace: 'collapse' | 'keep'
}

export interface HtmlText {
  text: string
  title?: string
  author?: string
  hidden: HiddenText
}

/** The text of a page as a person sees it: blocks make lines, cells of a row are separated by tabs, items by `- `. */
export function htmlToText(html: string, {whitespace}: HtmlTextOptions): HtmlText {
  const document = parse(html)
  const walk = new Walk(whitespace)
  walk.children(document, {depth: 0, lists: 0, pre: whitespace === 'keep'})
  return {text: walk.flow.toString(), hidden: walk.hidden, ...headFacts(document)}
}

interface Place {
  depth: number
  lists: number
  pre: boolean
}

class Walk {
  flow = new TextFlow()
  readonly hidden = new HiddenText()
  readonly #tight: boolean

  constructor(whitespace: HtmlTextOptions['whitespace']) {
    this.#tight = whitespace === 'keep'
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
    const hiding = hidingOf(element)
    if (hiding) this.hidden.add(hiding, rawText(element))
    if (hiding && hiding !== 'white') return
    if (place.depth > MAX_DEPTH) this.flow.writeCollapsed(rawText(element))
    else this.#visible(element, {...place, depth: place.depth + 1})
  }

  #visible(element: Element, place: Place): void {
    const {tagName} = element
    if (tagName === 'br') this.flow.breakLine()
    else if (tagName === 'a') this.#link(element, place)
    else if (tagName === 'img') this.#image(element)
    else if (tagName === 'input') this.#input(element)
    else if (tagName === 'li') this.#item(element, place)
    else if (tagName === 'p' && this.#tight) this.#paragraph(element, place)
    else if (GAPS.has(tagName)) this.#block(() => this.#inner(element, place), this.#isSetOff(tagName, place))
    else if (BLOCKS.has(tagName)) this.#block(() => this.children(element, place), false)
    else this.children(element, place)
  }

  #inner(element: Element, place: Place): void {
    const {tagName} = element
    if (tagName === 'table') this.#table(element, place)
    else if (tagName === 'ul' || tagName === 'ol') this.children(element, {...place, lists: place.lists + 1})
    else this.children(element, tagName === 'pre' || tagName === 'textarea' ? {...place, pre: true} : place)
  }

  /** Generated markup has its author's own blank lines: only headings need one more. */
  #isSetOff(tagName: string, {lists}: Place): boolean {
    return lists === 0 && (!this.#tight || /^h\d/.test(tagName))
  }

  /** In generated markup an empty paragraph is the author's blank line. */
  #paragraph(element: Element, place: Place): void {
    if (element.childNodes.length === 0) {
      this.flow.startBlock()
      this.flow.breakLine()
    } else this.#block(() => this.children(element, place), false)
  }

  #block(write: () => void, gap: boolean): void {
    if (gap) this.flow.startGap()
    else this.flow.startBlock()
    write()
    if (gap && !this.#tight) this.flow.startGap()
    else this.flow.startBlock()
  }

  #item(element: Element, place: Place): void {
    this.flow.startItem(place.lists)
    this.children(element, place)
    this.flow.endItem()
  }

  #link(element: Element, place: Place): void {
    const mark = this.flow.mark()
    this.children(element, place)
    const visible = this.flow.since(mark)
    this.flow.write(linkSuffix(visible, attribute(element, 'href') ?? ''))
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
    this.#element(cell, {...place, lists: 0})
    const text = this.flow.toString()
    this.flow = outer
    return text
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

function headFacts(document: DefaultTreeAdapterTypes.Document): {title?: string; author?: string} {
  const html = document.childNodes.find((node): node is Element => node.nodeName === 'html')
  const head = html && childTags(html).find(({tagName}) => tagName === 'head')
  const tags = head ? childTags(head) : []
  const title = tags.find(({tagName}) => tagName === 'title')?.childNodes[0]
  const author = tags.find(
    (tag) => tag.tagName === 'meta' && attribute(tag, 'name')?.toLowerCase() === 'author',
  )
  const name = author && attribute(author, 'content')
  return {...(title && 'value' in title && {title: title.value}), ...(name && {author: name})}
}
