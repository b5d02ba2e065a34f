import iconv from 'iconv-lite'
import {AtsError} from '../../../model/errors.js'
import {encodingOfCodePage} from '../code-page.js'
import {linkTarget} from '../field-instruction.js'
import {HiddenText, type HidingTrick} from '../hidden-text.js'
import type {ParagraphShape, TextFlow} from '../text-flow.js'
import {encodingOfCharset, SYMBOL_CHARSET} from './charsets.js'
import {
  CHARACTERS,
  INFO_TEXTS,
  INFO_TIMES,
  KNOWN_STARRED,
  SKIPPED,
  STORIES,
  SYMBOLS,
} from './control-words.js'
import {type GroupState, initialState, PLAIN_PARAGRAPH, type RtfParagraph} from './group-state.js'
import {Story, type StoryName} from './story.js'
import {headingLevel} from './style-names.js'
import {type Token, tokens} from './tokens.js'

/** Writers nest some dozens of groups. */
const MAX_DEPTH = 10_000
const TINY_HALF_POINTS = 4
/** Text without a single control word is not held back without end. */
const FLUSH_BYTES = 64 * 1024

interface Font {
  charset?: number
  codePage?: number
}

/** Reads RTF token by token; each group has its state, and every text its destination. */
export class RtfReader {
  readonly hidden = new HiddenText()
  readonly facts = new Map<string, string>()
  /** Groups left open at the end of the file. */
  get openGroups(): number {
    return this.#stack.length
  }

  readonly #stories: Record<StoryName, Story> = {
    header: new Story(),
    body: new Story(),
    boxes: new Story(),
    notes: new Story(),
    footer: new Story(),
  }
  readonly #stack: GroupState[] = []
  readonly #fonts = new Map<number, Font>()
  /** Names of styles by number. */
  readonly #styles = new Map<number, string>()
  readonly #whites = new Set<number>()
  #state = initialState()
  #encoding = 'windows-1252'
  #defaultFont: number | undefined
  #bytes: number[] = []
  /** Fallback characters of the last `\u` that are still to come. */
  #toSkip = 0
  #starred = false
  #color = {index: 0, channels: 0}

  /** @throws AtsError `TOO_LARGE` when groups nest beyond all reason */
  read(source: string): string {
    for (const token of tokens(source)) this.#take(token)
    this.#flush()
    const {header, body, boxes, notes, footer} = this.#stories
    return [header, body, boxes, notes, footer].map(String).filter(Boolean).join('\n\n')
  }

  #take(token: Token): void {
    if (token.kind === 'byte') {
      this.#byte(token.byte)
      return
    }
    this.#flush()
    if (token.kind === 'word') this.#word(token.word, token.value)
    else if (token.kind === 'symbol') this.#symbol(token.symbol)
    else if (token.kind === 'open') this.#open()
    else this.#close()
  }

  #open(): void {
    if (this.#stack.length >= MAX_DEPTH) throw new AtsError('TOO_LARGE', 'the document nests too deeply')
    this.#stack.push(this.#state)
    this.#state = {...this.#state}
    this.#toSkip = 0
    this.#starred = false
  }

  #close(): void {
    const inner = this.#state
    this.#toSkip = 0
    this.#state = this.#stack.pop() ?? inner
    if (inner.label && inner.label !== this.#state.label) this.#endListMark(inner.label.text)
    if (inner.field && inner.field !== this.#state.field) this.#endField(inner)
    if (inner.story !== this.#state.story) this.#stories[inner.story].close(inner.inTable)
  }

  #endField({field}: GroupState): void {
    const address = linkTarget(field?.instruction ?? '')
    if (address === undefined || !field?.start) return
    const {flow, mark} = field.start
    flow.writeTarget(mark, address)
  }

  #byte(byte: number): void {
    if (this.#toSkip > 0) this.#toSkip--
    else if (this.#state.destination === 'colors') this.#separateColors(byte)
    else if (this.#bytes.push(byte) >= FLUSH_BYTES) this.#flush()
  }

  #symbol(symbol: string): void {
    if (symbol === '*') this.#starred = true
    else if (this.#toSkip > 0) this.#toSkip--
    else if (symbol === '\n' || symbol === '\r') this.#word('par', undefined)
    else this.#text(SYMBOLS[symbol] ?? '')
  }

  #word(word: string, value: number | undefined): void {
    const starred = this.#starred
    this.#starred = false
    if (starred && !KNOWN_STARRED.has(word)) this.#state.destination = 'skip'
    else if (this.#toSkip > 0 && word !== 'u') this.#toSkip--
    else if (word === 'u') this.#unicode(value ?? 0)
    else if (!this.#enter(word)) this.#apply(word, value)
  }

  #unicode(value: number): void {
    this.#text(String.fromCharCode(value & 0xffff))
    this.#toSkip = this.#state.unicodeSkip
  }

  /** Words that begin a group with a destination of its own. */
  #enter(word: string): boolean {
    const state = this.#state
    if (word === 'ud' && this.#stack.at(-2)) state.destination = this.#stack.at(-2)?.destination ?? 'text'
    if (state.destination === 'skip') return true
    if (word === 'upr') state.destination = 'alternatives'
    else if (state.destination === 'info') return this.#enterFact(word)
    else if (SKIPPED.has(word)) state.destination = 'skip'
    else if (word === 'fonttbl') state.destination = 'fonts'
    else if (word === 'colortbl') state.destination = 'colors'
    else if (word === 'stylesheet') state.destination = 'styles'
    else if (word === 'info') state.destination = 'info'
    else if (word === 'generator') Object.assign(state, {destination: 'fact', fact: 'producer'})
    else if (word === 'field') state.field = {instruction: ''}
    else if (word === 'fldinst') state.destination = 'instruction'
    else if (word === 'fldrslt') this.#enterResult()
    else if (word === 'listtext' || word === 'pntext') this.#enterListMark()
    else if (STORIES[word]) this.#enterStory(STORIES[word])
    else return false
    return true
  }

  #enterFact(word: string): boolean {
    const fact = INFO_TEXTS[word] ?? INFO_TIMES[word]
    if (fact === undefined) return false
    this.facts.delete(fact)
    Object.assign(this.#state, {destination: 'fact', fact})
    return true
  }

  #enterResult(): void {
    const {field} = this.#state
    this.#state.destination = 'text'
    if (!field) return
    const flow = this.#paragraphFlow()
    field.start = {flow, mark: flow.mark()}
  }

  #enterListMark(): void {
    if (this.#state.destination === 'text')
      Object.assign(this.#state, {destination: 'label', label: {text: ''}})
    else this.#state.destination = 'skip'
  }

  /** What stands before a list item for readers without lists: a number is kept, any other mark becomes a dash. */
  #endListMark(text: string): void {
    const mark = text.trim()
    if (mark === '') return
    const isNumber = /[\p{L}\p{N}]/u.test(mark) && mark !== 'o'
    this.#stories[this.#state.story].label(isNumber ? mark : '-')
  }

  #enterStory(story: StoryName): void {
    this.#stories[story].close(this.#state.inTable)
    Object.assign(this.#state, {story, destination: 'text', inTable: false, paragraph: PLAIN_PARAGRAPH})
  }

  #apply(word: string, value: number | undefined): void {
    const {destination} = this.#state
    if (destination === 'styles') this.#describeStyle(word, value)
    else if (destination === 'fonts') this.#describeFont(word, value)
    else if (destination === 'colors') this.#describeColor(word, value)
    else if (destination === 'fact') this.#addTime(word, value)
    else if (CHARACTERS[word] !== undefined) this.#text(CHARACTERS[word])
    else if (!this.#layOut(word)) this.#format(word, value)
  }

  /** Words that end a line, cell or row. */
  #layOut(word: string): boolean {
    const {destination, story, inTable} = this.#state
    if (destination !== 'text') return false
    if (word === 'par') this.#stories[story].endParagraph(inTable, (label) => this.#shape(label))
    else if (word === 'line') this.#paragraphFlow().breakLine()
    else if (word === 'sect' || word === 'page' || word === 'column') this.#stories[story].close(inTable)
    else if (word === 'cell' && inTable) this.#stories[story].endCell()
    else if (word === 'cell' || word === 'nestcell') this.#paragraphFlow().write('\t')
    else if (word === 'row' && inTable) this.#stories[story].endRow()
    else if (word === 'row' || word === 'nestrow') this.#stories[story].close(inTable)
    else return false
    if (word !== 'line') this.hidden.endParagraph()
    return true
  }

  #format(word: string, value: number | undefined): void {
    const state = this.#state
    const on = value !== 0
    if (word === 'f') state.font = value
    else if (word === 'uc') state.unicodeSkip = Math.max(0, Math.min(value ?? 1, 100))
    else if (word === 'plain') this.#resetCharacters()
    else if (word === 'pard') this.#resetParagraph()
    else if (PARAGRAPH_WORDS[word])
      state.paragraph = {...state.paragraph, ...PARAGRAPH_WORDS[word](value ?? 0)}
    else if (word === 'intbl') state.inTable = true
    else if (word === 'v') state.hidden = on
    else if (word === 'deleted') state.deleted = on
    else if (word === 'cf') state.color = value ?? 0
    else if (word === 'fs') state.halfPoints = value ?? 24
    else if (/^(highlight|cb|chcbpat|cbpat|clcbpat)$/.test(word)) state.shaded = on && value !== undefined
    else if (word === 'ansicpg') this.#encoding = known(encodingOfCodePage(value))
    else if (word === 'mac') this.#encoding = 'macintosh'
    else if (word === 'pc') this.#encoding = 'cp437'
    else if (word === 'pca') this.#encoding = 'cp850'
    else if (word === 'deff') this.#defaultFont = value
  }

  #resetParagraph(): void {
    Object.assign(this.#state, {inTable: false, shaded: false, paragraph: PLAIN_PARAGRAPH})
  }

  #resetCharacters(): void {
    Object.assign(this.#state, {
      hidden: false,
      deleted: false,
      color: 0,
      halfPoints: 24,
      font: this.#defaultFont,
    })
  }

  #describeFont(word: string, value: number | undefined): void {
    if (word === 'f') {
      this.#state.font = value ?? 0
      this.#fonts.set(value ?? 0, {})
    }
    const font = this.#fonts.get(this.#state.font ?? 0)
    if (font && word === 'fcharset' && value !== undefined) font.charset = value
    if (font && word === 'cpg' && value !== undefined) font.codePage = value
  }

  #describeStyle(word: string, value: number | undefined): void {
    if (word === 's') this.#state.paragraph = {...this.#state.paragraph, style: value}
  }

  #describeColor(word: string, value: number | undefined): void {
    if (/^(red|green|blue)$/.test(word) && value === 255) this.#color.channels++
  }

  #separateColors(byte: number): void {
    if (byte !== 0x3b) return
    if (this.#color.channels === 3) this.#whites.add(this.#color.index)
    this.#color = {index: this.#color.index + 1, channels: 0}
  }

  /** `\yr2024\mo3\dy9\hr8\min5` becomes 2024-03-09T08:05. */
  #addTime(word: string, value: number | undefined): void {
    const before = {yr: '', mo: '-', dy: '-', hr: 'T', min: ':'}[word]
    if (before === undefined || value === undefined) return
    this.#addFact(before + String(value).padStart(2, '0'))
  }

  #addFact(text: string): void {
    const {fact} = this.#state
    this.facts.set(fact, ((this.facts.get(fact) ?? '') + text).slice(0, 10_000))
  }

  /** Bytes wait until all of a character in two or four of them is there. */
  #flush(): void {
    if (this.#bytes.length === 0) return
    const bytes = Buffer.from(this.#bytes)
    this.#bytes = []
    const {destination} = this.#state
    // Facts have no font.
    const font =
      destination === 'fact' ? undefined : this.#fonts.get(this.#state.font ?? this.#defaultFont ?? -1)
    const isLabel = destination === 'label'
    if (font?.charset === SYMBOL_CHARSET) this.#text(isLabel ? symbolLabel(bytes) : symbolText(bytes))
    else this.#text(iconv.decode(bytes, this.#encodingOf(font)))
  }

  #encodingOf(font: Font | undefined): string {
    if (font?.codePage) return known(encodingOfCodePage(font.codePage))
    return encodingOfCharset(font?.charset) ?? this.#encoding
  }

  #text(text: string): void {
    const {destination, deleted, field, label} = this.#state
    if (destination === 'fact') this.#addFact(text)
    else if (destination === 'styles') this.#nameStyle(text)
    else if (destination === 'label' && label) label.text += text
    else if (destination === 'instruction' && field) field.instruction += text
    else if (destination === 'text' && !deleted) this.#visible(text)
  }

  #visible(text: string): void {
    if (text === '') return
    const trick = this.#trick()
    if (trick) this.hidden.add(trick, text)
    if (trick !== 'hidden') this.#paragraphFlow().writeFlush(text)
  }

  #nameStyle(text: string): void {
    const {style} = this.#state.paragraph
    if (style !== undefined) this.#styles.set(style, ((this.#styles.get(style) ?? '') + text).slice(0, 100))
  }

  #trick(): HidingTrick | undefined {
    const {hidden, halfPoints, color, shaded} = this.#state
    if (hidden) return 'hidden'
    if (halfPoints > 0 && halfPoints <= TINY_HALF_POINTS) return 'tiny'
    return this.#whites.has(color) && !shaded ? 'white' : undefined
  }

  #paragraphFlow(): TextFlow {
    const {story, inTable} = this.#state
    return this.#stories[story].open(inTable, (label) => this.#shape(label))
  }

  #shape(label: string | undefined): ParagraphShape {
    const {style, outline, listLevel, before, after} = this.#state.paragraph
    return {
      heading: headingLevel(outline, style === undefined ? undefined : this.#styles.get(style)),
      item: label === undefined ? undefined : {level: listLevel, mark: label},
      before,
      after,
    }
  }
}

/** What words say of the paragraph; lengths are in twips. */
const PARAGRAPH_WORDS: Readonly<Record<string, (value: number) => Partial<RtfParagraph>>> = {
  s: (style) => ({style}),
  outlinelevel: (outline) => ({outline}),
  ilvl: (listLevel) => ({listLevel: Math.max(0, Math.min(listLevel, 8))}),
  sb: (twips) => ({before: twips / 20}),
  sa: (twips) => ({after: twips / 20}),
}

function known(encoding: string): string {
  return iconv.encodingExists(encoding) ? encoding : 'windows-1252'
}

/** Of the pictures in symbol fonts the bullets say something; spaces and digits are themselves. */
function symbolText(bytes: Buffer): string {
  return [...bytes]
    .map((byte) => (byte === 0xb7 || byte === 0xa7 ? '•' : byte < 0x3b ? String.fromCharCode(byte) : ''))
    .join('')
}

/** Whatever a symbol font draws before an item is a bullet. */
function symbolLabel(bytes: Buffer): string {
  return bytes.some((byte) => byte > 0x20) ? '•' : ''
}
