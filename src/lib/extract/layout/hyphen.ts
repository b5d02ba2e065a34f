/** First halves of compounds that keep their hyphen wherever the line ends. */
const COMPOUND =
  /^(all|anti|back|co|cross|data|de|end|ex|fast|first|five|four|front|full|half|hands|hard|high|in|inter|key|large|long|low|micro|mid|multi|near|nine|non|object|off|on|one|open|out|over|part|peer|post|pre|problem|re|real|result|self|semi|server|short|side|six|small|soft|state|sub|ten|test|third|three|time|top|two|under|up|user|well|wide|work|world)$/

const DIVIDED = /(?:^|[\s("'\u201c\u2018])(\p{Ll}{2,}|\p{Lu}\p{Ll}+)[-\u2010\u00ad]$/u
/** Is nowhere but where a word was divided. */
const SOFT_HYPHEN = '\u00ad'
const REST = /^(\p{Ll}{2,})/u

/**
 * Whether a hyphen at a line's end only divides a word. In doubt it does not: a compound keeps its hyphen.
 *
 * @param text what comes before, ending with the hyphen
 * @param next the line that follows
 * @param page the whole page, which may hold the word undivided
 */
export function joinsWords(text: string, next: string, page: string): boolean {
  const first = DIVIDED.exec(text)?.[1]
  const rest = REST.exec(next)?.[1]
  if (first === undefined || rest === undefined) return false
  if (text.endsWith(SOFT_HYPHEN)) return true
  if (page.includes(`${first}-${rest}`)) return false
  return page.includes(first + rest) || !COMPOUND.test(first.toLowerCase())
}

/**
 * Two lines as they are to be written: the second as it is, or without the rest of a divided word, which then ends the
 * first.
 *
 * @param page the whole page, which may hold the word undivided
 */
export function joinDivided(line: string, next: string, page: string): string[] {
  // A date to the right of the line is a cell of its own.
  const [, head = line, cells = ''] =
    /^(.*?\p{L}[-\u2010\u00ad])(\t.*| .*\b(?:19|20)\d\d\b.*)$/u.exec(line) ?? []
  if (!joinsWords(head, next, page)) return [line, next]
  const [rest = ''] = /^\S+/.exec(next) ?? []
  const left = next.slice(rest.length).trimStart()
  return [head.slice(0, -1) + rest + cells, ...(left === '' ? [] : [left])]
}
