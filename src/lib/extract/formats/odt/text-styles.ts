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
  const points = /^([\d.]+)pt$/.exec(size ?? '')?.[1]
  return {
    base: style.attributes['style:parent-style-name'],
    ...(text['text:display'] !== undefined && {hidden: text['text:display'] === 'none'}),
    ...(color !== undefined && {white: /^#ffffff$/i.test(color)}),
    ...(points !== undefined && {tiny: Number(points) <= TINY_POINTS}),
    ...(grounds.some(isColoured) && {shaded: true}),
  }
}

function isColoured(properties: Record<string, string>): boolean {
  const ground = properties['fo:background-color'] ?? properties['draw:fill-color']
  return ground !== undefined && !/^(transparent|#ffffff)$/i.test(ground)
}
