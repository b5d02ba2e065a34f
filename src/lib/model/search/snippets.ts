import type {Document} from '../document.js'
import {writesCompounds} from './compounds.js'
import {fieldLines} from './field-lines.js'
import {type Highlight, Highlighter} from './highlight.js'
import type {SearchQuery, TextField} from './query.js'

/** A part of a document that shows why it was found. */
export interface Snippet {
  field: 'text' | 'file_name'
  /** From 1, in the document's text; 1 for the file's name. */
  line: number
  /** One line or a part of it, `…` where it was cut. */
  text: string
  /** What was looked for: index into `text` and length, in Unicode characters. */
  matches: [start: number, length: number][]
}

export interface SnippetOptions {
  /** The most snippets of one document. Default 2. */
  limit?: number
  /** The most characters of one. Default 160. */
  length?: number
}

/** The lines that have most of what was looked for, in the order of the text; the file's name where no line has any. */
export function snippetsOf(
  document: Pick<Document, 'text' | 'language' | 'fileName' | 'sections' | 'profile'>,
  query: SearchQuery,
  {limit = 2, length = 160}: SnippetOptions = {},
): Snippet[] {
  const {text, language, fileName} = document
  const highlighter = new Highlighter(query, {compounds: writesCompounds(language, text)})
  const lines = linesWith(text, highlighter.find(text, 'text', partOf(document)))
  if (lines.length > 0) {
    const best = lines.toSorted((a, b) => worth(b) - worth(a) || a.line - b.line).slice(0, limit)
    return best
      .toSorted((a, b) => a.line - b.line)
      .map((one) => ({field: 'text', line: one.line, ...cut(one.text, one.highlights, length)}))
  }
  const inName = highlighter.find(fileName, 'file_name', () => false)
  return inName.length === 0 ? [] : [{field: 'file_name', line: 1, ...cut(fileName, inName, length)}]
}

/** Tells whether a field was read from the line at an index of the text; where that is not known, it may have been. */
function partOf(document: Pick<Document, 'text' | 'sections' | 'profile'>) {
  const ends = [...document.text.matchAll(/\n|$/g)].map(({index}) => index)
  const known = new Map<TextField, ReadonlySet<number> | undefined>()
  return (field: TextField, at: number): boolean => {
    if (field === 'file_name') return false
    if (!known.has(field)) known.set(field, fieldLines(document, field))
    return known.get(field)?.has(ends.findIndex((end) => at <= end) + 1) ?? true
  }
}

interface MarkedLine {
  line: number
  text: string
  highlights: Highlight[]
}

/** Phrases that go over the end of a line belong to the first. */
function linesWith(text: string, highlights: readonly Highlight[]): MarkedLine[] {
  const lines: MarkedLine[] = []
  let line = 1
  let start = 0
  let end = lineEnd(text, 0)
  for (const highlight of highlights) {
    while (highlight.start >= end) {
      line += 1
      start = end + 1
      end = lineEnd(text, start)
    }
    let current = lines.at(-1)
    if (current?.line !== line) {
      current = {line, text: text.slice(start, end), highlights: []}
      lines.push(current)
    }
    const {term} = highlight
    current.highlights.push({start: highlight.start - start, end: Math.min(highlight.end, end) - start, term})
  }
  return lines
}

function lineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from)
  return end === -1 ? text.length : end
}

/** Different words count most. */
function worth({highlights}: MarkedLine): number {
  return new Set(highlights.map(({term}) => term)).size * 100 + Math.min(highlights.length, 99)
}

/** The line, or as much of it around its first highlight as there is room for. */
function cut(
  line: string,
  highlights: readonly Highlight[],
  length: number,
): Pick<Snippet, 'text' | 'matches'> {
  const from = line.length <= length ? 0 : firstShown(line, highlights[0]?.start ?? 0, length)
  const to = Math.min(line.length, from + length)
  const before = from > 0 ? '…' : ''
  const leading = line.slice(from, to).search(/\S|$/)
  const shownFrom = from + leading
  const text = `${before}${line.slice(shownFrom, to).trimEnd()}${to < line.length ? '…' : ''}`
  const offset = before.length - shownFrom
  const matches = highlights
    .filter(({start, end}) => start >= shownFrom && end <= to)
    .map(({start, end}): [number, number] => [
      characters(text.slice(0, start + offset)),
      characters(text.slice(start + offset, end + offset)),
    ])
  return {text, matches}
}

/** A third of the room before the highlight, from the beginning of a word. */
function firstShown(line: string, highlight: number, length: number): number {
  const wished = Math.max(0, Math.min(highlight - Math.floor(length / 3), line.length - length))
  if (wished === 0) return 0
  const space = line.indexOf(' ', wished)
  return space === -1 || space >= highlight ? wholeCharacter(line, wished) : space + 1
}

function wholeCharacter(line: string, at: number): number {
  return /[\udc00-\udfff]/.test(line[at] ?? '') ? at + 1 : at
}

function characters(text: string): number {
  return [...text].length
}
