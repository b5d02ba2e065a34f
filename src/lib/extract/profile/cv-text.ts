import type {Section, SectionKind, TextPlace} from '../../model/section.js'
import type {Found} from './traced.js'

/** What the profile is read from. */
export interface ProfileSource {
  /** Light Markdown, the whole document. */
  text: string
  /** The line, from 1, on which each page begins; `[1]` where there are no pages. */
  pageStarts: readonly number[]
  /** In the order of the text. */
  sections: readonly Section[]
  /** ISO 639-1. */
  language: string | null
  /** What the file says of itself. */
  metadata: Readonly<Record<string, string>>
}

/** One line of the CV, without Markdown's marks. */
export interface CvLine extends TextPlace {
  text: string
  kind: 'text' | 'heading' | 'item' | 'blank'
  /** Spaces before an item's mark, or a heading's level. */
  depth: number
}

export interface CvText {
  lines: readonly CvLine[]
  /** What stands before the first section. */
  preamble: readonly CvLine[]
  /** The lines of all sections of a kind, one run of lines for each section, heading left out. */
  parts(kind: SectionKind): readonly (readonly CvLine[])[]
  language: string | null
  metadata: Readonly<Record<string, string>>
}

/** Marks of list items: Markdown's own, those that are printed, and what they become in TeX's fonts. */
const ITEM = /^(\s*)(?:[-*+•◦▪▫■□●○‣⁃∙·–—✓✔➢➤►▶❖◆◇]|\{|␣)[ \t\u00A0]+(?=\S)|^(\s*)[・•●◦▪‣]\s*(?=\S)/u
/** Marks that Japanese and Chinese CVs set before names and headings without a blank. */
const ORNAMENT = /^\s*[■□◆◇▼▽▲△◎★☆]+\s*(?=\p{L})/u
/** Characters of a line that are looked at: a whole file on one line must not cost minutes. */
const MAX_LINE = 4000
/** Lines that are looked at: a hundred CVs. */
const MAX_LINES = 20_000
const HEADING = /^(#{1,6}) +/

/** Page furniture: `2/4`, `Page 2 of 4`, `Jo Doe – 1/2`, `- 2 -`. */
const FURNITURE =
  /^(?:.{0,60}\s[–—-]\s)?(?:(?:page|seite|página|pagina|bladzijde|第)\s*)?[-–]?\s*\d{1,2}\s*(?:(?:\/|of|von|de|di|sur|van)\s*\d{1,2})\s*(?:页|頁|ページ)?\s*-?$|^(?:page|seite|página|pagina|p\.)\s*\d{1,2}$|^[-–]\s*\d{1,2}\s*[-–]$/iu

export function readCvText({text, pageStarts, sections, language, metadata}: ProfileSource): CvText {
  const lines = text.split('\n', MAX_LINES).map((line, index) => toLine(line, index + 1, pageStarts))
  const parts = new Map<SectionKind, CvLine[][]>()
  const headings = new Set(sections.map(({heading}) => heading))
  const ends = endsOf(sections)
  for (const section of sections) {
    const end = ends.get(section.line) ?? lines.length + 1
    const part = [...restOfHeading(lines, section), ...lines.slice(section.line, end - 1)].filter(
      (line) => !isHeadingOf(line, headings),
    )
    const alike = parts.get(section.kind)
    if (alike) alike.push(part)
    else parts.set(section.kind, [part])
  }
  return {
    lines,
    preamble: lines.slice(0, (sections[0]?.line ?? lines.length + 1) - 1),
    parts: (kind) => parts.get(kind) ?? [],
    language,
    metadata,
  }
}

function toLine(whole: string, line: number, pageStarts: readonly number[]): CvLine {
  const source = whole.slice(0, MAX_LINE)
  const page = Math.max(1, pageStarts.filter((start) => start <= line).length)
  const place = {page, line}
  if (source.trim() === '' || FURNITURE.test(source.trim()))
    return {...place, text: '', kind: 'blank', depth: 0}
  const heading = HEADING.exec(source)
  if (heading) {
    return {
      ...place,
      text: clean(source.slice(heading[0].length)),
      kind: 'heading',
      depth: heading[1]?.length ?? 1,
    }
  }
  const item = ITEM.exec(source)
  if (item)
    return {
      ...place,
      text: clean(source.slice(item[0].length)),
      kind: 'item',
      depth: (item[1] ?? item[2] ?? '').length,
    }
  return {...place, text: clean(source.replace(/^\\(?=#)/, '').replace(ORNAMENT, '')), kind: 'text', depth: 0}
}

/** Some exports print a section's heading twice. */
function isHeadingOf({text, kind}: CvLine, headings: ReadonlySet<string>): boolean {
  return kind !== 'item' && headings.has(text)
}

/** By the line on which a section begins, that of the next one. */
function endsOf(sections: readonly Section[]): ReadonlyMap<number, number> {
  const starts = [...new Set(sections.map(({line}) => line))]
  return new Map(starts.slice(0, -1).map((start, index) => [start, starts[index + 1] as number]))
}

/** Some layouts print an entry on its section's line: `Experience   Acme Ltd`. */
function restOfHeading(lines: readonly CvLine[], {line, heading}: Section): CvLine[] {
  const own = lines[line - 1]
  if (!own?.text.startsWith(heading)) return []
  const rest = own.text.slice(heading.length).replace(/^\s*[:：]?\s*/, '')
  return rest === '' ? [] : [{...own, kind: 'text', text: rest}]
}

/** A line's text without emphasis marks and private-use glyphs; where an icon stood, two spaces part what is around it. */
function clean(text: string): string {
  return text
    .replace(/[^\S\t]*(?:[\p{Co}\uFFFD]|(?![©®™])\p{Extended_Pictographic})\uFE0F?[^\S\t]*/gu, '  ')
    .replace(/[\u200B-\u200D\u2060\uFEFF]/g, '')
    .replace(/<\/?[a-z][a-z0-9]*(?:\s[^<>]*)?\/?>/gi, '  ')
    .replace(/!?\[([^\]]*)\]\((?:mailto:)?([^()\s]+)\)/g, '$1 ($2)')
    .replace(/(\*\*|__)(?=\S)(.+?)(?<=\S)\1/g, '$2')
    .replace(/(?<![\p{L}\p{N}*_])([*_])(?=\S)([^*_]+?)(?<=\S)\1(?![\p{L}\p{N}*_])/gu, '$2')
    .replace(/ {3,}/g, '  ')
    .trim()
}

/** A value as it is kept: one line, no separators or brackets hanging over, nothing of an icon. */
export function tidy(value: string): string {
  return trimMarks(value.replace(/[\p{Co}\p{Cc}\uFFFD]/gu, ' ').replace(/\s+/g, ' '))
}

/** The same for a line whose tabs and gaps are still to be read. */
export function trimMarks(value: string): string {
  const trimmed = value.replace(/^[\s,;:|/·•●▪–—−~～、，：；*_-]+|[\s,;:|/·•●▪–—−~～、，：；*_-]+$/g, '')
  if (/^\([^()]*\)$/.test(trimmed) || /^（[^（）]*）$/.test(trimmed)) return trimmed.slice(1, -1).trim()
  return dropLoneBracket(trimmed)
}

function dropLoneBracket(value: string): string {
  const opened = (value.match(/[(（[]/g) ?? []).length
  const closed = (value.match(/[)）\]]/g) ?? []).length
  if (opened > closed) return value.replace(/\s*[(（[]\s*$/, '')
  if (closed > opened) return value.replace(/^\s*[)）\]]\s*|\s*[)）\]]\s*$/, '')
  return value
}

/** Whether a key was not met before; from now on it was. */
export function isFirst(key: string, seen: Set<string>): boolean {
  const {size} = seen
  return seen.add(key).size > size
}

export function found(value: string, {page, line}: TextPlace, confidence: number): Found {
  return {value, page, line, confidence}
}
