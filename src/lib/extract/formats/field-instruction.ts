/** The address of a `HYPERLINK` instruction, if it is one that leads out of the file. */
export function linkTarget(instruction: string): string | undefined {
  const [, option, quoted, bare] =
    /^\s*HYPERLINK\s+(\\l\s+)?(?:"([^"]*)"|([^\\\s]\S*))/i.exec(instruction) ?? []
  return option === undefined ? (quoted ?? bare) : undefined
}

/** What the instruction of a field without a result says by itself: a phonetic guide, a quotation. */
export function fieldText(instruction: string): string {
  return phoneticGuide(instruction) ?? /^\s*QUOTE\s+"([^"]*)"/i.exec(instruction)?.[1] ?? ''
}

/** `EQ \o(\s\up 10(とうきょう),東京)` sets a reading above the word; in text it follows in parentheses. */
function phoneticGuide(instruction: string): string | undefined {
  const [, reading, word] =
    /^\s*EQ\s[\s\S]*\\o[^(]*\(\s*\\s\\up\s*[\d.]+\s*\(([^)]*)\)\s*[,;]\s*([\s\S]*?)\)\s*$/i.exec(
      instruction,
    ) ?? []
  return word === undefined ? undefined : `${word} (${reading})`
}
