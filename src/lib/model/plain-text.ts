import type {FileType} from './extraction.js'

/**
 * A document's text without the marks of light Markdown (docs/formats.md): headings stand alone, lists keep their
 * hyphens and numbers, tables their tabs. A text file is given as it is, a Markdown file without Markdown's own marks.
 *
 * @param text as a document keeps it
 */
export function plainText(text: string, fileType: FileType): string {
  if (fileType === 'txt') return text
  if (fileType === 'md') return withoutMarkdown(text)
  return text.replace(/^#{1,6} +/gm, '').replace(/^\\(?=#{1,6} )/gm, '')
}

const FENCE = /^ {0,3}(```|~~~).*$/

/** Without what CommonMark reads as a mark; code keeps every character. */
function withoutMarkdown(text: string): string {
  const lines: string[] = []
  let fence: string | undefined
  for (const line of text.split('\n')) {
    const mark = FENCE.exec(line)?.[1]
    if (mark && (fence === undefined || fence === mark)) fence = fence === undefined ? mark : undefined
    else lines.push(fence === undefined ? withoutMarks(line) : line)
  }
  return lines
    .join('\n')
    .replace(/(?<=\S\n)(?:=+|-{3,})[ \t]*(?=\n|$)/g, '')
    .replace(/\n{3,}/g, '\n\n')
}

function withoutMarks(line: string): string {
  const bare = line
    .replace(/^ {0,3}#{1,6}[ \t]+(.*?)(?:[ \t]+#+)?[ \t]*$/, '$1')
    .replace(/^ {0,3}(?:>[ \t]?)+/, '')
    .replace(/^([ \t]*)[*+](?=[ \t])/, '$1-')
    .replace(/^[ \t]*([-*_])(?:[ \t]*\1){2,}[ \t]*$/, '')
  return bare
    .split(/(`+[^`]+`+|https?:\/\/\S+)/)
    .map((part, index) => (index % 2 === 1 ? part.replace(/^`+|`+$/g, '') : withoutSpans(part)))
    .join('')
    .replace(/!?\[([^\]]*)\]\(<?([^)\s>]*)>?(?:\s+"[^"]*")?\)/g, (_, label: string, target: string) =>
      label === target || target === '' ? label : `${label} (${target})`.trim(),
    )
    .replace(/<((?:https?:|mailto:)[^>\s]+|[^@>\s]+@[^>\s]+)>/g, '$1')
    .replace(/\\([!-/:-@[-`{-~])/g, '$1')
}

/** Emphasis; an underscore inside a word is none. */
function withoutSpans(part: string): string {
  return part
    .replace(/(?<!\\)(\*{1,3}|~~)(?=\S)(.+?)(?<=\S)(?<!\\)\1/g, '$2')
    .replace(/(?<![\p{L}\p{N}\\])(_{1,3})(?=\S)(.+?)(?<=\S)\1(?![\p{L}\p{N}])/gu, '$2')
}
