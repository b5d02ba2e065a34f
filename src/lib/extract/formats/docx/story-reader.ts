import {linkTarget} from '../field-instruction.js'
import type {HiddenText} from '../hidden-text.js'
import {isSymbolFont, symbol, symbols} from '../symbols.js'
import {TextFlow} from '../text-flow.js'
import {childElements, descend, findAll, textOf, type XmlElement} from '../xml.js'
import {alternative} from './alternatives.js'
import {drawingParts, hyperlinkIds} from './drawings.js'
import {Fields} from './fields.js'
import {isOn} from './names.js'
import type {Numbering} from './numbering.js'
import type {ParagraphStyles} from './paragraph-styles.js'
import {isShaded, type RunStyles} from './run-styles.js'
import type {Story} from './stories.js'

/** What no reader sees: deleted and moved-away text, comments, settings. */
const UNSEEN = new Set(
  'w:del w:moveFrom w:delText w:delInstrText w:pPr w:rPr w:tblPr w:tblGrid w:trPr w:tcPr w:sdtPr w:sdtEndPr w:sectPr w:comment w:annotationRef w:softHyphen'.split(
    ' ',
  ),
)

/** Where a block stands. */
interface Place {
  /** A colour lies under the text. */
  shaded: boolean
}

interface InlinePlace extends Place {
  style: string | undefined
}

export interface StyleSheet {
  paragraphs: ParagraphStyles
  runs: RunStyles
  numbering: Numbering
}

/**
 * Writes the stories of a Word document as light Markdown. Text boxes, charts and diagrams follow the paragraph that
 * holds them; fields become their results; of alternatives one is read; hidden text is noted.
 */
export class StoryReader {
  readonly #sheet: StyleSheet
  readonly #hidden: HiddenText
  #story: Story = {
    root: {name: '', attributes: {}, children: []},
    relationships: new Map(),
    embedded: new Map(),
  }
  #flow = new TextFlow()
  #fields = new Fields()
  /** What is drawn in the paragraph at hand. */
  #asides: (() => void)[] = []

  constructor(sheet: StyleSheet, hidden: HiddenText) {
    this.#sheet = sheet
    this.#hidden = hidden
  }

  read(story: Story): string {
    this.#story = story
    this.#fields = new Fields()
    this.#flow = new TextFlow()
    this.#blocks(story.root, {shaded: hasBackdrop(story.root)})
    return this.#flow.toString()
  }

  #blocks(parent: XmlElement, place: Place): void {
    let open: XmlElement[] = []
    for (const element of childElements(parent)) {
      const isParagraph = element.name === 'w:p'
      if (isParagraph) open.push(element)
      if (isParagraph && isOn(descend(element, 'w:pPr', 'w:rPr', 'w:del'))) continue
      if (open.length > 0) this.#block(merged(open), place)
      open = []
      if (!isParagraph) this.#block(element, place)
    }
    if (open.length > 0) this.#block(merged(open), place)
  }

  #block(element: XmlElement, place: Place): void {
    if (isUnseen(element)) return
    if (element.name === 'w:p') this.#paragraph(element, place)
    else if (element.name === 'w:tbl') this.#table(element, place)
    else if (element.name === 'mc:AlternateContent') this.#blocks(alternative(element), place)
    else if (element.name === 'w:altChunk') this.#embedded(element.attributes['r:id'])
    else if (element.name === 'w:r' || isLink(element))
      this.#paragraph({name: 'w:p', attributes: {}, children: [element]}, place)
    else this.#blocks(element, place)
  }

  #paragraph(element: XmlElement, place: Place): void {
    const outer = this.#asides
    this.#asides = []
    const properties = descend(element, 'w:pPr')
    const {paragraphs, runs, numbering} = this.#sheet
    const style = paragraphs.styleOf(properties)
    const {contextual, ...look} = paragraphs.look(properties)
    const shaded = place.shaded || isShaded(properties) || runs.isShadedStyle(style)
    const item = numbering.item(properties)
    this.#flow.startParagraph({...look, item, contextual: contextual ? style : undefined})
    this.#inline(element, {shaded, style})
    this.#flow.endParagraph()
    this.#hidden.endParagraph()
    const asides = this.#asides
    this.#asides = outer
    for (const write of asides) this.#setOff(write)
  }

  #setOff(write: () => void): void {
    this.#flow.startGap()
    write()
    this.#flow.startGap()
  }

  #table(table: XmlElement, place: Place): void {
    const properties = descend(table, 'w:tblPr')
    const style = descend(properties, 'w:tblStyle')?.attributes['w:val']
    const shaded = place.shaded || isShaded(properties) || this.#sheet.runs.isShadedStyle(style)
    const rows = within(table, 'w:tr', 'w:tbl').filter((row) => !descend(row, 'w:trPr', 'w:del'))
    this.#setOff(() => {
      for (const row of rows)
        this.#flow.writeRow(within(row, 'w:tc', 'w:tbl').map((cell) => this.#cell(cell, {shaded})))
    })
  }

  #cell(cell: XmlElement, place: Place): string {
    const outer = this.#flow
    this.#flow = new TextFlow()
    this.#blocks(cell, {shaded: place.shaded || isShaded(descend(cell, 'w:tcPr'))})
    const text = this.#flow.toString()
    this.#flow = outer
    return text
  }

  #inline(parent: XmlElement, place: InlinePlace): void {
    const elements = childElements(parent)
    for (let at = 0; at < elements.length; at++) {
      const element = elements[at] as XmlElement
      if (!isLink(element)) this.#inlineElement(element, place)
      else at = this.#link(elements, at, place) - 1
    }
  }

  /** Word cuts a link into several where its format changes: one address is enough. Gives the place behind the last. */
  #link(elements: readonly XmlElement[], from: number, place: InlinePlace): number {
    const address = this.#addressOf(elements[from])
    const goesOn = (element: XmlElement | undefined) =>
      element !== undefined && isLink(element) && this.#addressOf(element) === address
    let end = from + 1
    if (address !== undefined) while (goesOn(elements[end])) end++
    this.#linked(address, () => {
      for (const element of elements.slice(from, end)) this.#inline(element, place)
    })
    return end
  }

  #linked(address: string | undefined, write: () => void): void {
    const mark = this.#flow.mark()
    write()
    if (address !== undefined) this.#flow.writeTarget(mark, address)
  }

  #addressOf(element: XmlElement | undefined): string | undefined {
    const own = element?.attributes['w:dest']
    if (own !== undefined) return own
    const relationship = this.#story.relationships.get(element?.attributes['r:id'] ?? '')
    return relationship?.type === 'hyperlink' ? relationship.target : undefined
  }

  #inlineElement(element: XmlElement, place: InlinePlace): void {
    if (isUnseen(element)) return
    switch (element.name) {
      case 'w:r':
        this.#run(element, place)
        break
      case 'w:fldSimple':
        this.#linked(linkTarget(element.attributes['w:instr'] ?? ''), () => this.#inline(element, place))
        break
      case 'mc:AlternateContent':
        this.#inline(alternative(element), place)
        break
      case 'm:oMath':
        this.#write([...findAll(element, 'm:t')].map(textOf).join(' '))
        break
      case 'w:p':
      case 'w:tbl':
        this.#asides.push(() => this.#block(element, place))
        break
      default:
        this.#inline(element, place)
    }
  }

  #run(run: XmlElement, {shaded, style}: InlinePlace): void {
    const properties = descend(run, 'w:rPr')
    const trick = this.#sheet.runs.hidingOf(properties, style, shaded)
    if (trick && !this.#fields.inInstruction)
      this.#hidden.add(trick, [...findAll(run, 'w:t')].map(textOf).join(''))
    const fonts = descend(properties, 'w:rFonts')?.attributes
    this.#runContent(run, {
      font: fonts?.['w:ascii'] ?? fonts?.['w:hAnsi'] ?? '',
      hidden: trick === 'hidden',
    })
  }

  #runContent(parent: XmlElement, look: RunLook): void {
    for (const element of childElements(parent)) this.#runElement(element, look)
  }

  #runElement(element: XmlElement, look: RunLook): void {
    switch (element.name) {
      case 'w:fldChar':
        this.#fields.turn(element, this.#flow)
        return
      case 'w:instrText':
        this.#fields.instruct(textOf(element))
        return
      case 'mc:AlternateContent':
        this.#runContent(alternative(element), look)
        return
    }
    if (isUnseen(element) || look.hidden) return
    if (/^w:(drawing|pict|object)$/.test(element.name)) this.#drawing(element)
    else if (!this.#fields.inInstruction) this.#visible(element, look)
  }

  #visible(element: XmlElement, look: RunLook): void {
    switch (element.name) {
      case 'w:t':
        this.#write(isSymbolFont(look.font) ? symbols(textOf(element), look.font) : textOf(element))
        break
      case 'w:tab':
      case 'w:ptab':
        this.#write('\t')
        break
      case 'w:br':
      case 'w:cr':
        this.#flow.breakLine()
        break
      case 'w:noBreakHyphen':
        this.#write('-')
        break
      case 'w:sym':
        this.#write(
          symbol(element.attributes['w:font'] ?? '', Number.parseInt(element.attributes['w:char'] ?? '', 16)),
        )
        break
      case 'w:ruby':
        this.#ruby(element, look)
        break
      default:
        this.#runContent(element, look)
    }
  }

  /** The reading stands above the word and comes first in the file; in text it follows in parentheses. */
  #ruby(element: XmlElement, look: RunLook): void {
    const [base, reading] = ['w:rubyBase', 'w:rt'].map((name) => descend(element, name))
    const spoken = reading && [...findAll(reading, 'w:t')].map(textOf).join('')
    if (base) this.#runContent(base, look)
    if (spoken) this.#write(` (${spoken})`)
  }

  #write(text: string): void {
    this.#flow.writeFlush(text.replace(/[\r\n]+/g, ' '))
  }

  /** Pictures with links, text boxes, charts, diagrams, and words drawn as shapes. */
  #drawing(drawing: XmlElement): void {
    for (const id of hyperlinkIds(drawing)) {
      const address = this.#addressOf({name: '', attributes: {'r:id': id}, children: []})
      if (address !== undefined) this.#flow.writeTarget(this.#flow.mark(), address)
    }
    for (const part of drawingParts(drawing)) {
      if (part.kind === 'box') this.#asides.push(() => this.#box(part.content))
      else if (part.kind === 'embedded') this.#asides.push(() => this.#embedded(part.id))
      else this.#asides.push(() => this.#flow.write(part.text))
    }
  }

  /** A box has a fill of its own, which is not followed: white text in it counts as design. */
  #box(content: XmlElement): void {
    const outer = this.#fields
    this.#fields = new Fields()
    this.#blocks(content, {shaded: true})
    this.#fields = outer
  }

  #embedded(id: string | undefined): void {
    this.#flow.writeMarkdown(this.#story.embedded.get(id ?? '') ?? '')
  }
}

interface RunLook {
  font: string
  hidden: boolean
}

/** Word's XML of 2003 marks deletions by a word of their own. */
function isUnseen({name, attributes}: XmlElement): boolean {
  return (
    UNSEEN.has(name) ||
    (name === 'aml:annotation' && /\.(Deletion|Comment)$/.test(attributes['w:type'] ?? ''))
  )
}

function isLink({name}: XmlElement): boolean {
  return name === 'w:hyperlink' || name === 'w:hlink'
}

/** Where the mark at a paragraph's end was deleted, the next one goes on in it, and keeps its own properties. */
function merged(paragraphs: readonly XmlElement[]): XmlElement {
  const last = paragraphs.at(-1) as XmlElement
  if (paragraphs.length === 1) return last
  const own = childElements(last).filter(({name}) => name === 'w:pPr')
  const rest = paragraphs.flatMap((one) => childElements(one).filter(({name}) => name !== 'w:pPr'))
  return {...last, children: [...own, ...rest]}
}

/** Elements of a name below, also inside controls and custom XML, but not inside those named `barrier`. */
function within(parent: XmlElement, name: string, barrier: string): XmlElement[] {
  return childElements(parent).flatMap((child) => {
    if (child.name === name) return [child]
    return child.name === barrier || UNSEEN.has(child.name) ? [] : within(child, name, barrier)
  })
}

/** A shape behind the text may be as large as the page: then white letters are no trick. */
function hasBackdrop(root: XmlElement): boolean {
  return [...findAll(root, 'wp:anchor')].some(
    ({attributes: {behindDoc}}) => behindDoc === '1' || behindDoc === 'true',
  )
}
