import type {Document} from '../document.js'
import {sectionLines} from './document-terms.js'
import type {TextField} from './query.js'

/** Where in a profile the values of a field are: JSON pointers. */
const POINTERS: Partial<Record<TextField, RegExp>> = {
  name: /^\/basics\/name$/,
  headline: /^\/basics\/label$/,
  skills: /^\/skills\//,
  titles: /^\/work\/\d+\/position$/,
  employers: /^\/work\/\d+\/name$/,
}

/**
 * The lines of the text that a field was read from, from 1.
 *
 * @returns undefined where that is not known, or where it is the whole text
 */
export function fieldLines(
  {text, sections, profile}: Pick<Document, 'text' | 'sections' | 'profile'>,
  field: TextField,
): ReadonlySet<number> | undefined {
  const pointer = POINTERS[field]
  if (pointer === undefined) return undefined
  const lines = Object.entries(profile?.found ?? {})
    .filter(([place]) => pointer.test(place))
    .map(([, {line}]) => line)
  if (lines.length === 0 && field === 'skills') lines.push(...sectionLines(text, sections, 'skills'))
  return lines.length === 0 ? undefined : new Set(lines)
}
