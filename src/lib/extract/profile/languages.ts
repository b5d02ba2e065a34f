import type {ResumeLanguage} from '../../model/profile.js'
import type {CvLine, CvText} from './cv-text.js'
import {found, tidy} from './cv-text.js'
import type {Traced} from './traced.js'

export type TracedLanguage = Traced<ResumeLanguage>

/** The languages that languages are named in. */
const NAMED_IN = [
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
  'ko',
  'pl',
  'sv',
  'da',
  'tr',
  'ru',
  'cs',
] as const
const ALIASES = [
  'mandarin',
  'mandarin chinese',
  'cantonese',
  'farsi',
  'hochdeutsch',
  'schweizerdeutsch',
  'castellano',
  'brazilian portuguese',
  '英文',
  '中文',
  '国语',
  '國語',
  '普通话',
  '普通話',
  '日文',
  '法文',
  '德文',
  '韩文',
  '英語',
  '英语',
  '母語',
  'panjabi',
  'flemish',
  'gebärdensprache',
  'sign language',
  'american sign language',
  'latein',
  'altgriechisch',
  'native english',
]
const FLUENCY =
  /(?<!\p{L})(?:[abc][12](?:[.+-]\d?)?|native|bilingual|mother tongue|first language|fluent|proficient|professional|working|conversational|intermediate|advanced|basic|beginner|elementary|good|very good|excellent|near-native|limited|full|muttersprache|muttersprachler(?:in)?|muttersprachlich|fließend|fliessend|verhandlungssicher|gute?|sehr gut|grundkenntnisse|schulkenntnisse|gute kenntnisse|konversationssicher|in wort und schrift|langue maternelle|maternelle?|courant|bilingue|intermédiaire|notions|débutant|avancé|scolaire|lu, écrit, parlé|nativ[oa]|lengua materna|fluido|avanzado|intermedio|básico|alto|medio|fluente|língua materna|avançado|intermediário|madrelingua|ottimo|buono|scolastico|fluente|moedertaal|vloeiend|goed|uitstekend|basis|ネイティブ|母国語|母語|ビジネス|日常会話|流暢|上級|中級|初級|toeic|toefl|ielts|n[1-5]|jlpt|hsk|母语|精通|熟练|流利|良好|一般|日常交流|工作语言|cet-?[46]|dele|delf|dalf|goethe|级)(?!\p{L})/iu

let names: ReadonlySet<string> | undefined

/** The languages that the person speaks, with what is said of how well. */
export function findLanguages(text: CvText): TracedLanguage[] {
  const named = text
    .parts('languages')
    .flatMap((part) => part.flatMap((line, index) => languagesIn(line, part[index + 1])))
  const languages = named.length > 0 ? named : text.parts('skills').flatMap((part) => part.flatMap(spokenIn))
  return languages.filter(
    ({language}, index) => languages.findIndex((one) => one.language.value === language.value) === index,
  )
}

/** The languages of a line among the skills that lists nothing else: `Spoken: English (native), French (B2)`. */
export function spokenIn(line: CvLine): TracedLanguage[] {
  if (line.kind === 'blank') return []
  const list = line.text.replace(/^[^:：,()]{2,30}[:：]\s*(?=\S)/u, '')
  const pieces = piecesOf(list)
  const spoken = pieces.map((piece) => readLanguage(piece, line))
  const isSure = pieces.length > 1 || spoken.some((one) => one?.fluency !== undefined)
  return isSure ? (spoken.every((one) => one !== undefined) ? spoken : []) : []
}

function piecesOf(text: string): string[] {
  return text.split(/\s*[,;，、；|•·⋅\t/]\s*(?![^(（]*[)）])/u).filter((piece) => tidy(piece) !== '')
}

/** Beside languages that are known, one that is not: `Twi (conversational)`. */
function unknownLanguage(piece: string, line: CvLine): TracedLanguage | undefined {
  const [, name = '', fluency = ''] =
    /^(\p{Lu}[\p{L}’'-]+)\s*(?:[(（:：–—-])\s*([^()（）]+)[)）]?$/u.exec(tidy(piece)) ?? []
  return FLUENCY.test(fluency)
    ? {language: found(name, line, 0.6), fluency: found(tidy(fluency), line, 0.6)}
    : undefined
}

function languagesIn(line: CvLine, next: CvLine | undefined): TracedLanguage[] {
  if (line.kind === 'blank') return []
  const cells = line.text.split(/\s*\t\s*|\s{2,}/u)
  if (cells.length === 2 || cells.length === 3) {
    const [name = '', fluency = ''] = cells
    const named = readLanguage(name, line)
    if (named?.fluency) return [named]
    if (named && !readLanguage(fluency, line)) return [{...named, fluency: found(tidy(fluency), line, 0.85)}]
  }
  const whole = readLanguage(line.text, line)
  const onlyNames = line.text.split(/\s+/).every(isLanguage)
  const pieces = onlyNames ? line.text.split(/\s+/) : piecesOf(line.text)
  const isList = pieces.some((piece) => readLanguage(piece, line) !== undefined)
  const listed = pieces
    .map((piece) => readLanguage(piece, line) ?? (isList ? unknownLanguage(piece, line) : undefined))
    .filter((one) => one !== undefined)
  if (listed.length > 1) return listed
  if (!whole) return []
  if (whole.fluency || !next || next.kind === 'heading' || readLanguage(next.text, next)) return [whole]
  return FLUENCY.test(next.text) && next.text.length < 60
    ? [{...whole, fluency: found(tidy(next.text), next, 0.85)}]
    : [whole]
}

/** `German (native)`, `Deutsch – Muttersprache`, `Native: English`, `英語：ビジネスレベル`. */
function readLanguage(text: string, line: CvLine): TracedLanguage | undefined {
  const words = tidy(text)
  if (words.length > 120) return undefined
  for (const match of words.matchAll(/[^\s:：(（–—,-]+(?:\s[^\s:：(（–—,-]+)?/gu)) {
    for (const name of [match[0], match[0].split(' ')[0] ?? '']) {
      if (!isLanguage(name)) continue
      const before = tidy(words.slice(0, match.index))
      const after = tidy(words.slice(match.index + name.length))
      if (before !== '' && !FLUENCY.test(before)) return undefined
      const fluency = after !== '' ? after : before
      return {
        language: found(name, line, 0.9),
        ...(fluency === '' ? {} : {fluency: found(fluency, line, 0.85)}),
      }
    }
    const cjk = /^(\p{Script=Han}{1,6}?[語语文])(.*)$/u.exec(match[0])
    if (cjk && isLanguage(cjk[1] ?? ''))
      return {
        language: found(cjk[1] ?? '', line, 0.9),
        fluency: found(tidy(words.slice(match.index + (cjk[1] ?? '').length)), line, 0.8),
      }
    if (match.index > 40) break
  }
  return undefined
}

export function isLanguage(name: string): boolean {
  names ??= collectNames()
  return names.has(name.toLowerCase())
}

function collectNames(): Set<string> {
  const letters = [...'abcdefghijklmnopqrstuvwxyz']
  const english = new Intl.DisplayNames('en', {type: 'language', fallback: 'none'})
  const codes = letters
    .flatMap((first) => letters.map((second) => first + second))
    .filter((code) => english.of(code) !== undefined)
  const all = new Set<string>(ALIASES)
  for (const inLanguage of NAMED_IN) {
    const display = new Intl.DisplayNames(inLanguage, {type: 'language', fallback: 'none'})
    for (const code of codes) {
      const name = display.of(code)
      if (name) all.add(name.toLowerCase())
    }
  }
  return all
}
