import type {DefaultTreeAdapterTypes} from 'parse5'
import type {HidingTrick} from './hidden-text.js'

/** In pixels, points or ems: no page is that wide. */
const OUT_OF_SIGHT = -999

/**
 * How an element's own attributes keep its text from a reader, if they do. Style sheets are not followed: a CV that
 * lies does it inline, since it has to survive copy and paste.
 */
export function hidingOf({attrs}: DefaultTreeAdapterTypes.Element): HidingTrick | undefined {
  if (attrs.some(({name}) => name === 'hidden')) return 'hidden'
  const style = declarations(attrs.find(({name}) => name === 'style')?.value ?? '')
  if (style.get('display') === 'none' || style.get('visibility') === 'hidden') return 'hidden'
  if (Number.parseFloat(style.get('opacity') ?? '1') === 0) return 'hidden'
  if (isTiny(style.get('font-size'))) return 'tiny'
  if (isOffPage(style)) return 'off the page'
  const color = style.get('color') ?? attrs.find(({name}) => name === 'color')?.value
  return isWhite(color) && isWhite(style.get('background-color') ?? style.get('background') ?? 'white')
    ? 'white'
    : undefined
}

function declarations(style: string): Map<string, string> {
  const found = new Map<string, string>()
  for (const declaration of style.split(';')) {
    const colon = declaration.indexOf(':')
    if (colon === -1) continue
    const value = declaration.slice(colon + 1).replace(/!important/i, '')
    found.set(declaration.slice(0, colon).trim().toLowerCase(), value.trim().toLowerCase())
  }
  return found
}

function isTiny(size: string | undefined): boolean {
  const [, number = '', unit = ''] = /^(\d*\.?\d+)(px|pt|em|rem|%)?$/.exec(size ?? '') ?? []
  if (number === '') return false
  const most = {px: 2, pt: 2, '': 0, em: 0.15, rem: 0.15, '%': 15}[unit] ?? 0
  return Number(number) <= most
}

/** Moved or indented out of sight, as pages do with what only programs should read. */
function isOffPage(style: ReadonlyMap<string, string>): boolean {
  const isMoved = /^(absolute|fixed)$/.test(style.get('position') ?? '')
  const offsets = [style.get('text-indent'), ...(isMoved ? [style.get('left'), style.get('top')] : [])]
  return offsets.some((offset) => Number.parseFloat(offset ?? '') <= OUT_OF_SIGHT)
}

function isWhite(color: string | undefined): boolean {
  return /^(white|#fff|#ffffff|rgba?\(255, ?255, ?255(, ?1)?\))$/i.test(color?.trim() ?? '')
}
