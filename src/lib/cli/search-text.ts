import type {ChalkInstance} from 'chalk'
import type {SearchResult} from '../documents/search-result.js'
import type {Snippet} from '../model/search/snippets.js'
import {clean} from './clean.js'
import {relativeTime} from './instant.js'
import type {Look} from './job-text.js'
import {cutTo} from './width.js'

const SHORT_ID = 8
const INDENT = 4

/** Characters of a snippet in a pipe, and the least at a terminal. */
const SNIPPET_LENGTH = 160
const SHORTEST_SNIPPET = 40

/** How much of a document is shown where lines are so wide. */
export function snippetLength(width: number | undefined): number {
  if (width === undefined) return SNIPPET_LENGTH
  return Math.max(SHORTEST_SNIPPET, Math.min(SNIPPET_LENGTH, width - INDENT - 8))
}

/** For each document a line that says what it is, and below it the lines that show why it was found. */
export function renderSearchResults(results: readonly SearchResult[], look: Look): string {
  return results.map((result) => renderResult(result, look)).join(look.width === undefined ? '' : '\n')
}

function renderResult({document, snippets}: SearchResult, {colors, now, width}: Look): string {
  const {documentId, fileName, profile, createdAt} = document
  const {name, label} = profile?.resume.basics ?? {}
  const id = width === undefined ? documentId : documentId.slice(-SHORT_ID)
  const facts = [name, label, fileName, relativeTime(createdAt, now)]
  const title = clean(facts.filter(Boolean).join(' · '))
  const shown = width === undefined ? title : cutTo(title, width - id.length - 2, 'end')
  return [
    `${colors.bold(id)}  ${shown}\n`,
    ...snippets.map((snippet) => `${' '.repeat(INDENT)}${renderSnippet(snippet, colors)}\n`),
  ].join('')
}

function renderSnippet({field, line, text, matches}: Snippet, colors: ChalkInstance): string {
  const place = field === 'text' ? `${line}: ` : ''
  return colors.dim(place) + marked(text, matches, colors)
}

/** Painted at a terminal, between asterisks elsewhere. */
function marked(text: string, matches: Snippet['matches'], colors: ChalkInstance): string {
  const mark = (word: string) => (colors.level > 0 ? colors.bold.yellow(word) : `**${word}**`)
  const characters = [...text]
  const piece = (from: number, to?: number) => clean(characters.slice(from, to).join(''))
  let shown = ''
  let end = 0
  for (const [start, length] of matches) {
    shown += piece(end, start) + mark(piece(start, start + length))
    end = start + length
  }
  return shown + piece(end)
}
