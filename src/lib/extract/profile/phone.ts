import {type CountryCode, findPhoneNumbersInText, parsePhoneNumberFromString} from 'libphonenumber-js/max'
import type {CvLine} from './cv-text.js'
import {found} from './cv-text.js'
import {findDates} from './dates.js'
import {countryOfNumber} from './phone-country.js'
import type {Found} from './traced.js'

export interface PhoneContext {
  /** ISO 3166-1 alpha-2 of where the person lives, where that is known. */
  country?: string
  /** Where it may be, by language and post code: believed only where the number is valid there. */
  countries: readonly CountryCode[]
  /** ISO 639-1, of the text. */
  language: string | null
}

const LABEL =
  /(?:^|[^\p{L}])(?:tel(?:efon|éfono|efono|efoon|ephone|efone)?|phone|mobile?|mobil(?:telefon|e)?|cell(?:ulare|ular|phone)?|handy|tél(?:éphone)?|portable|gsm|móvil|telemóvel|celular|whatsapp|연락처|핸드폰|휴대전화|telefono|telefone|telefon komórkowy|kom|komórka|mob|tlf|puhelin|puh|matkapuhelin|gsm|cep(?: telefonu)?|тел(?:ефон)?|моб|電話(?:番号)?|携帯(?:電話)?|手机|手機|电话|電話|联系电话|휴대폰|전화)(?:番号|号码|號碼)?\s*(?:\(?(?:mobile|home|privat|work|mobil)\)?)?\s*[.:：]?/iu
const FAX = /(?:^|[^\p{L}])(?:tele)?fax|传真|ファクス|FAX/iu
/** Brazil's, Portugal's and Japan's. */
const POST_CODE = /^(?:\d{5}-\d{3}|\d{4}-\d{3}|\d{3}-\d{4})$/
/** What people write as a telephone number: 7 to 15 digits (E.164) with separators between. */
const WRITTEN = /(?<![\p{L}\p{N}@/._-])(?:\+|00)?\s?\(?\d[\d\s()./–‐−-]{5,22}\d(?![\p{L}\p{N}@%])/gu

/** The first number that is the person's. */
export function findPhone(lines: readonly CvLine[], context: PhoneContext): Found | undefined {
  const candidates = lines.flatMap((line, index) => numbersIn(line, lines[index - 1], context))
  return candidates.toSorted((a, b) => b.confidence - a.confidence)[0]
}

function numbersIn(
  line: CvLine,
  before: CvLine | undefined,
  {country, countries, language}: PhoneContext,
): Found[] {
  if (FAX.test(line.text) && !LABEL.test(line.text.replace(FAX, ''))) return []
  const text = line.text.replace(/https?:\/\/\S+/g, (url) => ' '.repeat(url.length)).normalize('NFKC')
  const labelled =
    LABEL.test(text) || (before !== undefined && before.text.length < 20 && LABEL.test(before.text))
  const region = (country as CountryCode | undefined) ?? countryOfNumber(text, countries, language)
  const valid = findPhoneNumbersInText(text, {
    ...(region ? {defaultCountry: region} : {}),
    extended: true,
  }).filter(
    ({startsAt, endsAt}) =>
      isLongEnough(text.slice(startsAt, endsAt)) &&
      !/fax\W{0,3}$|\+\d{1,3}[\s(]*$/i.test(text.slice(0, startsAt)),
  )
  if (valid.length > 0) {
    return valid.map(({number, startsAt, endsAt}) => {
      const international = /^\s*(?:\+|00)/.test(text.slice(startsAt, endsAt))
      return found(number.number, line, (international ? 0.97 : country ? 0.9 : 0.8) + (labelled ? 0.02 : 0))
    })
  }
  return [...text.matchAll(WRITTEN)].flatMap(([written]) =>
    asWritten(written.trim(), line, labelled, country),
  )
}

/** A number that no plan of numbers confirms: kept as it stands, unless the country is known and its length fits. */
function asWritten(written: string, line: CvLine, labelled: boolean, country: string | undefined): Found[] {
  const digits = written.replace(/\D/g, '')
  if (digits.length < 7 || digits.length > 15) return []
  const formed =
    /^\+|^00/.test(written) || /^\(?\d{2,5}\)?[\s./-]\(?\d/.test(written) || /^0\d{8,}$/.test(written)
  if (!labelled && (!formed || digits.length < 9 || isDate(written))) return []
  const parsed = parsePhoneNumberFromString(
    written.replace(/^00/, '+').replace(/\(0\)/, ''),
    country as CountryCode,
  )
  if (parsed?.isPossible() && (country !== undefined || written.startsWith('+'))) {
    return [found(parsed.number, line, labelled ? 0.75 : 0.7)]
  }
  return [found(written, line, labelled ? 0.7 : 0.5)]
}

/** Post codes, house numbers and dates are numbers of some plan, too. */
function isLongEnough(written: string): boolean {
  return written.replace(/\D/g, '').length >= 7 && !isDate(written) && !POST_CODE.test(written.trim())
}

function isDate(written: string): boolean {
  return findDates(written).length > 0 && !written.startsWith('+')
}
