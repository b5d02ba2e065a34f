import type {ResumeLocation} from '../../model/profile.js'
import {countryCode, countryOfHost} from './countries.js'
import type {CvLine} from './cv-text.js'
import {found, tidy} from './cv-text.js'
import {companyScore} from './organizations.js'
import {
  CITY_PREFIX,
  CITY_SUFFIX,
  CJK_CITY,
  CJK_PLACE,
  countryOfPart,
  isCity,
  REMOTE,
  regionOf,
} from './places.js'
import {titleScore} from './titles.js'
import type {Found, Traced} from './traced.js'

const NAME_WORD = /^\p{Lu}[\p{L}.'’-]*$/u
/** Small words inside the names of places: `Rio de Janeiro`, `Frankfurt am Main`, `Stratford-upon-Avon`. */
const SMALL_WORD = /^(?:de|del|do|da|dos|am|an|der|im|ob|la|le|les|sur|sous|en|upon|on|di|a\.M\.|und)$/i
const US_ZIP = /\b\d{5}(?:-\d{4})?\b/
const GB_POSTCODE = /\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b/
const CA_POSTCODE = /\b[A-Z]\d[A-Z] ?\d[A-Z]\d\b/
/** Code before the city, with or without the sign of the country: Germany, France, Japan's neighbours, the Netherlands. */
const CODE_AND_CITY =
  /^(?:(?:([A-Z]{1,2})[-– ])?(\d{4} ?[A-Z]{2}(?= )|\d{4,5}|\d{2}-\d{3}|\d{3} \d{2}|\d{4}-\d{3}|〒?\d{3}-\d{4}))\s+(\p{Lu}[\p{L}.'’ -]+?(?:\s*\(.+\))?)$/u
const CAR_SIGNS: Readonly<Record<string, string>> = {
  D: 'DE',
  A: 'AT',
  CH: 'CH',
  F: 'FR',
  I: 'IT',
  NL: 'NL',
  B: 'BE',
  E: 'ES',
  L: 'LU',
  P: 'PT',
  FL: 'LI',
}
const STREET =
  /(?:stra(?:ß|ss)e|str\.|gasse|weg|platz|allee|ring|damm|ufer|\bstreet|\bst\b\.?|\bavenue|\bave\b\.?|\broad|\brd\b\.?|\bboulevard|\bblvd|\blane|\bdrive|\bdr\b|\bway\b|\bcourt|\bsquare|\brue\b|\bcalle\b|\bavenida|\bvia\b|\bviale\b|\bpiazza|straat|laan|\brua\b|\bpasseig|\bplaza)/iu
const LABEL =
  /^(?:(?:home |current |postal )?address|location|based in|lives in|residence|adresse|anschrift|wohnort|wohnhaft in|ort|domicile|localisation|lieu|dirección|domicilio|ubicación|residencia|adres|woonplaats|endereço|morada|localização|indirizzo|residenza|現住所|住所|居住地|所在地|住址|地址|现居地?|現居地|现居住地|所在城市|주소)\s*[:：\t ]\s*/iu

/** What announced a telephone number or an e-mail address, behind the place. */
const CONTACT_LABEL =
  /(?:^|[\s,;、（(])(?:電話(?:番号)?|携帯(?:電話|番号)?|メール(?:アドレス)?|电话|手机|邮箱|전화(?:번호)?|휴대폰|이메일|tel(?:efon|ephone|éfono|efono)?|phone|mobile?|handy|e-?mail)\s*[.:：]?\s*$/iu

export type TracedLocation = Traced<ResumeLocation>

/** Where a place's name stands at the end (or the beginning) of a text that says something else too. */
export interface PlaceSplit {
  place: string
  rest: string
}

/** Whether a text is a place and nothing else. */
export function isPlace(text: string): boolean {
  const place = tidy(text)
  if (place === '' || place.length > 80) return false
  if (REMOTE.test(place) || isCity(place) || CJK_CITY.test(place) || CJK_PLACE.test(place)) return true
  if (place.length > 3 && countryCode(place) !== undefined) return true
  if (CODE_AND_CITY.test(place)) return true
  const parts = place.split(/\s*[,，]\s*/)
  const last = withoutCode(parts.at(-1) ?? '')
  if (parts.length < 2 || parts.length > 4 || countryOfPart(last) === undefined)
    return parts.length === 2 && parts.every(isCity)
  return parts.slice(0, -1).every((part) => isCity(part) || (isCityName(part) && !isOtherName(part)))
}

/** `Web Developer San Jose, CA` is a place behind a title. */
export function placeAtEnd(text: string): PlaceSplit | undefined {
  const bracketed = /^(.*\S)\s*[(（]([^()（）]+)[)）]$/u.exec(text)
  if (bracketed && isPlace(bracketed[2] ?? ''))
    return {rest: bracketed[1] ?? '', place: tidy(bracketed[2] ?? '')}
  const comma = text.lastIndexOf(',')
  const last = withoutCode(text.slice(comma + 1))
  if (comma > 0 && countryOfPart(last) !== undefined) {
    const from = startOfCity(text.slice(0, comma))
    if (from !== undefined && from > 0) return splitAt(text, from)
  }
  const separated = /^(.*\S)(?:\s*[,，|•·\t]\s*|\s+[–—-]\s+|\s*@\s*)([^,|•·\t]+)$/u.exec(text)
  if (separated && isPlace(separated[2] ?? ''))
    return {rest: tidy(separated[1] ?? ''), place: tidy(separated[2] ?? '')}
  const words = text.split(' ')
  for (const count of [3, 2, 1]) {
    const place = words.slice(-count).join(' ')
    if (
      words.length > count &&
      (isCity(place) || CJK_CITY.test(place)) &&
      !SMALL_WORD.test(words.at(-count - 1) ?? '')
    ) {
      return /^(?:of|in|at|zu|für|for)$/i.test(words.at(-count - 1) ?? '')
        ? undefined
        : splitAt(text, text.length - place.length)
    }
  }
  return undefined
}

/** `Berkeley, CA Bachelor's in Computer Science` begins with a place. */
export function placeAtStart(text: string): PlaceSplit | undefined {
  const match =
    /^((?:\p{Lu}[\p{L}.'’-]*\s){0,2}\p{Lu}[\p{L}.'’-]*, (?:[A-Z]{2}|\p{Lu}\p{L}+))\s+(?=\p{Lu})(.+)$/u.exec(
      text,
    )
  const place = match?.[1] ?? ''
  const isInName = /\p{Ll}$/u.test(place) && companyScore(match?.[2] ?? '') > 0
  return match && isPlace(place) && !isInName ? {place, rest: match[2] ?? ''} : undefined
}

/** The person's own place, from the lines that hold contact details. */
export function findLocation(lines: readonly CvLine[]): TracedLocation | undefined {
  for (const [index, line] of lines.entries()) {
    const label = LABEL.exec(line.text)
    if (label) {
      const value = withoutContacts(line.text.slice(label[0].length))
      const own = readPlace(value, line, 0.95) ?? withCityBelow(freePlace(value, line), lines[index + 1])
      if (own) return own
    }
    if (
      /^(?:address|adresse|anschrift|location|wohnort|住所|地址|現住所|dirección|indirizzo)\s*[:：]?$/iu.test(
        line.text,
      )
    ) {
      const next = lines.slice(index + 1).find(({kind}) => kind !== 'blank')
      const own = next && (readPlace(next.text, next, 0.9) ?? freePlace(next.text, next))
      if (own) return own
    }
  }
  for (const [index, line] of lines.entries()) {
    const own = placeOfLine(line, lines[index - 1])
    if (own) return own
  }
  return undefined
}

/** The label stands before the street, and code and city have the next line. */
function withCityBelow(
  place: TracedLocation | undefined,
  next: CvLine | undefined,
): TracedLocation | undefined {
  const below = place?.address && next ? readPlace(next.text, next, 0.9) : undefined
  return below ? {...below, ...place} : place
}

function placeOfLine(line: CvLine, before: CvLine | undefined): TracedLocation | undefined {
  if (line.text.length > 220) return undefined
  const whole = readPlace(withoutContacts(line.text), line, 0.85)
  if (whole) return withStreetAbove(whole, before)
  const pieces = withoutContacts(line.text).split(/\s*[|•·\t⋅◦●▪]\s*|\s{2,}|\s[–—]\s/u)
  for (const [index, piece] of pieces.entries()) {
    const place = readPlace(piece.replace(LABEL, ''), line, 0.85)
    if (place) return index === 0 ? place : withStreetAbove(place, {...line, text: pieces[index - 1] ?? ''})
  }
  return undefined
}

/** An address of a sentence or a label without the mark of a place that is known: kept as it stands. */
function freePlace(value: string, line: CvLine): TracedLocation | undefined {
  const text = tidy(withoutContacts(value))
  if (text === '' || text.length > 120) return undefined
  const [, street = '', city = ''] = /^(.*\d.*),\s*([^,\d]+)$/u.exec(text) ?? []
  if (isCity(city)) return {address: found(street, line, 0.8), city: found(city, line, 0.8)}
  return /\d/.test(text) || STREET.test(text)
    ? {address: found(text, line, 0.7)}
    : {city: found(text, line, 0.7)}
}

/** A place's parts. The confidence is that of a place of which all parts were understood. */
function readPlace(text: string, line: CvLine, sure: number): TracedLocation | undefined {
  const place = tidy(text)
  if (place === '' || place.length > 120 || REMOTE.test(place)) return undefined
  if (CJK_PLACE.test(place)) return cjkPlace(place, line, sure)
  const coded = place.split(/\s*[,，]\s*|\s[–—-]\s/u)
  const at = coded.findIndex((part) => CODE_AND_CITY.test(part))
  if (at >= 0 && coded.length <= 4) return codedPlace(coded, at, line, sure)
  return listedPlace(place, line, sure)
}

/** `Musterstraße 1, 80331 München, Deutschland`. */
function codedPlace(parts: string[], at: number, line: CvLine, sure: number): TracedLocation | undefined {
  const [, sign = '', code = '', city = ''] = CODE_AND_CITY.exec(parts[at] ?? '') ?? []
  const street = streetOf(parts.slice(0, at))
  if (street !== '' && !STREET.test(street) && !/\d/.test(street)) return undefined
  const country = CAR_SIGNS[sign] ?? countryCode(parts.slice(at + 1).at(-1) ?? '')
  if (!country && street === '' && /\d/.test(city)) return undefined
  return {
    ...(street === '' ? {} : {address: found(street, line, sure)}),
    postalCode: found(code.replace('〒', ''), line, sure),
    city: found(tidy(city), line, sure),
    ...(country ? {countryCode: found(country, line, sure)} : {}),
  }
}

/** What stands before the town, without the title that a headline puts there: `Electrician, Bristol`. */
function streetOf(parts: readonly string[]): string {
  return parts
    .map((part) => part.split(/\s*[|•·\t⋅◦●▪]\s*/u).at(-1) ?? '')
    .filter((part) => /\d/.test(part) || STREET.test(part) || titleScore(part) < 2)
    .join(', ')
}

/** `San Francisco, CA 94105`, `2712 Broadway St, San Francisco, California, US, CA 94115`, `London, United Kingdom`. */
function listedPlace(place: string, line: CvLine, sure: number): TracedLocation | undefined {
  const code = (CA_POSTCODE.exec(place) ?? GB_POSTCODE.exec(place) ?? US_ZIP.exec(place))?.[0]
  const known = code !== undefined && (place.endsWith(code) || !US_ZIP.test(code)) ? code : undefined
  const parts = place
    .split(/\s*[,，]\s*/)
    .map((part) => tidy(known ? part.replace(known, '') : part))
    .filter((part) => part !== '')
  const country = parts
    .map((part) => (part.length > 1 ? countryCode(part) : undefined))
    .findLast((one) => one !== undefined)
  const region = parts
    .slice(1)
    .map(regionOf)
    .find((one) => one !== undefined)
  const own = parts.filter(
    (part, index) => index === 0 || (regionOf(part) === undefined && countryCode(part) === undefined),
  )
  if (parts.length === 1) return onePart(parts[0] ?? '', known, line, sure)
  if (region === undefined && country === undefined) {
    if (known && own.length === 2 && /\d/.test(own[0] ?? '') && isNameOfPlace(own[1] ?? ''))
      return {
        address: found(own[0] ?? '', line, sure * 0.95),
        postalCode: found(known, line, sure),
        city: found(own[1] ?? '', line, sure),
      }
    return own.length === 2 && own.every(isNameOfPlace) && own.some(isCity)
      ? {city: found(own[isCity(own[0] ?? '') ? 0 : 1] ?? '', line, sure * 0.8)}
      : undefined
  }
  const city = own.at(-1) ?? ''
  const street = streetOf(own.slice(0, -1))
  if (
    own.length > 3 ||
    !isNameOfPlace(city) ||
    (street !== '' && !/\d/.test(street) && !STREET.test(street) && !street.split(', ').every(isNameOfPlace))
  )
    return undefined
  return {
    ...(street === '' ? {} : {address: found(street, line, sure * 0.95)}),
    ...(known ? {postalCode: found(known, line, sure)} : {}),
    city: found(city, line, sure),
    ...(region ? {region: found(region.name, line, sure)} : {}),
    countryCode: found(region?.country ?? country ?? '', line, region ? sure * 0.95 : sure),
  }
}

function onePart(
  part: string,
  postalCode: string | undefined,
  line: CvLine,
  sure: number,
): TracedLocation | undefined {
  if (isCity(part) || CJK_CITY.test(part)) {
    return {
      city: found(part, line, sure * 0.9),
      ...(postalCode ? {postalCode: found(postalCode, line, sure)} : {}),
    }
  }
  const country = part.length > 3 ? countryCode(part) : undefined
  return country ? {countryCode: found(country, line, sure * 0.9)} : undefined
}

function cjkPlace(place: string, line: CvLine, sure: number): TracedLocation {
  const [, code, rest = place] = /^(?:〒?\s*(\d{3}[-‐−－ー]\d{4})\s*)?(.*)$/u.exec(place) ?? []
  const region =
    /^(?:東京都|北海道|京都府|大阪府|\p{Script=Han}{2,3}県|\p{Script=Han}{2,4}(?:省|自治区))/u.exec(
      rest,
    )?.[0] ?? ''
  const city =
    /^(?:\p{Script=Han}{1,6}?[市区郡]|[\p{Script=Hangul}]{2,4}(?:특별시|광역시|시))/u.exec(
      rest.slice(region.length),
    )?.[0] ?? ''
  const street = tidy(rest.slice(region.length + city.length))
  const country = /[都道府県]$/u.test(region) ? 'JP' : /(?:省|自治区)$/u.test(region) ? 'CN' : undefined
  return {
    ...(street === '' ? {} : {address: found(street, line, sure)}),
    ...(code ? {postalCode: found(code, line, sure)} : {}),
    ...(city === '' ? {} : {city: found(city, line, sure)}),
    ...(region === '' ? {} : {region: found(region, line, sure)}),
    ...(country ? {countryCode: found(country, line, sure)} : {}),
  }
}

/** The street has a line of its own above code and city. */
function withStreetAbove(place: TracedLocation, before: CvLine | undefined): TracedLocation {
  const street = tidy(before?.text ?? '')
  if (
    place.address ||
    !before ||
    street.length > 60 ||
    !place.city ||
    /(?:^|\s)\d{4}$/.test(street) ||
    !/\d/.test(street) ||
    /@|\bwww\.|\d{6}|[+]\d/.test(street)
  )
    return place
  return STREET.test(street) || /^\d{1,5} \p{Lu}|^\p{Lu}[\p{L} .-]+ \d{1,4} ?[a-z]?$/u.test(street)
    ? {address: found(street, before, 0.8), ...place}
    : place
}

/** The name of a place begins here: one word, or more where the words are those of cities. */
function startOfCity(head: string): number | undefined {
  const separator = Math.max(
    ...[',', '|', '•', '·', '\t', '–', '—', ' - ', '('].map((mark) => head.lastIndexOf(mark)),
  )
  const tail = head.slice(separator + 1).trim()
  const words = tail.split(' ')
  const whole = words.length === 1 || (words.length === 2 && !isCity(words[1] ?? '')) || isCity(tail)
  if (separator >= 0 && whole && isNameOfPlace(tail) && !isOtherName(tail)) return head.length - tail.length
  let count = 0
  for (const size of [4, 3, 2]) {
    if (count === 0 && words.length >= size && isCity(words.slice(-size).join(' '))) count = size
  }
  if (count === 0) {
    if (!NAME_WORD.test(words.at(-1) ?? '')) return undefined
    count = 1
    if (CITY_SUFFIX.has(words.at(-1) ?? '') || CITY_PREFIX.has(words.at(-2) ?? ''))
      count = Math.min(2, words.length)
    if (count === 2 && CITY_PREFIX.has(words.at(-3) ?? '')) count = 3
  }
  return head.length - words.slice(-count).join(' ').length
}

function splitAt(text: string, from: number): PlaceSplit {
  return {rest: tidy(text.slice(0, from)), place: tidy(text.slice(from))}
}

function isNameOfPlace(part: string): boolean {
  const words = part.trim().split(/\s+/)
  return (
    words.length <= 4 &&
    words.every((word) => NAME_WORD.test(word) || SMALL_WORD.test(word)) &&
    !SMALL_WORD.test(words[0] ?? '')
  )
}

/** Two words at most, but where more are known to belong together. */
function isCityName(part: string): boolean {
  return isNameOfPlace(part) && (part.split(/\s+/).length <= 2 || startOfCity(part) === 0)
}

/** Names of jobs, companies and schools are written as those of places are. */
function isOtherName(text: string): boolean {
  return titleScore(text) > 0 || companyScore(text) > 0
}

function withoutCode(part: string): string {
  return part.replace(CA_POSTCODE, '').replace(US_ZIP, '').trim()
}

/** A line of contacts without e-mail, links and telephone: what is left may be the place. */
function withoutContacts(text: string): string {
  return text
    .replace(/\S+@\S+/g, ' | ')
    .replace(/\(?https?:\/\/\S+|\bwww\.\S+/gi, ' | ')
    .replace(/(?:\+|\(|\b0)[\d\s()./–-]{7,}\d/g, ' | ')
    .split('|')
    .map((piece) => tidy(piece.replace(CONTACT_LABEL, '')))
    .filter((piece) => piece !== '')
    .join(' | ')
}

/** The country that place, e-mail and sites agree on, as a guess for what does not say. */
export function likelyCountry(
  place: TracedLocation | undefined,
  hosts: readonly string[],
): string | undefined {
  return place?.countryCode?.value ?? hosts.map(countryOfHost).find((code) => code !== undefined)
}

/** The whole of a place in words, for entries. */
export function placeFound(place: string, line: CvLine, confidence: number): Found {
  return found(place, line, confidence)
}
