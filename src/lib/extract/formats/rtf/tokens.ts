/** One piece of RTF. `byte` stands for a byte of text in the font's encoding, written out or as `\'xx`. */
export type Token =
  | {kind: 'open'}
  | {kind: 'close'}
  | {kind: 'word'; word: string; value: number | undefined}
  | {kind: 'symbol'; symbol: string}
  | {kind: 'byte'; byte: number}

const CONTROL_WORD = /\\([a-zA-Z]{1,32})(-?\d{1,10})? ?/y
const HEX = /\\'([\da-fA-F]{2})/y

/** Splits RTF, read as Latin 1, into tokens. Binary data (`\bin`) is stepped over; nothing makes it throw. */
export function* tokens(source: string): Generator<Token> {
  let at = 0
  while (at < source.length) {
    const char = source.charAt(at)
    if (char === '{' || char === '}') {
      at++
      yield char === '{' ? {kind: 'open'} : {kind: 'close'}
    } else if (char === '\r' || char === '\n' || char === '\0') at++
    else if (char !== '\\') {
      at++
      yield {kind: 'byte', byte: char.charCodeAt(0)}
    } else {
      const [token, end] = control(source, at)
      at = token.kind === 'word' && token.word === 'bin' ? end + Math.max(0, token.value ?? 0) : end
      yield token
    }
  }
}

function control(source: string, at: number): [token: Token, end: number] {
  CONTROL_WORD.lastIndex = at
  const word = CONTROL_WORD.exec(source)
  if (word) {
    const value = word[2] === undefined ? undefined : Number(word[2])
    return [{kind: 'word', word: word[1] ?? '', value}, CONTROL_WORD.lastIndex]
  }
  HEX.lastIndex = at
  const hex = HEX.exec(source)
  if (hex) return [{kind: 'byte', byte: Number.parseInt(hex[1] ?? '', 16)}, HEX.lastIndex]
  return [{kind: 'symbol', symbol: source.charAt(at + 1)}, at + 2]
}
