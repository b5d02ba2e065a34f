import type {Document} from '../../model/document.js'

/** One heading a document, below which its own are a level deeper; what it is stands in a list, then comes its text. */
export function toMarkdown(document: Document): string {
  const {documentId, personId, profile, fileName, text, paths, createdAt} = document
  const title = profile?.resume.basics?.name ?? fileName
  return [
    `# ${oneLine(title)}`,
    '',
    `- document: ${documentId}`,
    `- person: ${personId}`,
    `- file: ${oneLine(paths[0] ?? fileName)}`,
    `- taken in: ${createdAt.toISOString()}`,
    '',
    text.replace(/^#{1,5} /gm, '#$&').trimEnd(),
    '',
  ].join('\n')
}

function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
}
