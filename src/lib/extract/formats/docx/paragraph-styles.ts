import {childElements, descend, type XmlElement} from '../xml.js'
import {isOn} from './names.js'

const MAX_BASES = 20
const TWIPS_PER_POINT = 20
/** What browsers leave, and Word where spacing is automatic. */
const AUTOMATIC_POINTS = 14
/** Outline levels go from 0 to 8; 9 is body text. */
const BODY_LEVEL = 9

/** What styles and direct properties say of a paragraph, as far as its text shows it. */
export interface ParagraphLook {
  /** 1 for the highest. */
  heading?: number | undefined
  /** White space above and below, in points. */
  before?: number
  after?: number
  /** No white space between paragraphs of one style. */
  contextual?: boolean
}

/** Resolves paragraph properties: the document's defaults, the style and those it is based on, then direct ones. */
export class ParagraphStyles {
  readonly #styles: ReadonlyMap<string, XmlElement>
  readonly #looks = new Map<string, ParagraphLook>()
  readonly #defaults: ParagraphLook
  readonly #defaultStyle: string

  constructor(styles: XmlElement | undefined) {
    const elements = styles ? childElements(styles, 'w:style') : []
    this.#styles = new Map(elements.map((style) => [style.attributes['w:styleId'] ?? '', style]))
    this.#defaults = lookOf(descend(styles, 'w:docDefaults', 'w:pPrDefault', 'w:pPr'))
    const normal = elements.find(
      ({attributes}) =>
        attributes['w:type'] === 'paragraph' && /^(1|true|on)$/.test(attributes['w:default'] ?? ''),
    )
    this.#defaultStyle = normal?.attributes['w:styleId'] ?? ''
  }

  /** The name of the style, which is the default one where the properties name none. */
  styleOf(properties: XmlElement | undefined): string {
    return descend(properties, 'w:pStyle')?.attributes['w:val'] ?? this.#defaultStyle
  }

  look(properties: XmlElement | undefined): ParagraphLook {
    return {...this.#resolve(this.styleOf(properties)), ...lookOf(properties)}
  }

  #resolve(id: string, bases = 0): ParagraphLook {
    const known = this.#looks.get(id)
    if (known) return known
    const style = this.#styles.get(id)
    if (!style || bases > MAX_BASES) return this.#defaults
    const base = descend(style, 'w:basedOn')?.attributes['w:val'] ?? ''
    const look = {
      ...this.#resolve(base, bases + 1),
      ...headingByName(descend(style, 'w:name')?.attributes['w:val'] ?? ''),
      ...lookOf(descend(style, 'w:pPr')),
    }
    this.#looks.set(id, look)
    return look
  }
}

/** Word's own styles have English names in the file, whatever the user sees. */
function headingByName(name: string): ParagraphLook {
  if (/^title$/i.test(name)) return {heading: 1}
  const level = /^heading ([1-9])$/i.exec(name)?.[1]
  return level === undefined ? {} : {heading: Number(level)}
}

function lookOf(properties: XmlElement | undefined): ParagraphLook {
  const look: ParagraphLook = {}
  for (const property of properties ? childElements(properties) : []) {
    if (property.name === 'w:spacing') Object.assign(look, spacingOf(property))
    if (property.name === 'w:contextualSpacing') look.contextual = isOn(property)
    if (property.name === 'w:outlineLvl') {
      const level = Number(property.attributes['w:val'])
      look.heading = level < BODY_LEVEL ? level + 1 : undefined
    }
  }
  return look
}

function spacingOf({attributes}: XmlElement): ParagraphLook {
  const points = (side: string): number | undefined => {
    if (/^(1|true|on)$/.test(attributes[`w:${side}Autospacing`] ?? '')) return AUTOMATIC_POINTS
    const twips = attributes[`w:${side}`]
    return twips === undefined ? undefined : Number(twips) / TWIPS_PER_POINT
  }
  const [before, after] = [points('before'), points('after')]
  return {...(before !== undefined && {before}), ...(after !== undefined && {after})}
}
