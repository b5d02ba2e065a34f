import type {DefaultTreeAdapterTypes} from 'parse5'
import {keyOf, keysOf, parseSelector, type Selector, selects} from './css-selector.js'

type Element = DefaultTreeAdapterTypes.Element
type Parent = DefaultTreeAdapterTypes.ParentNode

/** Beyond, a page is an attack or a catalogue; its styles are not needed to read it. */
const MAX_STYLE_LENGTH = 2_000_000

interface Look {
  display?: string
  visibility?: string
}

interface Rule {
  selector: Selector
  look: Look
  place: number
}

/** What a page's own style sheets say of visibility and layout, as far as tags, classes and ids do. */
export class StyleSheet {
  /** By a key that each element that they are for has. */
  readonly #rules = new Map<string, Rule[]>()
  readonly #looks = new WeakMap<Element, Look>()
  #count = 0

  static of(document: Parent): StyleSheet {
    const sheet = new StyleSheet()
    for (const style of stylesIn(document)) {
      if (style.length <= MAX_STYLE_LENGTH) sheet.#add(style)
    }
    return sheet
  }

  hides(element: Element): boolean {
    const {display, visibility} = this.#look(element)
    return display === 'none' || visibility === 'hidden'
  }

  /** Whether the element stands on lines of its own. */
  isBlock(element: Element): boolean {
    return /^(block|flex|grid|list-item|table|flow-root)$/.test(this.#look(element).display ?? '')
  }

  /** Whether the element's children stand apart whatever is between them. */
  laysOut(element: Element): boolean {
    return /^(inline-)?(flex|grid)$/.test(this.#look(element).display ?? '')
  }

  /** Of rules that say different things the one with more weight wins, of equal ones the later. */
  #look(element: Element): Look {
    const known = this.#looks.get(element)
    if (known || this.#rules.size === 0) return known ?? {}
    const rules = keysOf(element)
      .flatMap((key) => this.#rules.get(key) ?? [])
      .filter(({selector}) => selects(selector, element))
      .sort((one, other) => one.selector.weight - other.selector.weight || one.place - other.place)
    const look: Look = Object.assign({}, ...rules.map((rule) => rule.look))
    this.#looks.set(element, look)
    return look
  }

  #add(css: string): void {
    for (const rule of topLevel(css).split('}').slice(0, -1)) {
      const [selectors, declarations] = rule.split('{').slice(-2)
      if (!selectors || declarations === undefined) continue
      const look = lookOf(declarations)
      if (Object.keys(look).length === 0) continue
      for (const text of selectors.split(',')) {
        const selector = parseSelector(text)
        if (selector) this.#addRule({selector, look, place: this.#count++})
      }
    }
  }

  #addRule(rule: Rule): void {
    const key = keyOf(rule.selector)
    const rules = this.#rules.get(key)
    if (rules) rules.push(rule)
    else this.#rules.set(key, [rule])
  }
}

/** Without comments, and without what holds only for some media. */
function topLevel(css: string): string {
  let text = ''
  let depth = 0
  let skipped = 0
  for (const piece of withoutComments(css).split(/(?<=[{};])/)) {
    const opens = piece.endsWith('{')
    if (opens && depth === skipped && /^\s*@/.test(piece)) skipped++
    if (skipped === 0) text += piece
    if (opens) depth++
    else if (piece.endsWith('}')) depth = Math.max(0, depth - 1)
    if (depth < skipped) skipped = depth
  }
  return text
}

function withoutComments(css: string): string {
  let text = ''
  for (let at = 0; ; ) {
    const begin = css.indexOf('/*', at)
    const end = begin < 0 ? -1 : css.indexOf('*/', begin + 2)
    if (end < 0) return text + css.slice(at)
    text += css.slice(at, begin)
    at = end + 2
  }
}

function lookOf(declarations: string): Look {
  const value = (property: string): string | undefined =>
    new RegExp(`(?:^|;)\\s*${property}\\s*:\\s*([\\w-]+)`, 'i').exec(declarations)?.[1]?.toLowerCase()
  const [display, visibility] = [value('display'), value('visibility')]
  return {...(display && {display}), ...(visibility && {visibility})}
}

function stylesIn(document: Parent): string[] {
  const styles: string[] = []
  const stack: DefaultTreeAdapterTypes.Node[] = [document]
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (node.nodeName === 'style' && 'childNodes' in node) {
      styles.push(node.childNodes.map((child) => ('value' in child ? child.value : '')).join(''))
    } else if ('childNodes' in node) stack.push(...node.childNodes.toReversed())
  }
  return styles
}
