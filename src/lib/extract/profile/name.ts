import type {TextPlace} from '../../model/section.js'
import {kindsOfHeading} from '../structure/headings/lexicon.js'
import type {CvLine, CvText} from './cv-text.js'
import {found, tidy} from './cv-text.js'
import {degreeScore} from './degrees.js'
import {isLanguage} from './languages.js'
import {isPlace} from './location.js'
import {agreesWith} from './name-agreement.js'
import {companyScore, schoolScore} from './organizations.js'
import {isPlaceholder} from './placeholders.js'
import {titleScore} from './titles.js'
import type {Found} from './traced.js'
import {TRADE_NAMES} from './trade-names.js'

/** What may say whose CV it is, beside the name itself. */
export interface NameClues {
  email: Found | undefined
  /** Names of the person's accounts. */
  usernames: readonly string[]
}

/** Accounts that are compared with a name: nobody has more, and a list of links is long. */
const MOST_ACCOUNTS = 12

const LABEL =
  /^(?:(?:full |candidate |applicant |candidate['’]s )?name|name (?:des bewerbers|der bewerberin|of (?:the )?(?:candidate|applicant))|vor- und (?:nach|zu)name|name,? vorname|nom(?: et prénoms?| complet)?|prénom et nom|nombre(?: completo| y apellidos)?|nome(?: completo| e cognome)?|naam|volledige naam|氏\s*名|姓\s*名|お?名前|이름|성명|성 ?명|ф\.?и\.?о\.?|imię i nazwisko|jméno(?: a příjmení)?|namn|navn|fulde navn|fullt navn|nimi|ad[ıi]? ?soyad[ıi]?|isim|ad soyad|имя|фио|nume(?: și prenume| complet)?|név|teljes név|name \/ name)\s*(?:[:：\t]|(?=[　 ]\p{Script=Han}))\s*(.+)$/iu
const GIVEN =
  /^(?:first name|given name|vorname|prénoms?|nombres?|voornaam|名|imię|jméno|förnamn|fornavn|etunimi|ad[ıi]?|имя|prenume|keresztnév)\s*[:：\t]\s*(.+)$/iu
const FAMILY =
  /^(?:last name|surname|family name|nachname|familienname|zuname|nom(?: de famille)?|apellidos?|achternaam|cognome|sobrenome|姓|nazwisko|příjmení|efternamn|efternavn|etternavn|sukunimi|soyad[ıi]?|фамилия|nume de familie|vezetéknév)\s*[:：\t]\s*(.+)$/iu
const DOCUMENT = String.raw`curriculum vit(?:ae|æ)|curr[ií]culum|c\.?v\.?|r[eé]sum[eé]|lebenslauf|bewerbung|履歴書|職務経歴書|个人简历|個人簡歷|简历|簡歷|hoja de vida|profil|履歷表|简历表|이력서|経歴書|życiorys|životopis|özgeçmiş|ansioluettelo|резюме|önéletrajz|meritförteckning`
const TITLED = new RegExp(
  `^(?:${DOCUMENT})(?:\\s*(?:of|de|von|di|van|der|für|for|[:：–—|-])|(?=\\s))\\s*(.+)$`,
  'iu',
)
const TITLED_BEHIND = new RegExp(`^(.+?)(?:['’]s\\s+|\\s*[–—|,:：-]\\s*)(?:${DOCUMENT})$`, 'iu')
const JUST_DOCUMENT = new RegExp(`^(?:${DOCUMENT})(?:\\s*[/／]\\s*(?:${DOCUMENT}))*$`, 'iu')

/** A template's gap: `[City, ST ZIP Code]`. */
const FILL_IN = /\[[^\]\d]{3,}\]|<[^>\d]{3,}>/u

/** The family's name first, as lists have it. */
const BY_FAMILY =
  /^((?:(?:von|van|der|den|de|del|di|da|la|le|du|zu|ter|ten)\s){0,3}\p{Lu}[\p{L}\p{M}'’-]+),\s+(\p{Lu}[\p{L}\p{M}'’.-]+(?:\s\p{Lu}[\p{L}\p{M}'’.-]*)?)$/u

const HONORIFIC =
  /^(?:(?:(?:staff |master |first |gunnery )?sergeant|sgt|ssgt|corporal|cpl|captain|major|colonel|col|lieutenant|commander|petty officer|dr|prof|mr|mrs|ms|mx|sir|herr|frau|m|mme|mlle|sr|sra|srta|dott|dott\.ssa|ing|dipl|dipl\.-(?:ing|inf|kfm|kffr)|mag|ir|drs|rev|capt|lt|rer|nat|med|phil|jur|pol|oec|habil)\.?(?:-?(?:ing|med|phil|rer|nat|h\.?c|jur|dent|pol|oec)\.?)*\s+)+(?=\p{L})/iu
const CREDENTIALS =
  /\s*,\s*(?:ph\.?d|m\.?d|mba|m\.?sc|b\.?sc|m\.?a|b\.?a|m\.?eng|b\.?eng|cpa|pmp|rn|cfa|esq|jr|sr|ii|iii|ll\.?m|ll\.?b|dds|pe|phr|sphr|shrm-cp|cissp|csm|acca|frcs|mph|mfa|msw|lcsw)\.?(?=$|[\s,]).*$|\s+(?:ph\.?\s?d|mba|m\.?d)\.?$|(?<=\p{L}{2,}\s+[\p{L}'’.-]+)(?:\s+(?:RN|RGN|BSN|MSN|CPA|CFA|CMA|PMP|FCA|ACA|ACCA|CEng|MIET|MICE|PE|PEng|MSc|BSc|DDS|DMD|DVM|MRCP|FRCS|MRICS|RIBA|AIA|LCSW|PT|DPT|PharmD|Esq|OBE|MBE|FH|SHRM-CP)\.?)+$|\s*[(（][^)）]{1,40}[)）]\s*$/iu
const PARTICLE =
  /^(?:von|van|der|den|de|del|della|di|da|dos|das|do|la|le|du|des|el|al|bin|ibn|bint|ben|ter|ten|zu|zur|zum|vom|af|av|y|e|i|und|st|san|mac|o)$/iu
const WORD =
  /^\p{Lu}[\p{L}\p{M}'’.·-]*$|^[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Devanagari}\p{Script=Thai}\p{Script=Georgian}\p{Script=Bengali}\p{Script=Tamil}\p{M}'’-]+$/u
const HAN =
  /^(?=.{2,9}$)[\p{Script=Han}々ヶ]{1,4}(?:[\s　·・]?[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}々ー]{1,5})$/u
const KANA = /^[\p{Script=Katakana}ー]{2,8}[\s　・·][\p{Script=Katakana}ー]{2,8}$/u
const HANGUL = /^\p{Script=Hangul}{2,4}$|^\p{Script=Hangul}{1,2} \p{Script=Hangul}{1,3}$/u
/** Words in the first lines of CVs that names do not hold. */
const NO_NAME =
  /(?<!\p{L})(?:contact|profile|about|summary|skills?|education|experience|languages?|phone|e-?mail|address|mobile|website|portfolio|references?|objective|updated|confidential|personal|information|details|data|date|birth|nationality|gender|married|single|driving|licen[cs]e|street|road|avenue|straße|strasse|kontakt|persönliche|angaben|daten|geboren|geburtsdatum|staatsangehörigkeit|familienstand|ledig|verheiratet|telefon|coordonnées|naissance|permis|datos|personales|teléfono|correo|linkedin|github|twitter|xing|additional|career|professional|curriculum|vitae|resume|résumé|lebenslauf|bewerbung|und|and|with|for|the|background|welcome|university|january|february|september|october|november|december|europass)(?!\p{L})/iu
const NO_HAN_NAME =
  /履|歴|歷|简|簡|书|書|連絡|联系|電話|电话|手机|性别|男|女$|年|月|日|住所|地址|现在|現在|学歴|学历|職|职|经|技能|教育|工作|項目|项目|語言|语言|資格|自己|写真|照片|大学|会社|公司|市|県|省|都$|求职|意向|应聘|政治|民族|籍贯|婚姻|本科|専門|专业|工程|开发|経験|本人|希望|趣味|志望|取得|免許|その他|其他|题目|可选|标题/u

/** How many lines from the top a name is looked for in. */
const TOP = 14
const LEAST = 0.45
/** A family that is called after a trade: believed less where no address agrees. */
const MAY_BE_TITLE = 0.3

interface Candidate {
  name: string
  place: TextPlace
  score: number
}

/** The name of the person whose CV it is; absent where nothing tells it. */
export function findName(text: CvText, clues: NameClues): Found | undefined {
  const labelled = labelledName(text.lines)
  if (labelled) return labelled
  const candidates = [...topCandidates(text, clues), ...farCandidates(text, clues)]
  const [best] = candidates.toSorted((a, b) => b.score - a.score)
  if (best && best.score >= LEAST)
    return found(inCase(best.name, text), best.place, Math.min(0.98, best.score))
  return nameOfFile(text, clues)
}

/**
 * Whether a text may be the name of a person.
 *
 * @param isAgreed whether an address of the person says the same, so that a word for a trade is a family's name
 */
export function looksLikeName(text: string, isAgreed = false): boolean {
  const words = text.split(/\s+/)
  if (HAN.test(text))
    return (
      !NO_HAN_NAME.test(text) &&
      titleScore(text) === 0 &&
      companyScore(text) === 0 &&
      !isLanguage(text) &&
      !isPlace(text)
    )
  if (KANA.test(text) || HANGUL.test(text)) return titleScore(text) === 0 && !isPlace(text)
  if (words.length < 2 || words.length > 5 || text.length > 50 || /[\d@/\\:;!?&+|()]/.test(text)) return false
  const proper = words.filter((word) => WORD.test(word))
  if (proper.length < 2 || !words.every((word) => WORD.test(word) || PARTICLE.test(word))) return false
  // `Skills Spark`: a heading with what stands under it.
  if (!isAgreed && kindsOfHeading(words[0] as string).length > 0) return false
  return !isSomethingElse(text, isAgreed) && !words.some((word) => isLanguage(word))
}

/** `Jan Kowalski Programista Gdańsk` in one line: what comes before the title. Families are called after trades. */
function beforeTitle(name: string): string {
  const words = name.split(' ')
  if (TRADE_NAMES.has((words.at(-1) ?? '').toLowerCase())) return name
  const title = words.findIndex((_, index) => index >= 2 && titleScore(words.slice(index).join(' ')) > 0)
  return title === -1 ? name : words.slice(0, title).join(' ')
}

/** What a label calls a name need only have the form of one. */
function isFormOfName(text: string): boolean {
  const words = text.split(/\s+/)
  return (
    words.length >= 2 &&
    words.length <= 6 &&
    !NO_NAME.test(text) &&
    words.every((word) => WORD.test(word) || PARTICLE.test(word))
  )
}

/** Families are called after trades: `Anna Schneider` is a name, `Head Chef` is not. */
function isTitle(text: string): boolean {
  if (titleScore(text) === 0) return false
  const words = text.split(/\s+/)
  const [last = ''] = words.slice(-1)
  const isFamily = last
    .toLowerCase()
    .split('-')
    .some((part) => TRADE_NAMES.has(part))
  return !(isFamily && titleScore(words.slice(0, -1).join(' ')) === 0)
}

function isSomethingElse(text: string, isAgreed = false): boolean {
  return (
    (!isAgreed && NO_NAME.test(text)) ||
    isPlaceholder(text) ||
    kindsOfHeading(text).length > 0 ||
    (!isAgreed && isTitle(text)) ||
    companyScore(text) > 1 ||
    schoolScore(text) > 0 ||
    degreeScore(text) > 1 ||
    isPlace(text)
  )
}

function labelledName(lines: readonly CvLine[]): Found | undefined {
  for (const [index, line] of lines.entries()) {
    if (index > 60) break
    const value = inOrder(bare((LABEL.exec(line.text)?.[1] ?? '').split(/\t|\s{2,}|\s\|\s|[（(]/)[0] ?? ''))
    if (
      value !== '' &&
      value.length <= 50 &&
      !/\d/.test(value) &&
      (looksLikeName(value) || looksLikeName(titleCase(value)) || isFormOfName(value))
    ) {
      return found(value, line, 0.95)
    }
  }
  const top = lines.slice(0, 60)
  const given = top.map((line) => ({line, value: GIVEN.exec(line.text)?.[1]})).find(({value}) => value)
  const family = top.map((line) => ({line, value: FAMILY.exec(line.text)?.[1]})).find(({value}) => value)
  if (!given?.value || !family?.value) return undefined
  return found(tidy(`${given.value} ${family.value}`), given.line, 0.9)
}

function topCandidates(text: CvText, clues: NameClues): Candidate[] {
  const lines = text.lines.filter(({kind}) => kind !== 'blank').slice(0, TOP)
  const limit = text.preamble.at(-1)?.line ?? 0
  const title = titleOf(text)
  return lines.flatMap((line, index) => {
    const isTop = line.line <= limit || line === title
    const inside = isTop ? 0 : -0.25
    const base = 0.8 - (line === title ? 0 : 0.045 * index) + (line.kind === 'heading' ? 0.1 : 0) + inside
    return namesIn(line, lines[index + 1], clues).map(({name, sure}) =>
      toCandidate(name, line, base + sure, clues, text),
    )
  })
}

/** The only heading of the first rank, over those of the sections: what the document is called. */
function titleOf({lines}: CvText): CvLine | undefined {
  const headings = lines.filter(({kind}) => kind === 'heading')
  const [first, ...others] = headings.filter(({depth}) => depth === 1)
  return others.length === 0 && headings.length > 2 ? first : undefined
}

/** In a column that was read late: only what e-mail or accounts agree with. */
function farCandidates(text: CvText, clues: NameClues): Candidate[] {
  const told = (['work', 'education', 'projects', 'publications', 'references'] as const).flatMap((kind) =>
    text.parts(kind).flat(),
  )
  const others = new Set(told.map(({line}) => line))
  return text.lines
    .filter(({line, kind}) => line > TOP && kind !== 'blank' && kind !== 'item' && !others.has(line))
    .flatMap((line) =>
      namesIn(line, undefined, clues).map(({name}) => toCandidate(name, line, 0.25, clues, text)),
    )
    .filter(({score}) => score >= 0.45)
}

function toCandidate(
  name: string,
  place: TextPlace,
  base: number,
  clues: NameClues,
  {metadata}: CvText,
): Candidate {
  const agreement = agreementOf(name, clues)
  const named = Object.values(metadata).some((value) => value.toLowerCase().includes(name.toLowerCase()))
  const doubt = titleScore(name) > 0 && agreement < 1 ? MAY_BE_TITLE : 0
  return {name, place, score: base + 0.35 * agreement + (named ? 0.15 : 0) - doubt}
}

function agreementOf(name: string, {email, usernames}: NameClues): number {
  const [local, domain = ''] = email?.value.split('@') ?? []
  const own = domain.split('.')[0] ?? ''
  return Math.max(
    local ? agreesWith(name, local) : 0,
    local && agreesWith(name, local) > 0 && agreesWith(name, own) > 0 ? 1 : 0,
    ...usernames.slice(0, MOST_ACCOUNTS).map((username) => 0.8 * agreesWith(name, username)),
    0,
  )
}

/** Names in a line: the whole of it, its first piece, or what a title of the document leaves. */
function namesIn(line: CvLine, next: CvLine | undefined, clues: NameClues): {name: string; sure: number}[] {
  const text = line.text.replace(/\s*\(https?:\/\/[^)]*\)/g, '')
  if (JUST_DOCUMENT.test(text) || FILL_IN.test(text)) return []
  const titled = TITLED.exec(text)?.[1] ?? TITLED_BEHIND.exec(text)?.[1]
  const names = [
    ...(titled ? [{name: bare(titled), sure: 0.1}] : []),
    {name: beforeTitle(bare(text)), sure: 0.05},
    ...(BY_FAMILY.test(text) ? [{name: inOrder(bare(text)), sure: -0.1}] : []),
    ...text
      .split(/\t|\s*[|•·]\s*|\s[–—-]\s|\s{3,}|\s*[,，]\s+/u)
      .map((piece) => ({name: beforeTitle(bare(piece)), sure: -0.05})),
  ]
  const split =
    next && /^\p{Lu}[\p{L}'’-]+$/u.test(text) && /^\p{Lu}[\p{L}'’-]+$/u.test(next.text)
      ? [{name: `${text} ${next.text}`, sure: -0.25}]
      : []
  const single =
    /^\p{Lu}[\p{L}'’-]{1,20}$/u.test(bare(text)) && !isSomethingElse(text)
      ? [{name: bare(text), sure: -0.35}]
      : []
  const proper = [...names, ...split].filter(
    ({name}) => looksLikeName(name) || (looksLikeName(name, true) && agreementOf(name, clues) === 1),
  )
  return proper.length > 0 ? proper : single
}

/** `van den Berg, Jan` as it is spoken. */
function inOrder(name: string): string {
  const [, family, given] = BY_FAMILY.exec(name) ?? []
  return family && given ? `${given} ${family}` : name
}

/** Without titles before and letters behind. */
function bare(text: string): string {
  return tidy(
    tidy(text)
      .replace(CREDENTIALS, '')
      .replace(HONORIFIC, '')
      .replace(/\s*(?:様|殿|さん|先生)$/u, ''),
  )
}

/** The file's author, where the e-mail address says the same. */
function nameOfFile({metadata}: CvText, clues: NameClues): Found | undefined {
  const author = metadata.author ?? metadata.Author
  const name = bare(author ?? '')
  if (!clues.email || !looksLikeName(name) || agreementOf(name, clues) < 0.5) return undefined
  return found(name, clues.email, 0.5)
}

/** A name in capitals is written as the text writes it elsewhere, or with capitals at its words. */
function inCase(name: string, {lines, metadata, language}: CvText): string {
  if (name !== name.toUpperCase() || name === name.toLowerCase()) return name
  const pattern = name.toLowerCase()
  for (const text of [...Object.values(metadata), ...lines.map((line) => line.text)]) {
    const at = text.toLowerCase().indexOf(pattern)
    const own = at < 0 ? name : text.slice(at, at + name.length)
    if (own !== own.toUpperCase() && /^\p{Lu}/u.test(own)) return own
  }
  return titleCase(name, language)
}

/** @param language ISO 639-1: in Turkish the small letter of `I` has no dot */
function titleCase(name: string, language?: string | null): string {
  return name
    .toLocaleLowerCase(language === 'tr' || language === 'az' ? language : 'en')
    .replace(
      /(?<![\p{L}\p{M}])(?:(?:von|van|der|de|del|di|da|la|zu)(?![\p{L}])|(mc|o['’]|d['’])?(\p{L}))/gu,
      (word, prefix?: string, letter?: string) =>
        letter === undefined
          ? word
          : (prefix ? (prefix[0] ?? '').toUpperCase() + prefix.slice(1) : '') + letter.toUpperCase(),
    )
}
