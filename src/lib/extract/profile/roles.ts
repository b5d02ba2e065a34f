import type {CvLine} from './cv-text.js'
import {found, tidy} from './cv-text.js'
import {type Label, labelOf} from './labels.js'
import {isPlace, placeAtEnd, placeAtStart} from './location.js'
import {companyScore, isCjkFirm, isLegalForm, splitBehindForm} from './organizations.js'
import {countryOfPart} from './places.js'
import {EMPLOYMENT, titleScore} from './titles.js'
import type {Found} from './traced.js'

/** How to tell what was done (a title, a degree) from where (an employer, a school). Scores: 0 no sign, 1 some, 2 clear. */
export interface Roles {
  what: (text: string) => number
  where: (text: string) => number
  /** Whether what stands alone beside a clear `where` is the `what`. */
  infersWhat: boolean
}

/** A header, understood. */
export interface Heading {
  what?: Found
  where?: Found
  place?: Found
  /** What is none of these, or could not be told. */
  left: Found[]
  /** `what` stands before `where`; undefined where only one of them was found. */
  whatFirst?: boolean
  /** The first of `left` stands before `where`. */
  leftFirst?: boolean
}

interface Piece {
  text: string
  line: CvLine
  what: number
  where: number
}

const STRONG =
  /\s*(?:\t|\s\|\s?|\||•|⋅|\s·\s|\s[–—]\s|\s-\s|(?<=\p{Ll})-\s(?=\p{Lu})|　|；|\s{2,}|\s\/\/\s)\s*/u
const CJK_WORD = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u
const CJK_SPACE = /(?<!会社|法人|㈱) (?!株式会社|有限会社|合同会社|㈱|[(（])/u
const AT =
  /\s+(?:at|with|@|bei(?: der| dem)?|chez|presso|bij|from|en la empresa|hos|ved|w firmie)\s+(?:the\s+(?=\p{Lu}))?(?=\S)/iu
/** The same by words that stand before other things too: believed where an employer's name follows. */
const IN =
  /\s+(?:im|in der|in dem|am|an der|an dem|beim|auf dem|au sein d(?:e la |e l['’]|u |e )|à la |à l['’]|aux?|dans (?:la |le |l['’])|en (?:el |la )?|na|no|nella?|in|for)\s*(?:the\s+)?(?=\p{Lu})/u
/** A part of an organization, behind its name: `CHU de Rennes, service de cardiologie`. */
const DEPARTMENT =
  /,\s+(?:services? (?:de|des|du|d['’])|département|direction|pôle|department|dept\.?|division of|servicio de|departamento|reparto|ufficio|dipartimento|afdeling|avdelning|avdeling|dział|wydział).*$/u
/** A department that a position belongs to, where words are not spaced: `営業部 課長`, `市场部 经理`. */
const CJK_DEPARTMENT =
  /(?:[部課室係局班]|グループ|チーム|センター|事業所|支店|支社|本社|工場|部门|部門|中心|[가-힣](?:팀|부|본부|실|센터|사업부))$/u
/** Words of a title that only its place tells. */
const MAX_TITLE_WORDS = 5
/** Letters of a title that may stand behind a department. */
const MAX_CJK_TITLE = 12
/** Said of a contract, where a place may stand: `Acme (Contract)`. */
const TERMS =
  /^(?:contract|temporary|temp|seasonal|consulting|acquired|formerly|now|onsite|various|zeitarbeit|befristet|projekt|intérim|saisonnier|temporal|tijdelijk)$/iu
/** Tells title, employer and place (or degree, school and place) apart in the lines that head an entry. */
export function readHeading(header: readonly CvLine[], roles: Roles): Heading {
  const {pieces, place} = piecesOf(header, roles)
  const alone = pieces.length === 1
  const split = alone ? splitWeakly(pieces[0] as Piece, roles) : splitWhereMissing(pieces, roles)
  return assign(split, place, roles, isAmbiguous(pieces) ? 0.5 : 0.8)
}

/** Whether the employer or school is only what stands beside the title or degree, on the same line. */
export function isDoubtful({what, where}: Heading): boolean {
  return what !== undefined && where !== undefined && what.line === where.line && where.confidence < 0.9
}

/** Names the parts of a header that says nothing of itself, as the section's other entries have them. */
export function readByOrder(heading: Heading, whatFirst: boolean): Heading {
  if (heading.what) return heading
  if (heading.where) return withTitleByOrder(heading, whatFirst)
  const [first, second, ...left] = partsLeft(heading.left)
  if (!first || !second) return heading
  const [what, where] = whatFirst ? [first, second] : [second, first]
  const named = heading.place ? undefined : cityBehind(where)
  return {
    ...heading,
    what: {...what, confidence: 0.5},
    where: {...where, value: named?.rest ?? where.value, confidence: 0.5},
    ...(named ? {place: found(named.place, where, 0.4)} : {}),
    left,
    whatFirst,
  }
}

/** Beside a known employer, the one name that stands where the other entries have their titles. */
function withTitleByOrder(heading: Heading, whatFirst: boolean): Heading {
  const [only, ...others] = heading.left
  if (!only || others.length > 0 || heading.leftFirst !== whatFirst) return heading
  return {...heading, what: {...only, confidence: 0.5}, left: [], whatFirst}
}

/** What could not be told apart: of one line, its parts between commas. */
function partsLeft(left: readonly Found[]): Found[] {
  const [only, ...others] = left
  if (!only || others.length > 0) return [...left]
  return commaParts(only.value).map((value) => ({...only, value: tidy(value)}))
}

function piecesOf(header: readonly CvLine[], roles: Roles): {pieces: Piece[]; place?: Found} {
  const pieces: Piece[] = []
  let place: Found | undefined
  for (const line of header) {
    for (const part of partsOf(withColon(line.text), roles)) {
      const label = labelOf(part)
      const text = tidy(part.slice(label?.length ?? 0).replace(EMPLOYMENT, ''))
      if (text === '' || !/[\p{L}\p{N}]/u.test(text)) continue
      if (
        label?.label === 'place' ||
        (isPlace(text) && roles.where(text) === 0 && !isNameBeforePlace(text))
      ) {
        place ??= found(text, line, 0.85)
        continue
      }
      const split = label ? undefined : placeIn(text, roles)
      if (split) place ??= found(split.place, line, 0.8)
      const rest = withoutStop(tidy(split?.rest ?? text))
      if (rest !== '') pieces.push(toPiece(rest, line, roles, label?.label))
    }
  }
  return {pieces, ...(place ? {place} : {})}
}

/** A form's label has a cell of its own: `Employer⇥Acme` reads as `Employer: Acme`. */
function withColon(text: string): string {
  const label = labelOf(text)
  return label && text.slice(0, label.length).includes('\t') ? text.replace(/\s*\t\s*/u, ': ') : text
}

/** `Paws Inn, Mississauga, ON` has the form of a place, and in a header a name before it. */
function isNameBeforePlace(text: string): boolean {
  const [first = '', second = '', third] = text.split(/\s*,\s*/)
  return third !== undefined && !isPlace(first) && countryOfPart(second) === undefined && first.includes(' ')
}

/** Between marks, tabs and gaps; in Chinese and Japanese at any space that does not stand beside a legal form. */
function partsOf(text: string, roles: Roles): string[] {
  return text
    .split(STRONG)
    .flatMap((part) => (roles.infersWhat && splitBehindForm(part, titleScore)) || [part])
    .flatMap((part) =>
      part.split(' ').every((word) => CJK_WORD.test(word)) ? part.split(CJK_SPACE) : [part],
    )
    .reduce<string[]>((parts, part) => withDepartment(parts, part), [])
}

/** `営業部　課長` is one position: the department stays before the title, as the faculty before what is studied there. */
function withDepartment(parts: readonly string[], part: string): string[] {
  const before = parts.at(-1)
  const isStudy =
    /(?:学部|研究科|學院)$/u.test(before ?? '') && /(?:学科|専攻|専修|コース|课程|學系)$/u.test(part)
  if (before !== undefined && isStudy && before.length <= MAX_CJK_TITLE)
    return [...parts.slice(0, -1), `${before} ${part}`]
  const isOne =
    before !== undefined &&
    CJK_DEPARTMENT.test(before) &&
    companyScore(before) === 0 &&
    companyScore(part) === 0 &&
    part.length <= MAX_CJK_TITLE &&
    titleScore(part) > 0
  return isOne ? [...parts.slice(0, -1), `${before} ${part}`] : [...parts, part]
}

/** A full stop at the end belongs to the sentence, but for those of abbreviations. */
function withoutStop(text: string): string {
  return text.replace(/(?<!(?:^|[\s.,])(?:Inc|Corp|Ltd|Co|Bros|Intl|Assoc|Univ|[a-z]\.V|\p{L}))\.$/iu, '')
}

/** A place beside a name. A city that a school is named after stays in its name: `Freie Universität Berlin`. */
function placeIn(text: string, roles: Roles): {place: string; rest: string} | undefined {
  const split = placeAtEnd(text) ?? placeAtStart(text)
  if (!split) return undefined
  const apart = /[,(（|–—-]\s*$/u.test(text.slice(0, text.indexOf(split.place)))
  if (apart || text.startsWith(split.place)) return split
  const before = split.rest.split(' ').at(-1) ?? ''
  const named =
    /^(?:Universit(?:ät|é|eit|à)|Universi(?:dad|dade)|Hochschule|Fachhochschule|TU|FH|Uni|ETH|UC|Klinikum|Stadt|Stadtwerke|Flughafen|Messe|IHK|of|de|di|zu|von|the)$/i
  if (named.test(before))
    return split.place.includes(',')
      ? {place: split.place, rest: text.slice(0, text.lastIndexOf(','))}
      : undefined
  if (split.place.includes(',')) return split
  const last = split.rest.split(/,\s+/).at(-1) ?? ''
  return roles.what(last) > 0 && roles.where(split.rest) === 0 ? split : undefined
}

function toPiece(text: string, line: CvLine, roles: Roles, label?: Label): Piece {
  if (label) return {text, line, what: label === 'what' ? 3 : 0, where: label === 'where' ? 3 : 0}
  return {text, line, what: isCjkFirm(text) ? 0 : roles.what(text), where: roles.where(text)}
}

/** What a label names is one thing. */
function isLabelled({what, where}: Piece): boolean {
  return Math.max(what, where) > 2
}

/** `Engineer at Acme`, `Acme, Engineer`: one piece that says both. */
function splitWeakly(piece: Piece, roles: Roles): Piece[] {
  if (isLabelled(piece)) return [piece]
  const told = atEmployer(piece, roles)
  if (told) return told
  const at = AT.exec(piece.text) ?? (roles.infersWhat ? inside(piece.text, roles) : undefined)
  if (at && roles.what(piece.text.slice(0, at.index)) > 0) {
    const where = piece.text.slice(at.index + at[0].length)
    return [piece.text.slice(0, at.index), withoutTown(where, at[0])].map((text) =>
      toPiece(tidy(text), piece.line, roles),
    )
  }
  const parts = commaParts(piece.text)
  if (parts.length < 2) return [piece]
  const pieces = parts.map((text) => toPiece(tidy(text), piece.line, roles)).filter(({text}) => text !== '')
  return pieces.some(({what, where}) => what > 0 || where > 0) ? pieces : [piece]
}

/** `Équipier chez Exempel`: words that only employers follow tell the title before them, too. */
function atEmployer({text, line}: Piece, roles: Roles): Piece[] | undefined {
  const at = /\s+(?:chez|bei(?: der| dem)?|presso|bij|hos)\s+(?=\p{Lu})/u.exec(text)
  const title = text.slice(0, at?.index)
  const mayBeTitle = roles.infersWhat && /^\p{Lu}/u.test(title) && title.split(' ').length <= MAX_TITLE_WORDS
  if (!at || !mayBeTitle || roles.what(title) > 0 || roles.where(title) > 0) return undefined
  const where = withoutTown(text.slice(at.index + at[0].length), at[0])
  return [
    {text: tidy(title), line, what: 1, where: 0},
    {...toPiece(tidy(where), line, roles), what: 0},
  ]
}

/** `bei Holzbau Exempel in Neustadt`: the sentence goes on to the town. */
function withoutTown(where: string, preposition: string): string {
  return /(?:bei|beim|bij|chez|hos|presso)\b/iu.test(preposition)
    ? where.replace(/\s+(?:in|à|te|i|a)\s+(?:\p{Lu}[\p{L}.'’-]*\s?){1,3}$/u, '')
    : where
}

/** `Administrator im Klinikum Exempel`: an employer's name behind a word for being in it. */
function inside(text: string, roles: Roles): RegExpExecArray | undefined {
  const match = IN.exec(text)
  if (!match) return undefined
  const behind = text.slice(match.index + match[0].length)
  return roles.where(behind) > roles.what(behind) ? match : undefined
}

/** Several pieces of which none is a clear employer, and a title that has one behind its comma. */
function splitWhereMissing(pieces: readonly Piece[], roles: Roles): Piece[] {
  if (pieces.length === 0 || pieces.some(({what, where}) => where > what)) return [...pieces]
  return pieces.flatMap((piece) => {
    const split = piece.what > 0 && piece.where > 0 ? splitWeakly(piece, roles) : [piece]
    return split.some(({where, what}) => where > what) ? split : [piece]
  })
}

/** Parts between commas outside brackets; a legal form stays with its company. */
function commaParts(text: string): string[] {
  const parts: string[] = []
  for (const part of text.split(/\s*[,，、]\s+(?![^(（]*[)）])/u)) {
    if (parts.length > 0 && isLegalForm(part)) parts.push(`${parts.pop()}, ${part}`)
    else parts.push(part)
  }
  return parts
}

/** `Architect, Nordlys Studio⇥Odder`: the employer behind the comma and a place, or a department and the employer. */
function isAmbiguous([first, second, ...others]: readonly Piece[]): boolean {
  if (!first || !second || others.length > 0 || first.line !== second.line) return false
  return (
    first.what > 0 && second.where === 0 && commaParts(first.text).length > 1 && looksLikePlace(second.text)
  )
}

/** @param beside how sure an employer is that only stands beside a title */
function assign(
  pieces: readonly Piece[],
  place: Found | undefined,
  {infersWhat}: Roles,
  beside = 0.8,
): Heading {
  const titled = best(pieces, (piece) => piece.what - (piece.where > piece.what ? 1 : 0))
  const what = titled ?? (infersWhat ? besideClear(pieces) : undefined)
  const others = pieces.filter((piece) => piece !== what)
  const where =
    best(others, ({where: score}) => score) ??
    (what || (others.length === 1 && !/[,，]/.test(others[0]?.text ?? ''))
      ? nearest(pieces, what)
      : undefined)
  const own = where ?? undefined
  const left = pieces.filter((piece) => piece !== what && piece !== own)
  const city =
    !place && what && own
      ? left.find((piece) => isBehind(piece, [what, own], pieces) && looksLikePlace(piece.text))
      : undefined
  const named = own && what && !place && !city ? cityBehind(found(own.text, own.line, 1)) : undefined
  const heading: Heading = {
    left: left.filter((piece) => piece !== city).map((piece) => found(piece.text, piece.line, 0.4)),
  }
  if (what)
    heading.what = found(
      withoutPreface(what.text),
      what.line,
      what.what > 1 ? 0.9 : what.what > 0 ? 0.75 : 0.55,
    )
  if (own)
    heading.where = found(
      (named?.rest ?? own.text).replace(DEPARTMENT, ''),
      own.line,
      own.where > 0 ? 0.9 : what ? beside : 0.55,
    )
  if (city) heading.place = found(city.text, city.line, 0.5)
  if (named && own) heading.place = found(named.place, own.line, 0.5)
  if (place) heading.place = place
  const [first] = left.filter((piece) => piece !== city)
  if (own && first) heading.leftFirst = pieces.indexOf(first) < pieces.indexOf(own)
  if (what && own) heading.whatFirst = pieces.indexOf(what) < pieces.indexOf(own)
  return heading
}

/** One of two is clearly an employer: the other is the title. */
function besideClear(pieces: readonly Piece[]): Piece | undefined {
  const [first, second] = pieces
  if (pieces.length !== 2 || !first || !second || first.where > 1 === second.where > 1) return undefined
  if (first.where <= 1) return first
  return second.line === first.line && looksLikePlace(second.text) ? undefined : second
}

/** `Worked as a tester` says the title in a sentence. */
function withoutPreface(text: string): string {
  return text.replace(
    /^(?:(?:currently|presently)\s+)?(?:work(?:ed|ing|s)?|employed|served|serving)\s+as\s+(?:an?\s+|the\s+)?/iu,
    '',
  )
}

function best(pieces: readonly Piece[], score: (piece: Piece) => number): Piece | undefined {
  const [top] = pieces.filter((piece) => score(piece) > 0).toSorted((a, b) => score(b) - score(a))
  return top
}

/** With the title known, the name beside it is the employer's: the next piece, or the one before. */
function nearest(pieces: readonly Piece[], what: Piece | undefined): Piece | undefined {
  if (!what) return pieces[0]
  const at = pieces.indexOf(what)
  if (isSpecialty(pieces, at)) return pieces[at - 1]
  return at > 0 && at === pieces.length - 1 ? pieces[0] : (pieces[at + 1] ?? pieces[at - 1])
}

/** `Exempel Infirmary` / `Nurse – Emergency`: with a line of its own above, what is beside the title belongs to that. */
function isSpecialty(pieces: readonly Piece[], at: number): boolean {
  const [above, own, beside] = [pieces[at - 1], pieces[at], pieces[at + 1]]
  return (
    above !== undefined &&
    own !== undefined &&
    beside !== undefined &&
    at === 1 &&
    pieces.length === 3 &&
    above.line.line < own.line.line &&
    beside.line.line === own.line.line
  )
}

/** `Caseificio Rovere, Parma`: one word behind the last comma of an employer's name. */
function cityBehind({value}: Found): {place: string; rest: string} | undefined {
  const match =
    /^(.{2,}),\s+(\p{Lu}\p{Ll}[\p{L}’'-]+)$/u.exec(value) ??
    /^(.{3,}?)\s*\((\p{Lu}\p{Ll}[\p{L}’'-]+)\)$/u.exec(value)
  const [, rest = '', place = ''] = match ?? townBehindForm(value) ?? []
  return place !== '' && companyScore(place) === 0 && titleScore(place) === 0 && !TERMS.test(place)
    ? {place, rest}
    : undefined
}

/** `Molkerei Exempel eG, Bad Beispiel`: behind a legal form, a town may have several words. */
function townBehindForm(value: string): RegExpExecArray | undefined {
  const match =
    /^(.{2,}),\s+(\p{Lu}[\p{L}.'’-]*(?:\s(?:am|an der|im|ob der|de|del|la|sur|\p{Lu}[\p{L}.'’-]+)){1,3})$/u.exec(
      value,
    )
  const last = match?.[1]?.split(' ').at(-1) ?? ''
  return match && isLegalForm(last) ? match : undefined
}

/** `Degree, Institution, City`: on the same line as the other two, and last. */
function isBehind(piece: Piece, others: readonly Piece[], pieces: readonly Piece[]): boolean {
  return others.every(
    (other) => other.line.line === piece.line.line && pieces.indexOf(other) < pieces.indexOf(piece),
  )
}

function looksLikePlace(text: string): boolean {
  const words = text.split(' ')
  return words.length <= 3 && words.every((word) => /^\p{Lu}[\p{L}.'’-]*$/u.test(word))
}
