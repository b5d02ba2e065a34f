import type {DefaultTreeAdapterTypes} from 'parse5'

type Element = DefaultTreeAdapterTypes.Element
type Parent = DefaultTreeAdapterTypes.ParentNode

/** Selectors of one tag, class, id or tag with a class; others are not followed. */
const SIMPLE_SELECTOR = /^([a-z][\w-]*)?([.#][\w-]+)?$/i
/** Beyond, a page is an attack or a catalogue; its styles are not needed to read it. */
const MAX_STYLE_LENGTH = 2_000_000

interface Look {
  display?: string
  visibility?: string
}

/** What a page's own style sheets say of visibility and layout, as far as simple selectors do. */
export class StyleSheet {
  readonly #looks = new Map<string, Look>()

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

  /** Later rules and more special selectors win. */
  #look({tagName, attrs}: Element): Look {
    if (this.#looks.size === 0) return {}
    const classes = (attrs.find(({name}) => name === 'class')?.value ?? '').split(/\s+/).filter(Boolean)
    const id = attrs.find(({name}) => name === 'id')?.value
    const selectors = [
      tagName,
      ...classes.map((name) => `.${name}`),
      ...classes.map((name) => `${tagName}.${name}`),
      ...(id ? [`#${id}`, `${tagName}#${id}`] : []),
    ]
    return Object.assign({}, ...selectors.map((selector) => this.#looks.get(selector)))
  }

  #add(css: string): void {
    for (const [, selectors = '', declarations = ''] of topLevel(css).matchAll(/([^{}]+)\{([^{}]*)\}/g)) {
      const look = lookOf(declarations)
      if (Object.keys(look).length === 0) continue
      for (const selector of selectors.split(',').map((one) => one.trim())) {
        if (!SIMPLE_SELECTOR.test(selector)) continue
        this.#looks.set(selector, {...this.#looks.get(selector), ...look})
      }
    }
  }
}

/** Without comments, and without what holds only for some media. */
function topLevel(css: string): string {
  let text = ''
  let depth = 0
  let skipped = 0
  for (const piece of css.replace(/\/\*[\s\S]*?\*\//g, '').split(/(?<=[{};])/)) {
    const opens = piece.endsWith('{')
    if (opens && depth === skipped && /^\s*@/.test(piece)) skipped++
    if (skipped === 0) text += piece
    if (opens) depth++
    else if (piece.endsWith('}')) depth = Math.max(0, depth - 1)
    if (depth < skipped) skipped = depth
  }
  return text
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
