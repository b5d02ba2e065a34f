/** What formats call a fact, and what a document calls it. */
const NAMES: Readonly<Record<string, string>> = {creation_date: 'created', modification_date: 'modified'}
const DATES: ReadonlySet<string> = new Set(['created', 'modified'])
const LONGEST = 1000
/** No word processor wrote a file before. */
const FIRST_YEAR = 1980

const FILE_NAME =
  /\.(docx?|dotx?|odt|rtf|pdf|txt|md|html?|tex|dvi|indd|ai|psd|pages|pptx?|xlsx?|jpe?g|png|tiff?)$/i
/** What programs put where a title should be, in the languages that they speak. */
const NO_TITLE =
  /^(microsoft word( - .*)?|(un|non )?(titled|titre|named)( document)?[ _-]?\(?\d*\)?|(unbenannt|ohne titel|namenlos|sans titre|sin t[íi]tulo|senza (titolo|nome)|naamloos|zonder titel|sem t[íi]tulo|no title|new (microsoft word )?document|neues dokument|document|dokument|documento|word document|presentation|print|output|scan|scanned document|img|image|slide|title|page)[ _-]*\(?\d*\)?|无标题|未命名|無題|无题|新建.*文档|文档 ?\d*|文書 ?\d*|full page photo|about:blank|https?:\/\/\S*|\S*localhost\S*)$/i
const NO_AUTHOR =
  /^(user|users?name|admin|administrator|owner|author|unknown|unbekannt|anonymous|default|guest|root|(microsoft |windows |office |apache )?(office )?user|microsoft( office)?|hp|dell|lenovo|acer|asus|pc|computer|python-docx|docx4j|apache poi|un-named|besitzer|benutzer|utilisateur|usuario|utente|auteur|autor)$/i

/**
 * What a file says of itself in one form for all formats: dates in ISO 8601, and no title or author that only a
 * program gave. Such a one is kept as `generated_title` or `generated_author`, since it is no lie, but no title either.
 *
 * @param stated as the format's reader found it
 */
export function describeDocument(stated: Readonly<Record<string, string>>): Record<string, string> {
  const metadata: Record<string, string> = {}
  for (const [name, value] of Object.entries(stated)) {
    const key = NAMES[name] ?? name
    const text = oneLine(value)
    const fact = DATES.has(key) ? isoDate(text) : text
    if (fact !== '') metadata[honestKey(key, fact)] = fact
  }
  return metadata
}

function honestKey(key: string, value: string): string {
  const isGenerated =
    (key === 'title' && (NO_TITLE.test(value) || FILE_NAME.test(value))) ||
    (key === 'author' && NO_AUTHOR.test(value))
  return isGenerated ? `generated_${key}` : key
}

function oneLine(value: string): string {
  return value
    .toWellFormed()
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\p{Co}\s\ufffd]+/gu, ' ')
    .trim()
    .slice(0, LONGEST)
}

/**
 * `YYYY-MM-DD`, with a time where one is stated, and `Z` only where the zone is: a time without one stays without.
 *
 * @returns blank for what is no date
 */
function isoDate(value: string): string {
  const match =
    /^(\d{4})-(\d\d)(?:-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d))?(?:[.,]\d+)?(Z|[+-]\d\d:?\d\d)?)?)?$/.exec(
      value,
    )
  if (!match) return ''
  const [, year = '', month = '', day, hour, minute = '', second = '00', zone] = match
  const date = day === undefined ? `${year}-${month}` : `${year}-${month}-${day}`
  const time = hour === undefined ? '' : `T${hour}:${minute}:${second}`
  const instant = new Date(`${day === undefined ? `${date}-01` : date}${time === '' ? '' : `${time}Z`}`)
  if (Number.isNaN(instant.getTime()) || Number(year) < FIRST_YEAR) return ''
  if (day !== undefined && instant.getUTCDate() !== Number(day)) return ''
  if (zone === undefined) return `${date}${time}`
  return new Date(`${date}${time}${zone}`).toISOString().replace('.000Z', 'Z')
}
