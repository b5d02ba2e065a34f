/** A document's pages as one text, and where each of them begins in it. */
export interface PagedText {
  text: string
  /** The line, from 1, at which each page begins; an empty page begins where the next one does. */
  pageStarts: number[]
}

/** Pages are set apart by a blank line; empty ones leave no trace. */
export function joinPages(pages: readonly string[]): PagedText {
  const pageStarts: number[] = []
  let line = 1
  for (const page of pages) {
    pageStarts.push(line)
    if (page !== '') line += page.split('\n').length + 1
  }
  return {text: pages.filter((page) => page !== '').join('\n\n'), pageStarts}
}

/** The page, from 1, that a line of the whole text stands on. */
export function pageOfLine(line: number, pageStarts: readonly number[]): number {
  return Math.max(1, pageStarts.findLastIndex((start) => start <= line) + 1)
}
