import type {HiddenText} from '../hidden-text.js'
import {childElements, descend, findAll, isElement, textOf, type XmlElement} from '../xml.js'
import {Fields} from './fields.js'
import {escapeXml, isOn} from './names.js'
import type {Numbering} from './numbering.js'
import type {Relationship} from './package-parts.js'
import {isShaded, type RunStyles} from './run-styles.js'
import type {Story} from './stories.js'

/** What no reader sees: deleted and moved-away text, comments, settings. */
const UNSEEN = new Set(
  'w:del w:moveFrom w:delText w:delInstrText w:pPr w:rPr w:tblPr w:tblGrid w:trPr w:tcPr w:sdtPr w:sdtEndPr w:sectPr w:comment w:annotationRef w:softHyphen'.split(
    ' ',
  ),
)
const SYMBOL_FONT = /^(wingdings|webdings|symbol|zapf ?dingbats)/i

/** Where a block stands. */
interface Place {
  /** A colour lies under the text. */
  shaded: boolean
}

/**
 * Rewrites what Word wrote into the few elements that mammoth reads faithfully: paragraphs with style and numbering,
 * runs, tables, links. On the way text boxes become paragraphs after the one that holds them, fields become their
 * results, alternatives are decided, and hidden text is noted.
 */
export class NormalForm {
  /** Addresses by the relationship id under which the normal form refers to them. */
  readonly links = new Map<string, string>()
  readonly #styles: RunStyles
  readonly #numbering: Numbering
  readonly #hidden: HiddenText
  #relationships: ReadonlyMap<string, Relationship> = new Map()
  #fields = new Fields()
  #boxes: string[] = []

  constructor(styles: RunStyles, numbering: Numbering, hidden: HiddenText) {
    this.#styles = styles
    this.#numbering = numbering
    this.#hidden = hidden
  }

  /** The blocks of one story, each as XML. */
  story({root, relationships}: Story): string[] {
    this.#relationships = relationships
    this.#fields = new Fields()
    const place = {shaded: hasBackdrop(root)}
    return childElements(root).map((element) => this.#block(element, place))
  }

  #blocks(parent: XmlElement, place: Place): string {
    return childElements(parent)
      .map((element) => this.#block(element, place))
      .join('')
  }

  #block(element: XmlElement, place: Place): string {
    if (UNSEEN.has(element.name)) return ''
    if (element.name === 'w:p') return this.#paragraph(element, place)
    if (element.name === 'w:tbl') return this.#table(element, place)
    if (element.name === 'mc:AlternateContent') return this.#blocks(alternative(element), place)
    if (element.name === 'w:r' || element.name === 'w:hyperlink') {
      return this.#paragraph({name: 'w:p', attributes: {}, children: [element]}, place)
    }
    return this.#blocks(element, place)
  }

  #paragraph(element: XmlElement, place: Place): string {
    const outerBoxes = this.#boxes
    this.#boxes = []
    const properties = descend(element, 'w:pPr')
    const style = descend(properties, 'w:pStyle')?.attributes['w:val']
    const shaded = place.shaded || isShaded(properties) || this.#styles.isShadedStyle(style)
    const content = this.#inline(element, {shaded, style})
    const label = content === '' ? undefined : this.#numbering.label(properties)
    this.#hidden.endParagraph()
    const boxes = this.#boxes.join('')
    this.#boxes = outerBoxes
    const start =
      paragraphProperties(properties, label !== undefined) + (label ? `<w:r>${text(`${label} `)}</w:r>` : '')
    return `<w:p>${start}${content}</w:p>${boxes}`
  }

  #table(table: XmlElement, place: Place): string {
    const properties = descend(table, 'w:tblPr')
    const style = descend(properties, 'w:tblStyle')?.attributes['w:val']
    const shaded = place.shaded || isShaded(properties) || this.#styles.isShadedStyle(style)
    const rows = within(table, 'w:tr', 'w:tbl').filter((row) => !descend(row, 'w:trPr', 'w:del'))
    const cells = rows.map((row) => within(row, 'w:tc', 'w:tbl').map((cell) => this.#cell(cell, {shaded})))
    return `<w:tbl>${cells.map((row) => `<w:tr>${row.join('')}</w:tr>`).join('')}</w:tbl>`
  }

  #cell(cell: XmlElement, place: Place): string {
    const shaded = place.shaded || isShaded(descend(cell, 'w:tcPr'))
    return `<w:tc>${this.#blocks(cell, {shaded})}</w:tc>`
  }

  #inline(parent: XmlElement, place: InlinePlace): string {
    return childElements(parent)
      .map((element) => this.#inlineElement(element, place))
      .join('')
  }

  #inlineElement(element: XmlElement, place: InlinePlace): string {
    if (UNSEEN.has(element.name)) return ''
    switch (element.name) {
      case 'w:r':
        return this.#run(element, place)
      case 'w:hyperlink':
        return this.#link(this.#addressOf(element), this.#inline(element, place))
      case 'w:fldSimple':
        return this.#link(Fields.addressIn(element.attributes['w:instr'] ?? ''), this.#inline(element, place))
      case 'mc:AlternateContent':
        return this.#inline(alternative(element), place)
      case 'm:oMath':
        return `<w:r>${text([...findAll(element, 'm:t')].map(textOf).join(' '))}</w:r>`
      case 'w:p':
      case 'w:tbl':
        this.#boxes.push(this.#block(element, place))
        return ''
    }
    return this.#inline(element, place)
  }

  #run(run: XmlElement, {shaded, style}: InlinePlace): string {
    const properties = descend(run, 'w:rPr')
    const font = descend(properties, 'w:rFonts')?.attributes['w:ascii'] ?? ''
    const content = this.#runContent(run, font)
    if (content === '') return ''
    const trick = this.#styles.hidingOf(properties, style, shaded)
    if (trick) this.#hidden.add(trick, [...findAll(run, 'w:t')].map(textOf).join(''))
    return this.#link(this.#fields.address, `<w:r>${content}</w:r>`)
  }

  #runContent(parent: XmlElement, font: string): string {
    return childElements(parent)
      .map((element) => this.#runElement(element, font))
      .join('')
  }

  #runElement(element: XmlElement, font: string): string {
    switch (element.name) {
      case 'w:fldChar':
        return this.#fields.turn(element)
      case 'w:instrText':
        this.#fields.instruct(textOf(element))
        return ''
      case 'w:drawing':
      case 'w:pict':
      case 'w:object':
        this.#drawing(element)
        return ''
      case 'mc:AlternateContent':
        return this.#runContent(alternative(element), font)
    }
    if (UNSEEN.has(element.name) || this.#fields.inInstruction) return ''
    if (element.name === 'w:ruby') return this.#ruby(element, font)
    return this.#visible(element, font)
  }

  #visible(element: XmlElement, font: string): string {
    switch (element.name) {
      case 'w:t':
        return SYMBOL_FONT.test(font) ? symbols(textOf(element), font) : text(textOf(element))
      case 'w:tab':
      case 'w:ptab':
        return '<w:tab/>'
      case 'w:br':
      case 'w:cr':
        return '<w:br/>'
      case 'w:noBreakHyphen':
        return text('-')
      case 'w:sym':
        return symbol(element.attributes['w:font'] ?? '', element.attributes['w:char'] ?? '')
    }
    return this.#runContent(element, font)
  }

  /** The reading stands above the word and comes first in the file; in text it follows in parentheses. */
  #ruby(element: XmlElement, font: string): string {
    const [base, reading] = ['w:rubyBase', 'w:rt'].map((name) => descend(element, name))
    const spoken = reading && [...findAll(reading, 'w:t')].map(textOf).join('')
    return (base ? this.#runContent(base, font) : '') + (spoken ? text(` (${spoken})`) : '')
  }

  /** A picture's own text boxes; whatever else is drawn holds no text that could be read here. */
  #drawing(drawing: XmlElement): void {
    for (const child of childElements(drawing)) {
      if (child.name === 'w:txbxContent') this.#boxes.push(this.#box(child))
      else if (child.name === 'mc:AlternateContent') this.#drawing(alternative(child))
      else this.#drawing(child)
    }
  }

  /** A box has a fill of its own, which is not followed: white text in it counts as design. */
  #box(content: XmlElement): string {
    const outer = this.#fields
    this.#fields = new Fields()
    const blocks = this.#blocks(content, {shaded: true})
    this.#fields = outer
    return blocks
  }

  #addressOf({attributes}: XmlElement): string | undefined {
    const relationship = this.#relationships.get(attributes['r:id'] ?? '')
    return relationship?.type === 'hyperlink' ? relationship.target : undefined
  }

  #link(address: string | undefined, content: string): string {
    if (address === undefined || content === '') return content
    let id = [...this.links].find(([, target]) => target === address)?.[0]
    if (id === undefined) {
      id = `link${this.links.size + 1}`
      this.links.set(id, address)
    }
    return `<w:hyperlink r:id="${id}">${content}</w:hyperlink>`
  }
}

interface InlinePlace extends Place {
  style: string | undefined
}

function text(content: string): string {
  const printable = content.replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
  return printable === '' ? '' : `<w:t xml:space="preserve">${escapeXml(printable)}</w:t>`
}

function symbol(font: string, char: string): string {
  return `<w:sym w:font="${escapeXml(font)}" w:char="${escapeXml(char.toUpperCase())}"/>`
}

/** Text in a symbol font is codes, not letters, where it lies in the private-use area. */
function symbols(content: string, font: string): string {
  return content
    .split(/([\uf000-\uf0ff])/)
    .map((piece, index) => (index % 2 === 1 ? symbol(font, hex(piece)) : text(piece)))
    .join('')
}

function hex(char: string): string {
  return char.charCodeAt(0).toString(16)
}

/**
 * Of a paragraph's properties only style, numbering and a deleted end matter to its text. One that has its number
 * written out is told to be in no list, which also overrides the style's.
 */
function paragraphProperties(properties: XmlElement | undefined, isNumbered: boolean): string {
  const style = descend(properties, 'w:pStyle')?.attributes['w:val']
  const numbering = descend(properties, 'w:numPr')
  const id = isNumbered ? '0' : descend(numbering, 'w:numId')?.attributes['w:val']
  const level = descend(numbering, 'w:ilvl')?.attributes['w:val'] ?? '0'
  const parts = [
    style === undefined ? '' : `<w:pStyle w:val="${escapeXml(style)}"/>`,
    id === undefined
      ? ''
      : `<w:numPr><w:ilvl w:val="${escapeXml(level)}"/><w:numId w:val="${escapeXml(id)}"/></w:numPr>`,
    isOn(descend(properties, 'w:rPr', 'w:del')) ? '<w:rPr><w:del/></w:rPr>' : '',
  ].join('')
  return parts === '' ? '' : `<w:pPr>${parts}</w:pPr>`
}

/** Elements of a name below, also inside controls and custom XML, but not inside those named `barrier`. */
function within(parent: XmlElement, name: string, barrier: string): XmlElement[] {
  return childElements(parent).flatMap((child) => {
    if (child.name === name) return [child]
    return child.name === barrier || UNSEEN.has(child.name) ? [] : within(child, name, barrier)
  })
}

/** The same content is given for new and for old readers: the first branch with text counts. */
function alternative(element: XmlElement): XmlElement {
  const branches = childElements(element)
  return branches.find(hasText) ?? branches.at(-1) ?? element
}

function hasText(element: XmlElement): boolean {
  return element.children.some(
    (child) => isElement(child) && ((child.name === 'w:t' && textOf(child).trim() !== '') || hasText(child)),
  )
}

/** A shape behind the text may be as large as the page: then white letters are no trick. */
function hasBackdrop(root: XmlElement): boolean {
  return [...findAll(root, 'wp:anchor')].some(
    ({attributes: {behindDoc}}) => behindDoc === '1' || behindDoc === 'true',
  )
}
