import type {HidingTrick} from '../hidden-text.js'
import {childElements, descend, findAll, type XmlElement} from '../xml.js'
import {isOn} from './names.js'

/** Half points; two points are a speck on paper. */
const TINY_HALF_POINTS = 4
const MAX_BASES = 20

interface RunLook {
  vanish?: boolean
  white?: boolean
  tiny?: boolean
}

/** What the style sheet says of text that a reader would not see. */
export class RunStyles {
  readonly #looks = new Map<string, RunLook>()
  readonly #shaded = new Set<string>()

  constructor(styles?: XmlElement) {
    const byId = new Map(
      (styles ? childElements(styles, 'w:style') : []).map((style) => [
        style.attributes['w:styleId'] ?? '',
        style,
      ]),
    )
    for (const [id, style] of byId) {
      const chain = lineage(style, byId)
      this.#looks.set(id, Object.assign({}, ...chain.map((base) => lookOf(descend(base, 'w:rPr')))))
      if (chain.some((base) => [...findAll(base, 'w:shd')].some(isColoured))) this.#shaded.add(id)
    }
  }

  /** How a run's text is kept from a reader, if it is. White text on a coloured ground is only design. */
  hidingOf(
    properties: XmlElement | undefined,
    paragraphStyle: string | undefined,
    shaded: boolean,
  ): HidingTrick | undefined {
    const style = descend(properties, 'w:rStyle')?.attributes['w:val']
    const look = {...this.#look(paragraphStyle), ...this.#look(style), ...lookOf(properties)}
    if (look.vanish) return 'hidden'
    if (look.tiny) return 'tiny'
    return look.white && !shaded && !isShaded(properties) ? 'white' : undefined
  }

  /** Whether the style with this id lays a colour under its text. */
  isShadedStyle(id: string | undefined): boolean {
    return id !== undefined && this.#shaded.has(id)
  }

  #look(id: string | undefined): RunLook {
    return (id !== undefined && this.#looks.get(id)) || {}
  }
}

/** Whether properties of a run, paragraph, cell or table lay a colour under the text. */
export function isShaded(properties: XmlElement | undefined): boolean {
  if (!properties) return false
  return childElements(properties).some(
    (property) => property.name === 'w:highlight' || (property.name === 'w:shd' && isColoured(property)),
  )
}

function isColoured({attributes}: XmlElement): boolean {
  const fill = attributes['w:fill'] ?? 'auto'
  const pattern = attributes['w:val'] ?? 'clear'
  return (
    !/^(auto|ffffff)$/i.test(fill) ||
    attributes['w:themeFill'] !== undefined ||
    !/^(clear|nil)$/.test(pattern)
  )
}

/** A style after the ones that it is based on. */
function lineage(style: XmlElement, byId: ReadonlyMap<string, XmlElement>): XmlElement[] {
  const chain = [style]
  for (let at: XmlElement | undefined = style; at && chain.length < MAX_BASES; ) {
    at = byId.get(descend(at, 'w:basedOn')?.attributes['w:val'] ?? '')
    if (at) chain.unshift(at)
  }
  return chain
}

function lookOf(properties: XmlElement | undefined): RunLook {
  const look: RunLook = {}
  for (const property of properties ? childElements(properties) : []) {
    const value = property.attributes['w:val'] ?? ''
    if (property.name === 'w:vanish') look.vanish = isOn(property)
    if (property.name === 'w:color') look.white = /^ffffff$/i.test(value)
    if (property.name === 'w:sz') look.tiny = Number(value) > 0 && Number(value) <= TINY_HALF_POINTS
  }
  return look
}
