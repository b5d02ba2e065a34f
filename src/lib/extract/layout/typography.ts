import {kindsOfHeading} from '../structure/headings/lexicon.js'
import {isSectionTitle} from './heading.js'
import type {Fragment, Line} from './piece.js'

/** 0 for text, 1 for the name or title of the document, 2 for the heading of a section. */
export type Level = 0 | 1 | 2

/** A title is set so much larger than the text. */
const TITLE = 1.4
const MOST_TITLE_LINES = 3
const LONGEST_TITLE = 60
const LARGER = 1.1
/** A rounding of sizes is less. Enough where other headings are set in the same size. */
const HARDLY_LARGER = 1.05
/** Where no heading has words that are known, size has to tell alone. */
const MUCH_LARGER = 1.2
const LONGEST = 50
/** Words as a heading has them: no sentence, no date, no address. */
const HEADING = /^(?=.*\p{L}{2})[\p{L}\p{N}][^@;]*[^.,;\s]$/u
/** Initials are no name. */
const NAME = /\p{L}{3}|[\p{Script=Han}\p{Script=Hangul}]{2}/u
const DATE = /\b(19|20)\d\d\b/

/**
 * What the sizes and weights of a document's lines say. Sections whose words are known teach how the document sets
 * its headings; others that are set alike are headings too, also on later pages.
 */
export class Typography {
  readonly #headings = new Set<string>()
  #isBegun = false

  /** The levels of a page's lines, told by the first part of each; pages are to be given in their order. */
  levels(lines: readonly Line[]): Level[] {
    const body = bodyOf(lines)
    const heads = lines.map(({parts}) => parts[0] as Fragment)
    const title = this.#isBegun ? [] : titleOf(heads, body.size)
    this.#isBegun ||= lines.length > 0
    this.#learn(heads, body)
    const rows = lines.filter(
      ({parts}, at) => parts.length > 1 && isSectionTitle((heads[at] as Fragment).text),
    )
    return lines.map((line, at) => {
      const head = heads[at] as Fragment
      if (title.includes(head)) return 1
      return head.angle === 0 && this.#isHeading(line, head, body, rows.length > 1) ? 2 : 0
    })
  }

  #learn(heads: readonly Fragment[], body: Body) {
    for (const head of heads)
      if (isSectionTitle(head.text) && isDistinct(head, body)) this.#headings.add(styleOf(head))
    if (this.#headings.size > 0) return
    for (const head of heads)
      if (standsOut(head, body) && opensSection(head)) this.#headings.add(styleOf(head))
    if (this.#headings.size > 0) return
    const large = heads
      .filter(({text, size}) => size >= MUCH_LARGER * body.size && isWorded(text))
      .map(styleOf)
    for (const style of large)
      if (large.filter((other) => other === style).length > 1) this.#headings.add(style)
  }

  #isHeading({parts}: Line, head: Fragment, body: Body, isLabelled: boolean): boolean {
    const isAlone = parts.length === 1
    if (isSectionTitle(head.text)) {
      const isIntroduction = /[:：]\s*$/u.test(head.text)
      // "Achievements:" opens a list, where the headings of sections are set in another way.
      if (isIntroduction && this.#headings.size > 0) return isDistinct(head, body)
      return isAlone || isDistinct(head, body) || (isLabelled && !isIntroduction)
    }
    if (!isWorded(head.text) || !this.#headings.has(styleOf(head))) return false
    if (isAlone && isDistinct(head, body) && opensSection(head)) return true
    const isSetAlike = head.size >= HARDLY_LARGER * body.size || isUpperCase(head.text)
    return head.size >= LARGER * body.size || (isAlone && isSetAlike)
  }
}

interface Body {
  size: number
  isBold: boolean
}

/** How most of a page's characters are set. */
function bodyOf(lines: readonly Line[]): Body {
  const counts = new Map<string, {body: Body; characters: number}>()
  for (const {size, isBold, text} of lines.flatMap(({parts}) => parts)) {
    const body = {size: Math.round(2 * size) / 2, isBold}
    const key = `${body.size} ${isBold}`
    counts.set(key, {body, characters: (counts.get(key)?.characters ?? 0) + text.length})
  }
  const [most] = [...counts.values()].sort((a, b) => b.characters - a.characters)
  return most?.body ?? {size: 0, isBold: false}
}

/** The lines in the largest letters, where they are few, follow each other and are much larger than the text. */
function titleOf(heads: readonly Fragment[], bodySize: number): Fragment[] {
  const worded = heads.filter(({text, angle}) => angle === 0 && NAME.test(text))
  const largest = Math.max(0, ...worded.map(({size}) => size))
  const title = worded.filter(({size}) => size >= 0.98 * largest)
  if (largest < TITLE * bodySize || title.length > MOST_TITLE_LINES) return []
  const [first, last] = [heads.indexOf(title[0] as Fragment), heads.indexOf(title.at(-1) as Fragment)]
  const isTogether = last - first === title.length - 1
  const isTitle = title.every(({text}) => !isSectionTitle(text) && text.length <= LONGEST_TITLE)
  return isTogether && isTitle ? title : []
}

/** Whether CVs of any language that is known here have these words over a section. */
function opensSection({text}: Fragment): boolean {
  return isWorded(text) && kindsOfHeading(text).length > 0
}

function standsOut(head: Fragment, body: Body): boolean {
  return isDistinct(head, body) || head.size >= HARDLY_LARGER * body.size
}

function isDistinct(head: Fragment, body: Body): boolean {
  return head.size >= LARGER * body.size || (head.isBold && !body.isBold) || isUpperCase(head.text)
}

function isWorded(text: string): boolean {
  return text.length <= LONGEST && HEADING.test(text.trim()) && !DATE.test(text)
}

function isUpperCase(text: string): boolean {
  return /\p{Lu}{3}/u.test(text) && text === text.toUpperCase()
}

function styleOf({size, isBold, text}: Fragment): string {
  return `${Math.round(2 * size) / 2} ${isBold} ${isUpperCase(text)}`
}
