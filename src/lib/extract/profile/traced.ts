import type {Evidence, Profile, Resume} from '../../model/profile.js'

/** A value and where it was found. */
export interface Found extends Evidence {
  value: string
}

/** The shape of `T` with each string traced to its place in the text. */
export type Traced<T> = T extends string ? Found : {[K in keyof T]: Traced<T[K]>}

/** The same value, less (or more) certain: `factor` times its confidence. */
export function weigh(found: Found, factor: number): Found {
  return {...found, confidence: found.confidence * factor}
}

/** Parts the values from their places: a JSON Resume, and its evidence by JSON pointer (RFC 6901). */
export function settle(traced: Traced<Resume>): Profile {
  const found: Record<string, Evidence> = {}
  const resume = (plain(traced, '', found) ?? {}) as Resume
  return {resume, found}
}

function plain(node: unknown, pointer: string, found: Record<string, Evidence>): unknown {
  if (node === undefined || node === null) return undefined
  if (isFound(node)) {
    found[pointer] = {page: node.page, line: node.line, confidence: round(node.confidence)}
    return node.value
  }
  if (Array.isArray(node)) {
    const items = node.map((item, index) => plain(item, `${pointer}/${index}`, found))
    return items.length === 0 ? undefined : items
  }
  const entries = Object.entries(node)
    .map(([key, child]) => [key, plain(child, `${pointer}/${key}`, found)] as const)
    .filter(([, value]) => value !== undefined)
  return entries.length === 0 ? undefined : Object.fromEntries(entries)
}

function isFound(node: unknown): node is Found {
  return typeof node === 'object' && node !== null && 'value' in node && 'confidence' in node
}

function round(confidence: number): number {
  return Math.round(Math.min(1, Math.max(0, confidence)) * 100) / 100
}
