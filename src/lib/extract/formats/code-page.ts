const NAMES: Readonly<Record<number, string>> = {
  932: 'shift_jis',
  936: 'gb18030',
  1200: 'utf-16le',
  10000: 'macintosh',
  65001: 'utf-8',
}

/** The encoding that Windows has under this number; Western European where none is given. */
export function encodingOfCodePage(page: number | undefined): string {
  return page ? (NAMES[page] ?? `cp${page}`) : 'windows-1252'
}
