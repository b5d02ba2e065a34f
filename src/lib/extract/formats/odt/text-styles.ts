import type {HidingTrick} from '../hidden-text.js'
import {descend, findAll, type XmlElement} from '../xml.js'

const MAX_BASES = 20
const TINY_POINTS = 2

interface TextLook {
  base: string | undefined
  hidden?: boolean
  white?: boolean
  tiny?: boolean
  shaded?: boolean
  /** The level of headings in this style, 1 for the highest. */
  outline?: number
  listStyle?: string
  /** White space above and below, in points. */
  before?: number
  after?: number
}

/** Which styles keep text from a reader. */
export class TextStyles {
  readonly #looks = new Map<string, TextLook>()

  constructor(roots: readonly XmlElement[]) {
    for (const root of roots) {
      for (const style of findAll(root, 'style:style')) {
        this.#looks.set(style.attributes['style:name'] ?? '', lookOf(style))
      }
    }
  }

  /** The trick of a text under these styles, outermost first; white on a coloured ground is only design. */
  hidingOf(styles: readonly string[]): HidingTrick | undefined {
    const look: Partial<TextLook> = Object.assign({}, ...styles.map((name) => this.#resolve(name)))
    if (look.hidden) return 'hidden'
    if (look.tiny) return 'tiny'
    return look.white && !look.shaded ? 'white' : undefined
  }

  /** What a paragraph style says of headings, lists and white space. */
  paragraph(name: string): Pick<TextLook, 'outline' | 'listStyle' | 'before' | 'after'> {
    return this.#resolve(name)
  }

  #resolve(name: string): Partial<TextLook> {
    const chain: TextLook[] = []
    let look = this.#looks.get(name)
    while (look && chain.length < MAX_BASES) {
      chain.unshift(look)
      look = look.base === undefined ? undefined : this.#looks.get(look.base)
    }
    return Object.assign({}, ...chain)
  }
}

function lookOf(style: XmlElement): TextLook {
  const text = descend(style, 'style:text-properties')?.attributes ?? {}
  const grounds = ['text', 'paragraph', 'table-cell', 'graphic'].map(
    (kind) => descend(style, `style:${kind}-properties`)?.attributes ?? {},
  )
  const color = text['fo:color']
  const size = text['fo:font-size']
  const {'fo:margin-top': above, 'fo:margin-bottom': below} =
    descend(style, 'style:paragraph-properties')?.attributes ?? {}
  const outline = style.attributes['style:default-outline-level']
  const listStyle = style.attributes['style:list-style-name']
  const points = /^([\d.]+)pt$/.exec(size ?? '')?.[1]
  return {
    base: style.attributes['style:parent-style-name'],
    ...(text['text:display'] !== undefined && {hidden: text['text:display'] === 'none'}),
    ...(color !== undefined && {white: /^#ffffff$/i.test(color)}),
    ...(points !== undefined && {tiny: Number(points) <= TINY_POINTS}),
    ...(grounds.some(isColoured) && {shaded: true}),
    ...(outline && {outline: Number(outline)}),
    ...(style.attributes['style:name'] === 'Title' && {outline: 1}),
    ...(listStyle !== undefined && {listStyle}),
    ...(above !== undefined && {before: inPoints(above)}),
    ...(below !== undefined && {after: inPoints(below)}),
  }
}

const POINTS: Readonly<Record<string, number>> = {pt: 1, in: 72, cm: 28.35, mm: 2.835, pc: 12, px: 0.75}

function inPoints(length: string): number {
  const [, number = '0', unit = 'pt'] = /^(-?[\d.]+)([a-z]+)$/.exec(length) ?? []
  return Number(number) * (POINTS[unit] ?? 0)
}

function isColoured(properties: Record<string, string>): boolean {
  const ground = properties['fo:background-color'] ?? properties['draw:fill-color']
  return ground !== undefined && !/^(transparent|#ffffff)$/i.test(ground)
}
