import {type CountryCode, findPhoneNumbersInText} from 'libphonenumber-js/max'
import {countryOfLanguage} from './countries.js'

/** Countries in which CVs of a language are written, the one with the most first; ISO 3166-1 alpha-2. */
const COUNTRIES: Readonly<Record<string, readonly CountryCode[]>> = {
  de: ['DE', 'AT', 'CH'],
  en: ['US', 'GB', 'IN', 'CA', 'AU', 'IE', 'NZ', 'ZA', 'SG'],
  es: ['ES', 'MX', 'AR', 'CO', 'CL', 'PE'],
  fr: ['FR', 'BE', 'CH', 'CA'],
  it: ['IT', 'CH'],
  nl: ['NL', 'BE'],
  pt: ['BR', 'PT', 'AO', 'MZ'],
  sv: ['SE', 'FI'],
  zh: ['CN', 'TW', 'HK', 'SG'],
}

/** Written in more countries than those above: only a post code tells which of them may be meant. */
const EVERYWHERE = new Set(['en', 'es'])

/** How post codes are written, where several of the countries above could be meant. */
const POST_CODES: Readonly<Record<string, RegExp>> = {
  AR: /^[A-Z]?\d{4}(?:[A-Z]{3})?$/,
  AT: /^\d{4}$/,
  AU: /^\d{4}$/,
  BE: /^\d{4}$/,
  BR: /^\d{5}-?\d{3}$/,
  CA: /^[A-Z]\d[A-Z] ?\d[A-Z]\d$/,
  CH: /^\d{4}$/,
  CL: /^\d{7}$/,
  CN: /^\d{6}$/,
  CO: /^\d{6}$/,
  DE: /^\d{5}$/,
  ES: /^\d{5}$/,
  FI: /^\d{5}$/,
  FR: /^\d{5}$/,
  GB: /^[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}$/,
  IN: /^\d{6}$/,
  IT: /^\d{5}$/,
  MX: /^\d{5}$/,
  NL: /^\d{4} ?[A-Z]{2}$/,
  NZ: /^\d{4}$/,
  PT: /^\d{4}-\d{3}$/,
  SE: /^\d{3} ?\d{2}$/,
  SG: /^\d{6}$/,
  US: /^\d{5}(?:-\d{4})?$/,
  ZA: /^\d{4}$/,
}
/** Written so in one country only. */
const OWN_FORM = ['GB', 'CA', 'NL', 'PT', 'BR'] as const

/** The country that the form of a post code alone tells. */
export function countryOfPostCode(code: string | undefined): CountryCode | undefined {
  return code === undefined ? undefined : OWN_FORM.find((country) => POST_CODES[country]?.test(code))
}

/** Countries in which a CV of this language and this post code may have been written. */
export function likelyCountries(
  language: string | null,
  postCode: string | undefined,
): readonly CountryCode[] {
  const main = countryOfLanguage(language) as CountryCode | undefined
  const all = COUNTRIES[language ?? ''] ?? (main ? [main] : [])
  if (postCode === undefined && EVERYWHERE.has(language ?? '')) return []
  return postCode === undefined ? all : all.filter((country) => POST_CODES[country]?.test(postCode) ?? true)
}

/**
 * The country whose plan of numbers a text without a country's code follows: the only one where it is valid, else the
 * only one that writes it in these groups, else the only one where it is a mobile's, else the language's own.
 */
export function countryOfNumber(
  text: string,
  countries: readonly CountryCode[],
  language: string | null,
): CountryCode | undefined {
  const plans = countries.flatMap((country) => {
    const [first] = findPhoneNumbersInText(text, {defaultCountry: country, extended: true})
    return first ? [{country, number: first.number, written: text.slice(first.startsAt, first.endsAt)}] : []
  })
  if (plans.length < 2) return plans[0]?.country
  const alike = plans.filter(({number, written}) => groupsOf(number.formatNational()) === groupsOf(written))
  if (alike.length === 1) return alike[0]?.country
  const mobile = plans.filter(({number}) => number.getType() === 'MOBILE')
  if (mobile.length === 1) return mobile[0]?.country
  return plans.find(({country}) => country === countryOfLanguage(language))?.country
}

function groupsOf(written: string): string {
  return written.replace(/\D+/g, ' ').trim()
}
