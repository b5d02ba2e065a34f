/**
 * The form in which text is kept: Unicode NFC, `\n` line ends, no control, private-use or soft-hyphen characters, no
 * blanks at the ends of lines, at most one blank line in a row.
 */
export function normalizeText(text: string): string {
  return text
    .toWellFormed()
    .normalize('NFC')
    .replace(/\r\n?|\u2028|\u2029|\f|\v/g, '\n')
    .replace(/[\p{Cc}\u00AD\uFEFF]/gu, (character) =>
      character === '\n' || character === '\t' ? character : '',
    )
    .replace(/^(?:\p{Co}[^\S\n]*)+|\p{Co}/gmu, '')
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .replace(/^\n+/, '')
    .trimEnd()
}
