/**
 * Everything that could move the cursor, change colours, start a new line or reorder text: C0, DEL, C1, line and
 * paragraph separators, bidirectional controls, the byte order mark, and halves of surrogate pairs.
 */
const UNSAFE = /[\p{Cc}\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]|\p{Cs}/gu

/** As above, but lines and tabs stay. */
const UNSAFE_IN_TEXT = /(?![\n\t])[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]|\p{Cs}/gu

/** In JSON these are legal, yet a terminal may obey them. */
const UNSAFE_IN_JSON = /[\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g

const NAMED: Record<string, string> = {'\n': '\\n', '\r': '\\r', '\t': '\\t', '\u001b': '\\e'}

/**
 * Makes a name or message that somebody else chose fit for one line of a terminal or a log: what could act on the
 * terminal is shown as an escape instead. All human output goes through here.
 */
export function clean(text: string): string {
  return text.replace(UNSAFE, escapeCharacter)
}

/** The same for text of several lines. */
export function cleanText(text: string): string {
  return text.replaceAll('\r\n', '\n').replace(UNSAFE_IN_TEXT, escapeCharacter)
}

/** JSON in one line that means the same and is harmless on a terminal. */
export function cleanJson(value: unknown): string {
  return JSON.stringify(value).replace(UNSAFE_IN_JSON, (c) => `\\u${hex(c, 4)}`)
}

function escapeCharacter(character: string): string {
  const code = character.codePointAt(0) ?? 0
  return NAMED[character] ?? (code < 0x100 ? `\\x${hex(character, 2)}` : `\\u{${hex(character, 4)}}`)
}

function hex(character: string, digits: number): string {
  return (character.codePointAt(0) ?? 0).toString(16).padStart(digits, '0')
}
