import type {CvLine} from './cv-text.js'
import {found, isFirst} from './cv-text.js'
import type {Found} from './traced.js'

/** RFC 5322's dot-atom, with letters of any script in the domain (RFC 6531). */
const ADDRESS =
  /[\p{L}\p{N}._%+'-]*[\p{L}\p{N}_+]@(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?\.)+\p{L}{2,24}/gu

/** Written out against robots, where both words are marked as such: `jo (at) example (dot) org`, `jo [at] example.org`. */
const OBFUSCATED =
  /([\p{L}\p{N}._%+-]+)\s?[[({<]\s?(?:at|ät|arroba|chez|@)\s?[\])}>]\s?([\p{L}\p{N}.-]+(?:\s?[[({<]\s?(?:dot|punkt|punto|point|\.)\s?[\])}>]\s?[\p{L}\p{N}-]+)*)/iu

/** Offices, though people with a site of their own write so too. */
const ROLE = /^(?:info|contact|kontakt|contacto|contatto|office|hello|hallo|bonjour|hola|ciao)@/i
/** Offices and nobody's own. */
const NO_PERSON =
  /^(?:jobs?|hr|careers?|karriere|bewerbung(?:en)?|recruit(?:ing|ment)|personal(?:abteilung)?|recrutement|rrhh|empleo|accounts?|billing|invoices?|rechnung|support|service|sales|vertrieb|no-?reply|do-?not-?reply|webmaster|postmaster|abuse|privacy|datenschutz)@/i

/** Every address that the text names, in its order, each once. */
export function findEmails(lines: readonly CvLine[]): Found[] {
  const all = lines.flatMap((line, index) => addressesIn(line, lines[index + 1]))
  const seen = new Set<string>()
  return all.filter(({value}) => isFirst(value.toLowerCase(), seen))
}

/** The person's own: the first that is no office's and does not belong to someone named as a reference. */
export function ownEmail(emails: readonly Found[], references: ReadonlySet<number>): Found | undefined {
  const own = emails.filter(({value, line}) => !references.has(line) && !NO_PERSON.test(value))
  return own.find(({value}) => !ROLE.test(value)) ?? own[0]
}

function addressesIn(line: CvLine, next: CvLine | undefined): Found[] {
  if (!/@|[[({<]\s?(?:at|ät|arroba|chez)\s?[\])}>]/iu.test(line.text + (next?.text ?? ''))) return []
  const plain = [...line.text.matchAll(ADDRESS)].map(([address]) =>
    found(address.replace(/^['.]+/, ''), line, 0.99),
  )
  const broken = plain.length === 0 ? brokenOver(line, next) : undefined
  if (broken) return [broken]
  if (plain.length > 0) return plain
  const hidden = OBFUSCATED.exec(line.text)
  if (!hidden) return []
  const domain = (hidden[2] ?? '').replace(/\s?[[({<]\s?(?:dot|punkt|punto|point|\.)\s?[\])}>]\s?/giu, '.')
  return /\.\p{L}{2,}$/u.test(domain) ? [found(`${hidden[1]}@${domain}`, line, 0.85)] : []
}

/** Narrow columns break an address behind its `@`, before it, or at a dot or hyphen of the domain. */
function brokenOver(line: CvLine, next: CvLine | undefined): Found | undefined {
  const head = /(?:^|\s)([\p{L}\p{N}._%+-]+(?:@[\p{L}\p{N}.-]*[.-]?)?)$/u.exec(line.text)?.[1]
  const tail = /^@?[\p{L}\p{N}.-]+/u.exec(next?.text ?? '')?.[0]
  if (!head || !tail || head.includes('@') === tail.startsWith('@')) return undefined
  const whole = head + tail
  return [...whole.matchAll(ADDRESS)].some(([address]) => address === whole)
    ? found(whole, line, 0.8)
    : undefined
}
