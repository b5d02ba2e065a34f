import {isMail} from './contacts.js'
import {isWithinEdits} from './edit-distance.js'
import {fold, UNSPACED} from './fold.js'
import {bearsName, nameTokens} from './name.js'

export interface FoundName {
  name: string
  /** An address or the profile bears it out. */
  sure: boolean
}

/** Lines at the top of a CV among which a name without any other sign is looked for. */
const TOP_LINES = 6
const LINES = 200
/** As they are found, from the top; each is held against each address. */
const CANDIDATES = 500
const WORDS_OF_A_NAME = {min: 2, max: 4}
const LONGEST_NAME = 100

/** Words of headings, headlines and addresses; no line with one of them is a name. */
const NO_NAME = new Set(
  (
    'curriculum vitae resume cv lebenslauf about contact profile summary objective experience work education skills ' +
    'projects languages interests references publications awards certificates last updated street road avenue ' +
    'number city country page engineer developer designer manager consultant analyst architect director officer ' +
    'specialist assistant intern student teacher nurse software web data senior junior lead head and the of for in ' +
    'entwickler ingenieur berater leiter kontakt erfahrung ausbildung kenntnisse persönliche angaben daten und ' +
    'expérience formation compétences experiencia educación título title optional university institute school ' +
    'college company inc gmbh ltd llc united states kingdom san new north south welcome to 个人简历 简历 履歴書 履历 职务经历 聯絡方式 联系方式 教育背景 工作经历'
  )
    .split(' ')
    .map(fold),
)

/**
 * The name of a CV's person by simple means, where no profile tells it: a short line of capitalised words that an
 * e-mail address bears out, or else the first such line at the top. Sure is only a name at the top that an address bears
 * out.
 */
export function findName(text: string, contacts: readonly string[]): FoundName | null {
  const candidates = text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .slice(0, LINES)
    .flatMap((line, at) => segments(line).map((name, place) => ({name, at, isFirst: place === 0})))
    .filter(({name}) => looksLikeName(name))
    .slice(0, CANDIDATES)
  const mails = contacts.filter(isMail)
  const borneOut = candidates.find(({name}) => mails.some((mail) => isBorneOut(name, mail)))
  // At the foot of a page, or behind other words, it may be whoever sends the CV.
  if (borneOut) return {name: borneOut.name, sure: borneOut.isFirst && borneOut.at < TOP_LINES}
  const top = candidates.find(({at}) => at < TOP_LINES)
  return top ? {name: top.name, sure: false} : null
}

function segments(line: string): string[] {
  return line
    .replace(/^(?:#+|[-•*]|\d+\.) /, '')
    .split(/\t| {2,}|[|,;:•·–—()/]/)
    .map((part) => part.trim())
}

function looksLikeName(part: string): boolean {
  if (part.length > LONGEST_NAME) return false
  if (UNSPACED.test(part))
    return /^\p{Script=Han}{1,3}\s?\p{Script=Han}{1,3}$/u.test(part) && [...part].length <= 5
  const words = part.split(/\s+/)
  return (
    words.length >= WORDS_OF_A_NAME.min &&
    words.length <= WORDS_OF_A_NAME.max &&
    words.every((word) =>
      /^(?:\p{Lu}[\p{L}\p{M}'’.-]*|von|van|de|der|den|da|di|la|el|bin|al)$/u.test(word),
    ) &&
    words.every((word) => !NO_NAME.has(fold(word).replace(/\.$/, '')))
  )
}

function isBorneOut(name: string, mail: string): boolean {
  if (bearsName(mail, name)) return true
  const parts = mail.replace(/^mail:|@.*$/g, '').split(/[._-]+/)
  const tokens = nameTokens(name)
  return parts.length > 1 && parts.every((part) => tokens.some((token) => isNear(part, token)))
}

function isNear(one: string, other: string): boolean {
  return one === other || (one.length >= 5 && isWithinEdits(one, other, 1))
}
