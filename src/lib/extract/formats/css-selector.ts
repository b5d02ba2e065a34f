import type {DefaultTreeAdapterTypes} from 'parse5'

type Element = DefaultTreeAdapterTypes.Element

/** What one element must be: `li`, `.item.open`, `ul#menu`. */
interface Compound {
  tag?: string
  id?: string
  classes: string[]
}

interface Step extends Compound {
  /** Whether the element to the right must be its child, and not only somewhere below. */
  isParent: boolean
}

/** A selector of tags, classes and ids, with blanks and `>` between them. */
export interface Selector {
  subject: Compound
  /** From the subject upwards. */
  above: Step[]
  /** Of two that match, the one with more wins. */
  weight: number
}

const COMPOUND = /^([a-z][\w-]*)?((?:[.#][\w-]+)*)$/i
/** A page's own sheet nests some four deep. */
const MOST_STEPS = 8
const LONGEST = 500

/** @returns undefined for what tags, classes and ids do not say: states, attributes, siblings */
export function parseSelector(text: string): Selector | undefined {
  if (text.length > LONGEST) return undefined
  const parts = text
    .trim()
    .replace(/\s*>\s*/g, ' >')
    .split(/\s+/)
  const compounds = parts.map((part) => parseCompound(part.replace(/^>/, '')))
  if (compounds.length > MOST_STEPS || compounds.includes(undefined)) return undefined
  const known = compounds as Compound[]
  const above = known
    .slice(0, -1)
    .map((compound, index) => ({...compound, isParent: parts[index + 1]?.startsWith('>') ?? false}))
  return {subject: known.at(-1) as Compound, above: above.toReversed(), weight: weightOf(known)}
}

function parseCompound(text: string): Compound | undefined {
  const [, tag, rest = ''] = (text !== '' && COMPOUND.exec(text)) || []
  if (tag === undefined && rest === '') return undefined
  const names = rest.match(/[.#][\w-]+/g) ?? []
  const id = names.find((name) => name.startsWith('#'))?.slice(1)
  const classes = names.filter((name) => name.startsWith('.')).map((name) => name.slice(1))
  return {classes, ...(tag !== undefined && {tag: tag.toLowerCase()}), ...(id !== undefined && {id})}
}

function weightOf(compounds: readonly Compound[]): number {
  return compounds.reduce(
    (sum, {tag, id, classes}) => sum + (id ? 10_000 : 0) + 100 * classes.length + (tag ? 1 : 0),
    0,
  )
}

/** Of several elements above that a step fits, the nearest is taken, so that the work stays linear in the depth. */
export function selects({subject, above}: Selector, element: Element): boolean {
  if (!fits(subject, element)) return false
  let at: Element | undefined = element
  for (const step of above) {
    at = parentOf(at)
    while (at && !step.isParent && !fits(step, at)) at = parentOf(at)
    if (!at || !fits(step, at)) return false
  }
  return true
}

function fits({tag, id, classes}: Compound, element: Element): boolean {
  if (tag !== undefined && tag !== element.tagName) return false
  if (id !== undefined && id !== attributeOf(element, 'id')) return false
  return classes.length === 0 || classes.every((name) => classesOf(element).includes(name))
}

/** What to look rules up by: an element's id, classes and tag as a selector writes them. */
export function keysOf(element: Element): string[] {
  const id = attributeOf(element, 'id')
  const classes = [...new Set(classesOf(element))]
  return [element.tagName, ...classes.map((name) => `.${name}`), ...(id ? [`#${id}`] : [])]
}

/** The one key that each element that a selector is for has. */
export function keyOf({subject: {tag, id, classes}}: Selector): string {
  return id === undefined ? (classes[0] === undefined ? (tag ?? '') : `.${classes[0]}`) : `#${id}`
}

function classesOf(element: Element): string[] {
  return (attributeOf(element, 'class') ?? '').split(/\s+/).filter(Boolean)
}

function attributeOf({attrs}: Element, name: string): string | undefined {
  return attrs.find((attribute) => attribute.name === name)?.value
}

function parentOf({parentNode}: Element): Element | undefined {
  return parentNode && 'tagName' in parentNode ? parentNode : undefined
}
