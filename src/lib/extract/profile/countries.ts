/** Countries by the names that people give them, from CLDR; nothing is looked up anywhere. */

const LANGUAGES = [
  'en',
  'de',
  'fr',
  'es',
  'nl',
  'pt',
  'it',
  'ja',
  'zh',
  'zh-Hant',
  'pl',
  'sv',
  'da',
  'cs',
  'tr',
  'ru',
  'ko',
] as const

const ALIASES: Readonly<Record<string, string>> = {
  usa: 'US',
  us: 'US',
  'u.s.a.': 'US',
  'u.s.': 'US',
  'united states of america': 'US',
  eeuu: 'US',
  'ee. uu.': 'US',
  'ee.uu.': 'US',
  アメリカ: 'US',
  米国: 'US',
  uk: 'GB',
  'u.k.': 'GB',
  'great britain': 'GB',
  england: 'GB',
  scotland: 'GB',
  wales: 'GB',
  'northern ireland': 'GB',
  'the netherlands': 'NL',
  holland: 'NL',
  brd: 'DE',
  'czech republic': 'CZ',
  turkey: 'TR',
  turkiye: 'TR',
  türkiye: 'TR',
  uae: 'AE',
  'u.a.e.': 'AE',
  korea: 'KR',
  'south korea': 'KR',
  russia: 'RU',
  日本国: 'JP',
  中国大陆: 'CN',
  'p.r. china': 'CN',
  'pr china': 'CN',
  'viet nam': 'VN',
  'hong kong': 'HK',
  香港: 'HK',
  台灣: 'TW',
  台湾: 'TW',
}

/** ISO 3166-1 alpha-2, every pair of letters that CLDR knows a name for. */
let codes: readonly string[] | undefined
let names: ReadonlyMap<string, string> | undefined

/** ISO 3166-1 alpha-2 of a country's name in one of the languages above; undefined where it is none. */
export function countryCode(name: string): string | undefined {
  names ??= collectNames()
  return names.get(name.trim().toLowerCase())
}

/** Whether two letters are a country's code. */
export function isCountryCode(code: string): boolean {
  return allCodes().includes(code)
}

/** The country whose top-level domain a host ends with; `.io`, `.me`, `.co`, `.ai` and `.tv` say nothing. */
export function countryOfHost(host: string): string | undefined {
  const tld = host.split('.').at(-1)?.toUpperCase() ?? ''
  if (tld === 'UK') return 'GB'
  return tld.length === 2 &&
    !['IO', 'ME', 'CO', 'AI', 'TV', 'CC', 'FM', 'EU', 'CV', 'LI', 'LY', 'GG'].includes(tld) &&
    isCountryCode(tld)
    ? tld
    : undefined
}

/** Where a language is mostly at home, as a guess for telephone numbers; English is at home in too many places. */
export function countryOfLanguage(language: string | null): string | undefined {
  if (language === null || ['en', 'es', 'pt', 'ar'].includes(language)) return undefined
  const region = new Intl.Locale(language).maximize().region
  return region && isCountryCode(region) ? region : undefined
}

function allCodes(): readonly string[] {
  if (codes) return codes
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']
  const display = new Intl.DisplayNames('en', {type: 'region', fallback: 'none'})
  codes = letters
    .flatMap((first) => letters.map((second) => first + second))
    .filter((code) => display.of(code) !== undefined && !NOT_COUNTRIES.has(code))
  return codes
}

/** Regions of CLDR that are no country: groupings, pseudo-locales, withdrawn codes. */
const NOT_COUNTRIES = new Set([
  'EU',
  'EZ',
  'UN',
  'XA',
  'XB',
  'ZZ',
  'QO',
  'UK',
  'AN',
  'BU',
  'CS',
  'DD',
  'FX',
  'NT',
  'SU',
  'TP',
  'YD',
  'YU',
  'ZR',
])

function collectNames(): Map<string, string> {
  const map = new Map<string, string>(Object.entries(ALIASES))
  for (const language of LANGUAGES) {
    const display = new Intl.DisplayNames(language, {type: 'region', fallback: 'none'})
    for (const code of allCodes()) {
      const name = display.of(code)?.toLowerCase()
      if (name && !map.has(name)) map.set(name, code)
    }
  }
  return map
}
