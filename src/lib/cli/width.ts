/** East Asian wide and full-width characters, and emoji: two columns each. */
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97c\uac00-\ud7a3\uf900-\ufaff\ufe10-\ufe19\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]|\p{Emoji_Presentation}/u

/** Marks that sit on the character before them, and joiners: no column. */
const ZERO = /^(?:\p{Mn}|\p{Me}|\p{Cf})+$/u

/** Made when it is needed: it costs a command that prints ASCII alone ten milliseconds. */
let segmenter: Intl.Segmenter | undefined

/** The columns of a terminal that a text without control characters takes up. */
export function textWidth(text: string): number {
  if (/^[\x20-\x7e]*$/.test(text)) return text.length
  let width = 0
  for (const grapheme of graphemesOf(text)) width += graphemeWidth(grapheme)
  return width
}

function graphemesOf(text: string): string[] {
  segmenter ??= new Intl.Segmenter(undefined, {granularity: 'grapheme'})
  return Array.from(segmenter.segment(text), ({segment}) => segment)
}

function graphemeWidth(grapheme: string): number {
  if (ZERO.test(grapheme)) return 0
  return WIDE.test(grapheme) ? 2 : 1
}

/** Cuts a text to so many columns and shows with `…` that it was cut, at its end or (paths) in its middle. */
export function cutTo(text: string, columns: number, cut: 'end' | 'middle' = 'end'): string {
  if (textWidth(text) <= columns) return text
  if (columns <= 1) return '…'.slice(0, columns)
  const room = columns - 1
  const head = cut === 'end' ? room : Math.floor(room / 3)
  return `${takeStart(text, head)}…${cut === 'end' ? '' : takeEnd(text, room - head)}`
}

function takeStart(text: string, columns: number): string {
  return takeWhileFits(graphemesOf(text), columns).join('')
}

function takeEnd(text: string, columns: number): string {
  return takeWhileFits(graphemesOf(text).reverse(), columns).reverse().join('')
}

function takeWhileFits(parts: readonly string[], columns: number): string[] {
  const taken: string[] = []
  let width = 0
  for (const part of parts) {
    width += graphemeWidth(part)
    if (width > columns) break
    taken.push(part)
  }
  return taken
}

/** Breaks a text at its spaces into lines of at most so many columns; a longer word has a line of its own. */
export function wrapWords(text: string, columns: number): string[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const last = lines.at(-1)
    if (last === undefined || textWidth(last) + 1 + textWidth(word) > columns) lines.push(word)
    else lines[lines.length - 1] = `${last} ${word}`
  }
  return lines
}

export function padEnd(text: string, columns: number): string {
  return text + ' '.repeat(Math.max(0, columns - textWidth(text)))
}

export function padStart(text: string, columns: number): string {
  return ' '.repeat(Math.max(0, columns - textWidth(text))) + text
}
