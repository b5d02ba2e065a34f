import type {SectionKind} from '../../../model/section.js'
import {HEADING_WORDS} from './languages.js'

const CONNECTORS =
  /\s*[&/|,+;·・•、／＆]\s*|\s+[-–—]\s+|\s+(?:and|und|et|y|e|en|ed)\s+|[和与與及と]|および|ならびに/iu
const CJK = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]+$/u

interface Lexicon {
  kinds: ReadonlyMap<string, SectionKind>
  languages: ReadonlyMap<string, readonly string[]>
  modifiers: ReadonlySet<string>
  titles: ReadonlySet<string>
}

let lexicon: Lexicon | undefined

/**
 * The sections that a heading opens: several for `Experience & Education`, none where it is not one that CVs use.
 *
 * @param heading without marks, numbers and icons
 * @param lenient whether a part that is not known may stand beside one that is, as in `Leadership & Volunteering`
 */
export function kindsOfHeading(heading: string, {lenient = false} = {}): SectionKind[] {
  const text = heading.normalize('NFKC').replace(/\([^)]*\)?|【|】|（[^）]*）/g, ' ')
  const whole = kindOfPhrase(text)
  if (whole) return [whole]
  const parts = text.split(CONNECTORS).filter((part) => keyOf(part) !== '')
  if (parts.length < 2) return []
  const kinds: SectionKind[] = []
  for (const part of parts) {
    const kind = kindOfPhrase(part)
    if (kind) kinds.push(kind)
    else if (!lenient && !isModifier(part)) return []
  }
  return [...new Set(kinds)]
}

/** The languages, ISO 639-1, in which a heading reads so; empty for one put together of several phrases. */
export function languagesOfHeading(heading: string): readonly string[] {
  return words().languages.get(keyOf(heading)) ?? []
}

/** Whether a line is the title of the whole document, as `Curriculum vitae` is. */
export function isDocumentTitle(line: string): boolean {
  return words().titles.has(keyOf(line))
}

function kindOfPhrase(phrase: string): SectionKind | undefined {
  const {kinds} = words()
  const key = keyOf(phrase)
  const exact = kinds.get(key)
  if (exact) return exact
  return CJK.test(key) ? kindWithinIdeographs(key) : kindWithinWords(phrase)
}

/** The known words that are left when what only qualifies is taken away on either side. */
function kindWithinWords(phrase: string): SectionKind | undefined {
  const list = phrase.split(/[\s-]+/).filter((word) => keyOf(word) !== '')
  for (let length = list.length - 1; length > 0; length -= 1) {
    for (let start = 0; start + length <= list.length; start += 1) {
      const kind = words().kinds.get(keyOf(list.slice(start, start + length).join('')))
      const rest = [...list.slice(0, start), ...list.slice(start + length)]
      if (kind && rest.every(isModifier)) return kind
    }
  }
  return undefined
}

function kindWithinIdeographs(key: string): SectionKind | undefined {
  for (const modifier of words().modifiers) {
    if (!CJK.test(modifier)) continue
    const kind =
      (key.startsWith(modifier) && words().kinds.get(key.slice(modifier.length))) ||
      (key.endsWith(modifier) && words().kinds.get(key.slice(0, -modifier.length)))
    if (kind) return kind
  }
  return undefined
}

function isModifier(word: string): boolean {
  const key = keyOf(word)
  if (words().modifiers.has(key)) return true
  return word
    .trim()
    .split(/[\s-]+/)
    .every((one) => words().modifiers.has(keyOf(one)))
}

/** Letters only, folded: `E X P É R I E N C E S :` and `expériences` are the same. */
function keyOf(phrase: string): string {
  return phrase
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/ß/g, 'ss')
    .replace(/œ/g, 'oe')
    .replace(/ı/g, 'i')
    .replace(/[^\p{L}ー]/gu, '')
}

function words(): Lexicon {
  lexicon ??= buildLexicon()
  return lexicon
}

function buildLexicon(): Lexicon {
  const kinds = new Map<string, SectionKind>()
  const languages = new Map<string, string[]>()
  const modifiers = new Set<string>()
  const titles = new Set<string>()
  for (const [language, {headings, modifiers: qualifying = '', titles: over = ''}] of Object.entries(
    HEADING_WORDS,
  )) {
    for (const [kind, list] of Object.entries(headings)) {
      for (const key of keysOf(list)) {
        if (!kinds.has(key)) kinds.set(key, kind as SectionKind)
        languages.set(key, [...new Set([...(languages.get(key) ?? []), language])])
      }
    }
    for (const key of keysOf(qualifying)) modifiers.add(key)
    for (const key of keysOf(over)) titles.add(key)
  }
  return {kinds, languages, modifiers, titles}
}

/** Umlauts are also written as two letters where the keyboard has none. */
function keysOf(list: string): string[] {
  return list.split(',').flatMap((phrase) => {
    const key = keyOf(phrase)
    const spelled = keyOf(phrase.replace(/[äöü]/gi, (letter) => `${letter.normalize('NFD')[0]}e`))
    return key === '' ? [] : [...new Set([key, spelled])]
  })
}
